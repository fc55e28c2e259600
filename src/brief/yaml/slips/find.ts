/**
 * The slips behind most syntax errors of briefs that people write by hand, each with a message that a
 * colleague would give. A parser stumbles where it can go no further; the person slipped somewhere
 * before. Each slip proposes a mend, and is believed when the text can be read with it, or further.
 */
import type { Line } from '../../lines.ts';
import { linesFrom } from '../../lines.ts';
import type { Span } from '../../span.ts';
import type { TextEdit } from '../../text-edit.ts';
import { applyEdits } from '../../text-edit.ts';
import { itemOutOfLine, strangeBlank, tab } from './blanks.ts';
import {
  dashBeforeKey,
  headingForKey,
  keyOutOfLine,
  keyTooDeep,
  mapBehindKey,
  markdownKey,
  noBlankAfterColon,
  noColon,
  otherColon,
  otherComment,
  quotedPair,
  twoKeysInLine,
} from './keys.ts';
import { dashBehindKey, noBlankAfterDash, otherMark, taskBox } from './marks.ts';
import type { Around, Detect, Parts, Slip } from './slip.ts';
import { partsOf } from './slip.ts';
import {
  apostrophe,
  backslash,
  blockMark,
  bracketsFirst,
  colonBelow,
  commentInText,
  flowItems,
  colonsInItem,
  continuedAtEdge,
  quotedWordFirst,
  quotesInQuotes,
  secondColon,
  signFirst,
  smartQuotes,
  unclosedBracket,
  unclosedQuote,
} from './texts.ts';

/** What is looked for in a line, in this order: what changes the text least comes first. */
const SLIPS: readonly Detect[] = [
  tab,
  strangeBlank,
  noBlankAfterDash,
  noBlankAfterColon,
  quotedPair,
  dashBeforeKey,
  markdownKey,
  headingForKey,
  otherColon,
  otherComment,
  otherMark,
  taskBox,
  dashBehindKey,
  mapBehindKey,
  smartQuotes,
  commentInText,
  flowItems,
  blockMark,
  signFirst,
  bracketsFirst,
  apostrophe,
  quotesInQuotes,
  quotedWordFirst,
  backslash,
  unclosedQuote,
  unclosedBracket,
  colonsInItem,
  twoKeysInLine,
  secondColon,
  itemOutOfLine,
  keyTooDeep,
  keyOutOfLine,
  noColon,
  colonBelow,
  continuedAtEdge,
];

/** A longer frontmatter is not searched: each mend is tried by reading it once more. */
const MAX_LENGTH = 32 * 1024;
/** So many mends are tried, and in a long frontmatter fewer: as many as read so many characters. */
const MAX_TRIES = 40;
const MAX_READ = 200_000;
/** A slip further below than this is not the one behind an error. */
const MAX_DISTANCE = 1000;
/** How far above and below a line one looks for what it belongs to. */
const MAX_LINES_AROUND = 300;

/**
 * Finds the slip behind a syntax error.
 *
 * @param matter Where the frontmatter stands in the text.
 * @param errorAt Where reading it stumbles: the offset of its first error, undefined for none.
 * @returns The slip whose mend lets the frontmatter be read, or read furthest; undefined for none.
 */
export function findSlip(
  text: string,
  matter: Span,
  errorAt: (text: string, matter: Span) => number | undefined,
): Slip | undefined {
  if (matter.end - matter.start > MAX_LENGTH) return undefined;
  const stumbles = errorAt(text, matter);
  if (stumbles === undefined) return undefined;
  let best: { slip: Slip; reach: number } | undefined;
  let tries = 0;
  const mostTries = Math.min(MAX_TRIES, MAX_READ / (matter.end - matter.start));
  for (const slip of slipsOf(text, matter)) {
    // What stands far below is not what it stumbles over.
    if (slip.span.start > stumbles + MAX_DISTANCE) continue;
    if (++tries > mostTries) break;
    const fixed = applyEdits(text, slip.edits);
    const grown = fixed.length - text.length;
    const next = errorAt(fixed, { start: matter.start, end: matter.end + grown });
    if (next === undefined) return slip;
    const reach = next - grown;
    if (reach > (best?.reach ?? stumbles)) best = { slip, reach };
  }
  return best?.slip;
}

/** The slips of a text, kind by kind; one that runs over several lines is one. */
function* slipsOf(text: string, matter: Span): Generator<Slip> {
  const lines: readonly Parts[] = Array.from<Line>(
    linesFrom(text.slice(0, matter.end), matter.start),
  )
    .filter((line) => line.text.trim() !== '')
    .map(partsOf);
  const keys = new Set(lines.map(({ key }) => key));
  const arounds = lines.map((_, at) => aroundOf(lines, at, keys));
  for (const detect of SLIPS) {
    let run: Slip[] = [];
    for (const [at, parts] of lines.entries()) {
      const slip = detect(parts, arounds[at] as Around);
      if (slip !== undefined) run.push(slip);
      else if (run.length > 0 && detect !== tab) {
        yield joined(run);
        run = [];
      }
    }
    if (run.length > 0) yield joined(run);
  }
}

function aroundOf(lines: readonly Parts[], at: number, keys: ReadonlySet<string>): Around {
  return {
    above(test = () => true) {
      for (let upper = at - 1; upper >= Math.max(0, at - MAX_LINES_AROUND); upper--) {
        const found = lines[upper] as Parts;
        if (test(found)) return found;
      }
      return undefined;
    },
    below: () => lines[at + 1],
    rest() {
      const { indent = 0 } = lines[at] ?? {};
      const after = lines.slice(at + 1, at + 1 + MAX_LINES_AROUND);
      const end = after.findIndex((one) => {
        // At the edge a text goes on by mistake, where no key, item or comment begins.
        // A key whose space is missing begins there too.
        const isBack =
          one.indent <= indent &&
          (one.isItem || /^(?:[#[{]|[A-Za-z][\w-]{0,40}:(?!\/\/)\S)/.test(one.value));
        return isBack || (one.key !== '' && !one.isItem);
      });
      return end < 0 ? after : after.slice(0, end);
    },
    has: (key) => keys.has(key),
  };
}

/** Slips of one kind in lines below each other, as one; where two change the same place, the first does. */
function joined(slips: readonly Slip[]): Slip {
  const [first] = slips as [Slip, ...Slip[]];
  const edits: TextEdit[] = [];
  let end = 0;
  for (const slip of slips) {
    if (slip.edits.some(({ start }) => start <= end)) continue;
    edits.push(...slip.edits);
    end = Math.max(end, ...slip.edits.map((edit) => edit.end));
  }
  return { ...first, edits };
}
