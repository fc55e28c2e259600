/**
 * Where an answer by mail begins to repeat the mail that it answers. What a program wrote always carries
 * a date with a time, or an address; a sentence of a person that only begins like it stays.
 */
import { lettersOf } from './answer-lines.ts';

/** True for a line that is marked as repeated. */
export function isQuoted(line: string): boolean {
  return /^ {0,3}(?:>|&gt;)/.test(line) || line.trim() === '[Quoted text hidden]';
}

/** What stands at a line to introduce the repeated mail. */
export interface QuoteHeader {
  /** How many lines it has. */
  readonly lines: number;
  /** It can only come from a program: what follows is repeated even where nothing marks it. */
  readonly sure: boolean;
}

/** The header of a repeated mail that begins at a line, or undefined. */
export function quoteHeaderAt(lines: readonly string[], at: number): QuoteHeader | undefined {
  const divider = dividerAt(lines[at] as string);
  if (divider === undefined) return mailBlock(lines, at) ?? attributionAt(lines, at);
  const start = nextFilled(lines, at + 1);
  const below = mailBlock(lines, start) ?? attributionAt(lines, start);
  if (below !== undefined) return { lines: start - at + below.lines, sure: true };
  return divider === 'says so' ? { lines: 1, sure: true } : attributionAt(lines, at);
}

/** The index of the first line from here that is not blank; the number of lines when there is none. */
export function nextFilled(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && (lines[at] as string).trim() === '') at++;
  return at;
}

/**
 * `-----Original Message-----` in the usual languages, `Begin forwarded message:`, or a rule, which says
 * nothing by itself.
 */
function dividerAt(line: string): 'says so' | 'rule' | undefined {
  const text = line.trim();
  if (text.length > 120) return undefined;
  const words = lettersOf(text);
  if (words.join(' ') === 'begin forwarded message' && text.endsWith(':')) return 'says so';
  if (!/^(?:-{2}|_{5})/.test(text) || !/(?:--|_____)$/.test(text)) return undefined;
  const names = (set: ReadonlySet<string>): boolean => words.some((word) => set.has(word));
  return names(MESSAGE_WORDS) && names(ORIGINAL) ? 'says so' : 'rule';
}

const MESSAGE_WORDS = new Set(
  'message mail email nachricht mensaje messaggio mensagem bericht sporočilo wiadomość'.split(' '),
);
const ORIGINAL = new Set(
  [
    'original forwarded origine réexpédié transféré ursprüngliche weitergeleitete originale',
    'inoltrato reenviado oorspronkelijk doorgestuurd izvirno posredovano oryginalna',
  ]
    .join(' ')
    .split(' '),
);

const FROM = new Set('from von de da od van fra från'.split(' '));
/** What Outlook and its like write under `From:`, in one set: what matters is that there are several. */
const OTHER_KEYS = new Set(
  [
    'sent date to cc subject gesendet datum an betreff envoyé envoyée à objet enviado fecha para asunto',
    'inviato data a oggetto poslano za zadeva kp verzonden aan onderwerp assunto wysłano do temat dato til',
    'emne skickat till ämne sendt',
  ]
    .join(' ')
    .split(' '),
);

/** The key of a header line, bold or not: `From: …`, `*Von:* …`; an empty text for none. */
function keyOf(line: string): string {
  const match = /^[ *]{0,8}(\p{L}{1,12})(?: \p{L}{1,3})?[ *]{0,3}:/u.exec(line);
  return match?.[1]?.toLowerCase() ?? '';
}

/** `From: … Sent: … To: … Subject: …`, a line each. */
function mailBlock(lines: readonly string[], at: number): QuoteHeader | undefined {
  if (!FROM.has(keyOf(lines[at] ?? ''))) return undefined;
  let end = at + 1;
  while (end < lines.length && end - at < 12 && (lines[end] as string).trim() !== '') end++;
  const block = lines.slice(at, end);
  const keys = block.map((line) => OTHER_KEYS.has(keyOf(line)));
  const others = keys.filter(Boolean).length;
  if (others < 2 || !isByProgram(block.join(' '))) return undefined;
  // Without a blank line below it, the mail begins after the last of the keys.
  return { lines: Math.max(1, keys.lastIndexOf(true) + 1), sure: true };
}

const OPENERS = new Set('on am le el il em op dne w den'.split(' '));
const WROTE = new Set(
  'wrote schrieb écrit escribió scritto escreveu schreef napisal napisala napisał napisała skrev kirjoitti'.split(
    ' ',
  ),
);

/** Programs break `On … wrote:` into so many lines at most. */
const MOST_LINES = 4;

/** `On 3 Apr 2026, at 10:12, Ana Novak <ana@example.com> wrote:`, in one line or several. */
function attributionAt(lines: readonly string[], at: number): QuoteHeader | undefined {
  for (let count = 1; count <= MOST_LINES; count++) {
    const line = lines[at + count - 1];
    if (line === undefined || line.trim() === '') return undefined;
    // A sentence of their own above it is no part of it.
    if (count > 1 && (!canBreak(lines[at] as string) || opens(line))) return undefined;
    const found = attribution(
      lines
        .slice(at, at + count)
        .join(' ')
        .trim(),
    );
    if (found !== undefined) return { lines: count, sure: found === 'sure' };
  }
  return undefined;
}

/** What goes on in the next line: it begins as such lines begin, and has a figure of the date. */
function canBreak(line: string): boolean {
  return line.length <= 200 && (opens(line) || hasTime(line)) && /\d/.test(line);
}

function opens(line: string): boolean {
  return OPENERS.has(lettersOf(line.slice(0, 20))[0] ?? '');
}

function attribution(text: string): 'sure' | 'maybe' | undefined {
  if (text.length > 400) return undefined;
  const says = lettersOf(text).some((word) => WROTE.has(word));
  const ends = text.endsWith(':');
  // In whatever language: a person hardly ends a line of their own with a date, a time and an address.
  if (hasAddress(text) && hasTime(text) && (ends || (says && /\bwrote(?: -+)?$/.test(text)))) {
    return 'sure';
  }
  if (!ends || !(says || isByProgram(text))) return undefined;
  if (says && opens(text) && isByProgram(text)) return 'sure';
  return /\d|@/.test(text) ? 'maybe' : undefined;
}

function isByProgram(text: string): boolean {
  return hasAddress(text) || hasTime(text);
}

/** A time of the day with a date beside it. */
function hasTime(text: string): boolean {
  return /\d\d?[:.h]\d\d/.test(text) && /\d{4}|\d\d?[./-]\d\d?[./-]\d\d/.test(text);
}

function hasAddress(text: string): boolean {
  return /[^\s<>@]@[^\s<>@]+\.[^\s<>@]/.test(text);
}
