/** The summary of a report as markdown, for the page of a CI run: what somebody must see, and no more. */
import { groupByPerson, overdueFirst } from '../agreement/inbox-people.ts';
import { itemText } from '../brief/value-text.ts';
import { totalSlip } from '../history/promised-dates.ts';
import type { Move } from '../history/types.ts';
import { AFTER_ACCEPTANCE, isRecordFinding, isUnsettled } from '../history/types.ts';
import type { BriefReport, RepositoryReport } from '../lifecycle/report-data.ts';
import { isOpen } from '../lifecycle/report-data.ts';
import { MODE_TITLES } from './health.ts';
import { codeSpan } from './inbox-markdown.ts';
import { headline, sentenceOf } from './inbox.ts';
import { dayText, describeMove, describeNote, describeStanding, listed } from './log-phrases.ts';
import { markdownText } from './escape.ts';
import { STANDING_WORDS } from './standing-words.ts';
import type { Report } from './report-input.ts';

/** GitHub takes 1 MiB for the page of a step, and shows nothing of what is longer. */
const MOST_BYTES = 900_000;
/** So many rows of a table are read by somebody; the page has them all. */
const MOST_ROWS = 50;
/** And so many things that wait for one person: what is overdue, then what waits longest. */
const MOST_ITEMS = 10;

export function reportMarkdown(report: Report): string {
  const { repositories, totals, since, only, notes } = report;
  const text = [
    `## Delegation since ${markdownText(since.words)}`,
    headlineOf(report),
    ...(only === undefined ? [] : [`Only ${markdownText(only)}.`]),
    ...warningsOf(repositories, notes).map((note) => `> ${markdownText(note)}`),
    '### What moved',
    ...section(repositories, movedTable, 'No goalpost moved.'),
    '### What waits',
    ...section(repositories, (one) => waitsList(one, report), 'Nothing waits for anybody.'),
    '### Which dates slip',
    ...section(
      repositories,
      slipTable,
      totals.dates.promised === 0
        ? 'No open brief has a date.'
        : 'No date of an open brief has moved.',
    ),
    '### What to talk about',
    ...section(repositories, patternList, 'Nothing stands out.'),
  ].join('\n\n');
  return Buffer.byteLength(text) <= MOST_BYTES
    ? `${text}\n`
    : `${cutToBytes(text, MOST_BYTES)}\n\n… It is cut off here; the page has all of it.\n`;
}

/** The numbers of the page, in a sentence. */
function headlineOf({ totals }: Report): string {
  const { recent, recentlyMoved, waiting, dates, open } = totals;
  const standings = AFTER_ACCEPTANCE.filter((name) => recent.standings[name] > 0).map(
    (name) => `${recent.standings[name]} ${STANDING_WORDS[name]}`,
  );
  const moved = `**${counted(recentlyMoved, 'goalpost')} moved**${standings.length === 0 ? '' : ` (${listed(standings)})`}`;
  const overdue = waiting.overdue > 0 ? `, ${waiting.overdue} of them overdue` : '';
  const waits = `**${counted(waiting.items, 'thing')} ${waiting.items === 1 ? 'waits' : 'wait'}**${overdue}`;
  return `${moved}, ${waits}, **${counted(dates.slipped, 'date')} slipped**, among ${counted(open, 'open brief')}.`;
}

function counted(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}

function warningsOf(repositories: readonly RepositoryReport[], notes: readonly string[]): string[] {
  return [
    ...notes,
    ...repositories.flatMap(({ name, shallow, warnings }) => [
      ...(shallow
        ? [`${name}: this clone is shallow, what came before its first commit is not known.`]
        : []),
      ...warnings.map((warning) => `${name}: ${warning}.`),
    ]),
  ];
}

/** What each repository has to say, under its name where there are several. */
function section(
  repositories: readonly RepositoryReport[],
  tell: (repository: RepositoryReport) => string,
  otherwise: string,
): string[] {
  const told = repositories.flatMap((one) => {
    const text = tell(one);
    if (text === '') return [];
    return repositories.length === 1 ? [text] : [`#### ${markdownText(one.name)}`, text];
  });
  return told.length === 0 ? [otherwise] : told;
}

function titleOf({ title, path }: BriefReport): string {
  return markdownText(title ?? path);
}

function movedTable({ briefs }: RepositoryReport): string {
  const findings = briefs.flatMap((brief) =>
    brief.recent.notes
      .filter(({ note }) => isRecordFinding(note))
      .map((note) => [
        dayText(note),
        titleOf(brief),
        `**${markdownText(describeNote(note))}**`,
        markdownText(note.before ?? ''),
        markdownText(note.after ?? ''),
        '',
      ]),
  );
  const moves = briefs
    .flatMap((brief) => brief.recent.moves.map((move) => ({ brief, move })))
    .filter(({ move }) => AFTER_ACCEPTANCE.includes(move.standing))
    .toSorted((a, b) => rank(a.move) - rank(b.move) || b.move.order - a.move.order)
    .map(({ brief, move }) => moveRow(brief, move));
  return table(['when', 'brief', 'what', 'from', 'to', 'how'], [...findings, ...moves]);
}

function rank({ standing }: Move): number {
  return AFTER_ACCEPTANCE.indexOf(standing);
}

function moveRow(brief: BriefReport, move: Move): string[] {
  const how = markdownText(describeStanding(move));
  return [
    dayText(move),
    titleOf(brief),
    markdownText(describeMove(move)),
    move.before === null ? '' : markdownText(itemText(move.before)),
    move.after === null ? '' : markdownText(itemText(move.after)),
    isUnsettled(move.standing) ? `**${how}**` : how,
  ];
}

function waitsList({ waiting }: RepositoryReport, { today }: Report): string {
  return groupByPerson(waiting)
    .map(({ person, items }) => {
      const entries = overdueFirst(items).map((item) => ({ ...item, repository: undefined }));
      const title = headline({ person, github: undefined, items: entries });
      const lines = entries.slice(0, MOST_ITEMS).map((item) => {
        const said = markdownText(sentenceOf(item, today));
        const flag = item.overdue ? ' **overdue**' : '';
        const command = codeSpan(`delegate ${item.command} ${item.ref}`);
        return `- **${markdownText(item.title ?? item.path)}**: ${said}.${flag} ${command}`;
      });
      const left = entries.slice(lines.length);
      if (left.length > 0) lines.push(`- ${leftWords(left)}`);
      return `${markdownText(title)}:\n\n${lines.join('\n')}`;
    })
    .join('\n\n');
}

/** `17 more, 5 of them overdue, on the page`. */
function leftWords(left: readonly { readonly overdue: boolean }[]): string {
  const overdue = left.filter((item) => item.overdue).length;
  return `${left.length} more${overdue > 0 ? `, ${overdue} of them overdue,` : ''} on the page`;
}

function slipTable({ briefs }: RepositoryReport): string {
  const rows = briefs
    .filter((brief) => isOpen(brief) && brief.dates.length > 1)
    .map((brief) => {
      const { dates } = brief;
      const slip = totalSlip(dates);
      const last = dates.at(-1);
      return [
        titleOf(brief),
        dates[0]?.date ?? '',
        last?.date ?? 'no date',
        slip === undefined
          ? ''
          : slip === 0
            ? 'as first promised'
            : `${Math.abs(slip)} days ${slip > 0 ? 'later' : 'earlier'}`,
        last?.standing === undefined ? '' : STANDING_WORDS[last.standing],
      ];
    });
  return table(['brief', 'first promised', 'now', 'in all', 'the last move'], rows);
}

function patternList({ briefs }: RepositoryReport): string {
  return briefs
    .filter(isOpen)
    .flatMap((brief) => {
      const names = brief.concerns
        .filter(({ certain }) => certain)
        .map(({ mode }) => MODE_TITLES[mode].replace(/^The /, ''));
      return names.length === 0 ? [] : [`- **${titleOf(brief)}**: ${names.join('; ')}`];
    })
    .join('\n');
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const shown = rows.slice(0, MOST_ROWS);
  const lines = [heads, heads.map(() => '---'), ...shown].map(
    (cells) => `| ${cells.join(' | ')} |`,
  );
  const left = rows.length - shown.length;
  return lines.join('\n') + (left > 0 ? `\n\n${counted(left, 'more row')} on the page.` : '');
}

function cutToBytes(text: string, bytes: number): string {
  const cut = Buffer.from(text).subarray(0, bytes).toString();
  return cut.slice(0, cut.lastIndexOf('\n'));
}
