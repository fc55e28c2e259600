import type { Command } from 'commander';
import { appendToSection } from '../../brief/body.ts';
import { normalize, seal } from '../../brief/canonical.ts';
import { setField } from '../../brief/yaml/edit.ts';
import { parsePerson, samePerson } from '../../brief/people.ts';
import { Failure } from '../../failure.ts';
import type { Host, Result } from '../../host.ts';
import { checkSetup } from '../../lint/check.ts';
import { errorsIn } from '../../lint/severity.ts';
import type { Life, LifeOptions } from './session.ts';
import { declareLife, editing, finishLife, insist, missing, openLife } from './session.ts';
import { paintFor } from '../paint.ts';
import type { Execute } from '../command.ts';

interface AcceptOptions extends LifeOptions {
  readonly backbrief?: string;
  readonly by?: string;
  readonly object?: string;
}

/** `delegate accept BRIEF`: the delegate says it back and agrees, or objects. */
export function declare(command: Command, execute: Execute): void {
  declareLife(command)
    .option('--backbrief <text>', 'the goal, the scope and the freedom in your own words')
    .option('--by <who>', 'who accepts: Name <email>; you, by your git identity, if you do not say')
    .option('--object <text>', 'do not accept: back to draft, with these words in the brief')
    .addHelpText(
      'after',
      `
In a terminal it shows the criteria and asks.

Examples:
  delegate accept halve-deployment-time
  delegate accept b-7k3 --backbrief "I own halving the wait for a deploy; how is up to me."
  delegate accept b-7k3 --object "Two days a week do not fit beside the migration."`,
    )
    .action((ref: string, options: AcceptOptions) => execute((host) => run(host, ref, options)));
}

async function run(host: Host, ref: string, options: AcceptOptions): Promise<Result> {
  const life = await openLife(host, ref, options);
  insist('accept', life, 'accepted');
  const by = options.by ?? life.self;
  if (by === undefined) {
    throw new Failure('git does not know who you are', 'Say who accepts: --by "Name <email>".');
  }
  if (options.object !== undefined) return object(life, by, options.object);
  if (options.backbrief !== undefined) return accept(life, by, options.backbrief);
  if (!host.interactive) throw missing(['--backbrief']);
  const { terminalAsk } = await import('../../wizard/terminal.ts');
  const { askReply } = await import('../../wizard/accept.ts');
  const reply = await askReply(await terminalAsk(host, paintFor(host, 'out')), life.brief.values);
  return reply.kind === 'object'
    ? object(life, by, reply.words)
    : accept(life, by, reply.backbrief);
}

async function accept(life: Life, by: string, words: string): Promise<Result> {
  const { brief, path, today, workspace } = life;
  const backbrief = words.trim();
  if (backbrief === '')
    throw new Failure('--backbrief is empty', 'Say the brief back in a sentence.');
  const errors = errorsIn(checkSetup(workspace, today), path, brief.text);
  if (errors.length > 0) {
    throw new Failure(
      `${path} is not ready to be accepted: ${errors[0]?.message}`,
      `See "delegate lint ${path}".`,
    );
  }
  const { values } = brief;
  const agreement = { date: today, by, backbrief, criteria: seal(values) };
  const text = editing(
    brief.text,
    (now) => setField(now, 'status', 'accepted'),
    (now) => setField(now, 'agreement', agreement),
  );
  const said: string[] = [];
  if (values.delegate !== undefined && !samePerson(by, values.delegate)) {
    said.push(`Note: ${by} accepted it; the brief names ${values.delegate} as its delegate.`);
  }
  if (normalize(backbrief).toLowerCase() === normalize(values.goal ?? '').toLowerCase()) {
    said.push(
      'Note: the backbrief repeats the goal word for word; own words find misunderstandings.',
    );
  }
  return finishLife(life, text, {
    happened: `accepted by ${parsePerson(by).name}`,
    did: `Accepted ${path}`,
    said: [
      ...said,
      'From now on "delegate amend" moves a criterion openly; "delegate log" tells every move.',
    ],
    data: { agreement },
  });
}

async function object(life: Life, by: string, words: string): Promise<Result> {
  const { brief, path, today } = life;
  const line = words.replace(/\s+/g, ' ').trim();
  if (line === '') throw new Failure('--object is empty', 'Say what stands in the way.');
  const { name } = parsePerson(by);
  const text = editing(
    brief.text,
    (now) => setField(now, 'status', 'draft'),
    (now) => appendToSection(now, 'Objections', `- ${today}, ${name}: ${line}`),
  );
  return finishLife(life, text, {
    happened: `${name} objects`,
    did: `Put ${path} back to draft, with the objection in it`,
    trailers: [['Reason', line]],
  });
}
