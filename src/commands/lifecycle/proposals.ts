/** `delegate amend --propose`, which moves nothing, and `--from-proposal`, by which a person takes it over. */
import type { WrittenProposal } from '../../agreement/proposals.ts';
import { changeText, settledOn } from '../../agreement/proposals.ts';
import { labelsOf } from '../../agreement/record.ts';
import { editInSteps } from '../../brief/edit-steps.ts';
import { Failure } from '../../failure.ts';
import type { Host, Result } from '../../host.ts';
import { assertPerson, speakerOf } from '../../lifecycle/agent.ts';
import type { Amendment } from '../../lifecycle/amend.ts';
import { amendBrief, planAmendment } from '../../lifecycle/amend.ts';
import type { ProposedAmendment } from '../../lifecycle/proposals.ts';
import {
  assertAsProposed,
  declineProposal,
  proposalMeant,
  proposeAmendment,
  sameProposal,
} from '../../lifecycle/proposals.ts';
import type { BriefSession } from '../../lifecycle/session.ts';
import { refOf } from '../../lifecycle/session.ts';
import { moveLines } from '../../report/moves.ts';
import type { AmendFlags } from './amend-flags.ts';
import { amendedText, proposalFlags, proposedChanges } from './amend-flags.ts';
import type { BriefOptions } from './brief-command.ts';
import { filledText, missingFlags, savedResult } from './brief-command.ts';
import type { MoveOptions, MoveQuestions } from './move-questions.ts';
import { agreedByOf, agreementRemarks } from './move-questions.ts';
import { reasonOf } from './reason.ts';

/** The options of both. */
export interface ProposalOptions extends BriefOptions, AmendFlags, MoveOptions {
  readonly fromProposal?: string | true;
  readonly declineProposal?: string | true;
}

/** A proposal that was written down, with what it would move. */
interface Proposed extends ProposedAmendment {
  readonly moves: readonly string[];
}

/** Writes down what the flags would change. A Failure where that would break the brief, or move nothing. */
async function writeProposal(
  session: BriefSession,
  flags: AmendFlags,
  reason: string,
): Promise<Proposed> {
  const { brief, today } = session;
  const changes = proposedChanges(brief, flags);
  const planned = await planAmendment(session, {
    change: (text) => amendedText(text, flags, today),
  });
  if (planned.fields.length === 0) {
    throw new Failure(
      'this moves nothing that was agreed',
      `What is only context needs no proposal: delegate edit ${refOf(session)}`,
    );
  }
  const proposed = await proposeAmendment(session, { by: speakerOf(session), reason, changes });
  return { ...proposed, moves: planned.moves.flatMap(moveLines) };
}

/** Proposes what the flags say. */
export async function propose(session: BriefSession, options: ProposalOptions): Promise<Result> {
  const { set, add, remove } = options;
  if ([set, add, remove].every((flag) => flag === undefined)) {
    throw missingFlags('--set, --add or --remove');
  }
  if (options.reason === undefined) throw missingFlags('--reason');
  const reason = filledText('--reason', options.reason, 'Say in a sentence why it should move.');
  const proposed = await writeProposal(session, options, reason);
  const { number } = proposed.proposal;
  return savedResult(
    proposed,
    {
      done: `Proposed in ${proposed.path} to change ${labelsOf(fieldsOf(proposed.proposal))}`,
      remarks: [...proposed.moves, waits(session, number)],
      data: { proposal: number, reason },
    },
    options,
  );
}

/** What happens with a proposal next. */
function waits(session: BriefSession, number: number): string {
  return `Nothing has moved. To take it over, a person runs: delegate amend ${refOf(session)} --from-proposal ${number}`;
}

function fieldsOf({ changes }: WrittenProposal): readonly string[] {
  return [...new Set(changes.map(({ field }) => field))];
}

/** Takes over what was proposed, as any change that a person makes. */
export async function takeOver(
  session: BriefSession,
  options: ProposalOptions,
  questions: MoveQuestions | undefined,
): Promise<Result> {
  const proposal = settling(session, '--from-proposal', options.fromProposal);
  assertAsProposed(session, proposal);
  const amendment = await planOf(session, proposal);
  const moves = amendment.moves.flatMap(moveLines);
  const shown = [...proposalLines(proposal), ...moves];
  if (questions !== undefined) {
    questions.ask.say(`\n${shown.join('\n')}`);
    if (!(await questions.ask.confirm('Take it over?', true))) {
      throw new Failure(
        'nothing was written',
        `To decline it: delegate amend ${refOf(session)} --decline-proposal ${proposal.number} --reason "…"`,
      );
    }
  }
  const reason = filledText('--reason', options.reason ?? proposal.reason, 'Say why it moves.');
  const agreedBy = await agreedByOf(session, options, questions);
  const amended = await amendBrief(session, amendment, { reason, agreedBy });
  return savedResult(
    amended,
    {
      done: `Took proposal ${proposal.number} over in ${amended.path}: ${labelsOf(amendment.fields)} moved`,
      remarks: [...(questions === undefined ? shown : []), ...agreementRemarks(amended.values)],
      data: { proposal: proposal.number, fields: amendment.fields, reason, agreedBy },
    },
    options,
  );
}

/** Declines what was proposed, with the reason. */
export async function decline(
  host: Host,
  session: BriefSession,
  options: ProposalOptions,
): Promise<Result> {
  const proposal = settling(session, '--decline-proposal', options.declineProposal);
  const shown = proposalLines(proposal).join('\n');
  const reason = await reasonOf(host, options, { ask: 'Why not?', shown });
  const declined = await declineProposal(session, proposal, reason);
  const { number } = proposal;
  return savedResult(
    declined,
    {
      done: `Declined proposal ${number} in ${declined.path}`,
      data: { proposal: number, reason },
    },
    options,
  );
}

/** The proposal that a person settles; a Failure for an agent. */
function settling(
  session: BriefSession,
  flag: string,
  named: string | true | undefined,
): WrittenProposal {
  const wanted = named === true ? undefined : named;
  if (wanted !== undefined && !/^\d{1,4}$/.test(wanted)) {
    throw new Failure(
      `${flag} takes the number of a proposal`,
      'Name the brief before it, and the number where there are several proposals.',
    );
  }
  assertPerson(session, {
    verb: 'amend',
    command: [`delegate amend ${refOf(session)} ${flag}`, wanted ?? []].flat().join(' '),
  });
  return proposalMeant(session, wanted === undefined ? undefined : Number(wanted));
}

async function planOf(session: BriefSession, proposal: WrittenProposal): Promise<Amendment> {
  const { today } = session;
  const amendment = await planAmendment(session, {
    change: (text) =>
      amendedText(
        editInSteps(text, (now) =>
          settledOn(sameProposal(now, proposal, session.path), 'taken over', today),
        ),
        proposalFlags(proposal),
        today,
      ),
  });
  if (amendment.fields.length > 0) return amendment;
  throw new Failure(`proposal ${proposal.number} of ${session.path} moves nothing any more`);
}

function proposalLines({ number, date, by, reason, changes }: WrittenProposal): readonly string[] {
  return [
    `Proposal ${number} of ${date}, by ${by}: ${reason}`,
    ...changes.map((change) => `  ${changeText(change)}`),
  ];
}
