import type { Command } from 'commander';
import { AGREED_GROUPS, currentSeal, goalpostMoved, movedFields } from '../../agreement/seals.ts';
import { isAccepted } from '../../agreement/transitions.ts';
import type { FieldName, Values } from '../../brief/fields.ts';
import { fieldOf } from '../../brief/fields.ts';
import { samePerson } from '../../brief/people.ts';
import { readBrief } from '../../brief/read.ts';
import { Failure } from '../../failure.ts';
import type { Host, Result } from '../../host.ts';
import type { Ask } from '../../wizard/ask.ts';
import type { AmendFlags } from './amend-edits.ts';
import { AMENDABLE, amended } from './amend-edits.ts';
import { checkSetup } from '../../lint/check.ts';
import { structureErrorsIn } from '../../lint/severity.ts';
import type { MoveRecord } from '../../agreement/record.ts';
import { labelsOf, moveTrailers, withRecord } from '../../agreement/record.ts';
import { agreementRemarks } from './moves.ts';
import type { Life, LifeOptions } from './session.ts';
import { sealedValues } from '../../lifecycle/sealed-values.ts';
import { declareLife, finishLife, missing, openLife } from './session.ts';
import { paintFor } from '../paint.ts';
import type { Execute } from '../command.ts';
import { collect } from '../options.ts';

interface AmendOptions extends LifeOptions, AmendFlags {
  readonly reason?: string;
  readonly agreedBy?: string;
  readonly field?: readonly string[];
  readonly reseal?: true;
}

/** `delegate amend BRIEF`: moves a criterion openly, or records one that was moved by hand. */
export function declare(command: Command, execute: Execute): void {
  declareLife(command)
    .option(
      '--set <field=value>',
      'give a field another value; a list takes its items between semicolons',
      collect,
    )
    .option('--add <field=item>', 'add an item to a list', collect)
    .option(
      '--remove <field=item>',
      'take an item out: its text, a part of it, or its number',
      collect,
    )
    .option('--reason <text>', 'why it moves')
    .option('--agreed-by <who>', 'who has agreed to it: Name <email>')
    .option('--field <name>', 'a field that moved, where git does not show it', collect)
    .option('--reseal', 'record and seal the criteria as they are now, as after a merge')
    .addHelpText(
      'after',
      `
Without --set, --add and --remove it records what was changed in the file by hand, committed or not;
when nothing was, it asks (in a terminal).

Examples:
  delegate amend b-7k3 --set timeline.due=2026-05-31 --reason "The freeze starts on 1 June." --agreed-by "Bor Kos"
  delegate amend halve-deployment-time --add "guardrails=No work on Fridays" --reason "On-call days"
  delegate amend b-7k3 --reseal --reason "Both branches moved the date; we took the later one."`,
    )
    .action((ref: string, options: AmendOptions) => execute((host) => run(host, ref, options)));
}

async function run(host: Host, ref: string, options: AmendOptions): Promise<Result> {
  const life = await openLife(host, ref, options);
  const { brief, path, today } = life;
  const { values } = brief;
  if (!isAccepted(values)) {
    throw new Failure(
      `${path} is not accepted yet, so its criteria are free to move`,
      'Edit it in place; "amend" is for what has been agreed to.',
    );
  }
  const flagged = [options.set, options.add, options.remove].some((flag) => flag !== undefined);
  const ask = host.interactive ? await asking(host) : undefined;
  let text = amended(brief.text, options, today);
  const before = await baseline(life);
  let moved = whatMoved(before, readBrief(text).values, options.field);
  if (moved.length === 0 && !flagged && !options.reseal && !goalpostMoved(values)) {
    if (ask === undefined) throw missing(['--set, --add or --remove']);
    text = await ask.change(text, today);
    moved = whatMoved(before, readBrief(text).values, options.field);
  }
  refuseBroken(life, text);
  const now = readBrief(text).values;
  if (moved.length === 0 && (options.reseal === true || goalpostMoved(now))) {
    throw new Failure(
      `git does not show which criteria of ${path} moved since they were sealed`,
      'Name them: --field timeline.due (may be repeated).',
    );
  }
  if (moved.length === 0) return unmoved(life, text);
  const missed = options.reason === undefined && ask === undefined ? ['--reason'] : [];
  if (missed.length > 0) throw missing(missed);
  const reason = (options.reason ?? (await ask?.reason(labelsOf(moved))) ?? '').trim();
  if (reason === '') throw new Failure('--reason is empty', 'Say in a sentence why it moves.');
  const agreedBy = options.agreedBy ?? (await agreed(life, ask));
  const record: MoveRecord = { date: today, fields: moved, reason, agreedBy };
  return finishLife(life, withRecord(text, record), {
    happened: `${labelsOf(moved)} moved`,
    did: `Recorded in ${path} that ${labelsOf(moved)} moved`,
    trailers: moveTrailers(record),
    said: agreementRemarks(now, agreedBy),
    data: { fields: moved, reason, agreedBy: agreedBy ?? null },
  });
}

interface Asking {
  readonly change: (text: string, today: string) => Promise<string>;
  readonly reason: (what: string) => Promise<string>;
  readonly agreed: (delegate?: string, self?: string) => Promise<string | undefined>;
}

async function asking(host: Host): Promise<Asking> {
  const { terminalAsk } = await import('../../wizard/terminal.ts');
  const { askAgreed, askChange, askReason } = await import('../../wizard/amend.ts');
  const ask: Ask = await terminalAsk(host, paintFor(host, 'out'));
  return {
    change: (text, today) => askChange(ask, text, AMENDABLE, { today, ids: () => [] }),
    reason: (what) => askReason(ask, what),
    agreed: (delegate, self) => askAgreed(ask, delegate, self),
  };
}

/** What moves are counted from: the criteria that were sealed, else the last commit. */
async function baseline(life: Life): Promise<Values | undefined> {
  const { brief, committed } = life;
  if (currentSeal(brief.values) !== undefined) {
    const agreedTo = await sealedValues(life.workspace, life.path, brief.values);
    // A term has no seal: it is compared with the last commit, as far as the criteria are sealed.
    if (agreedTo === brief.values && committed !== undefined) return readBrief(committed).values;
    return agreedTo;
  }
  return committed === undefined ? brief.values : readBrief(committed).values;
}

function whatMoved(
  before: Values | undefined,
  after: Values,
  named: readonly string[] | undefined,
): FieldName[] {
  const given = (named ?? []).map((name) => {
    const entry = fieldOf(name);
    if (entry !== undefined && AMENDABLE.some((known) => known.name === name)) return entry.name;
    throw new Failure(`--field names "${name}", which is not a field`, 'See "delegate schema".');
  });
  const found = before === undefined ? [] : movedFields(before, after, AGREED_GROUPS);
  return [...new Set([...found, ...given])];
}

function refuseBroken({ path, workspace, today, brief }: Life, text: string): void {
  const setup = checkSetup(workspace, today);
  const found = structureErrorsIn(setup, path, text);
  if (found.length > structureErrorsIn(setup, path, brief.text).length) {
    throw new Failure(`nothing was written: ${found[0]?.message}`, `${found[0]?.help}.`);
  }
}

async function unmoved(life: Life, text: string): Promise<Result> {
  const { brief, path } = life;
  if (text === brief.text && brief.text === life.committed) {
    return { err: `Nothing moved in ${path}: it is as it was agreed.\n` };
  }
  return finishLife(life, text, {
    happened: 'context changed',
    did: `Changed ${path}`,
    said: ['No criterion or term moved, so nothing is recorded.'],
  });
}

async function agreed({ brief, self }: Life, ask: Asking | undefined): Promise<string | undefined> {
  const { delegate } = brief.values;
  if (ask !== undefined) return ask.agreed(delegate, self);
  return self !== undefined && delegate !== undefined && samePerson(self, delegate)
    ? self
    : undefined;
}
