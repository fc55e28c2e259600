/** What somebody is told of a brief: the words, where they point, and the file after their fix. */
import type { Problem } from '../../src/brief/problem.ts';
import { readBrief } from '../../src/brief/read.ts';
import { applyEdits } from '../../src/brief/text-edit.ts';

export interface Told {
  readonly message: string;
  readonly help: string;
  /** The text that it points to. */
  readonly at: string;
  /** What the fix is called; undefined where there is none. */
  readonly title: string | undefined;
  /** The whole text with the fix; undefined where there is none. */
  readonly fixed: string | undefined;
}

function toldOf(text: string, { message, help, span, fix }: Problem): Told {
  return {
    message,
    help,
    at: text.slice(span.start, span.end),
    title: fix?.title,
    fixed: fix && applyEdits(text, fix.edits),
  };
}

/** All that reading a text tells, in the order of the text. */
export function toldBy(text: string): readonly Told[] {
  return readBrief(text).problems.map((problem) => toldOf(text, problem));
}

/** The one thing that reading a text tells. */
export function onlyTold(text: string): Told {
  const [one, ...others] = toldBy(text);
  if (one === undefined || others.length > 0) {
    throw new Error(`told ${others.length + (one === undefined ? 0 : 1)} things of ${text}`);
  }
  return one;
}
