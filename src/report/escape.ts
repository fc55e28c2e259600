/**
 * Texts of a stranger inside of what programs read: JSON, XML, HTML, markdown, a URI, a calendar. One
 * function for each kind of reader; none of them lets anything through that `printable` would not, nor the
 * start of a command of the CI into whose log it may be printed.
 */
import { printable, withoutCommands } from '../printable.ts';

/**
 * A value as JSON. JSON itself escapes the old control characters; this also all else that could not be
 * printed, in a way that leaves the value as it is. Half of a pair of surrogates is no character, and is
 * replaced.
 */
export function jsonText(value: unknown, indent?: number): string {
  let text = JSON.stringify(value, undefined, indent);
  if (/\\ud[89a-f]/i.test(text)) text = JSON.stringify(value, wellFormed, indent);
  if (!SUSPECT.test(text)) return text;
  return text.replace(UNPRINTED, (found) => {
    let escaped = '';
    for (let at = 0; at < found.length; at++) {
      escaped += `\\u${found.charCodeAt(at).toString(16).padStart(4, '0')}`;
    }
    return escaped;
  });
}

function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\uFFFD') : value;
}

// Nothing that is escaped can be without one of these; most texts are.
const SUSPECT = /[^\n -~\u00C0-\u024F\u2010-\u2027\u2190-\u21FF]|##|::/;

// What `printable` escapes of what JSON leaves as it is, with the first signs of a command.
const UNPRINTED =
  /[\u007F-\u009F\u2028\u2029\uFFF9-\uFFFB]|(?![\uFE00-\uFE0F])\p{Default_Ignorable_Code_Point}|#(?=#[a-z]{0,12}\[)|:(?=:[a-z])(?<="\s*:)/giu;

/** A text on one line inside of an element or a quoted attribute of XML. */
export function xmlText(text: string): string {
  // Two characters are left that XML cannot hold.
  return entities(printable(text, true)).replace(/[\uFFFE\uFFFF]/g, '\uFFFD');
}

/** A text inside of an element or a quoted attribute of HTML. */
export function htmlText(text: string): string {
  return entities(printable(text.replace(/\r\n?/g, '\n')));
}

/** The lines of a page of HTML, in which markdown may have moved a text to the start of one. */
export function htmlLines(html: string): string {
  return withoutCommands(html, { colon: '&#58;', hash: '&#35;' });
}

function entities(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] as string);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * A text as it is, on one line of markdown: nothing of it becomes HTML, a link, an image, a mention of
 * somebody or a reference to an issue.
 */
export function markdownText(text: string): string {
  return (
    printable(text, true)
      .replace(/[&<>]/g, (sign) => ENTITIES[sign] as string)
      .replace(/[\\`*_{}[\]|~!$]/g, '\\$&')
      .replace(/#(?!\d)/g, '&#35;')
      .replace(/(?<=[A-Za-z0-9])@/g, '&#64;')
      .replace(/:(?=\/\/|:)/g, '&#58;')
      .replace(/\bwww\./gi, (start) => `${start.slice(0, 3)}&#46;`)
      // GitHub looks for these once entities have become signs again: only what stands between helps.
      .replace(/@(?=\w)|(?<!&)#(?=\d)|\bGH-(?=\d)/gi, `$&${NOTHING_SEEN}`)
  );
}

/** The lines of a text, each behind `> `: nothing of it stands at the start of a line, or breaks one. */
export function quotedLines(text: string): string {
  const lines = printable(text.replace(/\r\n?/g, '\n')).split('\n');
  return lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
}

/** A space without width. */
const NOTHING_SEEN = '&#8203;';

/** A text in a notice of an editor, which makes a link of `[…](command:…)`, and may run it when clicked. */
export function noticeText(text: string): string {
  return printable(text).replace(/\](?=\()/g, '] ');
}

/** A relative path as a URI reference: a colon in its first name would be a scheme. */
export function uriText(path: string): string {
  const names = path.replace(/\p{Surrogate}/gu, '\uFFFD').split('/');
  return names.map((name) => encodeURIComponent(name)).join('/');
}

/**
 * The lines of a calendar, in which a text may be broken anywhere: broken between the signs with which a
 * command would begin, there is none.
 */
export function calendarLines(text: string): string {
  return text
    .replace(/#(?=#[a-z]{0,12}\[)/gi, '#\r\n ')
    .replace(/:(?=:[a-z])(?<=\r\n[ \t]\s*:)/gi, ':\r\n ');
}
