/** What waits for whom as markdown, for a weekly mail or a chat. */
import { printable } from '../printable.ts';
import type { Inbox, InboxEntry } from './inbox.ts';
import { headingOf, headline, movesOf, sentenceOf } from './inbox.ts';
import { markdownText } from './escape.ts';

/** A list for each person, or a sentence where nothing waits. */
export function inboxMarkdown({ people, today }: Inbox): string {
  const lists = people.map((one) => {
    const items = one.items.map((item) => itemMarkdown(item, today));
    const title = `### ${markdownText(headline(one, people))}`;
    return items.length === 0 ? '' : [title, '', ...items].join('\n');
  });
  const shown = lists.filter((text) => text !== '');
  return shown.length === 0 ? 'Nothing waits.\n' : `${shown.join('\n\n')}\n`;
}

function itemMarkdown(item: InboxEntry, today: string): string {
  const moves = movesOf(item).map((line) => markdownText(line));
  const text = [markdownText(sentenceOf(item, today)), ...moves].join('; ');
  const refusal = item.refusal === undefined ? '' : `, or ${codeSpan(item.refusal)}`;
  return `- **${markdownText(headingOf(item))}**: ${text}. ${codeSpan(item.command)}${refusal}`;
}

/** A text as code, whatever it holds. */
export function codeSpan(text: string): string {
  const line = printable(text, true);
  const runs = [...line.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = '`'.repeat(Math.max(0, ...runs) + 1);
  return runs.length === 0 ? `\`${line}\`` : `${fence} ${line} ${fence}`;
}
