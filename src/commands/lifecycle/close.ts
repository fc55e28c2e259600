import type { Command } from 'commander';
import { appendToSection } from '../../brief/body.ts';
import { normalize } from '../../brief/canonical.ts';
import { setField } from '../../brief/yaml/edit.ts';
import type { OutcomeItem, Values } from '../../brief/fields.ts';
import type { Brief } from '../../brief/read.ts';
import { Failure } from '../../failure.ts';
import type { Host, Result } from '../../host.ts';
import type { Ended, JourneyKey, ResultOf } from '../../wizard/close.ts';
import { JOURNEY, askEnd, heldAgainst } from '../../wizard/close.ts';
import type { LifeOptions } from './session.ts';
import {
  declareLife,
  editing,
  finishLife,
  insist,
  missing,
  openLife,
  refuseMoved,
} from './session.ts';
import { paintFor } from '../paint.ts';
import type { Execute } from '../command.ts';
import { choiceOf, collect } from '../options.ts';

interface CloseOptions extends LifeOptions {
  readonly as?: Ended['as'];
  readonly outcome?: string;
  readonly met?: readonly string[];
  readonly partly?: readonly string[];
  readonly missed?: readonly string[];
  readonly helped?: string;
  readonly influence?: string;
  readonly outside?: string;
  readonly followUp?: string;
  readonly next?: string;
}

const ENDS = ['done', 'cancelled'] as const;

/** `delegate close BRIEF`: the outcome against each criterion, and what was learned on the way. */
export function declare(command: Command, execute: Execute): void {
  declareLife(command)
    .option('--as <end>', 'done, or cancelled', choiceOf('--as', ENDS))
    .option('--outcome <text>', 'what came of it')
    .option(
      '--met <criterion>',
      'a criterion that holds: a part of its text, its number, or all',
      collect,
    )
    .option('--partly <criterion>', 'one that holds in part', collect)
    .option('--missed <criterion>', 'one that does not hold', collect)
    .option('--helped <text>', 'what helped')
    .option('--influence <text>', 'what came from what the delegate decided and did')
    .option('--outside <text>', "what was outside of the delegate's influence")
    .option('--follow-up <text>', 'how the delegator followed up')
    .option('--next <text>', 'what to do differently')
    .addHelpText(
      'after',
      `
The criteria are the goal (1) and the quality criteria (2 and on). When the dust settles, the journey
counts as much as the outcome.

Examples:
  delegate close b-7k3
  delegate close b-7k3 --as done --outcome "18 minutes since May." --met all --helped "The free hand on caching"
  delegate close b-7k3 --as cancelled --outcome "The service is being retired."`,
    )
    .action((ref: string, options: CloseOptions) => execute((host) => run(host, ref, options)));
}

async function run(host: Host, ref: string, options: CloseOptions): Promise<Result> {
  const life = await openLife(host, ref, options);
  const { brief, path, today } = life;
  const { as } = options;
  insist(as === 'done' ? 'done' : 'cancel', life, as ?? 'closed');
  if (as === undefined && !host.interactive)
    throw missing(options.outcome === undefined ? ['--as', '--outcome'] : ['--as']);
  refuseMoved(life);
  const ended = await end(host, brief.values, options, as);
  insist(ended.as === 'done' ? 'done' : 'cancel', life, ended.as);
  const text = editing(
    brief.text,
    (now) => setField(now, 'status', ended.as),
    (now) =>
      setField(now, 'outcome', { date: today, summary: ended.summary, criteria: ended.criteria }),
    (now) => journey(now, ended, today),
  );
  return finishLife(life, text, {
    happened: ended.as,
    did: `Closed ${path} as ${ended.as}`,
    data: { outcome: { date: today, summary: ended.summary, criteria: ended.criteria } },
  });
}

async function end(
  host: Host,
  values: Values,
  options: CloseOptions,
  as: Ended['as'] | undefined,
): Promise<Ended> {
  const said: Partial<Record<JourneyKey, string>> = {};
  for (const { key } of JOURNEY) {
    const text = options[key]?.trim();
    if (text) said[key] = text;
  }
  const known: Partial<Ended> = {
    ...(as === undefined ? {} : { as }),
    ...(options.outcome?.trim() ? { summary: options.outcome.trim() } : {}),
    criteria: resultsOf(values, options),
    journey: said,
  };
  if (known.as !== undefined && known.summary !== undefined) {
    return { as: known.as, summary: known.summary, criteria: known.criteria ?? [], journey: said };
  }
  if (!host.interactive) throw missing(['--outcome']);
  const { terminalAsk } = await import('../../wizard/terminal.ts');
  return askEnd(await terminalAsk(host, paintFor(host, 'out')), values, known);
}

function resultsOf(values: Values, options: CloseOptions): OutcomeItem[] {
  const all = heldAgainst(values);
  const results = new Map<string, ResultOf>();
  for (const result of ['met', 'partly', 'missed'] as const) {
    for (const wanted of options[result] ?? []) {
      for (const what of meant(all, wanted, `--${result}`)) results.set(what, result);
    }
  }
  return all.flatMap((what) => {
    const result = results.get(what);
    return result === undefined ? [] : [{ what, result }];
  });
}

function meant(all: readonly string[], wanted: string, flag: string): readonly string[] {
  if (wanted === 'all') return all;
  const numbered = /^\d{1,3}$/.test(wanted) ? all[Number(wanted) - 1] : undefined;
  if (numbered !== undefined) return [numbered];
  const folded = normalize(wanted).toLowerCase();
  const found = all.filter((what) => normalize(what).toLowerCase().includes(folded));
  if (found.length === 1) return found;
  throw new Failure(
    found.length === 0
      ? `${flag}: no criterion holds "${wanted}"`
      : `${flag}: ${found.length} criteria hold "${wanted}"`,
    `Name one by its number: ${all.map((what, index) => `${index + 1}: ${what.slice(0, 40)}`).join('; ')}`,
  );
}

function journey(now: Brief, ended: Ended, today: string): ReturnType<typeof appendToSection> {
  const lines = JOURNEY.flatMap(({ key, label }) => {
    const text = ended.journey[key]?.replace(/\s+/g, ' ');
    return text === undefined ? [] : [`- ${label}: ${text}`];
  });
  const summary = ended.summary.trim();
  const paragraphs = [
    `${today}, ${ended.as}: ${summary}`,
    ...(lines.length > 0 ? [lines.join('\n')] : []),
  ];
  return appendToSection(now, 'Outcome', paragraphs.join('\n\n'));
}
