/**
 * The wizard in a real terminal, at several widths: what stands there is word for word the same, so no
 * line is broken inside of a word, and nothing stands twice.
 */
import { describe, expect, test } from 'vitest';
import { tempRepo } from '../support/index.ts';
import { LONG } from '../support/size.ts';
import type { Terminal } from '../support/terminal.ts';
import { KEY, openTerminal } from '../support/terminal.ts';

const GOAL =
  'No incident report of the payment service stays open for more than ten days; today twelve do.';

/** The questions, each with what is typed before Enter; those that follow are not shown before. */
const QUESTIONS = [
  ['What is it called', 'Follow up incidents'],
  ['What does success', GOAL],
  ['Is the person you have in mind', ''],
  ['Are they willing', ''],
  ['Do you hand over', ''],
  ['Why is the problem', 'The same outages come back'],
  ['How might the outcome', ''],
  ['What is the scope', 'Incidents since January'],
  ['- Incidents', 'f'],
  ['What quality of outcome', 'Each cause has a measure, a person and a date'],
  ['- Each', ''],
  ['Who takes it', 'Bor Kos'],
  ['What now', 'read'],
] as const;

const LAST_CHOICE = 'throw away';

interface Conversation {
  readonly columns: number;
  /** The width that the terminal gets while so many answers are given. */
  readonly resize?: readonly (readonly [answers: number, columns: number])[];
}

/** All words that stand in the terminal at the end, when nothing is left but to choose what becomes of it. */
async function words({ columns, resize = [] }: Conversation): Promise<readonly string[]> {
  const terminal = openTerminal(['new'], {
    cwd: tempRepo({ 'a.txt': 'a\n' }),
    columns,
    rows: 250,
  });
  let width = columns;
  for (const [index, [question, typed]] of QUESTIONS.entries()) {
    await asks(terminal, question);
    terminal.type(typed);
    for (const [, to] of resize.filter(([answers]) => answers === index)) {
      await terminal.screen((rows) => textOf(rows).includes(typed));
      await terminal.resize(to);
      width = to;
      await terminal.screen((rows) => rows.every((row) => row.length < to));
    }
    terminal.type(KEY.enter);
  }
  await asks(terminal, '- hint: ');
  // The choices are drawn anew below the hints, a part at a time.
  const rows = await asks(terminal, LAST_CHOICE);
  expect(Math.max(...rows.map((row) => row.length))).toBeLessThan(width);
  terminal.type(KEY.ctrlC);
  await terminal.status;
  return rows.join(' ').split(/\s+/);
}

const CONVERSATIONS: readonly Conversation[] = [
  { columns: 31 },
  { columns: 80, resize: [[1, 40]] },
  {
    columns: 60,
    resize: [
      [0, 33],
      [2, 71],
      [7, 40],
      [12, 52],
    ],
  },
];
const MORE: readonly Conversation[] = [
  { columns: 60 },
  { columns: 40 },
  { columns: 40, resize: [[4, 80]] },
];

let expected: Promise<readonly string[]> | undefined;

/** Waits until a question is asked and there is room for its answer. */
function asks(terminal: Terminal, question: string): Promise<readonly string[]> {
  return terminal.screen((rows) => {
    const isOpen = /^ {2}[>-]$/.test(rows.at(-1) ?? '') || rows.some((row) => row.startsWith('❯'));
    return isOpen && textOf(rows).includes(question);
  });
}

function textOf(rows: readonly string[]): string {
  return rows.join(' ').replace(/\s+/g, ' ');
}

describe('the words on the screen', () => {
  test.each(LONG ? [...CONVERSATIONS, ...MORE] : CONVERSATIONS)(
    'are the same: %j',
    async (conversation) => {
      expected ??= words({ columns: 120 });
      expect(await words(conversation)).toEqual(await expected);
    },
  );
});
