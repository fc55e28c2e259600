/** What an agent can do to a brief: each by the command that does the same, so that nothing holds for one only. */
import * as v from 'valibot';
import { statusOf } from '../../agreement/transitions.ts';
import { STATES } from '../../brief/check-ins.ts';
import type { Host, Result } from '../../host.ts';
import { claimEvidence } from '../../lifecycle/claim.ts';
import { openBrief } from '../../lifecycle/session.ts';
import { openWorkspace } from '../../lint/workspace.ts';
import { runInside } from '../inside.ts';
import { filledText, savedResult } from '../lifecycle/brief-command.ts';
import { todayOf } from '../options.ts';

/** More than anybody writes in one of these texts. */
const MAX_TEXT = 10_000;

const BRIEF = v.pipe(v.string(), v.maxLength(300), v.description('id or path'));
const text = (means: string) => v.pipe(v.string(), v.maxLength(MAX_TEXT), v.description(means));

/** A tool of the server. */
export interface Tool {
  readonly name: string;
  readonly description: string;
  readonly input: v.GenericSchema<unknown, unknown>;
  readonly run: (host: Host, input: unknown) => Promise<Result>;
}

function tool<S extends v.GenericSchema<unknown, unknown>>(entry: {
  readonly name: string;
  readonly description: string;
  readonly input: S;
  readonly run: (host: Host, input: v.InferOutput<S>) => Promise<Result>;
}): Tool {
  return { ...entry, run: (host, input) => entry.run(host, input) };
}

const COMMANDS = {
  accept: { name: 'accept', load: () => import('../lifecycle/accept.ts') },
  checkIn: { name: 'check-in', load: () => import('../lifecycle/check-in.ts') },
  dispute: { name: 'dispute', load: () => import('../lifecycle/dispute.ts') },
  amend: { name: 'amend', load: () => import('../lifecycle/amend.ts') },
};

export const TOOLS: readonly Tool[] = [
  tool({
    name: 'accept',
    description:
      'Take on a proposed brief that is delegated to you, by saying it back in your own words: what you will reach, what is outside, what is yours to decide.',
    input: v.object({ brief: BRIEF, backbrief: text('your own words') }),
    run: (host, { brief, backbrief }) =>
      runInside(host, COMMANDS.accept, [`--backbrief=${backbrief}`], [brief]),
  }),
  tool({
    name: 'check_in',
    description: 'Record how it goes. Say blocked, and what you need, to stop and ask a person.',
    input: v.object({ brief: BRIEF, state: v.picklist(STATES), note: text('one line') }),
    run: (host, { brief, state, note }) =>
      runInside(host, COMMANDS.checkIn, [`--state=${state}`, `--note=${note}`], [brief]),
  }),
  tool({
    name: 'object',
    description:
      'Say what stands in the way: of a proposed brief, or of a change that somebody recorded in an accepted one.',
    input: v.object({ brief: BRIEF, reason: text('what is missing or cannot work') }),
    run: object,
  }),
  tool({
    name: 'propose_amendment',
    description:
      'Propose to change what was agreed. It is written under Proposals and moves nothing until a person takes it over.',
    input: v.object({
      brief: BRIEF,
      changes: v.pipe(
        v.array(
          v.object({
            kind: v.picklist(['set', 'add', 'remove']),
            field: v.pipe(v.string(), v.maxLength(100), v.description('such as timeline.due')),
            value: text('the new value; of a list, the item'),
          }),
        ),
        v.minLength(1),
        v.maxLength(20),
      ),
      reason: text('why it should move'),
    }),
    run: (host, { brief, changes, reason }) => {
      const flags = changes.map(({ kind, field, value }) => `--${kind}=${field}=${value}`);
      return runInside(
        host,
        COMMANDS.amend,
        ['--propose', `--reason=${reason}`, ...flags],
        [brief],
      );
    },
  }),
  tool({
    name: 'report_evidence',
    description:
      'Report what you have shown, and the commit. It is told as your claim: only a person who runs verify records a result.',
    input: v.object({ brief: BRIEF, claim: text('what, how, on which commit') }),
    run: reportEvidence,
  }),
];

async function object(
  host: Host,
  { brief, reason }: { readonly brief: string; readonly reason: string },
): Promise<Result> {
  const session = await openAt(host, brief);
  const { values } = session.brief;
  if (statusOf(values) === 'accepted') {
    return runInside(host, COMMANDS.dispute, [`--reason=${reason}`], [session.path]);
  }
  return runInside(host, COMMANDS.accept, [`--object=${reason}`], [session.path]);
}

async function reportEvidence(
  host: Host,
  { brief, claim }: { readonly brief: string; readonly claim: string },
): Promise<Result> {
  const session = await openAt(host, brief);
  const said = filledText('claim', claim, 'Say what you have shown, how, and on which commit.');
  const saved = await claimEvidence(session, said);
  const remarks = ['It is told as claimed. A person records a result with "delegate verify".'];
  return savedResult(saved, { done: `Wrote the claim into ${saved.path}`, remarks }, {});
}

async function openAt(host: Host, brief: string) {
  return openBrief(await openWorkspace(host), brief, { today: todayOf({}, host) });
}
