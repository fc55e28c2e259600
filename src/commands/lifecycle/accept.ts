import type { Command } from 'commander';
import { roleOf } from '../../agreement/consent.ts';
import { Failure } from '../../failure.ts';
import type { Host, Result } from '../../host.ts';
import type { AcceptedBrief } from '../../lifecycle/accept.ts';
import { acceptBrief, objectToBrief } from '../../lifecycle/accept.ts';
import type { BriefSession } from '../../lifecycle/session.ts';
import { assertTransition } from '../../lifecycle/session.ts';
import type { Reply } from '../../wizard/accept.ts';
import type { Execute } from '../command.ts';
import type { BriefOptions } from './brief-command.ts';
import {
  askerOf,
  declareBriefCommand,
  filledText,
  missingFlags,
  openSession,
  savedResult,
} from './brief-command.ts';

interface AcceptOptions extends BriefOptions {
  readonly backbrief?: string;
  readonly by?: string;
  readonly object?: string;
}

/** `delegate accept BRIEF`: the delegate says it back and agrees, or objects. */
export function declare(command: Command, execute: Execute): void {
  declareBriefCommand(command)
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
  const session = await openSession(host, ref, options);
  assertTransition(session, 'accept');
  const by = options.by ?? session.self;
  if (by === undefined) {
    throw new Failure('git does not know who you are', 'Say who accepts: --by "Name <email>".');
  }
  const reply = await replyOf(host, session, options);
  if (reply.kind === 'object') {
    const objection = filledText('--object', reply.objection, 'Say what stands in the way.');
    const saved = await objectToBrief(session, { by, objection });
    const done = `Put ${saved.path} back to draft, with the objection in it`;
    return savedResult(saved, { done }, options);
  }
  const help = 'Say the brief back in a sentence.';
  const backbrief = filledText('--backbrief', reply.backbrief, help);
  const accepted = await acceptBrief(session, { by, backbrief });
  const { agreement } = accepted;
  const done = `Accepted ${accepted.path}`;
  return savedResult(
    accepted,
    { done, remarks: remarksOn(accepted), data: { agreement } },
    options,
  );
}

/** What the flags say to the brief, else what the person says who is asked. */
async function replyOf(
  host: Host,
  { brief }: BriefSession,
  { object, backbrief }: AcceptOptions,
): Promise<Reply> {
  if (object !== undefined) return { kind: 'object', objection: object };
  if (backbrief !== undefined) return { kind: 'accept', backbrief };
  if (!host.interactive) throw missingFlags('--backbrief');
  const { askReply } = await import('../../wizard/accept.ts');
  return askReply(await askerOf(host), brief.values);
}

function remarksOn({ agreement, values, repeatsGoal }: AcceptedBrief): string[] {
  const { delegate } = values;
  const by = agreement.by as string;
  const remarks: string[] = [];
  if (delegate !== undefined && roleOf(by, values) !== 'delegate') {
    remarks.push(`Note: ${by} accepted it; the brief names ${delegate} as its delegate.`);
  }
  if (repeatsGoal) {
    remarks.push(
      'Note: the backbrief repeats the goal word for word; own words find misunderstandings.',
    );
  }
  return [
    ...remarks,
    'From now on "delegate amend" moves a criterion openly; "delegate log" tells every move.',
  ];
}
