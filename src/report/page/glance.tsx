/** What somebody sees in the first seconds: five numbers, each a link to what is behind it. */
import { AFTER_ACCEPTANCE } from '../../history/types.ts';
import type { ReportTotals } from '../../lifecycle/report-data.ts';
import { listed } from '../log-phrases.ts';
import { STANDING_WORDS } from '../standing-words.ts';
import { count } from './text.tsx';

export function Glance({ totals }: { readonly totals: ReportTotals }) {
  const { recent, recentlyMoved, waiting, dates, statuses, open, toTalkAbout } = totals;
  const { standings, records } = recent;
  const isGrave = standings.silent + standings.disputed + records > 0;
  return (
    <nav aria-label="At a glance">
      <ul class="glance">
        <Tile
          to="moved"
          number={recentlyMoved}
          what={one(recentlyMoved, 'goalpost moved', 'goalposts moved')}
          isGrave={isGrave}
        >
          {listed(
            AFTER_ACCEPTANCE.filter((name) => standings[name] > 0)
              .map((name) => `${standings[name]} ${STANDING_WORDS[name]}`)
              .concat(
                records > 0
                  ? [count(records, 'record was rewritten', 'records were rewritten')]
                  : [],
              ),
          )}
        </Tile>
        <Tile
          to="waits"
          number={waiting.items}
          what={one(waiting.items, 'thing waits', 'things wait')}
          isGrave={waiting.overdue > 0}
        >
          {waiting.items > 0 && `for ${count(waiting.people, 'person', 'people')}`}
          {waiting.overdue > 0 && `, ${waiting.overdue} overdue`}
        </Tile>
        <Tile
          to="slips"
          number={dates.slipped}
          what={one(dates.slipped, 'date slipped', 'dates slipped')}
          isGrave={dates.slipped > 0}
        >
          {dates.promised > 0 && `${dates.moved} of ${dates.promised} have moved at some time`}
        </Tile>
        <Tile
          to="lanes"
          number={open}
          what={one(open, 'open brief', 'open briefs')}
          isGrave={false}
        >
          {listed(OPEN.filter((name) => statuses[name]).map((name) => `${statuses[name]} ${name}`))}
        </Tile>
        <Tile
          to="briefs"
          number={toTalkAbout}
          what={one(toTalkAbout, 'brief to talk about', 'briefs to talk about')}
          isGrave={false}
        >
          {toTalkAbout > 0 && 'a pattern stands in each, with its evidence'}
        </Tile>
      </ul>
    </nav>
  );
}

const OPEN = ['draft', 'proposed', 'accepted', 'paused', 'broken', 'unknown'] as const;

function one(number: number, singular: string, plural: string): string {
  return number === 1 ? singular : plural;
}

function Tile({ to, number, what, isGrave, children }: TileProps) {
  return (
    <li class={isGrave ? 'grave' : ''}>
      <a href={`#${to}`}>
        <b>{number}</b> {what}
      </a>
      <br />
      <small>{children}</small>
    </li>
  );
}

interface TileProps {
  readonly to: string;
  readonly number: number;
  readonly what: string;
  readonly isGrave: boolean;
  readonly children?: import('preact').ComponentChildren;
}
