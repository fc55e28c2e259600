/**
 * Keeps CI from taking a line of ours in its log for a command: GitHub looks for `::name::`
 * after white space at the start of a line, and for `##[name]` anywhere; Azure and TeamCity have
 * `##vso[` and `##teamcity[`. A brief can hold all of them. Commands of our own are made after this.
 */
export function escapeCiCommands(text: string): string {
  return text
    .replace(/^([^\S\r\n\u2028\u2029]*):(?=:)/gm, '$1\\x3a')
    .replace(/#(?=#[a-z]{0,12}\[)/gi, '\\x23');
}
