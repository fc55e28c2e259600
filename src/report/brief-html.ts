/** What the two of a brief agree on as a piece of HTML, for a preview: headings and lists, no scripts. */
import { statusOf } from '../agreement/transitions.ts';
import type { Values } from '../brief/fields.ts';
import { htmlText } from './escape.ts';
import { shownFields } from './show.ts';

/** The frontmatter of a brief as `show` has it; all of it escaped. */
export function briefHtml(values: Values): string {
  const { title, id } = values;
  const facts = [id, statusOf(values)].filter((fact) => fact !== undefined);
  const fields = shownFields(values).map(({ field, parts }) => {
    const texts = parts.map(({ text, isItem, mark }) => {
      const lead = mark === undefined ? '' : `${mark} `;
      const words = htmlText(lead + text);
      return isItem ? `<li>${words}</li>` : `<p>${words}</p>`;
    });
    const isList = parts.some(({ isItem }) => isItem);
    return `<h3>${htmlText(field.label)}</h3>\n${isList ? `<ul>${texts.join('')}</ul>` : texts.join('')}`;
  });
  return [
    `<h1>${htmlText(title ?? 'A brief')}</h1>`,
    `<p><em>${htmlText(facts.join(' · '))}</em></p>`,
    ...fields,
    '<hr>',
    '',
  ].join('\n');
}
