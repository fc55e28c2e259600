import type { Command } from 'commander';
import type { StandingChange } from '../../agreement/change-standing.ts';
import { currentStandings } from '../../agreement/change-standing.ts';
import { canTransition, isAccepted } from '../../agreement/transitions.ts';
import { labelsOf } from '../../agreement/record.ts';
import type { FieldName } from '../../brief/fields.ts';
import { Failure } from '../../failure.ts';
import type { Host, Result } from '../../host.ts';
import type { Amendment } from '../../lifecycle/amend.ts';
import { assertOwnRecord } from '../../lifecycle/agent.ts';
import { amendBrief, assertCanAmend, changeContext, planAmendment } from '../../lifecycle/amend.ts';
import type { BriefSession } from '../../lifecycle/session.ts';
import { refOf } from '../../lifecycle/session.ts';
import { takingBack } from '../../lifecycle/take-back.ts';
import { moveLines } from '../../report/moves.ts';
import type { Execute } from '../command.ts';
import { excludes } from '../options.ts';
import { amendedText, collectField, collectItem, collectSet } from './amend-flags.ts';
import {
  declareBriefCommand,
  filledText,
  missingFlags,
  openSession,
  savedResult,
} from './brief-command.ts';
import { changesText, namedChange } from './change-answer.ts';
import type { MoveQuestions } from './move-questions.ts';
import type { ProposalOptions } from './proposals.ts';
import { decline, propose, takeOver } from './proposals.ts';
import { agreedByOf, agreementRemarks, moveQuestions } from './move-questions.ts';
import { printable } from '../../printable.ts';

interface AmendOptions extends ProposalOptions {
  readonly field?: readonly FieldName[];
  readonly reseal?: true;
  readonly takeBack?: string;
  readonly propose?: true;
}

/** `delegate amend BRIEF`: moves a criterion openly, or records one that was moved by hand. */
export function declare(command: Command, execute: Execute): void {
  declareBriefCommand(command)
    .option(
      '--set <field=value>',
      'give a field another value; a list takes its items between semicolons',
      collectSet,
    )
    .option('--add <field=item>', 'add an item to a list', collectItem)
    .option(
      '--remove <field=item>',
      'take an item out: its text, a part of it, or its number',
      collectItem,
    )
    .option('-m, --reason <text>', 'why it moves')
    .option('--agreed-by <who>', 'who has agreed to it: Name <email>')
    .option('--field <name>', 'a field that moved, where git does not show it', collectField)
    .option(
      '--take-back <change>',
      'put back what a recorded change moved: its number in "delegate show", a part of its reason, or disputed',
    )
    .option('--propose', 'only write it down, for a person to take over: nothing moves')
    .option(
      '--from-proposal [number]',
      'take over what was proposed: its number, where there are several',
    )
    .option('--decline-proposal [number]', 'say no to it, with the reason')
    .option('--reseal', 'record and seal the criteria as they are now, as after a merge')
    .addHelpText(
      'after',
      `
Without --set, --add and --remove it records what was changed in the file by hand, committed or not;
when nothing was, it asks (in a terminal).

Examples:
  delegate amend b-7k3 --set timeline.due=2026-05-31 --reason "The freeze starts on 1 June." --agreed-by "Bor Kos"
  delegate amend halve-deployment-time --add "guardrails=No work on Fridays" --reason "On-call days"
  delegate amend b-7k3 --propose --set timeline.due=2026-07-31 --reason "The import takes a month."
  delegate amend b-7k3 --from-proposal
  delegate amend b-7k3 --take-back disputed --reason "You are right: May is too early."
  delegate amend b-7k3 --reseal --reason "Both branches moved the date; we took the later one."`,
    )
    .action((ref: string | undefined, options: AmendOptions) =>
      execute((host) => run(host, ref, options)),
    )
    .hook('preAction', excludes('--take-back', ['--set', '--add', '--remove', '--reseal']))
    .hook(
      'preAction',
      excludes('--from-proposal', ['--set', '--add', '--remove', '--reseal', '--take-back']),
    )
    .hook(
      'preAction',
      excludes('--propose', ['--from-proposal', '--reseal', '--take-back', '--agreed-by']),
    )
    .hook(
      'preAction',
      excludes('--decline-proposal', [
        '--from-proposal',
        '--propose',
        '--set',
        '--add',
        '--remove',
      ]),
    );
}

async function run(host: Host, ref: string | undefined, options: AmendOptions): Promise<Result> {
  const session = await openSession(
    host,
    ref,
    options,
    (values) => isAccepted(values) && canTransition('cancel', values),
  );
  assertCanAmend(session);
  if (options.propose) return propose(session, options);
  if (options.declineProposal !== undefined) return decline(host, session, options);
  assertOwnRecord(session, []);
  const questions = await moveQuestions(host);
  if (options.fromProposal !== undefined) return takeOver(session, options, questions);
  const back = await changesBack(session, options, questions);
  const amendment = await amendmentOf(session, options, back, questions);
  const { fields } = amendment;
  if (fields.length === 0) return contextResult(session, amendment, options);
  const moves = amendment.moves.flatMap(moveLines);
  questions?.ask.say(`\n${moves.join('\n')}`);
  const said = options.reason ?? (await questions?.reason(fields));
  if (said === undefined) throw missingFlags('--reason');
  const reason = filledText('--reason', said, 'Say in a sentence why it moves.');
  // What is taken back needs nobody's word where it was so agreed.
  const agreedBy = await agreedByOf(session, options, back === undefined ? questions : undefined);
  const amended = await amendBrief(session, amendment, { reason, agreedBy });
  return savedResult(
    amended,
    {
      done:
        back === undefined
          ? `Recorded in ${amended.path} that ${labelsOf(fields)} moved`
          : `Took the change of ${labelsOf(fields)} back in ${amended.path}`,
      remarks: [...(questions === undefined ? moves : []), ...agreementRemarks(amended.values)],
      data: { fields, reason, agreedBy },
    },
    options,
  );
}

/** What changes: by the flags, by hand before, or else as the person says who is asked. */
async function amendmentOf(
  session: BriefSession,
  options: AmendOptions,
  back: readonly StandingChange[] | undefined,
  questions: MoveQuestions | undefined,
): Promise<Amendment> {
  if (back !== undefined)
    return planAmendment(session, { change: await takingBack(session, back) });
  const { brief, today } = session;
  const { set, add, remove, field: fields, reseal } = options;
  const byFlags = (text: string): string => amendedText(text, options, today);
  const amendment = await planAmendment(session, { change: byFlags, fields, reseal });
  const isGiven = [set, add, remove].some((flag) => flag !== undefined);
  if (amendment.fields.length > 0 || isGiven) return amendment;
  if (questions === undefined) throw missingFlags('--set, --add or --remove');
  const change = await questions.change(brief.text, today);
  return planAmendment(session, { change, fields, reseal });
}

/** The changes that are taken back, by the flag, or as the person says whose change is disputed. */
async function changesBack(
  session: BriefSession,
  options: AmendOptions,
  questions: MoveQuestions | undefined,
): Promise<readonly StandingChange[] | undefined> {
  const all = currentStandings(session.brief.values);
  const disputed = all.filter(({ objections }) => objections.length > 0);
  const { takeBack: wanted, set, add, remove, field, reseal } = options;
  if (wanted === 'disputed') {
    if (disputed.length > 0) return disputed;
    throw new Failure(
      `nobody objects to a change of ${session.path}`,
      `Name the change: delegate show ${refOf(session)} numbers them.`,
    );
  }
  if (wanted !== undefined) return [namedChange(all, wanted, session)];
  const isGiven = [set, add, remove, field, reseal].some((flag) => flag !== undefined);
  if (questions === undefined || isGiven || disputed.length === 0) return undefined;
  questions.ask.say(`\n${await changesText(session, disputed)}`);
  const what = disputed.length === 1 ? 'this change' : `these ${disputed.length} changes`;
  return (await questions.ask.confirm(`Take ${what} back?`, true)) ? disputed : undefined;
}

async function contextResult(
  session: BriefSession,
  amendment: Amendment,
  options: AmendOptions,
): Promise<Result> {
  const { path } = session;
  const saved = await changeContext(session, amendment);
  if (saved === undefined) {
    const text = `Nothing moved in ${path}: it is as it was agreed.`;
    return { err: `${printable(text, true)}\n` };
  }
  const remarks = ['No criterion or term moved, so nothing is recorded.'];
  return savedResult(saved, { done: `Changed ${path}`, remarks }, options);
}
