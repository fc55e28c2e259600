/**
 * The wizard in a real terminal, at several widths: what stands there is word for word the same, so no
 * line is broken inside of a word, and nothing stands twice.
 */
import { describe, expect, test } from 'vitest';
import { tempRepo } from '../support/index.ts';
import type { Terminal } from '../support/terminal.ts';
import { KEY, openTerminal } from '../support/terminal.ts';

const GOAL =
  'No incident report of the payment service stays open for more than ten days; today twelve do.';

/** The questions, each with what is typed; those that follow are not shown before. */
const ANSWERS: readonly (readonly [question: string, keys: string])[] = [
  ['What is it called', `Follow up incidents${KEY.enter}`],
  ['What does success', GOAL + KEY.enter],
  ['Why is the problem', `The same outages come back${KEY.enter}`],
  ['How might the outcome', KEY.enter],
  ['What is the scope', `Incidents since January${KEY.enter}`],
  ['- Incidents', KEY.enter],
  ['What does not belong', KEY.enter],
];

interface Conversation {
  readonly columns: number;
  /** The width that the terminal gets after so many answers. */
  readonly resize?: readonly (readonly [after: number, columns: number])[];
}

/** All words that stand in the terminal while the question after the answers is on the screen. */
async function words({ columns, resize = [] }: Conversation): Promise<readonly string[]> {
  const terminal = openTerminal(['new', '--approach', 'shared'], {
    cwd: tempRepo({ 'a.txt': 'a\n' }),
    columns,
    rows: 150,
  });
  let width = columns;
  for (const [index, [question, keys]] of ANSWERS.entries()) {
    await asks(terminal, question);
    for (const [after, to] of resize) {
      if (after !== index) continue;
      const typed = keys.replace(KEY.enter, '');
      terminal.type(typed);
      await terminal.screen((rows) => textOf(rows).endsWith(typed));
      await terminal.resize(to);
      width = to;
      await terminal.screen((rows) => rows.every((row) => row.length < to));
      terminal.type(KEY.enter);
    }
    if (!resize.some(([after]) => after === index)) terminal.type(keys);
  }
  const rows = await asks(terminal, 'optimal, or merely good enough');
  expect(Math.max(...rows.map((row) => row.length))).toBeLessThan(width);
  terminal.type(KEY.ctrlC);
  await terminal.status;
  return rows.join(' ').split(/\s+/);
}

/** Waits until a question is asked and there is room for its answer. */
function asks(terminal: Terminal, question: string): Promise<readonly string[]> {
  return terminal.screen((rows) => {
    const last = rows.at(-1) ?? '';
    const text = textOf(rows);
    const isOpen = /^ {2}[>-]$/.test(last) || rows.some((row) => row.startsWith('❯'));
    return isOpen && text.includes(question) && !text.endsWith(question);
  });
}

function textOf(rows: readonly string[]): string {
  return rows.join(' ').replace(/\s+/g, ' ');
}

describe('the words on the screen', () => {
  test.each([
    { columns: 60 },
    { columns: 40 },
    { columns: 24 },
    { columns: 80, resize: [[1, 40]] },
    { columns: 40, resize: [[1, 80]] },
    {
      columns: 60,
      resize: [
        [0, 33],
        [2, 71],
        [4, 40],
      ],
    },
  ] as const)('are the same: %j', async (conversation) => {
    const expected = await words({ columns: 120 });
    expect(await words(conversation)).toEqual(expected);
  });
});
