import type { Command } from 'commander';
import { canTransition } from '../../agreement/transitions.ts';
import type { Host, Result } from '../../host.ts';
import { acceptBrief, objectToBrief } from '../../lifecycle/accept.ts';
import type { BriefSession } from '../../lifecycle/session.ts';
import { assertTransition } from '../../lifecycle/session.ts';
import { checkSetup } from '../../lint/check-context.ts';
import { checkOneText } from '../../lint/expected-text.ts';
import { atLeast } from '../../lint/severity.ts';
import { showText } from '../../report/show.ts';
import { RULE } from '../../rules/ids.ts';
import type { Ask } from '../../wizard/ask.ts';
import type { Execute } from '../command.ts';
import { excludes } from '../options.ts';
import type { BriefOptions } from './brief-command.ts';
import {
  askerOf,
  declareBriefCommand,
  filledText,
  missingFlags,
  openSession,
  savedResult,
} from './brief-command.ts';
import { BY, wordOf } from './on-word.ts';
import type { ReplyOptions } from './reply.ts';
import { isAnswered, replyOf } from './reply.ts';

interface AcceptOptions extends BriefOptions, ReplyOptions {
  readonly by?: string;
}

/** `delegate accept BRIEF`: the delegate says it back and agrees, or objects. */
export function declare(command: Command, execute: Execute): void {
  declareBriefCommand(command)
    .option('--backbrief <text>', 'the goal, the scope and the freedom in your own words')
    .option(...BY)
    .option('--object <text>', 'do not accept: back to draft, with these words in the brief')
    .option('--from <file>', 'their answer by mail or chat (- for standard input), to say it back')
    .option('--object-from <file>', 'the same, to object')
    .addHelpText(
      'after',
      `
In a terminal it shows the whole brief, what lint finds in it, and asks. Accepting is the delegate's:
somebody else writes down what they have said, with --by, and is recorded as who did. Of an answer in a
file their own words are taken; the greeting, the signature and what it quotes are left out, and told.

Examples:
  delegate accept halve-deployment-time
  delegate accept b-7k3 --backbrief "I own halving the wait for a deploy; how is up to me."
  delegate accept b-7k3 --object "Two days a week do not fit beside the migration."
  delegate accept b-7k3 --by "Maja Kos" --backbrief "She said: I own the wait, how is up to me."
  delegate accept b-7k3 --by maja@example.com --from answer.txt`,
    )
    .action((ref: string | undefined, options: AcceptOptions) =>
      execute((host) => run(host, ref, options)),
    )
    .hook('preAction', excludes('--from', ['--backbrief', '--object', '--object-from']))
    .hook('preAction', excludes('--object-from', ['--backbrief', '--object']));
}

async function run(host: Host, ref: string | undefined, options: AcceptOptions): Promise<Result> {
  const session = await openSession(host, ref, options, (values) =>
    canTransition('accept', values),
  );
  assertTransition(session, 'accept');
  const isAsked = !isAnswered(options);
  if (isAsked && !host.interactive) throw missingFlags('--backbrief');
  const ask = isAsked ? await askerOf(host) : undefined;
  if (ask !== undefined) showWhole(session, ask);
  const word = await wordOf(host, session, options.by, 'accept', ['delegate']);
  const { reply, remarks: leftOut } = await replyOf(host, session, options, word.by, ask);
  if (reply.kind === 'object') {
    const objection = filledText('--object', reply.objection, 'Say what stands in the way.');
    const saved = await objectToBrief(session, { by: word.by, objection });
    const done = `Wrote the objection into ${saved.path}, which is a draft again,`;
    return savedResult(saved, { done, remarks: leftOut }, options);
  }
  const help = 'Say the brief back in a sentence.';
  const said = filledText('--backbrief', reply.backbrief, help);
  const accepted = await acceptBrief(session, { ...word, backbrief: said });
  const { agreement, values } = accepted;
  const done = `Accepted ${accepted.path}`;
  const recorder = agreement['recorded-by'];
  const remarks = [
    ...leftOut,
    ...(recorder === undefined ? [] : [`${word.by} accepts it on the word of ${recorder}.`]),
    `From now on "delegate amend ${values.id ?? accepted.path}" moves a criterion openly; "delegate log" tells every move.`,
  ];
  return savedResult(accepted, { done, remarks, data: { agreement } }, options);
}

/** The whole brief, and what lint finds in it: what is accepted should have been read. */
function showWhole(session: BriefSession, ask: Ask): void {
  const { brief, path, workspace, today } = session;
  const { values, readable } = brief;
  const body = brief.text.slice(brief.split?.body ?? 0);
  const shown = { path, readable, values, body, concerns: [], evidence: [] };
  ask.say('');
  ask.show((options) => showText(shown, options));
  const setup = checkSetup(workspace, today);
  const found = atLeast('warning', checkOneText(setup, path, brief.text).findings).filter(
    ({ rule }) => rule !== RULE.acceptedWithoutAgreement,
  );
  if (found.length === 0) return;
  ask.say('\nLint finds:', 'bold');
  for (const { level, message, help } of found) ask.say(`- ${level}: ${message}; ${help}`);
}
