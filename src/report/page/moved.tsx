/** What moved since the last time, and whether it was agreed: the gravest first. */
import type { Move, Note } from '../../history/types.ts';
import { AFTER_ACCEPTANCE, isRecordFinding } from '../../history/types.ts';
import { dayText, describeNote } from '../log-phrases.ts';
import { sentence } from '../sentence.ts';
import type { Report } from '../report-input.ts';
import { MoveText } from './move.tsx';
import type { PageBrief, PageGroup } from './page-brief.ts';
import { BeforeAfter, BriefLink, count, Grouped, itemWords, LongList, Part } from './text.tsx';

export function Moved({ report, groups }: MovedProps) {
  const { since, totals } = report;
  const { recentlyMoved, recent } = totals;
  const isNothing = recentlyMoved + recent.records === 0;
  return (
    <Part id="moved" title={`What moved since ${since.words}`}>
      {isNothing && <p>No goalpost moved.</p>}
      {groups
        .map((group) => ({ name: group.name, news: newsOf(group) }))
        .filter(({ news }) => Object.values(news).some(({ length }) => length > 0))
        .map(({ name, news }) => (
          <Grouped name={name}>
            <GroupNews {...news} />
          </Grouped>
        ))}
      {recent.standings.shaping > 0 && (
        <p class="soft">
          {count(recent.standings.shaping, 'more move')} came before acceptance, where a brief is
          free to be shaped.
        </p>
      )}
    </Part>
  );
}

interface MovedProps {
  readonly report: Report;
  readonly groups: readonly PageGroup[];
}

/** So much that is no move is read at a glance. */
const AT_ONCE = 12;

/** What happened to the briefs of a repository since the last time. */
interface News {
  readonly moves: readonly { readonly of: PageBrief; readonly move: Move }[];
  /** Records that did not stay as they were. */
  readonly findings: readonly { readonly of: PageBrief; readonly note: Note }[];
  readonly others: readonly { readonly of: PageBrief; readonly note: Note }[];
}

function newsOf(group: PageGroup): News {
  const moves = group.briefs
    .flatMap((of) => of.brief.recent.moves.map((move) => ({ of, move })))
    .filter(({ move }) => AFTER_ACCEPTANCE.includes(move.standing))
    .toSorted((a, b) => rank(a.move) - rank(b.move) || b.move.order - a.move.order);
  const notes = group.briefs
    .flatMap((of) => of.brief.recent.notes.map((note) => ({ of, note })))
    .toSorted((a, b) => b.note.order - a.note.order);
  const findings = notes.filter(({ note }) => isRecordFinding(note.note));
  const others = notes.filter(({ note }) => isNews(note));
  return { moves, findings, others };
}

function GroupNews({ moves, findings, others }: News) {
  return (
    <>
      {moves.length + findings.length > 0 && (
        <ul class="cards">
          {findings.map(({ of, note }) => (
            <FindingCard of={of} note={note} />
          ))}
          {moves.map(({ of, move }) => (
            <li class={`card ${move.standing}`}>
              <p class="card-head">
                <BriefLink {...of} />
              </p>
              <MoveText move={move} title={of.brief.title} isLong={true} />
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <>
          <p class="also">Also since then:</p>
          <LongList
            all={others}
            most={AT_ONCE}
            item={({ of, note }) => (
              <>
                {noteDay(note)} <BriefLink {...of} /> {describeNote(note)}
              </>
            )}
            rest={({ length }) => `${length} more`}
          />
        </>
      )}
    </>
  );
}

function rank({ standing }: Move): number {
  return AFTER_ACCEPTANCE.indexOf(standing);
}

const NEWS: ReadonlySet<Note['note']> = new Set<Note['note']>([
  'created',
  'deleted',
  'returned',
  'accepted',
  'withdrawn',
  'agreed',
  'disputed',
  'status',
  'unreadable',
  'id-changed',
  'id-dropped',
  'copied',
  'identity-unknown',
]);

function isNews({ note }: Note): boolean {
  return NEWS.has(note);
}

function noteDay(note: Note): string {
  return itemWords(dayText(note));
}

/** A record of what was agreed that did not stay as it was: graver than any move. */
function FindingCard({ of, note }: { readonly of: PageBrief; readonly note: Note }) {
  return (
    <li class="card silent">
      <p class="card-head">
        <BriefLink {...of} />
      </p>
      <p>
        <em class="silent">{sentence(describeNote(note))}</em> <small>{noteDay(note)}</small>
      </p>
      <BeforeAfter before={note.before} after={note.after} />
    </li>
  );
}
