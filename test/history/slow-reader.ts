/**
 * The plain reading of history that the quick one is held against: every object of the repository,
 * then commit by commit the whole of its tree, backwards from the tip for every brief as git's own
 * simplification has it, ancestors as plain sets. It shares no code with the quick one but the reading
 * of one brief, and asks git for no differences.
 */
import { execFileSync } from 'node:child_process';
import { canonicalOf, seal } from '../../src/brief/canonical.ts';
import { FIELDS } from '../../src/brief/fields.ts';
import { isAccepted } from '../../src/agreement/transitions.ts';
import { readBrief } from '../../src/brief/read.ts';
import { TEST_ENV, git } from '../support/index.ts';

interface Read {
  readonly id: string | undefined;
  readonly accepted: boolean;
  readonly seal: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly agreement: string | undefined;
  readonly changes: readonly {
    readonly text: string;
    readonly fields: readonly string[];
    readonly seal: string | undefined;
    readonly reason: string | undefined;
  }[];
}

/** A brief in one commit. */
interface Place {
  readonly path: string;
  readonly blob: string;
  readonly id: string;
}

interface Commit {
  readonly id: string;
  readonly parents: readonly Commit[];
  readonly rank: number;
  /** By id. */
  readonly briefs: ReadonlyMap<string, Place>;
  readonly message: string;
}

export interface SlowMove {
  readonly commit: string;
  readonly field: string;
  readonly sign: '-' | '+';
  readonly item: string;
}

const COMPARED = FIELDS.filter(({ group }) => group === 'criteria' || group === 'terms').map(
  ({ name }) => name,
);

interface SlowStanding {
  /** `shaping`, `recorded` or `unrecorded`: which of those stand is for the law at the tip. */
  readonly standing: string;
  readonly reason: string | null;
  readonly recordedIn: string | null;
}

export interface SlowBrief {
  readonly id: string;
  /** Undefined when it is gone. */
  readonly path: string | undefined;
  readonly moves: readonly SlowMove[];
  /** `COMMIT created` and so on. */
  readonly notes: readonly string[];
  /** How a move stands, worked out for the one that is asked. */
  readonly standing: (commit: string, field: string) => SlowStanding;
}

/** All objects of a repository by their names. */
export function readObjects(repo: string): ReadonlyMap<string, Buffer> {
  const out = execFileSync('git', ['cat-file', '--batch', '--batch-all-objects'], {
    cwd: repo,
    env: TEST_ENV,
    maxBuffer: 1 << 28,
  });
  const objects = new Map<string, Buffer>();
  for (let at = 0; at < out.length;) {
    const start = out.indexOf('\n', at) + 1;
    const [id, , size] = out.toString('latin1', at, start - 1).split(' ') as [
      string,
      string,
      string,
    ];
    objects.set(id, out.subarray(start, start + Number(size)));
    at = start + Number(size) + 1;
  }
  return objects;
}

/** The regular files of a tree, in the order of their paths: `MODE NAME\0` and 20 bytes of a name each. */
function* filesOf(
  objects: ReadonlyMap<string, Buffer>,
  tree: string,
  folder = '',
): Generator<{ path: string; blob: string }> {
  const bytes = objects.get(tree) as Buffer;
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(0, at);
    const [mode, name] = bytes.toString('utf8', at, end).split(/ (.*)/s) as [string, string];
    const id = bytes.toString('hex', end + 1, end + 21);
    if (mode === '40000') yield* filesOf(objects, id, `${folder}${name}/`);
    else if (mode === '100644') yield { path: folder + name, blob: id };
    at = end + 21;
  }
}

export function readSlowly(repo: string): SlowBrief[] {
  const order = git(repo, 'rev-list', '--topo-order', '--reverse', 'HEAD').split('\n');
  const objects = readObjects(repo);
  const texts = new Map<string, Read | undefined>();
  const commits = new Map<string, Commit>();
  for (const [rank, id] of order.entries()) {
    const [head, message] = (objects.get(id) as Buffer).toString('utf8').split(/\n\n(.*)/s) as [
      string,
      string,
    ];
    const tree = /^tree (.*)$/m.exec(head)?.[1] as string;
    const parents = [...head.matchAll(/^parent (.*)$/gm)].map(
      ([, parent]) => commits.get(parent as string) as Commit,
    );
    const briefs = new Map<string, Place>();
    for (const { path, blob } of filesOf(objects, tree)) {
      if (!path.startsWith('briefs/')) continue;
      if (!texts.has(blob))
        texts.set(blob, readText((objects.get(blob) as Buffer).toString('utf8')));
      // A file that does not parse is the brief that stood there, or the same blob elsewhere.
      const before = parents.flatMap((parent) => [...parent.briefs.values()]);
      const brief =
        texts.get(blob)?.id ??
        before.find((place) => place.path === path)?.id ??
        before.find((place) => place.blob === blob)?.id;
      if (brief !== undefined) briefs.set(brief, { path, blob, id: brief });
    }
    commits.set(id, { id, parents, rank, briefs, message });
  }
  const all = [...commits.values()];
  const tip = all.at(-1) as Commit;
  const ids = new Set(all.flatMap(({ briefs }) => [...briefs.keys()]));
  return [...ids]
    .map((id) => story(id, tip, (place) => texts.get(place.blob)))
    .filter((brief) => brief !== undefined);
}

function readText(text: string): Read | undefined {
  const { values, readable } = readBrief(text);
  if (!readable) return undefined;
  const fields: Record<string, string> = {};
  const lists: Record<string, readonly string[]> = {};
  for (const name of COMPARED) {
    const value = values[name] === undefined ? undefined : canonicalOf(values[name]);
    if (value === undefined) continue;
    fields[name] = JSON.stringify(value);
    if (Array.isArray(value)) lists[name] = value as string[];
  }
  return {
    id: values.id,
    accepted: isAccepted(values),
    seal: seal(values),
    fields,
    lists,
    agreement: values.agreement && JSON.stringify(values.agreement),
    changes: (values.changes ?? []).map((change) => ({
      text: JSON.stringify(change),
      fields: change.fields,
      seal: change.criteria,
      reason: change.reason,
    })),
  };
}

/** A state of a brief that a commit made: a node of the brief's own graph. */
interface Node {
  readonly commit: Commit;
  /** Undefined where the brief is gone. */
  readonly place: Place | undefined;
  readonly read: Read | undefined;
  readonly parents: readonly Node[];
  /** Itself and all that it comes from. */
  readonly ancestors: ReadonlySet<Node>;
}

type ReadPlace = (place: Place) => Read | undefined;

/** The node that a commit has: its own, or that of the parent that has the very same. */
function nodeAt(
  id: string,
  commit: Commit,
  read: ReadPlace,
  known: Map<Commit, Node | undefined>,
): Node | undefined {
  if (known.has(commit)) return known.get(commit);
  const place = commit.briefs.get(id);
  const same = commit.parents.find((parent) => isSame(parent.briefs.get(id), place));
  let node: Node | undefined;
  if (same) {
    node = nodeAt(id, same, read, known);
  } else if (place !== undefined || commit.parents.some((parent) => parent.briefs.has(id))) {
    const before = commit.parents.map((parent) => nodeAt(id, parent, read, known));
    const found = [...new Set(before)].filter((one) => one !== undefined);
    const live = found.filter((one) => one.place !== undefined);
    const parents = live.length > 0 ? live : found;
    const ancestors = new Set<Node>();
    node = { commit, place, read: place && read(place), parents, ancestors };
    ancestors.add(node);
    for (const parent of parents) for (const one of parent.ancestors) ancestors.add(one);
  }
  known.set(commit, node);
  return node;
}

function isSame(one: Place | undefined, two: Place | undefined): boolean {
  return one?.path === two?.path && one?.blob === two?.blob;
}

/** What a node is compared with: itself, or what was last read before it. */
function bases(node: Node): Read[] {
  if (node.read) return [node.read];
  return [...new Set(node.parents.flatMap(bases))];
}

function before(node: Node): Read[] {
  return [...new Set(node.parents.flatMap(bases))];
}

function story(id: string, tip: Commit, read: ReadPlace): SlowBrief | undefined {
  const last = nodeAt(id, tip, read, new Map());
  if (last === undefined) return undefined;
  const nodes = [...last.ancestors].toSorted((a, b) => a.commit.rank - b.commit.rank);
  return {
    id,
    path: last.place?.path,
    moves: nodes.flatMap(movesAt),
    notes: nodes.flatMap(notesAt).toSorted(),
    standing: (commit, field) => {
      const node = nodes.find((one) => one.commit.id === commit) as Node;
      return standing(nodes, node, field);
    },
  };
}

const items = (read: Read, field: string): readonly string[] =>
  read.lists[field] ?? (read.fields[field] === undefined ? [] : [JSON.parse(read.fields[field])]);

function movesAt(node: Node): SlowMove[] {
  const { read } = node;
  const from = before(node);
  if (!read || from.length === 0) return [];
  const moves: SlowMove[] = [];
  const commit = node.commit.id;
  for (const field of COMPARED) {
    if (from.some((one) => one.fields[field] === read.fields[field])) continue;
    const isList = [...from, read].some((one) => one.lists[field] !== undefined);
    const [first] = from as [Read];
    const now = items(read, field);
    const lost = items(first, field).filter(
      (item) =>
        !now.includes(item) && (!isList || from.every((one) => items(one, field).includes(item))),
    );
    const won = now.filter(
      (item) =>
        !items(first, field).includes(item) &&
        (!isList || !from.some((one) => items(one, field).includes(item))),
    );
    moves.push(...lost.map((item): SlowMove => ({ commit, field, sign: '-', item })));
    moves.push(...won.map((item): SlowMove => ({ commit, field, sign: '+', item })));
  }
  return moves;
}

const isAcceptance = (node: Node): boolean =>
  node.read?.accepted === true && before(node).every((one) => !one.accepted);

function notesAt(node: Node): string[] {
  const notes: string[] = [];
  const { place, parents, read } = node;
  if (place === undefined) notes.push('deleted');
  else if (parents.length === 0) notes.push('created');
  else if (parents.every((parent) => parent.place === undefined)) notes.push('returned');
  else if (parents.every((parent) => parent.place?.path !== place.path)) notes.push('renamed');
  if (place !== undefined && read === undefined) notes.push('unreadable');
  if (isAcceptance(node)) notes.push('accepted');
  const from = before(node);
  if (read && from.length > 0) {
    const agreed = from[0]?.agreement;
    if (agreed !== undefined && from.every((one) => one.agreement !== read.agreement)) {
      notes.push(read.agreement === undefined ? 'agreement-dropped' : 'agreement-rewritten');
    }
    const has = (one: Read, text: string): boolean =>
      one.changes.some((each) => each.text === text);
    for (const [at, { text }] of (from[0] as Read).changes.entries()) {
      if (has(read, text) || !from.every((one) => has(one, text))) continue;
      const instead = read.changes[at]?.text;
      const isNew = instead !== undefined && from.every((one) => !has(one, instead));
      notes.push(isNew ? 'change-rewritten' : 'change-dropped');
    }
  }
  return notes.map((note) => `${node.commit.id} ${note}`);
}

/** Whether a name in a record or a trailer means the field. */
const means = (name: string, field: string): boolean =>
  name === field || name === field.split('.')[0];

function trailer(node: Node, key: string): string[] {
  const paragraphs = node.commit.message.trim().split('\n\n');
  if (paragraphs.length < 2) return [];
  const lines = (paragraphs.at(-1) as string).split('\n');
  return lines
    .filter((line) => line.startsWith(`${key}: `))
    .map((line) => line.slice(key.length + 2));
}

function trailerReason(node: Node, field: string): string | null {
  const named = trailer(node, 'Goalpost-Move');
  if (named.length > 0 && !named.some((name) => means(name, field))) return null;
  return trailer(node, 'Reason')[0] ?? null;
}

/** The records that a node brought that seal what it has and name the field. */
function recordsAt(node: Node, field: string): Read['changes'] {
  const { read } = node;
  if (!read) return [];
  const old = before(node).flatMap((one) => one.changes.map(({ text }) => text));
  return read.changes.filter(
    (change) =>
      !old.includes(change.text) &&
      change.seal === read.seal &&
      change.fields.some((name) => means(name, field)),
  );
}

function standing(nodes: readonly Node[], node: Node, field: string): SlowStanding {
  const own = trailerReason(node, field);
  const end = nodes.at(-1);
  const kept = (end && bases(end)[0]?.changes)?.map(({ text }) => text) ?? [];
  const acceptances = nodes.filter(isAcceptance);
  const accepted = acceptances.some((one) => one !== node && node.ancestors.has(one));
  const beside = acceptances.length > 0 && !acceptances.some((one) => one.ancestors.has(node));
  if (!accepted && !beside) return { standing: 'shaping', reason: own, recordedIn: null };
  for (const later of nodes) {
    if (!later.ancestors.has(node)) continue;
    const [record] = recordsAt(later, field).filter(({ text }) => kept.includes(text));
    if (!record) continue;
    return { standing: 'recorded', reason: record.reason ?? own, recordedIn: later.commit.id };
  }
  return { standing: 'unrecorded', reason: own, recordedIn: null };
}
