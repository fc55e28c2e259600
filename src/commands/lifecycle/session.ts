/** What the commands of the lifecycle share: opening a brief, writing it, and committing it. */
import type { Command } from 'commander';
import type { TextEdit } from '../../brief/text-edit.ts';
import { applyEdits } from '../../brief/text-edit.ts';
import type { Status, Transition } from '../../agreement/transitions.ts';
import { goalpostMoved } from '../../agreement/seals.ts';
import { TRANSITIONS, canTransition, statusOf } from '../../agreement/transitions.ts';
import { writePerson } from '../../brief/people.ts';
import type { Brief } from '../../brief/read.ts';
import { readBrief } from '../../brief/read.ts';
import { Failure } from '../../failure.ts';
import { findBrief } from '../../files/find.ts';
import { loadFile } from '../../files/load.ts';
import { saveFile } from '../../files/save.ts';
import type { Workspace } from '../../files/workspace.ts';
import { openWorkspace } from '../../lint/workspace.ts';
import { whoAmI } from '../../git/identity.ts';
import { committedText } from '../../git/revision.ts';
import type { Host, Result } from '../../host.ts';
import { EXIT } from '../../host.ts';
import { jsonText } from '../../report/json-text.ts';
import { printable } from '../../printable.ts';
import { COMMIT, NO_COMMIT, TODAY, todayOf } from '../options.ts';
import type { BriefCommit } from '../../lifecycle/commit-brief.ts';
import { commitBrief } from '../../lifecycle/commit-brief.ts';

/** The options that all of them have. */
export interface LifeOptions {
  readonly commit?: boolean;
  readonly json?: true;
  readonly today?: string;
}

/** A brief that a command works on. */
export interface Life {
  readonly host: Host;
  readonly workspace: Workspace;
  readonly path: string;
  readonly brief: Brief;
  readonly today: string;
  /** The person at the keyboard, as a brief names people; undefined when git does not know. */
  readonly self: string | undefined;
  /** The text of the last commit; undefined when it has none, or there is no git. */
  readonly committed: string | undefined;
  readonly options: LifeOptions;
}

/** Adds the argument and the options that all of them have. */
export function declareLife(command: Command): Command {
  return command
    .argument('<brief>', "its id, a start of the id, its path, or its file's name")
    .option(...COMMIT)
    .option(...NO_COMMIT)
    .option('--json', 'print what was done as JSON')
    .option(...TODAY);
}

/** Opens the brief that a person names. A Failure when its frontmatter cannot be read. */
export async function openLife(host: Host, ref: string, options: LifeOptions): Promise<Life> {
  const today = todayOf(options, host);
  const workspace = await openWorkspace(host);
  const { path, brief } = await findBrief(workspace, ref);
  if (!brief.readable) {
    throw new Failure(
      `${path}: ${brief.problems[0]?.message ?? 'it cannot be read'}`,
      `See "delegate lint ${path}".`,
    );
  }
  const { repository } = workspace;
  const self = repository && (await whoAmI(repository));
  return {
    host,
    workspace,
    path,
    brief,
    today,
    self: self && writePerson(self),
    committed: repository && (await committedText(repository, path)),
    options,
  };
}

/** What would have to come first, for each status in which a command makes no sense. */
const INSTEAD: Readonly<Record<Status, string>> = {
  draft: 'It is a draft: "delegate propose" hands it over, "delegate accept" takes it.',
  proposed: 'It waits for its delegate: "delegate accept" takes it.',
  accepted:
    'It is accepted: "delegate check-in", "delegate amend", "delegate pause" and "delegate close" go on from here.',
  paused: 'It is paused: "delegate resume" takes it up again.',
  done: 'It is done: write a new brief for what comes next.',
  cancelled: 'It is cancelled: write a new brief if it comes back.',
};

/** Refuses a transition that makes no sense, with the one that would. */
export function insist(transition: Transition, { brief, path }: Life, what: string): void {
  if (canTransition(transition, brief.values)) return;
  const status = statusOf(brief.values);
  const already = TRANSITIONS[transition].to === status ? 'already ' : '';
  throw new Failure(`${path} is ${already}${status}, and cannot be ${what}`, INSTEAD[status]);
}

/** Refuses to carry along a goalpost that moved by hand and is not committed: it wants a reason. */
export function refuseMoved({ brief, committed, path }: Life): void {
  if (committed === undefined || committed === brief.text) return;
  if (!goalpostMoved(brief.values) || goalpostMoved(readBrief(committed).values)) return;
  throw new Failure(
    `a criterion of ${path} moved, and is not committed yet`,
    `Record it first: delegate amend ${brief.values.id ?? path} --reason "…"`,
  );
}

/** What is said beside the work. */
function remarks({ brief, committed }: Life): string[] {
  const said: string[] = [];
  if (committed !== undefined && committed !== brief.text) {
    said.push('The file had edits that were not committed; they go along.');
  }
  return said;
}

type Told = Omit<BriefCommit, 'path' | 'values' | 'commit'> & {
  /** More for the person, a line each. */
  readonly said?: readonly string[];
  /** More for the JSON. */
  readonly data?: Readonly<Record<string, unknown>>;
};

/** Writes the brief's new text and commits it; refuses when somebody else wrote it meanwhile. */
export async function finishLife(life: Life, text: string, told: Told): Promise<Result> {
  const { workspace, path, brief, options } = life;
  const now = await loadFile(workspace, path);
  if (!('text' in now) || now.text !== brief.text) {
    throw new Failure(
      `${path} was changed by somebody else just now`,
      'Nothing was written; run it again.',
    );
  }
  if (text !== brief.text) await saveFile(workspace, path, text);
  const { values } = readBrief(text);
  const { said = [], data = {}, ...commit } = told;
  const done = await commitBrief(workspace, { ...commit, path, values, commit: options.commit });
  const lines = [...remarks(life), ...said].map((line) => `${line}\n`).join('');
  const json = { version: 1, id: values.id ?? null, path, status: statusOf(values), ...data };
  return {
    status: done.status ?? EXIT.ok,
    err: done.err + printable(lines),
    ...(options.json ? { out: `${jsonText({ ...json, commit: done.hash ?? null }, 2)}\n` } : {}),
  };
}

/** Makes edits one after the other, each on the brief as the one before left it. */
export function editing(
  text: string,
  ...edits: readonly ((brief: Brief) => readonly TextEdit[])[]
): string {
  let current = text;
  for (const edit of edits) current = applyEdits(current, edit(readBrief(current)));
  return current;
}

/** Without a terminal, names the flags that were missing. */
export function missing(flags: readonly string[]): Failure {
  const are = flags.length === 1 ? 'is' : 'are';
  return new Failure(
    `nothing was written: ${flags.join(', ')} ${are} missing`,
    'Give it as a flag, or run the command in a terminal to be asked.',
  );
}
