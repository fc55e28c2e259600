/** Numbers in texts, with their units and limits: what proves that a criterion got stricter. */
import { countOf } from '../brief/dates/counts.ts';
import type { Limit } from './numbers-limit.ts';
import { limitOf } from './numbers-limit.ts';

/** A number that a text holds. */
export interface Quantity {
  readonly value: number;
  /** As written: `40`, `1,5`. */
  readonly written: string;
  /** The unit as written, or ''. */
  readonly unit: string;
  /** What it measures: `time`, `%`, or the unit's own name; '' for a bare number. */
  readonly dimension: string;
  /** The value in the dimension's first unit, so that 2 hours and 120 minutes are the same. */
  readonly amount: number;
  /** Undefined where nothing proves one. */
  readonly limit: Limit | undefined;
  /** RevisionInfo it stands in the text. */
  readonly start: number;
  readonly end: number;
}

/** Units of time in seconds. "min" is minutes, never minimum. */
const TIME: Readonly<Record<string, number>> = {
  ms: 0.001,
  millisecond: 0.001,
  s: 1,
  sec: 1,
  second: 1,
  min: 60,
  minute: 60,
  h: 3600,
  hr: 3600,
  hour: 3600,
  d: 86_400,
  day: 86_400,
  week: 604_800,
};

const NUMBER =
  /(?<![\p{L}\p{N}.,:/-])(\d{1,12}(?:[.,]\d{1,6})?)(?![\d.,]*\d|[-:]\d|[ \u00a0\u202f]\d{3})[ \u00a0]?(%|[€$£]|percent\b|\p{L}{1,20})?/gu;
/** What stands in parentheses is beside the point: "(24 min in March)" is a baseline. */
function withoutAsides(text: string): string {
  return text.replace(/\([^()]{0,200}\)/g, (aside) => ' '.repeat(aside.length));
}

function read(number: string): number {
  return Number(number.replace(',', '.'));
}

/** The numbers of a text outside of parentheses; those of dates, versions and names left out. */
export function quantitiesOf(text: string): readonly Quantity[] {
  const open = withoutAsides(text.slice(0, 5000));
  const found: Quantity[] = [];
  for (const match of open.matchAll(NUMBER)) {
    const [whole, written = '', word = ''] = match;
    const value = read(written);
    const name = word.toLowerCase().replace(/(?<=..)s$/, '');
    const seconds = TIME[name];
    const isUnit =
      word !== '' &&
      !/^(?:to|and|or|of|in|on|by|at|for|the|a|an|per|out|from|with|is|are|as|than|if|but|not|no)$/i.test(
        word,
      );
    const unit = isUnit ? word : '';
    const percent = word === '%' || name === 'percent';
    const start = match.index;
    const end = start + (unit === '' ? written.length : whole.length);
    // Mb and MB are not the same; Minutes and minutes are.
    const measure = unit === '' ? '' : word.length <= 3 ? word : name;
    const dimension = percent ? '%' : seconds === undefined ? measure : 'time';
    found.push({
      value,
      written,
      unit,
      dimension,
      amount: seconds === undefined ? value : value * seconds,
      // Looked for when somebody asks: most changes of a number are not alone in their text.
      get limit() {
        return limitOf(open, { value, dimension, start, end });
      },
      start,
      end,
    });
  }
  return found;
}

/** A change of the one number in two texts that are otherwise about the same. */
export interface NumberChange {
  /** `40 → 20 minutes`. */
  readonly note: string;
  /** What the change does to what is asked; undefined where nothing proves it. */
  readonly effect: 'tightened' | 'loosened' | undefined;
}

/** A text with the numbers up to twelve that it writes out in figures; "one" is mostly none. */
export function withFigures(text: string): string {
  return text.replace(WRITTEN, (word) => String(countOf(word.toLowerCase()) ?? word));
}

const WRITTEN = /(?<![\p{L}-])(?:two|three|four|five|six|eight|ten|twelve)(?![\p{L}-])/giu;

/**
 * The change of the one number that differs between two texts of the same measure. Undefined when
 * there is none, more than one on a side, or their units do not fit.
 *
 * @param asksEffect Whether it is of interest what the change does.
 */
export function numberChange(
  before: string,
  after: string,
  asksEffect: boolean,
): NumberChange | undefined {
  const was = quantitiesOf(before);
  const is = quantitiesOf(after);
  if (was.length !== is.length || was.length === 0) return undefined;
  const changed = was
    .map((quantity, index) => [quantity, is[index] as Quantity] as const)
    .filter(([one, other]) => one.amount !== other.amount || one.dimension !== other.dimension);
  const [only] = changed;
  if (only === undefined || changed.length > 1) return undefined;
  const [one, other] = only;
  if (one.dimension !== other.dimension) return undefined;
  const note = noteOf(one, other);
  // Two numbers may lean on each other ("from 40 to 20"): only a single one proves a direction.
  if (!asksEffect || was.length > 1 || one.limit === undefined || one.limit !== other.limit) {
    return { note, effect: undefined };
  }
  if (mayBeThousands(one) !== mayBeThousands(other)) return { note, effect: undefined };
  const less = other.amount < one.amount;
  return { note, effect: less === (one.limit === 'most') ? 'tightened' : 'loosened' };
}

/** "1,500" is one and a half to some, and fifteen hundred to others. */
function mayBeThousands({ written }: Quantity): boolean {
  return /[.,]\d{3}$/.test(written);
}

function noteOf(one: Quantity, other: Quantity): string {
  const same =
    one.unit.toLowerCase() === other.unit.toLowerCase() || singular(one) === singular(other);
  const space = (unit: string): string => (unit === '' ? '' : ` ${unit}`);
  return same
    ? `${one.written} → ${other.written}${space(other.unit)}`
    : `${one.written}${space(one.unit)} → ${other.written}${space(other.unit)}`;
}

function singular({ unit }: Quantity): string {
  return unit.toLowerCase().replace(/s$/, '');
}
