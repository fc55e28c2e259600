import { createHash } from 'node:crypto';
import type { AnyValue, Milestone, Values } from './fields.ts';
import { fieldsOf, keysOf } from './fields.ts';

/** A text as it counts for a seal: Unicode NFC, runs of white space as one space, trimmed. */
export function normalize(text: string): string {
  if (!NEEDS_NORMALIZING.test(text)) return text;
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** A text as it is compared by people: as for a seal, and whatever the case. */
export function foldCase(text: string): string {
  return normalize(text).toLowerCase();
}

/** Most texts are ASCII with single blanks inside, and so as they should be. */
const NEEDS_NORMALIZING = /[^ -~]|^ | $| {2}/;

/** A value in its canonical form: what two revisions are compared by. */
export type Canonical = string | readonly string[] | readonly Milestone[] | AnyValue;

function canonical(value: unknown): unknown {
  if (typeof value === 'string') return normalize(value) || undefined;
  if (Array.isArray(value)) {
    const items = value.map(canonical).filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value)
      .map(([key, part]) => [key, canonical(part)] as const)
      .filter(([, part]) => part !== undefined);
    return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
  }
  return undefined;
}

/**
 * The canonical value of a field: texts normalised, empty items and empty values left out.
 *
 * @returns Undefined when nothing is left.
 */
export function canonicalOf(value: AnyValue | undefined): Canonical | undefined {
  return canonical(value) as Canonical | undefined;
}

/** Sorts the keys of every object, so that the order in which a brief has them does not count. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value).toSorted();
  return Object.fromEntries(keys.map((key) => [key, sorted((value as never)[key])]));
}

/** The criteria in the order that their keys have in the JSON. */
const CRITERIA = fieldsOf('criteria')
  .map(({ name, type }) => ({ name, type, keys: keysOf(name) }))
  .toSorted((a, b) => (a.keys.join('\0') < b.keys.join('\0') ? -1 : 1));

/** The canonical criteria as JSON with sorted keys (design, "Fingerprint"): what a seal is over. */
export function canonicalCriteria(values: Values): string {
  const criteria: Record<string, unknown> = {};
  for (const { name, type, keys } of CRITERIA) {
    const found = canonicalOf(values[name]);
    if (found === undefined) continue;
    const value = type === 'milestones' ? sorted(found) : found;
    const [top, child] = keys;
    if (child === undefined) criteria[top] = value;
    else ((criteria[top] ??= {}) as Record<string, unknown>)[child] = value;
  }
  return JSON.stringify(criteria);
}

/** The version of the canonical form, which every seal carries, so that a later one is recognised. */
const VERSION = 'v1';
const SEAL_PATTERN = /^v1-[0-9a-f]{16}$/;

/** The seal of the criteria: `v1-` and the first 16 hex digits of the SHA-256 of their canonical JSON. */
export function seal(values: Values): string {
  const hash = createHash('sha256').update(canonicalCriteria(values), 'utf8').digest('hex');
  return `${VERSION}-${hash.slice(0, 16)}`;
}

/** True for a seal of a version that this program knows. */
export function isSeal(text: string): boolean {
  return SEAL_PATTERN.test(text);
}

/** True when a seal is the seal of these criteria. */
export function sealMatches(text: string, values: Values): boolean {
  return text === seal(values);
}
