import { lineEnd } from '../brief/lines.ts';
import type { Brief } from '../brief/read.ts';
import type { TextEdit } from '../brief/text-edit.ts';
import { canBeDisabled, disableComment } from '../rules/disable.ts';

/**
 * The edit that switches a rule off in a brief, at the top of its body.
 *
 * @returns Undefined for a rule that cannot be switched off, or where there is no body to write into.
 */
export function disableEdit(brief: Brief, rule: string, reason: string): TextEdit | undefined {
  const { split, text } = brief;
  if (split === undefined || !canBeDisabled(rule)) return undefined;
  const eol = lineEnd(text);
  const before = split.body > 0 && text[split.body - 1] !== '\n' ? eol : '';
  const after = text.slice(split.body, split.body + 2).trim() === '' ? eol : `${eol}${eol}`;
  const insert = `${before}${disableComment(rule, reason)}${after}`;
  return { start: split.body, end: split.body, insert };
}
