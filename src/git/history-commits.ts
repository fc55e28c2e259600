/** Who made some commits, when, and what they said. */
import { formatCommits } from './format-commits.ts';
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
    const [id, authorName, authorEmail, authorDate, name, email, date, subject, message] =
      fields.slice(at, at + FIELDS) as [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
      ];
    found.set(id.trim(), {
      author: { name: authorName, email: authorEmail },
      committer: { name, email },
      authorDate: dateOr(authorDate),
      date: dateOr(date),
      subject,
      ending: endingOf(message),
    });
  }
  return found;
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
