/** Slips in how a key is written. */
import { otherNamesOf, plainKey } from '../../field-names.ts';
import { CHILD_FIELDS, FIELDS, TOP_KEYS, childKeys } from '../../fields.ts';
import { clip } from '../../value-text.ts';
import { scalarSource } from '../scalar.ts';
import type { Detect, Parts } from './slip.ts';
import { newLine, reindent, replaceValue, spanOf, wholeOf } from './slip.ts';

/** The keys of a brief, and what people call them. */
const NAMES: ReadonlySet<string> = new Set([
  ...TOP_KEYS,
  ...[...CHILD_FIELDS.keys()].flatMap(childKeys),
  ...FIELDS.flatMap(otherNamesOf),
]);

/** Those that can stand at the edge: `in` and `day` stand in a map only. */
const TOP_NAMES: ReadonlySet<string> = new Set([
  ...TOP_KEYS,
  ...FIELDS.flatMap(({ alsoCalled = [] }) => alsoCalled),
]);

export const noBlankAfterColon: Detect = (parts) => {
  const found = /^([A-Za-z][\w-]*)[ \u00A0]?:(?:[\u00A0\u2000-\u200B\u202F]+|(?=[^\s:=/\\]))/.exec(
    parts.value,
  );
  if (parts.key !== '' || found === null) return undefined;
  const key = found[1] as string;
  const text = parts.value.slice(found[0].length).replace(/^-[ ]+/, '');
  const at = parts.at + parts.value.length - text.length;
  return {
    message: /[\u00A0\u2000-\u200B\u202F]/.test(found[0])
      ? `behind "${key}:" stands a non-breaking or other odd space, which YAML does not count`
      : `behind "${key}:" a space is missing`,
    help: `write ${key}: ${clip(text)}`,
    span: { start: parts.at, end: parts.at + found[0].length },
    edits: [{ start: parts.at + key.length, end: at, insert: ': ' }],
  };
};

/** `"goal: …"`: quotes around a key and its text. */
export const quotedPair: Detect = (parts) => {
  const found = /^["'“„]([A-Za-z][\w -]*):[ ]/.exec(parts.value);
  const name = plainKey(found?.[1] ?? '');
  const isPair = found !== null && /["'”“]$/.test(parts.value);
  if (parts.key !== '' || parts.isItem || !isPair || !NAMES.has(name)) return undefined;
  const text = scalarSource(parts.value.slice(found[0].length, -1).trim());
  return {
    message: `quotes stand around "${found[1]}:" and its text, so that it is no key`,
    help: `write ${name}: ${clip(text)}`,
    span: spanOf(parts),
    edits: replaceValue(parts, `${name}: ${text}`),
  };
};

/** `- goal: …`, `* goal: …` at the edge: the keys of a brief written as a list. */
export const dashBeforeKey: Detect = (parts) => {
  const { text } = parts.line;
  const mark = /^(?:[-*+•]|\d{1,2}[.)])[ ]+(?=([A-Za-z][\w -]*):(?:\s|$))/.exec(text);
  if (mark === null || !TOP_NAMES.has(plainKey(mark[1] as string))) return undefined;
  const { start } = parts.line;
  return {
    message: `before "${mark[1]}" stands a sign that begins an item of a list, and a key has none`,
    help: `write ${clip(text.slice(mark[0].length))}`,
    span: { start, end: start + mark[0].length + (mark[1] as string).length },
    edits: [{ start, end: start + mark[0].length, insert: '' }],
  };
};

/** `goal: 20 minutes. why: too slow`: two keys in one line, the second written nowhere else. */
export const twoKeysInLine: Detect = (parts, { has }) => {
  const { value, key } = parts;
  const at = value.search(/[^\s](?:[,;.]?[ ]+)[a-z][a-z-]*:[ ]/);
  const found = /^[^\s][,;.]?[ ]+([a-z][a-z-]*):[ ]/.exec(value.slice(Math.max(0, at)));
  const second = found?.[1] ?? '';
  if (key === '' || parts.indent > 0 || !TOP_KEYS.includes(second) || has(second)) return undefined;
  const start = parts.at + value.indexOf(` ${second}:`, Math.max(0, at));
  return {
    message: `"${second}:" stands in the line of "${key}", and YAML takes that for two keys of one text`,
    help: `write ${second}: in a line of its own`,
    span: { start: start + 1, end: start + 1 + second.length },
    edits: [{ start, end: start + 1, insert: newLine(parts, 0) }],
  };
};

/** `**Goal:** …`: a key as markdown sets it off. */
export const markdownKey: Detect = (parts) => {
  const mark = /^(?:\*{1,3}|_{1,3}|`)/.exec(parts.value)?.[0];
  if (parts.key !== '' || mark === undefined) return undefined;
  const written = /^[A-Za-z][A-Za-z -]*/.exec(parts.value.slice(mark.length))?.[0] ?? '';
  const name = plainKey(written);
  const after = parts.value.slice(mark.length + written.length);
  const tail = [`:${mark}`, `${mark}:`, `${mark} :`].find((end) => after.startsWith(end));
  if (tail === undefined || !NAMES.has(name)) return undefined;
  const rest = after.slice(tail.length).trimStart();
  const start = parts.at;
  const end = start + parts.value.length - rest.length;
  const key = parts.value.slice(0, mark.length + written.length + tail.length);
  return {
    message: `"${key}" is written as markdown, and a key stands plain`,
    help: `write ${name}: ${clip(rest)}`.trimEnd(),
    span: { start, end: start + key.length },
    edits: [{ start, end, insert: rest === '' ? `${name}:` : `${name}: ` }],
  };
};

/** `# Goal` with a text below it: a heading is a comment to YAML. */
export const headingForKey: Detect = (parts, { above, has }) => {
  const upper = above();
  if (upper?.value.startsWith('#') !== true || (parts.key !== '' && !parts.isItem))
    return undefined;
  const name = plainKey(upper.value.replace(/^#{1,6}/, '').replace(/:$/, ''));
  if (!NAMES.has(name) || has(name)) return undefined;
  const span = wholeOf(upper);
  const end = parts.line.start + parts.line.text.trimEnd().length;
  const edit = parts.isItem
    ? { ...span, insert: `${name}:` }
    : { start: upper.at, end, insert: `${name}: ${scalarSource(parts.value)}` };
  return {
    message: `"${clip(upper.value)}" is a comment to YAML, so that ${parts.isItem ? 'the list' : 'the text'} below it has no key`,
    help: parts.isItem ? `write ${name}:` : `write ${name}: ${clip(parts.value)}`,
    span,
    edits: [edit],
  };
};

/** `goal = …`, `why; …`, `why：…`: another sign where the colon is due. */
export const otherColon: Detect = (parts) => {
  const found = /^([A-Za-z][\w-]*)[ ]*(:=|=>|->|[=;：﹕→–—]|-(?= ))[ ]*(?=\S)/.exec(parts.value);
  const key = found?.[1] ?? '';
  if (parts.key !== '' || parts.isItem || found === null || !isName(key)) return undefined;
  const start = parts.at + key.length;
  return {
    message: `behind "${key}" stands "${found[2]}" where a colon and a space are due`,
    help: `write ${key}: ${clip(parts.value.slice(found[0].length))}`,
    span: { start: parts.at, end: parts.at + found[0].trimEnd().length },
    edits: [{ start, end: parts.at + found[0].length, insert: ': ' }],
  };
};

/** `why After the storm …`: no colon at all. The key is written nowhere else, so that it is one. */
export const noColon: Detect = (parts, { has }) => {
  const key = /^[A-Za-z][\w-]*(?=[ ]+[\p{L}\p{N}]|$)/u.exec(parts.value)?.[0] ?? '';
  if (parts.key !== '' || parts.isItem || !isName(key) || has(key)) return undefined;
  const isTop = parts.indent === 0;
  if (isTop !== TOP_KEYS.includes(key.toLowerCase())) return undefined;
  const at = parts.at + key.length;
  return {
    message: `behind "${key}" a colon is missing`,
    help: `write ${key}: ${clip(parts.value.slice(key.length))}`.trimEnd(),
    span: { start: parts.at, end: at },
    edits: [{ start: at, end: at, insert: ':' }],
  };
};

function isName(key: string): boolean {
  return NAMES.has(plainKey(key));
}

/** `// ask again`, `<!-- … -->`: comments of other languages. */
export const otherComment: Detect = (parts) => {
  const opener = /^(?:\/\/|<!--|\/\*)/.exec(parts.value)?.[0];
  if (parts.key !== '' || parts.isItem || opener === undefined) return undefined;
  const text = parts.value
    .slice(opener.length)
    .replace(/(?:-->|\*\/)$/, '')
    .trim();
  return {
    message: `"${opener}" begins no comment in YAML`,
    help: `write # ${clip(text)}`,
    span: wholeOf(parts),
    edits: [{ start: parts.at, end: parts.at + parts.value.length, insert: `# ${text}` }],
  };
};

/** `timeline: due: 2026-06-30`: the keys of a map in its own line. */
export const mapBehindKey: Detect = (parts) => {
  const keys = childKeys(parts.key);
  if (keys.length === 0 || parts.isItem) return undefined;
  const found: { readonly key: string; readonly from: number; readonly start: number }[] = [];
  let from = 0;
  for (const piece of parts.value.split(/[,;]/)) {
    const start = from + piece.length - piece.trimStart().length;
    const key = /^([a-z-]+)[ ]?:(?=\s|$)/.exec(piece.trimStart())?.[1] ?? '';
    if (keys.includes(key)) found.push({ key, from: Math.max(0, from - 1), start });
    from += piece.length + 1;
  }
  const [first] = found;
  if (first === undefined || first.start !== 0) return undefined;
  const colon = parts.line.start + parts.line.text.indexOf(':') + 1;
  return {
    message: `"${first.key}" stands in the line of "${parts.key}", and YAML takes that for two keys of one text`,
    help: `write ${first.key}: in a line of its own, indented by two spaces`,
    span: { start: parts.at, end: parts.at + first.key.length },
    edits: found.map(({ from: comma, start }) => ({
      start: start === 0 ? colon : parts.at + comma,
      end: parts.at + start,
      insert: newLine(parts, parts.indent + 2),
    })),
  };
};

export const keyTooDeep: Detect = (parts, { above }) => {
  const upper = above(({ indent }) => indent < parts.indent);
  if (parts.key === '' || parts.isItem || upper === undefined || upper.isItem) return undefined;
  if (upper.key === '' || upper.value === '') return undefined;
  if (upper.indent === 0 && !TOP_NAMES.has(plainKey(parts.key))) return undefined;
  return {
    message: `"${parts.key}" is indented deeper than "${upper.key}", and read as a part of it`,
    help: 'let both stand in the same column',
    span: wholeOf(parts),
    edits: reindent(parts, upper.indent),
  };
};

/** A key one blank to the left of its neighbours, or in a column that none of those above it has. */
export const keyOutOfLine: Detect = (parts, { above }) => {
  if (parts.key === '' || parts.isItem || parts.indent === 0) return undefined;
  const parent = above(({ indent }) => indent < parts.indent);
  // Below an item, or deeper in a map, it stands in a column of its own.
  if (parent === undefined || parent.isItem || parent.indent > 0) return undefined;
  const keys: Parts[] = [];
  above((other) => {
    if (other === parent) return true;
    if (other.key !== '' && !other.isItem) keys.push(other);
    return false;
  });
  // The first one below the key at the edge: where it stands the others belong.
  const upper = keys.at(-1);
  if (upper === undefined || upper.indent === parts.indent) return undefined;
  return {
    message: `"${parts.key}" does not stand in the column of "${upper.key}"`,
    help: 'let both stand in the same column',
    span: wholeOf(parts),
    edits: reindent(parts, upper.indent),
  };
};
