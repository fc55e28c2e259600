/** The page of `delegate report`: one file that needs nothing else. */
import { createHash } from 'node:crypto';
import { renderToString } from 'preact-render-to-string';
import { dateInWords } from '../../brief/dates/date-words.ts';
import { printable } from '../../printable.ts';
import { VERSION } from '../../version.ts';
import type { Report } from '../report-input.ts';
import { BriefPart, BriefsKey } from './brief-part.tsx';
import { Glance } from './glance.tsx';
import { Lanes } from './lanes.tsx';
import { leanHtml } from './lean.ts';
import { Signs } from './marks.tsx';
import { Moved } from './moved.tsx';
import type { PageGroup } from './page-brief.ts';
import { closedOf, groupsOf, openOf } from './page-brief.ts';
import { Slips } from './slips.tsx';
import { PAGE_STYLE } from './style.ts';
import { Grouped, Name, Part } from './text.tsx';
import { Waits } from './waits.tsx';

/** Nothing but the style that is in the page, known by its hash. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(PAGE_STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The whole report as a page. */
export function reportPage(report: Report): string {
  const html = renderToString(<Page report={report} />);
  // Whatever a stranger wrote is in here: what would reorder or hide text is shown instead of sent.
  return `<!doctype html>\n${printable(leanHtml(html).replace(/\r\n?/g, '\n'))}\n`;
}

/** With more briefs than that, a page is laid out part by part; see the end of the style. */
const LONG = 30;

function Page({ report }: { readonly report: Report }) {
  const groups = groupsOf(report);
  const isLong = groups.flatMap(({ briefs }) => briefs).length > LONG;
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>{titleOf(report)}</title>
        <style dangerouslySetInnerHTML={{ __html: PAGE_STYLE }} />
      </head>
      <body>
        <Signs />
        <header>
          <h1>
            <Name text={titleOf(report)} />
          </h1>
          <p>
            {dateInWords(report.today)}; the news since {report.since.words}.
            {report.only !== undefined && ` It tells only of ${report.only}.`}
          </p>
          <Notes report={report} />
          <Glance totals={report.totals} />
        </header>
        <main {...(isLong ? { class: 'long' } : {})}>
          <Moved report={report} groups={groups} />
          <Waits report={report} groups={groups} />
          <Slips report={report} groups={groups} />
          <Lanes report={report} groups={groups} />
          <Briefs id="briefs" title="Each brief" report={report} groups={groups} of={openOf} />
          <Briefs
            id="closed"
            title="Closed, and what was learnt"
            report={report}
            groups={groups}
            of={closedOf}
          />
        </main>
        <footer>
          <p>
            Made by delegate {VERSION} from the briefs and their git history
            {report.repositories.map(
              ({ name, commit }) => commit !== null && `, ${name} at ${commit.slice(0, 8)}`,
            )}
            . It tells what was agreed and what moved; it does not rate anybody. The same in a
            terminal: <code>delegate log --since {quoted(report.since.argument)}</code>,{' '}
            <code>delegate inbox --all</code>, <code>delegate health</code>.
          </p>
        </footer>
      </body>
    </html>
  );
}

function quoted(text: string): string {
  return /^[\w.-]+$/.test(text) ? text : `"${text}"`;
}

function titleOf({ repositories }: Report): string {
  const [first] = repositories;
  return repositories.length === 1 && first !== undefined
    ? `Delegation in ${first.name}`
    : `Delegation in ${repositories.length} repositories`;
}

/** What the reader must know before they trust the page. */
function Notes({ report }: { readonly report: Report }) {
  const { repositories, notes } = report;
  const all = [
    ...notes,
    ...repositories.flatMap(({ name, shallow, warnings }) => [
      ...(shallow
        ? [`${name}: this clone is shallow, what came before its first commit is not known.`]
        : []),
      ...warnings.map((warning) => `${name}: ${warning}.`),
    ]),
  ];
  if (all.length === 0) return null;
  return (
    <ul class="notes">
      {all.map((note) => (
        <li>{note}</li>
      ))}
    </ul>
  );
}

function Briefs({ id, title, report, groups, of }: BriefsProps) {
  const told = groups.map((group) => ({ group, briefs: of(group) }));
  const isFirst = of === openOf || groups.every((group) => openOf(group).length === 0);
  if (told.every(({ briefs }) => briefs.length === 0)) return null;
  return (
    <Part id={id} title={title}>
      <BriefsKey briefs={told.flatMap(({ briefs }) => briefs)} isFirst={isFirst} />
      {told
        .filter(({ briefs }) => briefs.length > 0)
        .map(({ group, briefs }) => (
          <Grouped name={group.name}>
            {briefs.map((one) => (
              <BriefPart of={one} report={report} />
            ))}
          </Grouped>
        ))}
    </Part>
  );
}

interface BriefsProps {
  readonly id: string;
  readonly title: string;
  readonly report: Report;
  readonly groups: readonly PageGroup[];
  readonly of: (group: PageGroup) => PageGroup['briefs'];
}
