/** What lint and the log see in the demo, short enough for one screen. */
import type { BriefHistory, LogResult } from '../history/types.ts';
import type { Report } from '../lint/findings.ts';
import { printable } from '../printable.ts';
import { summaryLine } from './findings-text.ts';
import type { Page, Style } from './log-layout.ts';
import { below, besideDay, pageOf, plain, safeLines } from './log-layout.ts';
import {
  dayText,
  describeMove,
  describeNote,
  describeStanding,
  eventsOf,
  headingOf,
  isMove,
} from './log-phrases.ts';
import type { RenderOptions } from './paint.ts';
import { wrap } from './width.ts';

/** What can be tried next, and what comes of it; '' where it needs no word. */
export type NextStep = readonly [command: string, what: string];

/** The first lines of the demo, both views, and what to try next. */
export function demoText(
  {
    intro,
    report,
    log,
    next,
  }: {
    readonly intro: string;
    readonly report: Report;
    readonly log: LogResult;
    readonly next: readonly NextStep[];
  },
  options: RenderOptions,
): string {
  const { paint } = options;
  const page = pageOf(options);
  const heading = (text: string): string => paint.bold(paint.underline(text));
  return [
    ...safeLines(intro, page.columns),
    '',
    heading('What lint finds'),
    ...report.findings.flatMap((finding) => findingLines(finding, page)),
    summaryLine(report.counts),
    '',
    heading('What the log tells'),
    ...log.briefs.flatMap((brief) => briefLines(brief, page)),
    '',
    heading('Try next'),
    ...nextLines(next, page),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

const COLORS = { error: 'red', warning: 'yellow', info: 'cyan' } as const;

function findingLines(
  { level, rule, path, message }: Report['findings'][number],
  { columns, paint }: Page,
): string[] {
  const head = `${level}[${rule}]`;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const [first = '', ...rest] = wrap(printable(`${head} ${name}: ${message}`, true), columns, 4);
  return [
    paint[COLORS[level]](head) + first.slice(head.length),
    ...rest.map((line) => `    ${line}`),
  ];
}

/** Its moves after acceptance, and its end. */
function briefLines(brief: BriefHistory, page: Page): string[] {
  const { paint } = page;
  const shown = eventsOf(brief).filter((event) =>
    isMove(event)
      ? event.standing !== 'shaping'
      : event.note === 'status' && (event.after === 'done' || event.after === 'cancelled'),
  );
  return [
    ...safeLines(headingOf(brief), page.columns).map((line) => paint.bold(line)),
    ...shown.flatMap((event) => {
      if (!isMove(event)) return besideDay(dayText(event), describeNote(event), page, plain);
      const style: Style = event.standing === 'silent' ? (text) => paint.yellow(text) : plain;
      return [
        ...besideDay(dayText(event), describeMove(event), page, style),
        ...below(describeStanding(event), page, style),
      ];
    }),
  ];
}

/** Each beside its command where the page is wide enough, else below it. */
function nextLines(next: readonly NextStep[], { columns, paint }: Page): string[] {
  const left = Math.max(...next.map(([command]) => command.length)) + 4;
  const isWide = next.every(([, what]) => left + what.length <= columns);
  return next.flatMap(([command, what]) => {
    const shown = `  ${printable(command, true)}`;
    if (what === '') return [shown];
    if (isWide) return [`${shown.padEnd(left)}${paint.dim(what)}`];
    return [shown, ...wrap(what, columns - 4, 0).map((line) => `    ${paint.dim(line)}`)];
  });
}
