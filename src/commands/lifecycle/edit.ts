import { join } from 'node:path';
import type { Command } from 'commander';
import { labelsOf } from '../../agreement/record.ts';
import { isSameText } from '../../brief/lines.ts';
import { Failure } from '../../failure.ts';
import { loadFile } from '../../files/load.ts';
import type { Host, Result } from '../../host.ts';
import { amendBrief } from '../../lifecycle/amend.ts';
import {
  commitEdit,
  reopenEdited,
  unrecordedMove,
  withCommittedMeanwhile,
} from '../../lifecycle/edit.ts';
import type { BriefSession } from '../../lifecycle/session.ts';
import { refOf } from '../../lifecycle/session.ts';
import { checkSetup } from '../../lint/check-context.ts';
import { checkOneText } from '../../lint/expected-text.ts';
import { atLeast } from '../../lint/severity.ts';
import { printable } from '../../printable.ts';
import { RULE } from '../../rules/index.ts';
import type { Ask } from '../../wizard/ask.ts';
import { openEditor } from '../../wizard/editor.ts';
import type { Execute } from '../command.ts';
import type { BriefOptions } from './brief-command.ts';
import { declareNamedBrief, openSession, savedResult } from './brief-command.ts';
import type { MoveOptions, MoveQuestions } from './move-questions.ts';
import { agreedByOf, agreementRemarks, moveQuestions } from './move-questions.ts';
import { shellQuote } from '../../git/shell.ts';

interface EditOptions extends BriefOptions, MoveOptions {}

/** `delegate edit BRIEF`: the editor, lint on return, a reason where a goalpost moved, one commit. */
export function declare(command: Command, execute: Execute): void {
  declareNamedBrief(command)
    .option('-m, --reason <text>', 'why a criterion moves, if one does')
    .option('--agreed-by <who>', 'who has agreed to it: Name <email>')
    .addHelpText('after', '\nExample:\n  VISUAL="code --wait" delegate edit halve-deployment-time')
    .action((ref: string | undefined, options: EditOptions) =>
      execute((host) => run(host, ref, options)),
    );
}

async function run(host: Host, ref: string | undefined, options: EditOptions): Promise<Result> {
  const before = await openSession(host, ref, options, () => true, true);
  const questions = await moveQuestions(host);
  const left = await textFromEditor(host, before, questions?.ask);
  const { text, last } = await withCommittedMeanwhile(before, left);
  const remarks = text === left ? [] : ['Put together with what was committed of it meanwhile.'];
  const { path } = before;
  const isLeftAlone = text === before.brief.text && isSameText(text, last);
  if (text === last || isLeftAlone) {
    return { err: `${printable(`${path} is as it was; nothing to commit.`, true)}\n` };
  }
  const session = reopenEdited(before, text);
  const move = await unrecordedMove(before, session);
  if (move === undefined) {
    return savedResult(await commitEdit(session), { done: `Edited ${path}`, remarks }, options);
  }
  const { fields } = move;
  const reason = await reasonOf(session, fields, options, questions);
  const amended = await agreedByOf(session, options, questions)
    .then((agreedBy) => amendBrief(session, move, { reason, agreedBy }))
    .catch((error: unknown) => {
      if (!(error instanceof Failure)) throw error;
      const kept = 'the file is kept as you left it, and not committed';
      throw new Failure(`${error.message}; ${kept}`, error.help, { cause: error });
    });
  return savedResult(
    amended,
    {
      done: `Edited ${path}, and recorded that ${labelsOf(fields)} moved`,
      remarks: [...remarks, ...agreementRemarks(amended.values)],
      data: { fields },
    },
    options,
  );
}

/** Opens the file itself, so that nothing typed can be lost, until lint is content or the person is. */
async function textFromEditor(
  host: Host,
  { workspace, path, brief, today }: BriefSession,
  ask: Ask | undefined,
): Promise<string> {
  const setup = checkSetup(workspace, today);
  for (;;) {
    await openEditor(host, join(workspace.root, path)).catch((error: Error) => {
      const now = loadFile(workspace, path);
      if (!('text' in now) || now.text === brief.text) throw error;
      const help = `What you wrote is kept in ${shellQuote(path)}, and not committed: delegate edit ${shellQuote(path)}`;
      throw new Failure(error.message, help);
    });
    const loaded = loadFile(workspace, path);
    if (!('text' in loaded)) {
      throw new Failure(`${path}: ${loaded.problem.message}`, loaded.problem.help);
    }
    const { findings } = checkOneText(setup, path, loaded.text);
    // A goalpost that has just moved is recorded afterwards; until then it is no finding.
    const found = atLeast('warning', findings).filter(({ rule }) => rule !== RULE.goalpostMoved);
    if (found.length === 0 || ask === undefined) return loaded.text;
    const lines = found.map(({ level, message, help, range }) => {
      return `- ${level}, line ${range.start.line}: ${message}; ${help}`;
    });
    ask.say(`\nLint says:\n${lines.join('\n')}`);
    const hasErrors = found.some(({ level }) => level === 'error');
    if (!(await ask.confirm('Go back into the editor?', hasErrors))) return loaded.text;
  }
}

async function reasonOf(
  { path, brief }: BriefSession,
  fields: readonly string[],
  options: EditOptions,
  questions: MoveQuestions | undefined,
): Promise<string> {
  const reason = (options.reason ?? (await questions?.reason(fields)) ?? '').trim();
  if (reason !== '') return reason;
  throw new Failure(
    `${labelsOf(fields)} of ${path} moved after it was accepted; the file is kept, and not committed`,
    `Record it: delegate amend ${refOf({ brief, path })} --reason "…" --agreed-by "…"`,
  );
}
