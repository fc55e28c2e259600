/** The trailers of a commit's message, as far as the log needs them. */

export interface Trailers {
  readonly reason: string | undefined;
  readonly agreedBy: string | undefined;
  /** The fields that `Goalpost-Move:` names; empty where the message names none. */
  readonly fields: readonly string[];
  /** What `Evidence:` says: which check, what it said, and on which commit. */
  readonly evidence: readonly string[];
}

const NONE: Trailers = { reason: undefined, agreedBy: undefined, fields: [], evidence: [] };

const TRAILER = /^([A-Za-z0-9][A-Za-z0-9-]{0,60})[ \t]{0,8}:[ \t]*(.*)/s;
const CHERRY_PICK = /^\(cherry picked from commit [0-9a-f]+\)$/;

/**
 * Reads the `Key: value` lines of a message's last paragraph; a line that begins with a blank goes on.
 */
export function readTrailers(ending: string): Trailers {
  const found: [string, string][] = [];
  for (const line of ending.split('\n')) {
    const last = found.at(-1);
    const match = TRAILER.exec(line);
    if (/^[ \t]/.test(line) && last) last[1] = `${last[1]} ${line.trim()}`;
    else if (match) found.push([(match[1] as string).toLowerCase(), (match[2] as string).trim()]);
    else if (line !== '' && !CHERRY_PICK.test(line)) return NONE;
  }
  const value = (key: string): string | undefined =>
    found.find(([name, text]) => name === key && text !== '')?.[1];
  const all = (key: string): string[] =>
    found.filter(([name]) => name === key).map(([, text]) => text);
  return {
    reason: value('reason'),
    agreedBy: value('agreed-by') ?? value('acked-by'),
    fields: all('goalpost-move'),
    evidence: all('evidence'),
  };
}

/**
 * The values of the lines `KEY: value` of a whole message: a squash puts the trailers of others in its
 * middle.
 *
 * @param key In lower case.
 */
export function trailerValues(message: string, key: string): readonly string[] {
  return message.split('\n').flatMap((line) => {
    const colon = line.indexOf(':');
    const value = line.slice(colon + 1).trim();
    return line.slice(0, colon).trim().toLowerCase() === key && value !== '' ? [value] : [];
  });
}
