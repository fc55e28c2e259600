/** `delegate comment --event FILE`: does what somebody answers in a comment on a forge. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { roleOf } from '../../agreement/consent.ts';
import type { KnownPerson } from '../../brief/known-people.ts';
import { foldPerson, writePerson } from '../../brief/people.ts';
import { readBrief } from '../../brief/read.ts';
import { Failure } from '../../failure.ts';
import { listBriefs } from '../../files/list.ts';
import { loadFile } from '../../files/load.ts';
import type { Workspace } from '../../files/workspace.ts';
import type { Host, Result } from '../../host.ts';
import { asNamedIn } from '../../lifecycle/people.ts';
import { changedSince } from '../../lint/since.ts';
import { openWorkspace } from '../../lint/workspace.ts';
import { markdownText } from '../../report/escape.ts';
import type { Execute } from '../command.ts';
import { runInside } from '../inside.ts';
import { TODAY } from '../options.ts';
import type { Answer } from './answers.ts';
import { answerIn } from './answers.ts';
import type { CommentEvent } from './event.ts';
import { readEvent } from './event.ts';

interface CommentOptions {
  readonly event: string;
  readonly in?: string;
  readonly base?: string;
  readonly today?: string;
}

export function declare(command: Command, execute: Execute): void {
  command
    .requiredOption('--event <file>', "the forge's event: a comment that was written")
    .option('--in <dir>', 'the work tree whose briefs are answered, where it is another than this')
    .option('--base <rev>', 'what the pull request is against: its briefs are those that changed')
    .option(...TODAY)
    .addHelpText(
      'after',
      `
For the workflow that "delegate init --ci github --comments" writes. The first word of the comment says
what to do: /accept and /object with the person's own words, /agree, /dispute, /check-in. Who it is comes
from the event alone: somebody whose name on GitHub stands under "people" in the configuration, and whom
the brief names. For everybody else nothing is done. The reply to the comment is printed, in markdown.

Example:
  delegate comment --event "$GITHUB_EVENT_PATH" --base origin/main`,
    )
    .action((options: CommentOptions) => execute((host) => run(host, options)));
}

async function run(host: Host, options: CommentOptions): Promise<Result> {
  const event = readEvent(resolve(host.cwd, options.event));
  if (event === undefined) return { err: 'This is no new comment of a person.\n' };
  const trusted = await openWorkspace(host);
  const person = trusted.config.people.find(
    ({ github }) => github !== undefined && foldPerson(github) === foldPerson(event.login),
  );
  const answer = person && answerIn(event.text, person.name);
  if (answer === undefined) return { err: 'Nothing is asked here by somebody who is known.\n' };
  const acting = actingHost(host, person as KnownPerson, event, options.in);
  const workspace = await openWorkspace(acting);
  try {
    const path = await briefMeant(workspace, answer, event, options.base, acting);
    if (path === undefined) return { err: 'No brief here names them.\n' };
    assertSamePeople(trusted, workspace);
    return { out: reply(await perform(acting, path, answer, options)) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { out: reply(`Nothing was recorded: ${error.message}\n${error.help ?? ''}`) };
  }
}

/** The host in which git takes the person for who is at the keyboard. */
function actingHost(
  host: Host,
  { name, email: [first] }: KnownPerson,
  { userId, login }: CommentEvent,
  folder: string | undefined,
): Host {
  const email = first ?? `${userId}+${login}@users.noreply.github.com`;
  const { GIT_COMMITTER_NAME = name, GIT_COMMITTER_EMAIL = email } = host.env;
  return {
    ...host,
    cwd: folder === undefined ? host.cwd : resolve(host.cwd, folder),
    interactive: false,
    env: {
      ...host.env,
      GIT_AUTHOR_NAME: name,
      GIT_AUTHOR_EMAIL: email,
      GIT_COMMITTER_NAME,
      GIT_COMMITTER_EMAIL,
    },
  };
}

/**
 * The brief that the comment is about: the one that it names, that the issue names, or the only one that
 * the pull request changes. Undefined where none of them names the person.
 */
async function briefMeant(
  workspace: Workspace,
  { brief, form }: Answer,
  { about }: CommentEvent,
  base: string | undefined,
  host: Host,
): Promise<string | undefined> {
  const all = await listBriefs(workspace);
  const known = all.map((path) => ({ path, ...factsOf(workspace, path) }));
  const named = (text: string) =>
    known.filter(({ path, id }) => holds(text, id) || holds(text, path));
  let meant = brief === undefined ? named(about) : known.filter(({ id }) => id === brief);
  if (meant.length === 0 && brief === undefined && base !== undefined) {
    const changed = new Set(await changedSince(workspace, base, all));
    meant = known.filter(({ path }) => changed.has(path));
  }
  const { GIT_AUTHOR_NAME: name = '', GIT_AUTHOR_EMAIL: email = '' } = host.env;
  const self = writePerson({ name, email });
  const theirs: typeof meant = [];
  for (const one of meant) {
    // oxlint-disable-next-line no-await-in-loop -- a few of them
    const person = await asNamedIn(workspace, one.parties, self);
    if (roleOf(person, one.parties) !== 'other') theirs.push(one);
  }
  const [first, ...others] = theirs;
  if (others.length === 0) return first?.path;
  const list = theirs.map(({ id, path }) => id ?? path).join(', ');
  const [word = '', ...words] = form.split(' ');
  throw new Failure(
    `this can mean ${theirs.length} briefs: ${list}`,
    `Name one after the first word: ${[word, theirs[0]?.id ?? 'b-…', ...words].join(' ')}`,
  );
}

function factsOf(workspace: Workspace, path: string) {
  const loaded = loadFile(workspace, path);
  const { id, delegate, delegator } = 'text' in loaded ? readBrief(loaded.text).values : {};
  return { id, parties: { ...(delegate && { delegate }), ...(delegator && { delegator }) } };
}

/** Whether a text has a name as a word of its own. */
function holds(text: string, name: string | undefined): boolean {
  if (name === undefined) return false;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const around = text.charAt(at - 1) + text.charAt(at + name.length);
    if (!/[\w/-]/.test(around)) return true;
  }
  return false;
}

/** A branch that says who is who could have somebody answer in another's name. */
function assertSamePeople(trusted: Workspace, { root, config }: Workspace): void {
  const mailmapOf = (folder: string): string => {
    const loaded = loadFile({ root: folder }, '.mailmap');
    return 'text' in loaded ? loaded.text : '';
  };
  const same =
    JSON.stringify(trusted.config.people) === JSON.stringify(config.people) &&
    mailmapOf(trusted.root) === mailmapOf(root);
  if (same) return;
  throw new Failure(
    'this branch changes who is who ("people" in .delegate.yaml, or .mailmap)',
    'Answer with git, or once that is merged.',
  );
}

async function perform(
  host: Host,
  path: string,
  { name, load, args, form }: Answer,
  { today }: CommentOptions,
): Promise<string> {
  if (args === undefined) throw new Failure('there are no words in it', `Write ${form}`);
  const dated = today === undefined ? [] : ['--today', today];
  const [options, changes] = [
    args.filter((arg) => arg.startsWith('--')),
    args.filter((arg) => !arg.startsWith('--')),
  ];
  const called = await runInside(
    host,
    { name, load },
    ['--commit', ...dated, ...options],
    [path, ...changes],
  );
  return called.err ?? '';
}

/** What is said under the comment: what others wrote is text in it, and mentions nobody. */
function reply(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return `${lines.map((line) => markdownText(line)).join('  \n')}\n`;
}
