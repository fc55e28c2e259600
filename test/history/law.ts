/**
 * The law of silent moves: at the tip, a brief has an unrecorded difference from what was sealed, field
 * by field, if and only if the log tells a silent move of that field that stands; and where it has one of
 * a criterion, lint tells a moved goalpost.
 */
import { goalpostMoved } from '../../src/agreement/seals.ts';
import { namesField } from '../../src/agreement/change-standing.ts';
import { canonicalOf, seal } from '../../src/brief/canonical.ts';
import type { FieldName, Values } from '../../src/brief/fields.ts';
import { readBrief } from '../../src/brief/read.ts';
import { git } from '../support/index.ts';
import { readQuickly } from './read-quickly.ts';
import { readObjects } from './slow-reader.ts';

const CRITERIA: readonly FieldName[] = ['goal', 'timeline.due', 'guardrails', 'scope.in'];

type Objects = ReadonlyMap<string, Buffer>;

/** The values that each seal was made of, from every text that the repository has. */
function sealedTexts(objects: Objects): ReadonlyMap<string, Values> {
  const found = new Map<string, Values>();
  for (const content of objects.values()) {
    const { values, readable } = readBrief(content.toString('utf8'));
    if (readable && values.id !== undefined) found.set(`${values.id} ${seal(values)}`, values);
  }
  return found;
}

/** The criteria of a brief that no record of it sealed as they are. */
function unrecorded(values: Values, sealed: ReadonlyMap<string, Values>): readonly FieldName[] {
  const { agreement, changes = [] } = values;
  return CRITERIA.filter((name) => {
    const isAt = (mark: string | undefined): boolean => {
      const then = sealed.get(`${values.id} ${mark}`);
      return then !== undefined && textOf(then, name) === textOf(values, name);
    };
    const naming = changes.filter(({ fields }) => namesField(fields, name));
    return !isAt(naming.at(-1)?.criteria ?? agreement?.criteria);
  });
}

function textOf(values: Values, name: FieldName): string {
  return JSON.stringify(canonicalOf(values[name])) ?? '';
}

/** The briefs that stand at the tip, by path. */
function briefsAt(repo: string, objects: Objects): ReadonlyMap<string, Values> {
  const found = new Map<string, Values>();
  for (const entry of git(repo, 'ls-tree', '-r', '-z', 'HEAD').split('\0')) {
    const tab = entry.indexOf('\t');
    const content = objects.get(entry.slice(0, tab).split(' ')[2] ?? '');
    const { values, readable } = readBrief(content?.toString('utf8') ?? '');
    if (readable) found.set(entry.slice(tab + 1), values);
  }
  return found;
}

/** Where the log of a repository breaks the law, each a line of text. */
export async function breachesOf(repo: string): Promise<string[]> {
  const objects = readObjects(repo);
  const sealed = sealedTexts(objects);
  const briefs = briefsAt(repo, objects);
  const breaches: string[] = [];
  for (const { path, deleted, moves } of await readQuickly(repo)) {
    const values = deleted ? undefined : briefs.get(path);
    if (values?.agreement === undefined) continue;
    const silent = new Set(
      moves
        .filter(({ standing, kind }) => standing === 'silent' && kind !== 'lost')
        .map(({ field }) => field),
    );
    const lost = new Set(moves.filter(({ kind }) => kind === 'lost').map(({ field }) => field));
    const differ = unrecorded(values, sealed);
    for (const name of CRITERIA) {
      if (lost.has(name) || silent.has(name) === differ.includes(name)) continue;
      const told = silent.has(name)
        ? 'is told as silent and does not differ'
        : 'differs in silence';
      breaches.push(`${path}: ${name} ${told}`);
    }
    // Lint sees the seal alone: it fits where the newest record seals what it does not name.
    const newest = values.changes?.at(-1)?.fields ?? [];
    const named = differ.filter((name) => newest.length === 0 || namesField(newest, name));
    if (named.length > 0 && !goalpostMoved(values)) breaches.push(`${path}: lint is content`);
  }
  return breaches;
}
