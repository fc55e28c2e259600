import type { Command } from 'commander';
import { canTransition } from '../../agreement/transitions.ts';
import {
  GOAL_NAME,
  criteriaLeftOpen,
  criterionName,
  outcomeCriteria,
} from '../../agreement/outcome.ts';
import { clip } from '../../brief/value-text.ts';
import type { OutcomeItem, Values } from '../../brief/fields.ts';
import { RESULTS } from '../../brief/shape-records.ts';
import { evidenceStates } from '../../brief/evidence-lines.ts';
import type { Host, Result } from '../../host.ts';
import type { Closing, CriterionResult, End, JourneyKey } from '../../lifecycle/close.ts';
import { ENDS, JOURNEY_KEYS, assertCanClose, closeBrief } from '../../lifecycle/close.ts';
import { assertNoUnrecordedMove, refOf } from '../../lifecycle/session.ts';
import { evidenceSummary } from '../../report/evidence.ts';
import type { Execute } from '../command.ts';
import { choiceOf, collect } from '../options.ts';
import type { BriefOptions } from './brief-command.ts';
import {
  askerOf,
  declareBriefCommand,
  missingFlags,
  openSession,
  savedResult,
} from './brief-command.ts';
import { namedItem } from './named-item.ts';

type ResultOptions = Readonly<Partial<Record<CriterionResult, readonly string[]>>>;

interface CloseOptions
  extends BriefOptions, ResultOptions, Readonly<Partial<Record<JourneyKey, string>>> {
  readonly as?: End;
  readonly outcome?: string;
}

/** `delegate close BRIEF`: the outcome against each criterion, and what was learned on the way. */
export function declare(command: Command, execute: Execute): void {
  declareBriefCommand(command)
    .option('--as <end>', 'done, or cancelled', choiceOf('--as', ENDS))
    .option('--outcome <text>', 'what came of it')
    .option(
      '--met <criterion>',
      'a criterion that holds: goal, its number, a part of its text, or all',
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
The criteria are the goal, by that word, and the criteria of quality by their numbers in "delegate show".
When the dust settles, the journey counts as much as the outcome.

Examples:
  delegate close b-7k3
  delegate close b-7k3 --as done --outcome "18 minutes since May." --met all --helped "The free hand on caching"
  delegate close b-7k3 --as done --outcome "21 minutes, and nothing broke." --missed goal --met 1
  delegate close b-7k3 --as cancelled --outcome "The service is being retired."`,
    )
    .action((ref: string | undefined, options: CloseOptions) =>
      execute((host) => run(host, ref, options)),
    );
}

async function run(host: Host, ref: string | undefined, options: CloseOptions): Promise<Result> {
  const session = await openSession(host, ref, options, (values) =>
    canTransition('cancel', values),
  );
  const { outcome } = options;
  const as = options.as ?? endOf(session.brief.values);
  assertCanClose(session, options.as);
  if (as === undefined && !host.interactive) {
    throw missingFlags('--as', ...(outcome === undefined ? ['--outcome'] : []));
  }
  assertNoUnrecordedMove(session);
  const { values } = session.brief;
  const evidence = evidenceSummary(evidenceStates(session.brief));
  if (evidence.length > 0 && host.interactive) {
    (await askerOf(host)).say(evidence.join('\n'), 'dim');
  }
  const closing = await confirmedClosing(host, values, { ...options, ...(as && { as }) });
  const closed = await closeBrief(session, closing);
  const done = `Closed ${closed.path} as ${closing.as}`;
  const open = closing.as === 'done' ? closed.leftOpen : [];
  const told = closing.criteria.map(({ what, result }) => {
    const name = criterionName(values, what);
    const which = name === undefined || name === GOAL_NAME ? name : `criterion ${name}`;
    return `${which === undefined ? '' : `${which} `}${result}: ${clip(what, 90)}`;
  });
  const remarks =
    open.length === 0
      ? []
      : [
          `It does not say how ${criteriaText(open)} came out; "delegate reopen ${refOf(session)}" takes it up again.`,
        ];
  return savedResult(
    closed,
    {
      done,
      remarks: [...told, ...(closing.as === 'done' ? evidence : []), ...remarks],
      data: { outcome: closed.outcome },
    },
    options,
  );
}

/** How a brief has ended that somebody closed by hand. */
function endOf({ status }: Values): End | undefined {
  return ENDS.find((end) => end === status);
}

/** How it ended; who is asked and says no at the end has their answers again, to change or to keep. */
async function confirmedClosing(
  host: Host,
  values: Values,
  options: CloseOptions,
): Promise<Closing> {
  let closing = await closingOf(host, values, options);
  for (;;) {
    const open = closing.as === 'done' ? criteriaLeftOpen(values, closing) : [];
    if (open.length === 0 || !host.interactive) return closing;
    const ask = await askerOf(host);
    ask.say(`It does not say how ${criteriaText(open)} came out.`);
    // oxlint-disable-next-line no-await-in-loop -- one question after the other
    if (await ask.confirm('Close it as done all the same?', false)) return closing;
    ask.say('Here are your answers again: Enter keeps one.', 'dim');
    const { askClosing } = await import('../../wizard/close.ts');
    // oxlint-disable-next-line no-await-in-loop -- the same
    closing = await askClosing(ask, values, NOTHING_KNOWN, closing);
  }
}

const NOTHING_KNOWN = { as: undefined, summary: undefined, criteria: [], journey: {} } as const;

function criteriaText(criteria: readonly string[]): string {
  const [first] = criteria as [string];
  return criteria.length === 1 ? `"${clip(first, 60)}"` : `${criteria.length} criteria`;
}

/** What the flags say of the end; the rest is asked for. */
async function closingOf(host: Host, values: Values, options: CloseOptions): Promise<Closing> {
  const { as } = options;
  const summary = options.outcome?.trim() || undefined;
  const criteria = resultsOf(values, options);
  const journey = Object.fromEntries(
    JOURNEY_KEYS.map((key) => [key, options[key]?.trim()]).filter(([, text]) => text),
  );
  if (as !== undefined && summary !== undefined) return { as, summary, criteria, journey };
  if (!host.interactive) throw missingFlags('--outcome');
  const { askClosing } = await import('../../wizard/close.ts');
  return askClosing(await askerOf(host), values, { as, summary, criteria, journey });
}

/** How the criteria came out that the flags name, in the order of the brief. */
function resultsOf(values: Values, options: ResultOptions): OutcomeItem[] {
  const all = outcomeCriteria(values);
  const results = new Map<string, CriterionResult>();
  for (const result of RESULTS) {
    for (const wanted of options[result] ?? []) {
      for (const what of criteriaNamed(values, wanted, `--${result}`)) results.set(what, result);
    }
  }
  return all.flatMap((what) => {
    const result = results.get(what);
    return result === undefined ? [] : [{ what, result }];
  });
}

function criteriaNamed(values: Values, wanted: string, flag: string): readonly string[] {
  const all = outcomeCriteria(values);
  if (wanted === 'all') return all;
  const { goal, 'quality.criteria': criteria = [] } = values;
  if (goal !== undefined && wanted.toLowerCase() === GOAL_NAME) return [goal];
  const named = /^\d{1,4}$/.test(wanted) ? criteria[Number(wanted) - 1] : undefined;
  if (named !== undefined) return [named];
  const index = namedItem(all, {
    wanted,
    none: `${flag}: no criterion holds "${wanted}"`,
    several: (count) => `${flag}: ${count} criteria hold "${wanted}"`,
    names: all.map((what) => criterionName(values, what) ?? what),
  });
  return [all[index] as string];
}
