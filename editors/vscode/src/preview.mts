/** A brief as `delegate show` has it, for the preview: the only part that reads briefs in the editor. */
import { readBrief } from '../../../src/brief/read.ts';
import { briefHtml } from '../../../src/report/brief-html.ts';

/** The frontmatter as HTML, and the text with its lines emptied; undefined for what cannot be read. */
export function briefParts(text: string): { html: string; blanked: string } | undefined {
  const brief = readBrief(text);
  if (brief.split === undefined || !brief.readable) return undefined;
  const end = brief.split.body;
  const blanked = text.slice(0, end).replace(/[^\r\n]/g, '') + text.slice(end);
  return { html: briefHtml(brief.values), blanked };
}
