/** Lanes: the life of each brief on one axis of time, with its moves and its check-ins. */
import type { Stretch } from '../../agreement/check-in-promises.ts';
import { addDays, daysBetween } from '../../brief/dates/calendar.ts';
import { dayOf } from '../../history/promised-dates.ts';
import { isOpen } from '../../lifecycle/report-data.ts';
import { movedSentence } from '../log-phrases.ts';
import type { Report } from '../report-input.ts';
import type { Axis } from './axis.ts';
import { percent, shortDate, timeAxis } from './axis.ts';
import { COLORS, STATION_WORDS, Sign, markOf, stationMark } from './marks.tsx';
import type { PageBrief, PageGroup } from './page-brief.ts';
import { closedOf, openOf } from './page-brief.ts';
import { BriefLink, Grouped, Part, count } from './text.tsx';

export function Lanes({ report, groups }: LanesProps) {
  return (
    <Part id="lanes" title="How each brief went">
      <LaneLegend />
      {groups.map((group) => (
        <Grouped name={group.name}>
          <GroupLanes group={group} report={report} />
        </Grouped>
      ))}
    </Part>
  );
}

interface LanesProps {
  readonly report: Report;
  readonly groups: readonly PageGroup[];
}

function GroupLanes({ group, report }: { readonly group: PageGroup; readonly report: Report }) {
  const { today, isFolded } = report;
  const told = [...openOf(group), ...closedOf(group)].filter(
    ({ brief }) => !isFolded || isOpen(brief) || isRecent(brief),
  );
  const left = group.briefs.length - told.length;
  if (told.length === 0) return <p>There is no brief.</p>;
  const axis = laneAxis(told, today);
  return (
    <>
      <ul class="lanes">
        <li class="lane lane-axis" aria-hidden="true">
          <span />
          <AxisRow axis={axis} today={today} />
        </li>
        {told.map((of) => (
          <Lane of={of} axis={axis} today={today} />
        ))}
      </ul>
      {left > 0 && <p class="soft">{count(left, 'brief')} closed before then are left out here.</p>}
      <details>
        <summary>The lanes as a table</summary>
        <LaneTable briefs={told} />
      </details>
    </>
  );
}

function isRecent({ recent }: PageBrief['brief']): boolean {
  return recent.moves.length + recent.notes.length > 0;
}

/** From the first brief to a while after today, so that the next dates are seen. */
function laneAxis(briefs: readonly PageBrief[], today: string): Axis {
  const from = briefs.map(({ brief }) => brief.lifeline.begun).toSorted()[0] ?? today;
  const past = Math.max(14, daysBetween(from, today));
  const latest = briefs
    .map(({ brief }) => (isOpen(brief) ? (brief.state?.due ?? '') : ''))
    .toSorted()
    .at(-1);
  const most = addDays(today, Math.ceil(past / 2));
  const least = addDays(today, Math.ceil(past / 20));
  const to = latest === undefined || latest < least ? least : latest > most ? most : latest;
  return timeAxis(from, to, 6);
}

function LaneLegend() {
  return (
    <ul class="legend signs">
      <Key name={stationMark('written')}>written</Key>
      <Key name={stationMark('proposed')}>proposed</Key>
      <Key name={stationMark('accepted')}>accepted</Key>
      <Key name={stationMark('done')}>done</Key>
      <Key name={stationMark('cancelled')}>cancelled</Key>
      <Key name={markOf('agreed', 'tightened')}>stricter</Key>
      <Key name={markOf('agreed', 'loosened')}>easier</Key>
      <Key name={markOf('agreed', 'unclear')}>read both</Key>
      <Key name={markOf('silent', 'unclear')}>moved in silence</Key>
      <Key name={markOf('disputed', 'unclear')}>disputed</Key>
      <Key name={markOf('open', 'unclear')}>not agreed yet</Key>
      <Key name={markOf('agreed', 'unclear')}>agreed</Key>
      <Key name={markOf('undone', 'unclear')}>put back</Key>
      <Key name={markOf('shaping', 'unclear')}>before acceptance</Key>
      <Key name="ok">check-in held</Key>
      <Key name="no">promised, none recorded</Key>
      <Key name="due">due</Key>
    </ul>
  );
}

function Key({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <li>
      <Sign name={name} /> {children}
    </li>
  );
}

/** What is right of it is for a sign on the last day. */
const WIDTH = 0.98;

function xOf(axis: Axis, date: string): string {
  return percent(axis.at(date) * WIDTH);
}

/** Of a lane, and where its line is, in pixels from the top. */
const HEIGHT = 44;
const LINE = 14;

/** So near to today no other day is named: on a telephone the two would touch. */
const TODAY_ALONE = 0.11;

function AxisRow({ axis, today }: { readonly axis: Axis; readonly today: string }) {
  return (
    <svg
      width="100%"
      height="20"
      overflow="visible"
      font-size="12"
      font-family="system-ui, sans-serif"
    >
      {axis.ticks
        .filter(({ date }) => Math.abs(axis.at(date) - axis.at(today)) > TODAY_ALONE)
        .map(({ date, label }) => (
          <text x={xOf(axis, date)} y="14" text-anchor="middle" fill="currentColor">
            {label}
          </text>
        ))}
      <text x={xOf(axis, today)} y="14" text-anchor="middle" font-weight="bold" fill="currentColor">
        today
      </text>
    </svg>
  );
}

function Lane({
  of,
  axis,
  today,
}: {
  readonly of: PageBrief;
  readonly axis: Axis;
  readonly today: string;
}) {
  return (
    <li class="lane">
      <div>
        <BriefLink {...of} />
        <br />
        <small>{factsOf(of)}</small>
      </div>
      <svg width="100%" height={HEIGHT} aria-hidden="true">
        <use href="#now" x={xOf(axis, today)} />
        <g transform={`translate(0 ${LINE})`} stroke={COLORS.shaping}>
          <Life of={of} axis={axis} today={today} />
          <Marks of={of} axis={axis} today={today} />
          <CheckInMarks of={of} axis={axis} />
        </g>
      </svg>
    </li>
  );
}

/** What a lane says, in words. */
function factsOf({ brief }: PageBrief): string {
  const { status, state, checkIns, history, deleted } = brief;
  const promised = checkIns?.promised ?? [];
  const held = promised.filter((one) => one.held !== undefined).length;
  return [
    deleted ? 'deleted' : (status ?? ''),
    state?.due && isOpen(brief) ? `due ${shortDate(state.due)}` : '',
    (movedSentence(history) ?? '').replace(/^Moved since it was accepted: |\.$/g, ''),
    promised.length === 0 ? '' : `${held} of ${count(promised.length, 'check-in')} held`,
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
}

interface LaneProps {
  readonly of: PageBrief;
  readonly axis: Axis;
  readonly today: string;
}

/** The line itself: thin before acceptance, thick after it, broken in a pause. */
function Life({ of, axis, today }: LaneProps) {
  const { brief } = of;
  const { lifeline } = brief;
  const end = lifeline.ended?.on ?? today;
  const accepted = lifeline.stations.find(({ kind }) => kind === 'accepted')?.on;
  const thick = accepted ?? end;
  return (
    <>
      <Stroke from={lifeline.begun} to={thick} axis={axis} width="1.5" dash="2 3" />
      {accepted !== undefined &&
        between(accepted, end, lifeline.pauses).map(({ from, to = end }) => (
          <Stroke from={from} to={to} axis={axis} width="3" />
        ))}
      {lifeline.pauses.map(({ from, to = end }) => (
        <>
          <Stroke from={from} to={to} axis={axis} width="1" dash="1 5" />
          <text
            x={percent(((axis.at(from) + axis.at(to)) / 2) * WIDTH)}
            y="-5"
            font-size="11"
            text-anchor="middle"
            fill="currentColor"
            stroke="none"
          >
            {axis.at(to) - axis.at(from) > 0.06 ? 'paused' : 'Ⅱ'}
          </text>
        </>
      ))}
    </>
  );
}

/** What is left of some days without the pauses. */
function between(from: string, to: string, pauses: readonly Stretch[]): readonly Stretch[] {
  const parts: Stretch[] = [];
  let start = from;
  for (const pause of pauses) {
    if (pause.from > start) parts.push({ from: start, to: pause.from });
    start = pause.to ?? to;
  }
  if (start < to || parts.length === 0) parts.push({ from: start, to });
  return parts;
}

interface StrokeProps {
  readonly from: string;
  readonly to: string;
  readonly axis: Axis;
  readonly width: string;
  readonly dash?: string;
}

function Stroke({ from, to, axis, width, dash }: StrokeProps) {
  return (
    <line
      x1={xOf(axis, from)}
      x2={xOf(axis, to)}
      stroke-width={width}
      {...(dash === undefined ? {} : { 'stroke-dasharray': dash })}
    />
  );
}

function Marks({ of, axis, today }: LaneProps) {
  const { brief } = of;
  const { lifeline, history, state } = brief;
  const due = isOpen(brief) ? state?.due : undefined;
  const x = (date: string) => xOf(axis, date);
  return (
    <>
      {due && <use href="#due" x={x(due)} />}
      {lifeline.stations.map(({ kind, on }) => (
        <use href={`#${stationMark(kind)}`} x={x(on)} />
      ))}
      {history.moves.map((move) => (
        <use href={`#${markOf(move.standing, move.effect)}`} x={x(dayOf(move, today))} />
      ))}
    </>
  );
}

function CheckInMarks({ of, axis }: Omit<LaneProps, 'today'>) {
  const { promised = [], others = [] } = of.brief.checkIns ?? {};
  const x = (date: string) => xOf(axis, date);
  return (
    <>
      {promised.map(({ due, held }) => (
        <use href={held === undefined ? '#no' : '#ok'} x={x(held?.date ?? due)} />
      ))}
      {others.map(({ date }) => (
        <use href="#ok" x={x(date)} />
      ))}
    </>
  );
}

function LaneTable({ briefs }: { readonly briefs: readonly PageBrief[] }) {
  return (
    <div class="scroll" role="region" aria-label="The lanes as a table" tabindex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Brief</th>
            <th scope="col">Its life</th>
            <th scope="col">Check-ins promised, none recorded</th>
          </tr>
        </thead>
        <tbody>
          {briefs.map((of) => (
            <LaneRow of={of} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LaneRow({ of }: { readonly of: PageBrief }) {
  const { lifeline, checkIns } = of.brief;
  const missed = (checkIns?.promised ?? []).filter(({ held }) => held === undefined);
  const pauses = lifeline.pauses.map(
    ({ from, to }) => `paused ${shortDate(from)}${to === undefined ? '' : ` to ${shortDate(to)}`}`,
  );
  const life = lifeline.stations.map(({ kind, on }) => `${STATION_WORDS[kind]} ${shortDate(on)}`);
  return (
    <tr>
      <th scope="row">
        <BriefLink {...of} />
      </th>
      <td>{[...life, ...pauses].join(', ')}</td>
      <td>{missed.map(({ due }) => shortDate(due)).join(', ')}</td>
    </tr>
  );
}
