/** Runs `delegate log --json` and hands out its moves and notes, as tests want to look at them. */
import { expect } from 'vitest';
import { runDelegate } from '../support/index.ts';

export interface JsonMove {
  readonly commit: string | null;
  readonly path: string;
  readonly author: { readonly name: string; readonly email: string };
  readonly date: string | null;
  readonly subject: string;
  readonly field: string;
  readonly kind: string;
  readonly effect: string;
  readonly standing: string;
  readonly putsBack: boolean;
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string | null;
  readonly agreedBy: string | null;
  readonly recordedIn: string | null;
}

export interface JsonBrief {
  readonly id: string | null;
  readonly title: string | null;
  readonly path: string;
  readonly status: string | null;
  readonly deleted: boolean;
  readonly moves: readonly JsonMove[];
  readonly notes: readonly {
    readonly commit: string | null;
    readonly note: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

export interface JsonLog {
  readonly version: number;
  readonly shallow: boolean;
  readonly range: string | null;
  readonly briefs: readonly JsonBrief[];
  readonly counts: Readonly<Record<string, number>>;
  readonly warnings: readonly string[];
}

type Options = Parameters<typeof runDelegate>[1];

export async function logOf(
  repo: string,
  args: string[] = [],
  options: Options = {},
): Promise<JsonLog> {
  const ran = await runDelegate(['log', '--json', ...args], { cwd: repo, ...options });
  expect(ran.status, ran.err).toBeLessThan(2);
  return JSON.parse(ran.out) as JsonLog;
}

/** `STANDING FIELD KIND` of every move. */
export async function movesOf(repo: string, ...args: string[]): Promise<string[]> {
  const { briefs } = await logOf(repo, args);
  return briefs.flatMap(({ moves }) =>
    moves.map(({ standing, field, kind }) => `${standing} ${field} ${kind}`),
  );
}

export async function notesOf(repo: string, ...args: string[]): Promise<string[]> {
  const { briefs } = await logOf(repo, args);
  return briefs.flatMap(({ notes }) => notes.map(({ note }) => note));
}
