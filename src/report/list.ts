/** The briefs of a repository as a table for people: what there is, and what is due. */
import { parsePerson } from '../brief/people.ts';
import type { ListRow } from '../agreement/state.ts';
import type { RenderOptions } from './paint.ts';
import { printable } from '../printable.ts';
import { cutTo, displayWidth, padTo, wrap } from './width.ts';

/** Fewer columns than this have no room for a table: each brief gets a few lines of its own. */
const NARROW = 72;

/** What is worth a word beside a brief, the most pressing first. */
export function concerns(
  row: ListRow,
): readonly { readonly text: string; readonly grave: boolean }[] {
  if (row.problem !== null) return [{ text: row.problem, grave: true }];
  const found: { text: string; grave: boolean }[] = [];
  if (row.moved) found.push({ text: 'criteria moved in silence', grave: true });
  if (row.state === 'blocked') found.push({ text: 'blocked', grave: true });
  if (row.state === 'at-risk') found.push({ text: 'at risk', grave: true });
  if (row.overdue) found.push({ text: `was due ${row.due}`, grave: true });
  if (row.checkInLate) found.push({ text: `check-in was due ${row.nextCheckIn}`, grave: false });
  if (row.waiting) found.push({ text: 'waits to be accepted', grave: false });
  return found;
}

/** The rows as text; every cell made safe. */
export function listText(rows: readonly ListRow[], options: RenderOptions): string {
  return options.columns < NARROW ? stacked(rows, options) : table(rows, options);
}

const HEADS = ['id', 'status', 'title', 'delegate', 'due', 'check-in'] as const;

function cells(row: ListRow): string[] {
  return [
    row.id ?? '-',
    row.status ?? (row.problem === null ? '-' : 'broken'),
    row.title ?? row.path,
    row.delegate === null ? '-' : parsePerson(row.delegate).name,
    row.due ?? '-',
    row.nextCheckIn ?? '-',
  ].map((cell) => printable(cell, true));
}

function table(rows: readonly ListRow[], { columns, paint }: RenderOptions): string {
  const all = rows.map(cells);
  const widths = HEADS.map((head, index) =>
    all.reduce((most, row) => Math.max(most, displayWidth(row[index] as string)), head.length),
  );
  const gaps = 2 * (HEADS.length - 1);
  const TITLE = 2;
  const DELEGATE = 3;
  const rest = () => widths.reduce((sum, width) => sum + width, 0) + gaps - columns;
  const shrink = (column: number, least: number): void => {
    const width = widths[column] as number;
    if (rest() > 0) widths[column] = Math.min(width, Math.max(least, width - rest()));
  };
  // What a brief is about is worth more room than a long name.
  widths[DELEGATE] = Math.min(widths[DELEGATE] as number, 24);
  shrink(DELEGATE, 12);
  shrink(TITLE, 16);
  shrink(DELEGATE, 8);
  const line = (row: readonly string[]) =>
    row
      .map((cell, index) => padTo(cutTo(cell, widths[index] as number), widths[index] as number))
      .join('  ')
      .trimEnd();
  const lines = [paint.dim(line(HEADS))];
  for (const [index, row] of rows.entries()) {
    lines.push(line(all[index] as string[]));
    for (const { text, grave } of concerns(row)) {
      const hint = `  ${printable(text, true)}`;
      lines.push(grave ? paint.yellow(cutTo(hint, columns)) : cutTo(hint, columns));
    }
  }
  return `${lines.join('\n')}\n`;
}

function stacked(rows: readonly ListRow[], { columns, paint }: RenderOptions): string {
  const blocks = rows.map((row) => {
    const [id = '', status = '', title = '', delegate = '', due = '', next = ''] = cells(row);
    const dates = [due === '-' ? '' : `due ${due}`, next === '-' ? '' : `check-in ${next}`];
    const details = [`${id}, ${status}`, delegate === '-' ? '' : delegate, ...dates];
    const lines = wrap(title, columns).map((line) => paint.bold(line));
    for (const detail of details.filter((text) => text !== '')) {
      lines.push(...wrap(detail, columns - 2).map((line) => `  ${line}`));
    }
    for (const { text, grave } of concerns(row)) {
      const wrapped = wrap(printable(text, true), columns - 2).map((line) => `  ${line}`);
      lines.push(...(grave ? wrapped.map((line) => paint.yellow(line)) : wrapped));
    }
    return lines.join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}
