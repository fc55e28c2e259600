/** The message of a brief's commit. */

/** What a message is made of. */
export interface CommitMessage {
  /** `brief: TITLE: what happened`. */
  readonly subject: string;
  /** `Key: value`, each one line. */
  readonly trailers: readonly string[];
}

const MAX_SUBJECT = 200;
const MAX_TITLE = 120;
const MAX_TRAILER = 2000;

/** The subject of a brief's commit. */
export function briefSubject(title: string, happened: string): string {
  return `brief: ${oneLine(title, MAX_TITLE) || 'untitled'}: ${happened}`;
}

/** A message of a subject and trailers, each one line; what has no value is left out. */
export function commitMessage(
  subject: string,
  trailers: readonly (readonly [key: string, value: string])[],
): CommitMessage {
  const lines = trailers.map(([key, value]) => [key, oneLine(value, MAX_TRAILER)] as const);
  return {
    subject: oneLine(subject, MAX_SUBJECT),
    trailers: lines.filter(([, value]) => value !== '').map(([key, value]) => `${key}: ${value}`),
  };
}

/** The message as git reads it. */
export function messageText({ subject, trailers }: CommitMessage): string {
  return [subject, trailers.join('\n')].filter((part) => part !== '').join('\n\n');
}

/** One line of a text: no control characters, white space folded, cut at `max` characters. */
function oneLine(text: string, max: number): string {
  const line = text.replace(
    /[\s\u0000-\u001F\u007F-\u009F\u200B\u202A-\u202E\u2066-\u2069\uFEFF]+/gu,
    ' ',
  );
  const characters = [...line.trim()];
  return characters.length <= max
    ? characters.join('')
    : `${characters.slice(0, max - 1).join('')}…`;
}
