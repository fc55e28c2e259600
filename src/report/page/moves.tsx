/** The moves of one brief, oldest first; what came before acceptance in one line. */
import { field } from '../../brief/fields.ts';
import { addCounts } from '../../history/filter.ts';
import { NO_COUNTS } from '../../history/tally.ts';
import type { Move, Note } from '../../history/types.ts';
import { STANDINGS, UNSETTLED, isRecordFinding, isUnsettled } from '../../history/types.ts';
import { dayText, describeNote, eventsOf, isMove } from '../log-phrases.ts';
import type { Report } from '../report-input.ts';
import { sentence } from '../sentence.ts';
import { STANDING_WORDS } from '../standing-words.ts';
import { MoveText } from './move.tsx';
import type { PageBrief } from './page-brief.ts';
import { BeforeAfter, count, itemWords } from './text.tsx';

/** A line of the story: a move, what was shaped on a day, or a record that did not stay as it was. */
type Told =
  | { readonly kind: 'move'; readonly move: Move }
  | { readonly kind: 'shaped'; readonly days: string[]; readonly fields: Set<string> }
  | { readonly kind: 'finding'; readonly note: Note };

export function Moves({ of, report }: MovesProps) {
  const { history, recent } = of.brief;
  const shown = report.isFolded ? recent : history;
  const told = toldOf(shown);
  const left = history.moves.length - shown.moves.length;
  if (told.length + left === 0) return null;
  const isOpen = shown.moves.some(({ standing }) => isUnsettled(standing));
  return (
    <details open={isOpen}>
      <summary>
        {count(shown.moves.length, 'move')}
        {report.isFolded && ` since ${report.since.words}`}
        <b class={isOpen ? 'flag' : ''}> {standingsWords(shown)}</b>
      </summary>
      <ol>
        {told.map((one) => (
          <ToldLine told={one} title={of.brief.title} />
        ))}
      </ol>
      {left > 0 && (
        <p>
          {count(left, 'older move')} {left === 1 ? 'is' : 'are'} told by{' '}
          <code>delegate log {of.brief.id ?? of.brief.path}</code>.
        </p>
      )}
    </details>
  );
}

const MOST_TELLING = [...UNSETTLED, ...STANDINGS.filter((name) => !isUnsettled(name))];

/** `1 in silence, 2 agreed`. */
function standingsWords(history: PageBrief['brief']['history']): string {
  const { standings } = addCounts(NO_COUNTS, history);
  return MOST_TELLING.filter((name) => standings[name] > 0)
    .map((name) => `${standings[name]} ${STANDING_WORDS[name]}`)
    .join(', ');
}

interface MovesProps {
  readonly of: PageBrief;
  readonly report: Report;
}

function toldOf(history: PageBrief['brief']['history']): readonly Told[] {
  const told: Told[] = [];
  for (const event of eventsOf(history)) {
    if (!isMove(event)) {
      if (isRecordFinding(event.note)) told.push({ kind: 'finding', note: event });
    } else if (event.standing === 'shaping') {
      const day = dayText(event);
      const last = told.at(-1);
      const label = field(event.field).label.toLowerCase();
      if (last?.kind === 'shaped') {
        last.fields.add(label);
        last.days.push(day);
      } else told.push({ kind: 'shaped', days: [day], fields: new Set([label]) });
    } else told.push({ kind: 'move', move: event });
  }
  return told;
}

/** `6 Jan 2026`, `6 Jan 2026 to 9 Jan 2026`. */
function daysWords(days: readonly string[]): string {
  return [...new Set([days[0] as string, days.at(-1) as string])].map(itemWords).join(' to ');
}

function ToldLine({ told, title }: { readonly told: Told; readonly title: string | null }) {
  switch (told.kind) {
    case 'move':
      return (
        <li>
          <MoveText move={told.move} title={title} />
        </li>
      );
    case 'shaped':
      return (
        <li>
          <small>
            Shaped before acceptance, {daysWords(told.days)}: {[...told.fields].join(', ')}
          </small>
        </li>
      );
    case 'finding': {
      const { note } = told;
      return (
        <li>
          <em class="silent">{sentence(describeNote(note))}</em>{' '}
          <small>{itemWords(dayText(note))}</small>
          <BeforeAfter before={note.before} after={note.after} />
        </li>
      );
    }
  }
}
