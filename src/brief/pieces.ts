/**
 * Reads briefs key by key, and each piece of text once: of many revisions of a brief most of the text is
 * the same. It gives the very values that reading the whole gives, or declines: only what the quick reader
 * of YAML takes is cut, and that ends with its indentation. `test/fuzz/pieces.test.ts` holds the two
 * together.
 */
import type { Change, FieldName, Values } from './fields.ts';
import { readBrief } from './read.ts';
import { unreadFields } from './unread.ts';
import { quickTree } from './yaml/quick.ts';
import { split } from './yaml/split.ts';

/** The values of one key of the frontmatter. Equal texts give one object. */
export type Piece = Readonly<Partial<Values>>;

export interface PieceReader {
  /**
   * The values of a brief, in pieces.
   *
   * @param text Its text up to the line that closes the frontmatter.
   * @returns Undefined where it has to be read as a whole.
   */
  readonly read: (text: string) => readonly Piece[] | undefined;
}

const OPEN = '---\n';
const CLOSE = '---';
/** What the first line of a key begins with; other lines are indented, items, comments or empty. */
const KEY = /^([A-Za-z_][A-Za-z0-9_.-]*):/;
const MAX_PIECES = 100;
const MAX_KEPT = 100_000;

export function pieceReader(): PieceReader {
  const pieces = new Map<string, Piece | null>();
  const readOne = (text: string): Piece | null => {
    const known = pieces.get(text);
    if (known !== undefined) return known;
    const piece = valuesOf(text);
    if (pieces.size >= MAX_KEPT) pieces.clear();
    pieces.set(text, piece);
    return piece;
  };
  return {
    read(text) {
      const parts = cut(text);
      if (parts === undefined) return undefined;
      const found: Piece[] = [];
      for (const part of parts) {
        const piece = part.startsWith(CHANGES) ? readChanges(part, readOne) : readOne(part);
        if (piece === null) return undefined;
        found.push(piece);
      }
      return found;
    },
  };
}

/** The text of each key; undefined where the frontmatter is not of keys that stand at its margin. */
function cut(text: string): readonly string[] | undefined {
  if (!text.startsWith(OPEN) || !text.endsWith(`\n${CLOSE}`)) return undefined;
  const end = text.length - CLOSE.length;
  const parts: string[] = [];
  const keys = new Set<string>();
  let begin = -1;
  for (let from = OPEN.length; from < end; from = text.indexOf('\n', from) + 1) {
    const sign = text.charCodeAt(from);
    if (isWithin(sign)) {
      // Above the first key nothing but comments may stand, and they belong to nothing.
      if (begin < 0 && sign !== HASH && sign !== NEWLINE) return undefined;
      continue;
    }
    const key = KEY.exec(text.slice(from, from + 70))?.[1];
    if (key === undefined || keys.has(key)) return undefined;
    keys.add(key);
    if (begin >= 0) parts.push(text.slice(begin, from));
    begin = from;
  }
  if (begin < 0 || keys.size > MAX_PIECES) return undefined;
  return [...parts, text.slice(begin, end)];
}

const SPACE = 32;
const HASH = 35;
const DASH = 45;
const NEWLINE = 10;

function isWithin(sign: number): boolean {
  return sign === SPACE || sign === HASH || sign === DASH || sign === NEWLINE;
}

/** Null where the piece has to be read in its place. */
function valuesOf(piece: string): Piece | null {
  const text = `${OPEN}${piece}${CLOSE}\n`;
  const found = split(text);
  if ('reason' in found || found.matter.end !== OPEN.length + piece.length) return null;
  if (quickTree(text, found.matter) === undefined) return null;
  const brief = readBrief(text);
  return brief.readable && unreadFields(brief).size === 0 ? brief.values : null;
}

const CHANGES: `${FieldName & 'changes'}:\n` = 'changes:\n';
const ITEM = '  - ';
const IN_ITEM = '    ';

/** A list of records grows by one, and the others stay as they are: each is a piece. */
function readChanges(text: string, readOne: (text: string) => Piece | null): Piece | null {
  const changes: Change[] = [];
  let begin = CHANGES.length;
  for (let from = begin; from < text.length;) {
    const next = text.indexOf('\n', from) + 1;
    const isEnd = next >= text.length;
    if (!isEnd && text.startsWith(IN_ITEM, next) && !isBlank(text, next)) {
      from = next;
      continue;
    }
    if (!text.startsWith(ITEM, begin) || (!isEnd && !text.startsWith(ITEM, next))) {
      return readOne(text);
    }
    const piece = readOne(`${CHANGES}${text.slice(begin, next)}`);
    if (piece === null) return readOne(text);
    changes.push(...(piece.changes ?? []));
    begin = next;
    from = next;
  }
  return changes.length === 0 ? readOne(text) : { changes };
}

/** A line that holds nothing but blanks. */
function isBlank(text: string, from: number): boolean {
  const end = text.indexOf('\n', from);
  return text.slice(from, end < 0 ? text.length : end).trim() === '';
}
