/** How the two signs are written that would begin a command. */
interface Escapes {
  readonly colon: string;
  readonly hash: string;
}

const AS_CODES: Escapes = { colon: '\\x3a', hash: '\\x23' };

/** In HTML, where an entity reads the same. */
export const AS_ENTITIES: Escapes = { colon: '&#58;', hash: '&#35;' };

/**
 * Keeps CI from taking a line of ours in its log for a command: GitHub looks for `::name::`
 * after white space at the start of a line, and for `##[name]` anywhere; Azure and TeamCity have
 * `##vso[` and `##teamcity[`. A brief can hold all of them. Commands of our own are made after this.
 */
export function escapeCiCommands(text: string, { colon, hash } = AS_CODES): string {
  return text
    .replace(/^([^\S\r\n\u2028\u2029]*):(?=:)/gm, `$1${colon}`)
    .replace(/#(?=#[a-z]{0,12}\[)/gi, hash);
}
