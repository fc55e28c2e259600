/** Histories that are made and told in memory, without a git: what each commit has of each file. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seal } from '../../src/brief/canonical.ts';
import { readBrief } from '../../src/brief/read.ts';
import type { Graph } from '../../src/git/commit-graph.ts';
import { graphOf } from '../../src/git/commit-graph.ts';
import type { CommitFacts } from '../../src/git/history-commits.ts';
import type { Row } from '../../src/git/history-rows.ts';
import { newContents } from '../../src/history/blob-contents.ts';
import { allSummaries, briefHistories } from '../../src/history/brief-history.ts';
import { comparedFields } from '../../src/history/compared-fields.ts';
import type { RepositoryHistory } from '../../src/history/reading.ts';
import type { Revision } from '../../src/history/revision.ts';
import type { BriefHistory } from '../../src/history/types.ts';
import { newWalk, walkGraph } from '../../src/history/walk.ts';
import { TEST_ENV, tempRepo } from '../support/index.ts';

export const PATH = 'briefs/halve.md';

type Files = Readonly<Record<string, string>>;

/** What stands in a brief's frontmatter, in the shape of its YAML. */
export type Values = Readonly<Record<string, unknown>>;

/** A draft with a value of each kind. */
export const DRAFT: Values = {
  id: 'b-aaaaaaaa',
  title: 'Halve deployment time',
  status: 'draft',
  delegator: 'Ana Novak <ana@example.com>',
  delegate: 'Bor Kos <bor@example.com>',
  goal: 'Cut the deployment from 40 to 20 minutes.',
  guardrails: ['No new paid services', 'Escalate a blocker the day it appears'],
  timeline: { due: '2026-06-30' },
};

/** The text of a brief: JSON is YAML. */
export function textOf(values: Values): string {
  const lines = Object.entries(values).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return ['---', ...lines, '---', ''].join('\n');
}

/** The seal of a brief's criteria. */
export function sealOf(values: Values): string {
  return seal(readBrief(textOf(values)).values);
}

/** The brief as both have agreed to it. */
export function accepted(values: Values, more: Values = {}): Values {
  const agreement = {
    date: '2026-04-03',
    by: values['delegate'],
    criteria: sealOf(values),
    ...more,
  };
  return { ...values, status: 'accepted', agreement };
}

/** The brief with a record that names fields and seals what stands. */
export function recorded(values: Values, fields: readonly string[], more: Values = {}): Values {
  const before = (values['changes'] ?? []) as readonly Values[];
  const record = { date: '2026-05-10', fields, reason: 'why', criteria: sealOf(values), ...more };
  return { ...values, changes: [...before, record] };
}

/** The words of the delegate on a record: with them both have agreed. */
export const AGREED: Values = { 'agreed-by': DRAFT['delegate'] };

export interface MadeCommit {
  /** The commits that it comes from; the newest where it is not said, none for the first. */
  readonly on?: readonly number[];
  readonly facts?: Partial<CommitFacts>;
}

export interface Memory {
  /** Makes a commit of files beside those of its first parent; null takes one away. */
  readonly commit: (files: Readonly<Record<string, string | null>>, made?: MadeCommit) => number;
  /** The same with the one brief. */
  readonly brief: (values: Values, made?: MadeCommit) => number;
  readonly idAt: (commit: number) => string;
  /** The same history in a real repository, the newest commit being `main`: its folder and commits. */
  readonly write: () => { readonly repo: string; readonly ids: readonly string[] };
  readonly graph: () => Graph;
  readonly history: (boundary?: readonly number[]) => RepositoryHistory;
  /** The last revision of the only brief: the same one until there is another commit. */
  readonly last: () => Revision;
  readonly tell: (withContext?: boolean) => Promise<BriefHistory[]>;
  /** `STANDING FIELD KIND` of every move of the only brief. */
  readonly moves: (withContext?: boolean) => Promise<string[]>;
  /** The notes of the only brief: what, before and after. */
  readonly notes: () => Promise<(readonly [string, string | null, string | null])[]>;
}

const ANA = { name: 'Ana Novak', email: 'ana@example.com' };

export function memory(): Memory {
  const trees: Files[] = [];
  const origins: (readonly number[])[] = [];
  const lines: string[] = [];
  const rows = new Map<number, readonly Row[]>();
  const facts = new Map<string, CommitFacts>();
  const contents = newContents();
  const lasts = new Map<number, Revision>();
  const blobs = new Map<string, string>();
  const blobOf = (text: string): string => {
    const known = blobs.get(text);
    if (known !== undefined) return known;
    const blob = (blobs.size + 1).toString(16).padStart(40, '0');
    blobs.set(text, blob);
    contents.take(blob, Buffer.from(text));
    return blob;
  };
  const idAt = (commit: number): string => (commit + 1).toString(16).padStart(40, 'c');
  const graph = (): Graph => graphOf(lines, 40, false);
  const history = (boundary: readonly number[] = []): RepositoryHistory => {
    const all = graph();
    const walk = newWalk({ contentOf: contents.of, isBoundary: (at) => boundary.includes(at) });
    const state = walkGraph(walk, all, rows);
    return {
      graph: all,
      briefs: walk.briefs(state),
      idOf: walk.idOf,
      facts: Promise.resolve(facts),
      shallow: false,
      warnings: [],
    };
  };
  const tell = async (withContext = false): Promise<BriefHistory[]> => {
    const all = history();
    const told: BriefHistory[] = [];
    const fields = comparedFields(withContext);
    const nobody = () => Promise.resolve(undefined);
    for await (const brief of briefHistories(all, allSummaries(all), fields, nobody)) {
      told.push(brief);
    }
    return told;
  };
  const commit: Memory['commit'] = (files, made = {}) => {
    const number = trees.length;
    const on = made.on ?? (number === 0 ? [] : [number - 1]);
    const first = trees[on[0] ?? -1] ?? {};
    const tree = Object.fromEntries(
      Object.entries({ ...first, ...files }).filter((entry): entry is [string, string] => {
        return entry[1] !== null;
      }),
    );
    const blobIn = (all: Files, path: string): string | null =>
      all[path] === undefined ? null : blobOf(all[path]);
    const changed = [...new Set([...Object.keys(first), ...Object.keys(tree)])]
      .filter((path) => path.endsWith('.md'))
      .toSorted()
      .map((path) => ({ path, before: blobIn(first, path), after: blobIn(tree, path) }))
      .filter(({ before, after }) => before !== after);
    if (changed.length > 0) rows.set(number, changed);
    trees.push(tree);
    origins.push(on);
    lines.push([idAt(number), ...on.map(idAt)].join(' '));
    const date = `2026-04-${String((number % 28) + 1).padStart(2, '0')}T12:00:00+00:00`;
    const usual = { author: ANA, committer: ANA, authorDate: date, date, ending: '' };
    facts.set(idAt(number), { ...usual, subject: `commit ${number}`, ...made.facts });
    return number;
  };
  return {
    commit,
    write: () => imported(trees, origins),
    brief: (values, made) => commit({ [PATH]: textOf(values) }, made),
    idAt,
    graph,
    history,
    last() {
      const known = lasts.get(trees.length) ?? history().briefs[0];
      if (known === undefined) throw new Error('there is no brief');
      lasts.set(trees.length, known);
      return known;
    },
    tell,
    async moves(withContext) {
      const [brief] = await tell(withContext);
      return (brief?.moves ?? []).map(
        ({ standing, field, kind }) => `${standing} ${field} ${kind}`,
      );
    },
    async notes() {
      const [brief] = await tell();
      return (brief?.notes ?? []).map(({ note, before, after }) => [note, before, after] as const);
    },
  };
}

/** Makes a repository with one git, whatever there is to commit. */
function imported(
  trees: readonly Files[],
  origins: readonly (readonly number[])[],
): ReturnType<Memory['write']> {
  const repo = tempRepo();
  const who = 'Ana Novak <ana@example.com>';
  const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const stream = trees.map((tree, at) => {
    const time = `${who} ${1_775_210_400 + at * 3600} +0000`;
    const [first, ...others] = origins[at] ?? [];
    return [
      ...(first === undefined ? ['reset refs/heads/main\n'] : []),
      `commit refs/heads/main\nmark :${at + 1}\nauthor ${time}\ncommitter ${time}\n`,
      data(`commit ${at}`),
      ...(first === undefined ? [] : [`from :${first + 1}\n`]),
      ...others.map((other) => `merge :${other + 1}\n`),
      'deleteall\n',
      ...Object.entries(tree).map(([path, text]) => `M 100644 inline ${path}\n${data(text)}`),
    ].join('');
  });
  const marks = join(repo, '.git/marks');
  execFileSync('git', ['fast-import', '--quiet', '--force', `--export-marks=${marks}`], {
    cwd: repo,
    env: TEST_ENV,
    input: stream.join(''),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ids: string[] = [];
  for (const line of readFileSync(marks, 'utf8').trim().split('\n')) {
    const [mark, id] = line.split(' ') as [string, string];
    ids[Number(mark.slice(1)) - 1] = id;
  }
  return { repo, ids };
}
