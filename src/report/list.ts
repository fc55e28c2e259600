/** The briefs of a repository: what there is, and what is due. */
import { parsePerson } from '../brief/people.ts';
import type { BriefState } from '../agreement/state.ts';
import { jsonText } from './escape.ts';
import type { RenderOptions } from './paint.ts';
import { printable } from '../printable.ts';
import { cutTo, displayWidth, padTo, wrap } from './width.ts';

/** With fewer columns than this there is no table: each brief gets a few lines of its own. */
const MIN_TABLE_COLUMNS = 72;

/** What is worth a word beside a brief, the most pressing first. */
export function concerns({
  problem,
  state,
  pausedUntil,
  waits,
}: BriefState): readonly { readonly text: string; readonly grave: boolean }[] {
  if (problem !== null) return [{ text: problem, grave: true }];
  const words = waits.map(({ word, isPressing }) => ({ text: word, grave: isPressing }));
  return [
    ...words.filter(({ grave }) => grave),
    ...(state === 'at-risk' ? [{ text: 'at risk', grave: true }] : []),
    ...words.filter(({ grave }) => !grave),
    // What is over waits for somebody, and is told above.
    ...(pausedUntil === null || waits.some(({ kind }) => kind === 'paused')
      ? []
      : [{ text: `paused until ${pausedUntil}`, grave: false }]),
  ];
}

/** What is listed of one repository. */
export interface BriefList {
  /** Its name, where several are told of. */
  readonly repository: string | undefined;
  readonly briefs: readonly BriefState[];
}

/** What is listed. */
export interface BriefLists {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly lists: readonly BriefList[];
}

/** The list for people; every cell made safe, each repository under its name. */
export function listText({ lists }: BriefLists, options: RenderOptions): string {
  return lists
    .filter(({ briefs }) => briefs.length > 0)
    .map(({ repository, briefs }) => {
      const heading =
        repository === undefined ? '' : `${options.paint.bold(printable(repository, true))}\n`;
      const isNarrow = options.columns < MIN_TABLE_COLUMNS;
      return heading + (isNarrow ? stacked(briefs, options) : table(briefs, options));
    })
    .join('\n');
}

/** The list for programs. `version` changes when the shape does. */
export function listJson({ today, lists }: BriefLists): string {
  const shown = lists.flatMap(({ repository, briefs }) =>
    briefs.map((state) => ({
      ...(repository === undefined ? {} : { repository }),
      ...state,
      waits: state.waits.map(({ kind, person = null }) => ({ kind, person })),
    })),
  );
  return `${jsonText({ version: 1, today, briefs: shown }, 2)}\n`;
}

const HEADS = ['id', 'status', 'title', 'delegate', 'due', 'check-in'] as const;

function cells(state: BriefState): string[] {
  return [
    state.id ?? '-',
    state.status ?? (state.problem === null ? '-' : 'broken'),
    state.title ?? state.path,
    state.delegate === null ? '-' : parsePerson(state.delegate).name,
    state.due ?? '-',
    state.nextCheckIn ?? '-',
  ].map((cell) => printable(cell, true));
}

function table(states: readonly BriefState[], { columns, paint }: RenderOptions): string {
  const rows = states.map(cells);
  const widths = HEADS.map((head, index) =>
    rows.reduce((width, row) => Math.max(width, displayWidth(row[index] as string)), head.length),
  );
  const gaps = 2 * (HEADS.length - 1);
  const TITLE = 2;
  const DELEGATE = 3;
  const excess = () => widths.reduce((sum, width) => sum + width, 0) + gaps - columns;
  const shrink = (column: number, least: number): void => {
    const width = widths[column] as number;
    if (excess() > 0) widths[column] = Math.min(width, Math.max(least, width - excess()));
  };
  // What a brief is about is worth more columns than a long name.
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
  for (const [index, state] of states.entries()) {
    lines.push(line(rows[index] as string[]));
    for (const { text, grave } of concerns(state)) {
      const hint = `  ${printable(text, true)}`;
      lines.push(grave ? paint.yellow(cutTo(hint, columns)) : cutTo(hint, columns));
    }
  }
  return `${lines.join('\n')}\n`;
}

function stacked(states: readonly BriefState[], { columns, paint }: RenderOptions): string {
  const blocks = states.map((state) => {
    const [id = '', status = '', title = '', delegate = '', due = '', next = ''] = cells(state);
    const dates = [due === '-' ? '' : `due ${due}`, next === '-' ? '' : `check-in ${next}`];
    const details = [`${id}, ${status}`, delegate === '-' ? '' : delegate, ...dates];
    const lines = wrap(title, columns).map((line) => paint.bold(line));
    for (const detail of details.filter((text) => text !== '')) {
      lines.push(...wrap(detail, columns - 2).map((line) => `  ${line}`));
    }
    for (const { text, grave } of concerns(state)) {
      const wrapped = wrap(printable(text, true), columns - 2).map((line) => `  ${line}`);
      lines.push(...(grave ? wrapped.map((line) => paint.yellow(line)) : wrapped));
    }
    return lines.join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}
