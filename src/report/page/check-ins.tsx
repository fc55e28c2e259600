/** The check-ins of a brief: what was promised, and what was recorded. */
import type { CheckIn } from '../../brief/check-ins.ts';
import { cadenceInWords } from '../../brief/dates/date-words.ts';
import { isOpen } from '../../lifecycle/report-data.ts';
import { shortDate } from './axis.ts';
import type { PageBrief } from './page-brief.ts';
import { count, direction } from './text.tsx';

/** A line of the list, by its day. */
interface Row {
  readonly on: string;
  readonly promised: string | undefined;
  readonly held: CheckIn | undefined;
}

export function CheckIns({ of }: { readonly of: PageBrief }) {
  const { checkIns, brief } = of.brief;
  if (checkIns === undefined || brief === undefined) return null;
  const { promised, others } = checkIns;
  const rows: readonly Row[] = [
    ...promised.map(({ due, held }) => ({ on: held?.date ?? due, promised: due, held })),
    ...others.map((held) => ({ on: held.date, promised: undefined, held })),
  ].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  if (rows.length === 0) return null;
  const told = rows.reduce<Row[][]>((groups, row) => {
    const last = groups.at(-1);
    if (row.held === undefined && last?.[0]?.held === undefined && last) last.push(row);
    else groups.push([row]);
    return groups;
  }, []);
  const held = promised.filter((one) => one.held !== undefined).length;
  const every = brief.values['check-ins.every'];
  const words = [
    `Check-ins: ${held} held of ${promised.length} promised`,
    every === undefined ? '' : `, ${cadenceInWords(every)}`,
    others.length === 0 ? '' : `; ${count(others.length, 'other')}`,
  ].join('');
  if (!isOpen(of.brief)) return <p>{words}</p>;
  return (
    <details>
      <summary>{words}</summary>
      <ol>
        {told.map((group) => (
          <CheckInRow rows={group} />
        ))}
      </ol>
    </details>
  );
}

/** One that was held, or those after each other that were not. */
function CheckInRow({ rows }: { readonly rows: readonly Row[] }) {
  const [{ promised, held }] = rows as [Row];
  if (held === undefined) {
    return (
      <li>
        {rows.map(({ on }) => shortDate(on)).join(', ')} <b class="flag">promised, none recorded</b>
      </li>
    );
  }
  const { date, state, note } = held;
  return (
    <li {...direction(note)}>
      {shortDate(date)}
      {state === 'on-track' && ' on track'}
      {(state === 'at-risk' || state === 'blocked') && <b> {state.replace('-', ' ')}</b>}
      {note !== '' && `: ${note}`}
      {promised !== undefined && promised < date && (
        <small> (promised for {shortDate(promised)})</small>
      )}
    </li>
  );
}
