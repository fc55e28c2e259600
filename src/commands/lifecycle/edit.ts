import { join } from 'node:path';
import type { Command } from 'commander';
import { currentSeal, goalpostMoved, movedFields } from '../../agreement/seals.ts';
import { isAccepted } from '../../agreement/transitions.ts';
import { samePerson } from '../../brief/people.ts';
import type { Brief } from '../../brief/read.ts';
import { readBrief } from '../../brief/read.ts';
import { Failure } from '../../failure.ts';
import { loadFile } from '../../files/load.ts';
import type { Host, Result } from '../../host.ts';
import { printable } from '../../printable.ts';
import type { Ask } from '../../wizard/ask.ts';
import { openEditor } from '../../wizard/editor.ts';
import { checkSetup, checkText } from '../../lint/check.ts';
import { atLeast } from '../../lint/severity.ts';
import { RULE } from '../../rules/index.ts';
import type { MoveRecord } from '../../agreement/record.ts';
import { labelsOf, moveTrailers, withRecord } from '../../agreement/record.ts';
import { agreementRemarks } from './moves.ts';
import type { Life, LifeOptions } from './session.ts';
import { sealedValues } from '../../lifecycle/sealed-values.ts';
import { declareLife, finishLife, openLife } from './session.ts';
import { paintFor } from '../paint.ts';
import type { Execute } from '../command.ts';

interface EditOptions extends LifeOptions {
  readonly reason?: string;
  readonly agreedBy?: string;
}

/** `delegate edit BRIEF`: the editor, lint on return, a reason where a goalpost moved, one commit. */
export function declare(command: Command, execute: Execute): void {
  declareLife(command)
    .option('--reason <text>', 'why a criterion moves, if one does')
    .option('--agreed-by <who>', 'who has agreed to it: Name <email>')
    .addHelpText('after', '\nExample:\n  VISUAL="code --wait" delegate edit halve-deployment-time')
    .action((ref: string, options: EditOptions) => execute((host) => run(host, ref, options)));
}

async function run(host: Host, ref: string, options: EditOptions): Promise<Result> {
  const life = await openLife(host, ref, options);
  const ask = host.interactive ? await asking(host) : undefined;
  const text = await inEditor(life, ask);
  const { path, brief, committed } = life;
  if (text === (committed ?? brief.text))
    return { err: printable(`${path} is as it was; nothing to commit.\n`) };
  const now: Life = { ...life, brief: readBrief(text), committed: text };
  if (!now.brief.readable) {
    throw new Failure(
      `${path} is kept as you left it, but is not committed: ${now.brief.problems[0]?.message}`,
      `Mend it with "delegate edit ${path}".`,
    );
  }
  const record = await recordOf(life, now, options, ask);
  if (record === undefined) {
    return finishLife(now, text, { happened: 'edited', did: `Edited ${path}` });
  }
  return finishLife(now, withRecord(text, record), {
    happened: `${labelsOf(record.fields)} moved`,
    did: `Edited ${path}, and recorded that ${labelsOf(record.fields)} moved`,
    trailers: moveTrailers(record),
    said: agreementRemarks(now.brief.values, record.agreedBy),
    data: { fields: record.fields },
  });
}

interface Asking {
  readonly ask: Ask;
  readonly flows: typeof import('../../wizard/amend.ts');
}

async function asking(host: Host): Promise<Asking> {
  const { terminalAsk } = await import('../../wizard/terminal.ts');
  const flows = await import('../../wizard/amend.ts');
  return { ask: await terminalAsk(host, paintFor(host, 'out')), flows };
}

/** Opens the file itself, so that nothing typed can be lost, until lint is content or the person is. */
async function inEditor(life: Life, asks: Asking | undefined): Promise<string> {
  const { host, workspace, path, today } = life;
  const setup = checkSetup(workspace, today);
  for (;;) {
    await openEditor(host, join(workspace.root, path));
    const loaded = await loadFile(workspace, path);
    if (!('text' in loaded))
      throw new Failure(`${path}: ${loaded.problem.message}`, loaded.problem.help);
    const { findings } = checkText(setup, path, loaded.text);
    // A goalpost that has just moved is recorded below; until then it is no finding.
    const found = atLeast('warning', findings).filter(({ rule }) => rule !== RULE.goalpostMoved);
    if (found.length === 0 || asks === undefined) return loaded.text;
    const lines = found.map(({ level, message, help, range }) => {
      return `- ${level}, line ${range.start.line}: ${message}. ${help}.`;
    });
    asks.ask.say(`\nLint says:\n${lines.join('\n')}`);
    if (
      !(await asks.ask.confirm(
        'Go back into the editor?',
        found.some(({ level }) => level === 'error'),
      ))
    ) {
      return loaded.text;
    }
  }
}

async function recordOf(
  before: Life,
  now: Life,
  options: EditOptions,
  asks: Asking | undefined,
): Promise<MoveRecord | undefined> {
  const { values } = now.brief;
  if (!isAccepted(values) || !sealMoved(before.brief, now.brief)) return undefined;
  const agreedTo =
    (await sealedValues(now.workspace, now.path, now.brief.values)) ?? before.brief.values;
  const fields = movedFields(agreedTo, values);
  const what = labelsOf(fields);
  const reason = options.reason ?? (await asks?.flows.askReason(asks.ask, what));
  if (reason === undefined || reason.trim() === '') {
    throw new Failure(
      `${what} of ${now.path} moved after it was accepted; the file is kept, and not committed`,
      `Record it: delegate amend ${values.id ?? now.path} --reason "…" --agreed-by "…"`,
    );
  }
  const { delegate } = values;
  const isDelegate =
    delegate !== undefined && before.self !== undefined && samePerson(delegate, before.self);
  const agreedBy =
    options.agreedBy ??
    (asks === undefined
      ? isDelegate
        ? before.self
        : undefined
      : await asks.flows.askAgreed(asks.ask, delegate, before.self));
  return { date: before.today, fields, reason: reason.trim(), agreedBy };
}

/** True when criteria that were sealed have moved and no record in the file seals them. */
function sealMoved(before: Brief, now: Brief): boolean {
  if (goalpostMoved(now.values)) return true;
  return currentSeal(now.values) === undefined && movedFields(before.values, now.values).length > 0;
}
