/** Who made some commits, when, and what they said. */
import { formatCommits } from './format-commits.ts';
import { readGit } from './read.ts';
import type { Repository } from './repository.ts';

export interface CommitFacts {
  /** By mailmap. */
  readonly author: { readonly name: string; readonly email: string };
  readonly committer: { readonly name: string; readonly email: string };
  /** ISO 8601 with offset; null when damaged. */
  readonly authorDate: string | null;
  readonly date: string | null;
  readonly subject: string;
  /** The last paragraph of the message, where it has more than one: trailers stand there. */
  readonly ending: string;
}

const FORMAT = ['%H', '%aN', '%aE', '%aI', '%cN', '%cE', '%cI', '%s', '%B'];
const FIELDS = 9;

/** Reads the facts of commits by their ids. */
export async function readCommits(
  repository: Repository,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CommitFacts>> {
  const found = new Map<string, CommitFacts>();
  if (ids.length === 0) return found;
  // A message may hold anything but NUL: the fields are counted.
  const fields = (await formatCommits(repository, ids, FORMAT, '%x00')).split('\0');
  for (let at = 0; at + FIELDS <= fields.length; at += FIELDS) {
    const [id = '', ...rest] = fields.slice(at, at + FIELDS);
    found.set(id.trim(), factsOf(rest));
  }
  return found;
}

/** A commit and its parents, by their ids. */
export type CommitLine = readonly [id: string, ...parents: string[]];

export interface NewCommits {
  readonly lines: readonly CommitLine[];
  readonly facts: ReadonlyMap<string, CommitFacts>;
}

/**
 * The commits that `tip` has and `known` has not, all that is to be known of them by one git.
 *
 * @param most So many are read.
 * @returns Undefined where there are more, and where git cannot tell: `known` may be gone.
 */
export async function readCommitsSince(
  repository: Repository,
  { tip, known, most }: { readonly tip: string; readonly known: string; readonly most: number },
): Promise<NewCommits | undefined> {
  const facts = new Map<string, CommitFacts>();
  if (tip === known) return { lines: [], facts };
  const [id, ...rest] = FORMAT as [string, ...string[]];
  const format = [id, '%P', ...rest].map((one) => `${one}%x00`).join('');
  const { status, stdout } = await readGit(repository, [
    'rev-list',
    '--encoding=UTF-8',
    `--max-count=${most + 1}`,
    `--format=tformat:${format}`,
    tip,
    `^${known}`,
    '--',
  ]);
  if (status !== 0) return undefined;
  const fields = stdout.toString('utf8').split('\0');
  const lines: CommitLine[] = [];
  for (let at = 0; at + FIELDS < fields.length; at += FIELDS + 1) {
    // Before the id stands the line that git itself writes of each commit.
    const [head = '', parents = '', ...own] = fields.slice(at, at + FIELDS + 1);
    const name = head.slice(head.lastIndexOf('\n') + 1);
    lines.push([name, ...parents.split(' ').filter(Boolean)]);
    facts.set(name, factsOf(own));
  }
  return lines.length > most ? undefined : { lines, facts };
}

/** The fields of the format behind the id. */
function factsOf(fields: readonly string[]): CommitFacts {
  const [authorName, authorEmail, authorDate, name, email, date, subject, message] = fields as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  return {
    author: { name: authorName, email: authorEmail },
    committer: { name, email },
    authorDate: dateOr(authorDate),
    date: dateOr(date),
    subject,
    ending: endingOf(message),
  };
}

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/;

function dateOr(text: string): string | null {
  return ISO.test(text) ? text : null;
}

function endingOf(message: string): string {
  const lines = message.trimEnd().split('\n');
  const blank = lines.findLastIndex((line) => line.trim() === '');
  return blank < 0 ? '' : lines.slice(blank + 1).join('\n');
}
