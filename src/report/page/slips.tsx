/** The slip chart, after the milestone trend: a line a brief, level as long as its date holds. */
import { totalSlip } from '../../history/promised-dates.ts';
import type { PromisedDate } from '../../history/promised-dates.ts';
import { isOpen } from '../../lifecycle/report-data.ts';
import type { Report } from '../report-input.ts';
import { STANDING_WORDS } from '../standing-words.ts';
import { percent, shortDate } from './axis.ts';
import { COLORS, stationMark } from './marks.tsx';
import type { PageBrief, PageGroup } from './page-brief.ts';
import type { SlipChart, SlipLine, SlipStep } from './slip-lines.ts';
import { acrossAt, slipChart } from './slip-lines.ts';
import { BriefLink, Grouped, Part, count } from './text.tsx';

/** So many lines can be told from each other in one chart. */
const MOST_LINES = 12;

export function Slips({ report, groups }: SlipsProps) {
  const { totals } = report;
  return (
    <Part id="slips" title="Which dates slip">
      {totals.dates.promised === 0 ? (
        <p>No open brief has a date.</p>
      ) : (
        <p>
          {totals.dates.moved === 0
            ? `None of the ${count(totals.dates.promised, 'date')} of open briefs has moved.`
            : `${totals.dates.moved} of the ${count(totals.dates.promised, 'date')} of open briefs have moved since they were first said.`}
        </p>
      )}
      {groups.filter(hasDates).map((group) => (
        <Grouped name={group.name}>
          <GroupSlips group={group} report={report} />
        </Grouped>
      ))}
    </Part>
  );
}

interface SlipsProps {
  readonly report: Report;
  readonly groups: readonly PageGroup[];
}

function hasDates({ briefs }: PageGroup): boolean {
  return briefs.some(({ brief }) => brief.dates.length > (isOpen(brief) ? 0 : 1));
}

function GroupSlips({ group, report }: { readonly group: PageGroup; readonly report: Report }) {
  const moved = group.briefs
    .filter(({ brief }) => brief.dates.length > 1)
    .toSorted((a, b) => (lastSaid(a) > lastSaid(b) ? -1 : lastSaid(a) < lastSaid(b) ? 1 : 0));
  const still = group.briefs.filter(({ brief }) => brief.dates.length === 1 && isOpen(brief));
  const shown = still.slice(0, Math.max(0, MOST_LINES - moved.length));
  const parts: (readonly PageBrief[])[] = [];
  for (let at = 0; at < moved.length; at += MOST_LINES) {
    parts.push(moved.slice(at, at + MOST_LINES));
  }
  const [first = [], ...others] = parts;
  if (first.length + shown.length === 0) return null;
  const { today } = report;
  const charts = [[...first, ...shown], ...others].map((one) => slipChart(one, today, HEIGHT));
  return (
    <>
      <Legend hasDiagonal={charts.some((chart) => chart?.diagonal !== undefined)} />
      <Figure chart={charts[0]} from={1} today={today} />
      {still.length > shown.length && (
        <p class="soft">
          {count(still.length - shown.length, 'open brief')} more, whose date has never moved, would
          be a level line here.
        </p>
      )}
      {others.length > 0 && report.isFolded && (
        <p class="soft">{count(moved.length - first.length, 'date')} more moved, longer ago.</p>
      )}
      {others.length > 0 && !report.isFolded && (
        <details>
          <summary>
            {count(moved.length - first.length, 'date')} more that moved, longer ago
          </summary>
          {charts.slice(1).map((chart, at) => (
            <Figure chart={chart} from={(at + 1) * MOST_LINES + 1} today={today} />
          ))}
        </details>
      )}
    </>
  );
}

function lastSaid({ brief }: PageBrief): string {
  return brief.dates.at(-1)?.said ?? '';
}

function Legend({ hasDiagonal }: { readonly hasDiagonal: boolean }) {
  return (
    <p class="legend soft">
      Across: the day on which a date was said, up to today at the right. Up: the date that was
      promised. A level line is a date that holds; it rises where the date slips. A full line was
      agreed, a dotted one is from before acceptance, a dashed one was not agreed by both.
      {hasDiagonal && ' A line that reaches the diagonal is due.'}
    </p>
  );
}

const HEIGHT = 380;

function Figure({ chart, from, today }: FigureProps) {
  if (chart === undefined) return null;
  return (
    <figure>
      <svg
        width="100%"
        height={chart.height}
        overflow="visible"
        role="img"
        aria-label={`Promised dates of ${count(chart.lines.length, 'brief')}; the table below has the same`}
        font-size="13"
        font-family="system-ui, sans-serif"
      >
        <Grid chart={chart} today={today} />
        <svg
          width="100%"
          height={chart.height}
          viewBox={`0 0 ${UNITS} ${chart.height}`}
          preserveAspectRatio="none"
          fill="none"
        >
          {(['shaping', 'agreed', 'unsettled'] as const).map((style) => (
            <path d={pathOf(chart, style)} vector-effect="non-scaling-stroke" {...STYLES[style]} />
          ))}
        </svg>
        {chart.lines.map((line) => (
          <Signs line={line} />
        ))}
        <g font-weight="bold" fill="currentColor" class="halo">
          {chart.lines.map(({ label }, at) => (
            <text x={percent(label.at)} y={label.y}>
              {from + at}
            </text>
          ))}
        </g>
      </svg>
      <figcaption>
        <SlipTable briefs={chart.lines.map(({ of }) => of)} from={from} />
      </figcaption>
    </figure>
  );
}

interface FigureProps {
  /** Undefined where no brief of it has a date. */
  readonly chart: SlipChart | undefined;
  /** The number of its first line. */
  readonly from: number;
  readonly today: string;
}

const GRID = '#d9dce1';

function Grid({ chart, today }: { readonly chart: SlipChart; readonly today: string }) {
  const { across, up, height, diagonal, yOf } = chart;
  const bottom = height - 22;
  const at = (date: string) => percent(acrossAt(across, date));
  return (
    <>
      <g stroke={GRID} class="grid">
        {up.ticks.map(({ date }) => (
          <line x2="100%" y1={yOf(date)} y2={yOf(date)} />
        ))}
        {across.ticks.map(({ date }) => (
          <line x1={at(date)} x2={at(date)} y1="14" y2={bottom} />
        ))}
      </g>
      <g fill="currentColor" class="halo">
        {up.ticks.map(({ date, label }) => (
          <text y={yOf(date) - 4}>{label}</text>
        ))}
      </g>
      <g fill="currentColor" text-anchor="middle">
        {across.ticks.map(({ date, label }) => (
          <text x={at(date)} y={height - 6}>
            {label}
          </text>
        ))}
      </g>
      <line x1={at(today)} x2={at(today)} y1="0" y2={bottom} stroke="#7c828b" class="soft-line" />
      <text x={at(today)} y="10" dx="-4" text-anchor="end" fill="currentColor">
        today
      </text>
      {diagonal !== undefined && (
        <line
          x1={at(diagonal.from)}
          y1={yOf(diagonal.from)}
          x2={at(diagonal.to)}
          y2={yOf(diagonal.to)}
          stroke="#7c828b"
          stroke-width="1.5"
          class="soft-line"
        />
      )}
    </>
  );
}

const STYLES = {
  shaping: {
    'stroke-width': '2',
    'stroke-dasharray': '1 4',
    'stroke-linecap': 'round',
    stroke: COLORS.shaping,
    class: 'shaping-line',
  },
  agreed: { 'stroke-width': '2', stroke: COLORS.agreed, class: 'agreed-line' },
  unsettled: {
    'stroke-width': '2',
    'stroke-dasharray': '7 4',
    stroke: COLORS.silent,
    class: 'silent-line',
  },
} as const satisfies Record<SlipStep['style'], object>;

/** The lines of a chart are drawn in as many units of width, which are stretched to the width it gets. */
const UNITS = 2000;

/** All lines of one style. */
function pathOf({ lines }: SlipChart, style: SlipStep['style']): string {
  const unit = (part: number) => Math.round(part * UNITS);
  return lines
    .flatMap(({ steps }) => steps.filter((step) => step.style === style))
    .map(({ from, to, y, before }) =>
      before === undefined
        ? `M${unit(from)} ${y}H${unit(to)}`
        : `M${unit(from)} ${before}V${y}H${unit(to)}`,
    )
    .join('');
}

function Signs({ line }: { readonly line: SlipLine }) {
  const { steps, accepted, end } = line;
  return (
    <>
      {accepted !== undefined && (
        <use href={`#${stationMark('accepted')}`} x={percent(accepted.at)} y={accepted.y} />
      )}
      {steps.map(({ from, y, mark }) => mark && <use href={`#${mark}`} x={percent(from)} y={y} />)}
      {end !== undefined && <use href={`#${end.mark}`} x={percent(end.at)} y={end.y} />}
    </>
  );
}

function SlipTable({
  briefs,
  from,
}: {
  readonly briefs: readonly PageBrief[];
  readonly from: number;
}) {
  return (
    <div class="scroll" role="region" aria-label="Promised dates" tabindex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">No.</th>
            <th scope="col">Brief</th>
            <th scope="col">First promised</th>
            <th scope="col">What was said since</th>
            <th scope="col">In all</th>
          </tr>
        </thead>
        <tbody>
          {briefs.map((of, at) => (
            <tr>
              <td>{from + at}</td>
              <th scope="row">
                <BriefLink {...of} />
              </th>
              <td>{of.brief.dates[0]?.date ? shortDate(of.brief.dates[0].date) : 'no date'}</td>
              <td>
                {of.brief.dates.slice(1).map((one) => (
                  <Said one={one} />
                ))}
              </td>
              <td>{slipWords(totalSlip(of.brief.dates))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Said({ one }: { readonly one: PromisedDate }) {
  const { said, date, standing } = one;
  return (
    <div>
      {date === null ? 'no date' : shortDate(date)}{' '}
      <small>
        on {shortDate(said)}, {standing && STANDING_WORDS[standing]}
      </small>
    </div>
  );
}

function slipWords(days: number | undefined): string {
  if (days === undefined) return '';
  if (days === 0) return 'holds';
  return `${count(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'}`;
}
