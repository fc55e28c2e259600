/**
 * Merges two versions of a brief field by field. A field that one side changed is taken from it;
 * lists and records that both changed are merged by their items; where both changed the same thing,
 * both versions stand between conflict markers and people decide.
 */
import { commonEnds } from '../brief/lcs.ts';
import { lineEnd } from '../brief/lines.ts';
import { addChange, hasRoomIn, setField } from '../brief/yaml/edit.ts';
import { applyEdits } from '../brief/text-edit.ts';
import type { TextEdit } from '../brief/text-edit.ts';
import type { AnyValue, Change, FieldName } from '../brief/fields.ts';
import { fieldOf } from '../brief/fields.ts';
import type { Brief } from '../brief/read.ts';
import { readBrief } from '../brief/read.ts';
import { mergeBodies } from './body.ts';
import { mergeLists } from './list.ts';
import { mergeRecords } from './records.ts';
import type { MergeText } from './merge-text.ts';
import { sealMerged } from './seal.ts';
import type { Unit } from './units.ts';
import { edited, sourceOf, transplant, unitsOf, withSource } from './units.ts';
import { unreadIn } from './field-lines.ts';

/** What merging gave. */
export interface Merge {
  readonly text: string;
  /** The fields that people must decide, and `body`; empty for a clean merge. */
  readonly conflicts: readonly string[];
  /** Merged by lines alone: one of the three cannot be read as a brief, or two briefs met in one file. */
  readonly byLines: boolean;
}

/** How conflict markers are written. */
export interface Markers {
  readonly size: number;
  readonly ours: string;
  readonly theirs: string;
}

/**
 * Merges a brief.
 *
 * @param texts The common ancestor (empty when both sides added the file) and the two versions.
 * @param mergeText Merges bodies, and whatever cannot be merged by meaning.
 */
export async function mergeBriefs(
  texts: { base: string; ours: string; theirs: string },
  mergeText: MergeText,
  markers: Markers,
): Promise<Merge> {
  const lines = await mergeText(texts.base, texts.ours, texts.theirs);
  const base = readBrief(texts.base.trim() === '' ? '---\n---\n' : texts.base);
  const ours = readBrief(texts.ours);
  const theirs = readBrief(texts.theirs);
  const byLines = {
    text: lines.text,
    conflicts: lines.clean ? [] : ['file'],
    byLines: true,
  };
  if (![base, ours, theirs].every(({ readable }) => readable)) return byLines;
  if (ours.values.id !== theirs.values.id) return byLines;

  const matter = await mergeFrontmatter(base, ours, theirs, mergeText);
  if (matter === undefined) return byLines;
  const body = await mergeBodies(base, ours, theirs, mergeText);
  const conflicts = [...matter.conflicts, ...(body.clean ? [] : ['body'])];
  const withBody = (text: string) => text.slice(0, readBrief(text).split?.body) + body.text;
  const brief = readBrief(withBody(matter.brief.text));
  if (conflicts.length === 0) {
    // Merging by lines keeps the comments and the layout of both sides: prefer it where it means the same.
    const byLine = readBrief(lines.text);
    const same = lines.clean && byLine.readable && sameMeaning(byLine, brief);
    return {
      text: sealMerged(base, ours, theirs, same ? byLine : brief),
      conflicts,
      byLines: false,
    };
  }
  const marked = markConflicts(brief, theirs, matter.conflicts, markers);
  return { text: marked ?? lines.text, conflicts, byLines: marked === undefined };
}

function sameMeaning(one: Brief, other: Brief): boolean {
  const first = unitsOf(one);
  const second = unitsOf(other);
  if (first.size !== second.size) return false;
  for (const [key, unit] of first) if (second.get(key)?.meaning !== unit.meaning) return false;
  const body = (brief: Brief) => brief.text.slice(brief.split?.body).replace(/\r\n/g, '\n');
  return body(one) === body(other);
}

interface Matter {
  /** Ours, with what could be merged; a field in conflict stands as ours has it. */
  readonly brief: Brief;
  readonly conflicts: readonly string[];
}

async function mergeFrontmatter(
  base: Brief,
  ours: Brief,
  theirs: Brief,
  mergeText: MergeText,
): Promise<Matter | undefined> {
  const units = { base: unitsOf(base), ours: unitsOf(ours), theirs: unitsOf(theirs) };
  const conflicts: string[] = [];
  let brief = ours;
  for (const key of new Set([...units.ours.keys(), ...units.theirs.keys(), ...units.base.keys()])) {
    const [before, our, their] = [units.base.get(key), units.ours.get(key), units.theirs.get(key)];
    if (our?.meaning === their?.meaning || their?.meaning === before?.meaning) continue;
    const isTheirs = our?.meaning === before?.meaning;
    const next = isTheirs
      ? transplant(brief, key, theirs)
      : (mergeItems(brief, key, base, ours, theirs) ??
        (await mergeProse(brief, { before, our, their }, { base, ours, theirs }, mergeText)));
    if (next?.readable === true) brief = next;
    else if (isTheirs) return undefined;
    else conflicts.push(key);
  }
  return { brief, conflicts };
}

/** A list, milestones or records that both sides changed. */
function mergeItems(
  brief: Brief,
  key: string,
  base: Brief,
  ours: Brief,
  theirs: Brief,
): Brief | undefined {
  const entry = fieldOf(key);
  if (entry === undefined || !['list', 'milestones', 'changes', 'withdrawn'].includes(entry.type))
    return undefined;
  // What could not be read would be in no item of the merged list: that is for people to decide.
  const unread = (version: Brief) => unreadIn(entry, version).join('\n');
  if (![base, ours].some((version) => unread(version) === unread(theirs))) return undefined;
  const items = [base, ours, theirs].map((version) => version.values[entry.name] ?? []);
  const next =
    entry.type === 'changes'
      ? withRecords(brief, mergeRecords(...(items as [Change[], Change[], Change[]])))
      : withItems(brief, entry.name, ...(items as [unknown[], unknown[], unknown[]]));
  return next !== undefined && unread(next) === unread(ours) ? next : undefined;
}

function withItems(
  brief: Brief,
  name: FieldName,
  before: readonly unknown[],
  our: readonly unknown[],
  their: readonly unknown[],
): Brief | undefined {
  const items = mergeLists(before, our, their, (item) =>
    JSON.stringify(item).normalize('NFC').replace(/\s+/g, ' '),
  );
  if (items === undefined || items.length === 0) return undefined;
  return edited(brief, setField(brief, name, items as unknown as AnyValue));
}

/** Records in the order of their dates; ours stay as they are written where theirs all come later. */
function withRecords(brief: Brief, merged: readonly Change[] | undefined): Brief | undefined {
  if (merged === undefined || merged.length === 0 || !hasRoomIn(brief, 'changes')) return undefined;
  const records = merged.toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? ''));
  const written = brief.values.changes ?? [];
  const same = (a: Change | undefined, b: Change) => JSON.stringify(a) === JSON.stringify(b);
  if (!written.every((record, index) => same(records[index], record))) {
    return edited(brief, setField(brief, 'changes', records));
  }
  return records
    .slice(written.length)
    .reduce((next, record) => edited(next, addChange(next, record)), brief);
}

/** A longer text that both sides touched in different lines; a criterion is never put together so. */
async function mergeProse(
  brief: Brief,
  units: { before: Unit | undefined; our: Unit | undefined; their: Unit | undefined },
  versions: { base: Brief; ours: Brief; theirs: Brief },
  mergeText: MergeText,
): Promise<Brief | undefined> {
  const { before, our, their } = units;
  const entry = our && fieldOf(our.key);
  if (before === undefined || our === undefined || their === undefined) return undefined;
  if (entry?.type !== 'text' || entry.group === 'criteria') return undefined;
  const eol = lineEnd(brief.text);
  const sources = [
    sourceOf(versions.base, before),
    sourceOf(versions.ours, our),
    sourceOf(versions.theirs, their),
  ].map((source) => source?.replace(/\r?\n/g, eol));
  if (sources.includes(undefined)) return undefined;
  const merged = await mergeText(...(sources as [string, string, string]));
  const here = unitsOf(brief).get(our.key);
  return merged.clean && here !== undefined ? withSource(brief, here, merged.text) : undefined;
}

/** Puts both versions of each conflict between markers, as whole lines. */
function markConflicts(
  brief: Brief,
  theirs: Brief,
  conflicts: readonly string[],
  markers: Markers,
): string | undefined {
  const marked: { readonly keys: readonly string[]; readonly edit: TextEdit }[] = [];
  for (const key of conflicts) {
    let keys: readonly string[] = [key];
    for (;;) {
      const edit = conflictEdit(brief, theirs, keys, markers);
      if (edit === undefined) return undefined;
      // Two fields on one line (`{…}`) are one conflict.
      const shared = marked.findIndex((other) => overlaps(other.edit, edit));
      if (shared < 0) {
        marked.push({ keys, edit });
        break;
      }
      keys = [...marked.splice(shared, 1).flatMap((other) => other.keys), ...keys];
    }
  }
  return applyEdits(
    brief.text,
    marked.map(({ edit }) => edit),
  );
}

function overlaps(a: TextEdit, b: TextEdit): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The lines in which the brief differs from the brief with theirs, between markers. */
function conflictEdit(
  brief: Brief,
  theirs: Brief,
  keys: readonly string[],
  markers: Markers,
): TextEdit | undefined {
  let other: Brief | undefined = brief;
  for (const key of keys) other = other && transplant(other, key, theirs);
  if (other === undefined) return undefined;
  const ours = brief.text.split(/(?<=\n)/);
  const changed = other.text.split(/(?<=\n)/);
  const common = commonEnds(ours, changed);
  const start = ours.slice(0, common.start).join('').length;
  const mine = ours.slice(common.start, ours.length - common.end).join('');
  const their = changed.slice(common.start, changed.length - common.end).join('');
  const eol = lineEnd(brief.text);
  const mark = (sign: string, label = '') =>
    `${sign.repeat(markers.size)}${label === '' ? '' : ` ${label}`}${eol}`;
  const insert = mark('<', markers.ours) + mine + mark('=') + their + mark('>', markers.theirs);
  return { start, end: start + mine.length, insert };
}
