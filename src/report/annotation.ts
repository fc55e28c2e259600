/** GitHub's workflow commands: a line that becomes an annotation on the pull request. */
import { printable } from '../printable.ts';

/** What is annotated, and where. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  /** Below the root, with `/`. */
  readonly path: string;
  /** From 1; undefined for the file as a whole. */
  readonly line?: number;
  readonly column?: number;
  readonly endColumn?: number;
  readonly endLine?: number;
  readonly title: string;
  /** May have lines. */
  readonly text: string;
}

/** The annotation as its line, with its end; nothing of its texts can begin a command of their own. */
export function annotationLine({ level, path, title, text, ...place }: Annotation): string {
  const { line, column, endColumn, endLine } = place;
  const properties = [
    `file=${property(path)}`,
    ...(line === undefined ? [] : [`line=${line}`]),
    ...(column === undefined ? [] : [`col=${column}`]),
    ...(endColumn === undefined ? [] : [`endColumn=${endColumn}`]),
    ...(endLine === undefined ? [] : [`endLine=${endLine}`]),
    `title=${property(title)}`,
  ];
  return `::${level} ${properties.join(',')}::${data(text)}\n`;
}

/** A command's text: what ends a line would end the command, and begin one of a stranger's. */
function data(text: string): string {
  return printable(text).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  // Line ends are kept, escaped: a path with one names the very file. Other controls never get out.
  return text
    .split(/(\r|\n)/)
    .map((part) => (part === '\r' || part === '\n' ? part : printable(part)))
    .join('')
    .replace(/%/g, '%25')
    .replace(/\r/g, '%0D')
    .replace(/\n/g, '%0A')
    .replace(/:/g, '%3A')
    .replace(/,/g, '%2C');
}
