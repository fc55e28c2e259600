/** Keys under another name, or in another place, than a brief has them. */
import { parseDate } from '../brief/dates/parse-date.ts';
import { otherNamesOf, plainKeys } from '../brief/field-names.ts';
import type { AnyValue, Field } from '../brief/fields.ts';
import { FIELDS, fieldOf, keysOf } from '../brief/fields.ts';
import { linesFrom, startOfLine } from '../brief/lines.ts';
import type { Problem } from '../brief/problem.ts';
import type { Brief } from '../brief/read.ts';
import { hasKey } from '../brief/read.ts';
import { readValue } from '../brief/shape.ts';
import type { Fix, TextEdit } from '../brief/text-edit.ts';
import { clip } from '../brief/value-text.ts';
import { hasPlaceFor, setField } from '../brief/yaml/edit.ts';
import type { MapNode, Pair, TextNode } from '../brief/yaml/node.ts';
import { withoutPair } from '../brief/yaml/remove-field.ts';
import type { Found, RuleContext } from './rule.ts';

/** The field that each key means: by what people call it, and by its own name without its map. */
const MEANT = new Map<string, Field>();

/** The field that people mean by a key of their own; undefined for none. */
export function meantField(key: string): Field | undefined {
  const name = plainKeys(key).find((plain) => MEANT.has(plain));
  return name === undefined ? undefined : MEANT.get(name);
}

/** The keys that stand in a map of ours, whichever. */
const CHILD_NAMES = new Set(FIELDS.flatMap(({ name }) => keysOf(name)[1] ?? []));
/** The keys of each map by its own key; '' for the frontmatter itself. */
const KEYS_OF = new Map<string, Set<string>>();
for (const field of FIELDS.filter(({ group }) => group !== 'records')) {
  const [top, child] = keysOf(field.name);
  for (const name of [field.name.replace('.', '-'), ...otherNamesOf(field)]) MEANT.set(name, field);
  KEYS_OF.set('', (KEYS_OF.get('') ?? new Set()).add(top));
  if (child !== undefined) KEYS_OF.set(top, (KEYS_OF.get(top) ?? new Set()).add(child));
}

/** A key that is written under another name or in another place. */
export interface MisnamedKey {
  readonly pair: Pair;
  /** The map that it stands in. */
  readonly map: MapNode;
  /** The key that it is in its own map, spelt right; undefined for one that belongs elsewhere. */
  readonly key: string | undefined;
  /** The field that is meant; undefined for a map's own key. */
  readonly field: Field | undefined;
  /** The map's key that stands right above it with no value, to which it should be indented. */
  readonly under: Pair | undefined;
}

const FOUND = new WeakMap<Brief, readonly MisnamedKey[]>();

/** The unknown keys of a readable brief of which it can be told what they mean. */
export function misnamedKeys(brief: Brief): readonly MisnamedKey[] {
  const { root } = brief;
  if (root === undefined || !brief.problems.some(({ rule }) => rule === 'unknown-field')) return [];
  // Every field that is missing asks for them.
  const found = FOUND.get(brief) ?? findMisnamed(brief, root);
  FOUND.set(brief, found);
  return found;
}

function findMisnamed(brief: Brief, root: MapNode): readonly MisnamedKey[] {
  const unknown = new Set(
    brief.problems.filter(({ rule }) => rule === 'unknown-field').map(({ span }) => span.start),
  );
  const found: MisnamedKey[] = [];
  const look = (map: MapNode, name: string): void => {
    for (const [at, pair] of map.pairs.entries()) {
      if (unknown.has(pair.key.start)) {
        const under = map === root ? groupAbove(map, at) : undefined;
        const plain = plainKeys(pair.key.value);
        const key = plain.find((one) => KEYS_OF.get(name)?.has(one));
        const field = under === undefined ? meantField(pair.key.value) : childOf(under, pair);
        if (key !== undefined || field !== undefined) found.push({ pair, map, key, field, under });
      } else if (pair.value.kind === 'map') look(pair.value, pair.key.value);
    }
  };
  look(root, '');
  return found;
}

function childOf(group: Pair, pair: Pair): Field | undefined {
  return fieldOf(`${group.key.value}.${pair.key.value}`);
}

/** The empty map's key above, past others that should stand in it: `quality:` over `bar:` at the edge. */
function groupAbove(map: MapNode, at: number): Pair | undefined {
  if (!CHILD_NAMES.has(map.pairs[at]?.key.value ?? '')) return undefined;
  for (let above = at - 1; above >= 0; above--) {
    const pair = map.pairs[above] as Pair;
    const isEmpty = pair.value.start === pair.value.end;
    const isGroup = FIELDS.some(({ name }) => name.startsWith(`${pair.key.value}.`));
    const own = fieldOf(`${pair.key.value}.${map.pairs[at]?.key.value}`);
    if (isGroup) return isEmpty && own !== undefined ? pair : undefined;
    if (fieldOf(pair.key.value) !== undefined) return undefined;
  }
  return undefined;
}

/** What is said of the keys that are written under another name or in another place. */
export function misnamedFields(
  brief: Brief,
  { asOf }: Pick<RuleContext, 'asOf'>,
): readonly Found[] {
  const taken = new Set<string>();
  return misnamedKeys(brief).map((misnamed): Found => {
    const name = misnamed.field?.name ?? misnamed.key ?? '';
    const value = valueFor(brief, misnamed, asOf);
    const fix = taken.has(name) ? undefined : fixOf(brief, misnamed, value.meant);
    taken.add(name);
    const { message, help } = describe(brief, misnamed);
    return {
      message,
      help: fix === undefined && value.fault !== undefined ? `${help}; ${value.fault}` : help,
      span: misnamed.pair.key,
      ...(fix !== undefined && { fix }),
    };
  });
}

function describe(brief: Brief, misnamed: MisnamedKey): { message: string; help: string } {
  const { pair, map, key, field, under } = misnamed;
  const written = clip(pair.key.value);
  if (under !== undefined) {
    return {
      message: `"${written}" belongs to ${under.key.value}, and is not indented`,
      help: 'indent it by two spaces, with what belongs to it',
    };
  }
  const isOwn = key !== undefined || field === undefined;
  const name = isOwn ? key : field.name;
  const there = isOwn
    ? map.pairs.some((other) => other.key.value === key)
    : hasKey(brief, field.name);
  const what =
    written === name
      ? 'is two keys in a brief, one below the other'
      : `is called ${name} in a brief`;
  const help = isOwn ? `write ${key}:` : `write it as ${example(field)}`;
  if (isOwn && pair.key.value.replace(/[\s\u200B\uFEFF]/g, '') === key && !there) {
    return { message: `an odd space stands at "${key}", which is a part of the key to YAML`, help };
  }
  return {
    message: `"${written}" ${isOwn ? `is written ${key} in a brief` : what}`,
    help: there ? `${name} stands there already: keep one of the two` : help,
  };
}

function example({ name }: Field): string {
  const [top, child] = keysOf(name);
  return child === undefined ? `${top}: …` : `${top}: and below it, indented, ${child}: …`;
}

function fixOf(brief: Brief, misnamed: MisnamedKey, value: AnyValue | undefined): Fix | undefined {
  const { pair, map, key, field, under } = misnamed;
  if (field !== undefined && hasKey(brief, field.name)) return undefined;
  if (under !== undefined) {
    return { title: `Indent ${pair.key.value}`, edits: indented(brief, pair) };
  }
  const right = key ?? keyInPlace(brief, map, field);
  if (right !== undefined) {
    if (map.pairs.some((other) => other.key.value === right)) return undefined;
    const { start } = pair.key;
    const end = endOfKey(brief, pair.key);
    return { title: `Write ${right}`, edits: [{ start, end, insert: right }] };
  }
  if (field === undefined || map !== brief.root || map.flow) return undefined;
  if (value === undefined || !hasPlaceFor(brief, field.name)) return undefined;
  const edits = [withoutPair(brief, map, pair), ...setField(brief, field.name, value)];
  return { title: `Move it to ${field.name}`, edits };
}

/** The key of the field where it belongs into the very map that the wrong key stands in. */
function keyInPlace(brief: Brief, map: MapNode, field: Field | undefined): string | undefined {
  if (field === undefined) return undefined;
  const [top, child] = keysOf(field.name);
  if (map === brief.root) return child === undefined ? top : undefined;
  return keyOfMap(brief, map) === top ? child : undefined;
}

function keyOfMap({ root }: Brief, map: MapNode): string | undefined {
  return root?.pairs.find(({ value }) => value === map)?.key.value;
}

/** The end of a key with the odd spaces behind it, which are a part of it to YAML. */
function endOfKey({ text }: Brief, { start, end, value }: TextNode): number {
  return text.startsWith(value, start) ? Math.max(end, start + value.length) : end;
}

interface MeantValue {
  /** As the field takes it; undefined where it has another shape. */
  readonly meant?: AnyValue | undefined;
  readonly fault?: string | undefined;
}

/** The value of a misnamed key for the field that is meant, also where it is written in another form. */
function valueFor({ text }: Brief, { pair, field }: MisnamedKey, asOf?: string): MeantValue {
  if (field === undefined) return {};
  const node = pair.value;
  const problems: Problem[] = [];
  const report = (problem: Problem): unknown => problems.push(problem);
  const { value } = readValue(node, { text, report }, field);
  const [problem, ...others] = problems;
  if (problem === undefined) return { meant: value };
  const [edit] = problem.fix?.edits ?? [];
  const isWhole = edit?.start === node.start && edit.end === node.end && others.length === 0;
  const isInWords = field.type === 'date' && node.kind === 'text' && asOf !== undefined;
  const day = isInWords ? parseDate(node.value, asOf) : undefined;
  return { meant: isWhole ? edit.insert : day, fault: problem.message };
}

/** Two blanks before each line of a pair. */
function indented({ text }: Brief, { key, value }: Pair): readonly TextEdit[] {
  const from = startOfLine(text, key.start);
  const edits: TextEdit[] = [];
  for (const line of linesFrom(text.slice(0, Math.max(key.end, value.end)), from)) {
    if (line.text.trim() !== '') edits.push({ start: line.start, end: line.start, insert: '  ' });
  }
  return edits;
}
