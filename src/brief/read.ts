import type { AnyValue, Field, FieldName, Values } from './fields.ts';
import {
  CHILD_FIELDS,
  SHORT_FORMS,
  TOP_KEYS,
  childKeys,
  field,
  fieldOf,
  keysOf,
} from './fields.ts';
import type { Problem, ReadContext } from './problem.ts';
import { readValue } from './shape.ts';
import { meantChild, meantGroup } from './shape-groups.ts';
import { unknownKey } from './shape-records.ts';
import type { NoSplit, Split } from './yaml/split.ts';
import type { Span } from './span.ts';
import { split } from './yaml/split.ts';
import type { MapNode, Pair, TextNode, TreeNode } from './yaml/node.ts';
import { isNull } from './yaml/node.ts';
import { readTree } from './yaml/tree.ts';
import { closingSlip, earlyClose, openingSlip } from './yaml/fences.ts';
import { nextLine } from './lines.ts';
import { slipProblem, yamlProblems } from './yaml/yaml-errors.ts';

/** Where a field stands in the text. */
export interface Place {
  /** Its key; of a short form (`scope: text`) the key of the map that it stands for. */
  readonly key: TextNode;
  readonly node: TreeNode;
  /** The nodes of a list's items, in the order of the value's: what has no value is not there. */
  readonly items: readonly TreeNode[];
  /** Written in its short form. */
  readonly short: boolean;
}

/** A brief as it was read; everything else is derived from it. */
export interface Brief {
  /** The whole text, with its byte order mark and line ends as they are. */
  readonly text: string;
  /** Undefined when there is no frontmatter to speak of; `problems` says why. */
  readonly split: Split | undefined;
  /** The frontmatter, or what could be read of it. */
  readonly root: MapNode | undefined;
  /** The values by dotted name, short forms expanded; empty ones and those of a wrong shape left out. */
  readonly values: Values;
  /** The places of the fields that are written, also of empty and misshapen ones. */
  readonly places: ReadonlyMap<FieldName, Place>;
  /** What reading found, in the order of the text. */
  readonly problems: readonly Problem[];
  /** False when the frontmatter could not be read as YAML: then `values` are not to be trusted. */
  readonly readable: boolean;
}

function noSplit(text: string, found: NoSplit): Problem {
  const rule = 'frontmatter' as const;
  const span = found.at;
  if (found.reason === 'empty') {
    const help = 'start it with "delegate new", or delete it';
    return { rule, span, message: 'the file is empty', help };
  }
  if (found.reason === 'language') {
    const message = `the frontmatter says that it is "${found.language}"; only YAML is read`;
    return { rule, span, message, help: 'write --- alone on the first line' };
  }
  const slip =
    found.reason === 'unclosed'
      ? closingSlip(text, nextLine(text, found.at.start))
      : openingSlip(text);
  if (slip !== undefined) return slipProblem(slip);
  if (found.reason === 'unclosed') {
    const help = 'put a line of --- after its last key';
    return { rule, span, message: 'the frontmatter is not closed', help };
  }
  return {
    rule,
    span,
    message: 'the file has no frontmatter',
    help: text.includes('---')
      ? 'the first line must be ---'
      : 'begin the file with ---, the keys of the brief, and --- again',
  };
}

/** Git takes a file for no text by this, shows no change of it to whoever reviews it, and merges none. */
export function isBinaryToGit(text: string): boolean {
  return text.includes('\0');
}

function nulProblem(text: string): Problem {
  const start = text.indexOf('\0');
  return {
    rule: 'frontmatter',
    span: { start, end: start + 1 },
    message: 'there is a NUL character: git takes the file for no text, and shows no change of it',
    help: 'take it out',
  };
}

/**
 * Reads a brief from its text. Never throws: whatever is wrong is one of its problems.
 *
 * @param text The decoded file. Offsets and places count its UTF-16 code units.
 */
export function readBrief(text: string): Brief {
  const found = split(text);
  const problems: Problem[] = [];
  if ('reason' in found) {
    problems.push(noSplit(text, found));
    return {
      text,
      split: undefined,
      root: undefined,
      values: {},
      places: new Map(),
      problems,
      readable: false,
    };
  }
  const tree = readTree(text, found.matter);
  problems.push(...yamlProblems(text, found.matter, tree.problems));
  const early = earlyClose(text, found);
  if (early !== undefined) problems.push(slipProblem(early));
  const places = new Map<FieldName, Place>();
  const values: Record<string, AnyValue> = {};
  // After a syntax error the tree is a guess: one error is told, not its echoes.
  const readable = tree.problems.length === 0;
  if (isBinaryToGit(text)) problems.push(nulProblem(text));
  const report = (problem: Problem): unknown => readable && problems.push(problem);
  const fields: FieldReader = { context: { text, report }, places, values };
  for (const pair of tree.root?.pairs ?? []) readPair(pair, fields);
  return {
    text,
    split: found,
    root: tree.root,
    values,
    places,
    problems: problems.sort((a, b) => a.span.start - b.span.start),
    readable,
  };
}

/** True for a field with a key of its own: that of its map with nothing behind it is none. */
export function hasKey({ places }: Brief, name: FieldName): boolean {
  const place = places.get(name);
  return place !== undefined && !(place.short && place.node.start === place.node.end);
}

/** Where the fields that are read go. */
interface FieldReader {
  readonly context: ReadContext;
  readonly places: Map<FieldName, Place>;
  readonly values: Record<string, AnyValue>;
}

function readPair(pair: Pair, fields: FieldReader): void {
  const { context } = fields;
  const name = pair.key.value;
  if (name.startsWith('x-')) return;
  const children = CHILD_FIELDS.get(name);
  if (children === undefined) {
    // `timeline.due:` is one key to YAML, and no field of a brief.
    const own = name.includes('.') ? undefined : fieldOf(name);
    if (own === undefined) unknownKey(context, pair.key, TOP_KEYS);
    else readField(own, pair, false, fields);
    return;
  }
  const group = meantGroup(pair.value, name, context);
  if (group !== undefined) {
    context.report(group);
    return;
  }
  if (pair.value.kind === 'map' && !isOneText(pair.value, children)) {
    for (const child of pair.value.pairs) {
      const { value: key } = child.key;
      const own = children.get(key);
      if (own !== undefined) readField(own, child, false, fields);
      else if (!key.startsWith('x-')) unknownKey(context, child.key, childKeys(name), name);
    }
    return;
  }
  const child = meantChild(pair.value, name, context);
  if (child !== undefined) {
    context.report(child);
    return;
  }
  const long = SHORT_FORMS.get(name);
  if (long !== undefined) readField(field(long), pair, true, fields);
  else if (!isNull(pair.value)) {
    context.report({
      rule: 'field-type',
      message: `${name} must be keys with values`,
      help: `write them below it, each in an indented line of its own: ${childKeys(name).join(', ')}`,
      span: pair.value,
    });
  }
}

/** `scope: {in: …}` is the long form; `quality: Note: x` cannot be, its one key is none of ours. */
function isOneText(node: MapNode, children: ReadonlyMap<string, Field>): boolean {
  const only = node.pairs.length === 1 ? node.pairs[0] : undefined;
  return only !== undefined && !children.has(only.key.value) && /\s/.test(only.key.value);
}

function readField(
  own: Field,
  pair: Pair,
  short: boolean,
  { context, places, values }: FieldReader,
): void {
  const { value, items } = readValue(pair.value, context, own);
  places.set(own.name, { key: pair.key, node: pair.value, items, short });
  if (value !== undefined) values[own.name] = value;
}

/** The place of a field's value, or of its key when the value is empty; undefined when it is not written. */
export function spanOf(brief: Brief, name: FieldName): Span | undefined {
  const place = brief.places.get(name);
  if (place === undefined) return undefined;
  return place.node.start === place.node.end ? place.key : place.node;
}

/** The place of a list's item by its index in the value, or of the whole value. */
export function itemSpan(brief: Brief, name: FieldName, index: number): Span | undefined {
  return brief.places.get(name)?.items[index] ?? spanOf(brief, name);
}

/**
 * Where to point when a field is missing: at its empty key, at the key of the map it belongs into,
 * or at the line that opens the frontmatter.
 */
export function missingSpan(brief: Brief, name: FieldName): Span {
  const own = spanOf(brief, name);
  if (own !== undefined) return own;
  const [top] = keysOf(name);
  const parent = brief.root?.pairs.find((pair) => pair.key.value === top);
  return parent?.key ?? brief.split?.open ?? { start: 0, end: Math.min(1, brief.text.length) };
}
