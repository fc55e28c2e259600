/** One brief in full: where it stands, what there is to talk about, its contract, its moves, its check-ins. */
import { parsePerson } from '../../brief/people.ts';
import type { Concern } from '../../history/health.ts';
import { isOpen } from '../../lifecycle/report-data.ts';
import { MODE_TITLES } from '../health.ts';
import type { Report } from '../report-input.ts';
import { shortDate } from './axis.ts';
import { narrativeLeft } from './body.ts';
import { CheckIns } from './check-ins.tsx';
import { Contract } from './contract.tsx';
import { Moves } from './moves.tsx';
import { Outcome } from './outcome.tsx';
import type { PageBrief } from './page-brief.ts';
import { titleOf } from './page-brief.ts';
import { Markdown, Name } from './text.tsx';

export function BriefPart({ of, report }: BriefPartProps) {
  const { brief, anchor } = of;
  const { moves, notes } = brief.recent;
  const isToldInFull = !report.isFolded || isOpen(brief) || moves.length + notes.length > 0;
  return (
    <article id={anchor}>
      <h3>
        <Name text={titleOf(brief)} />
      </h3>
      <Facts of={of} />
      <Outcome of={of} />
      {isToldInFull && (
        <>
          <Concerns of={of} />
          <Contract of={of} />
          <Moves of={of} report={report} />
          <CheckIns of={of} />
          <Narrative of={of} />
        </>
      )}
    </article>
  );
}

interface BriefPartProps {
  readonly of: PageBrief;
  readonly report: Report;
}

function Facts({ of }: { readonly of: PageBrief }) {
  const { state, status, deleted, id, path } = of.brief;
  const facts = [
    deleted ? 'the file was deleted' : (status ?? 'its status is not known'),
    state?.delegator && state.delegate
      ? `${parsePerson(state.delegator).name} to ${parsePerson(state.delegate).name}`
      : '',
    state?.due ? `${state.overdue ? 'was due' : 'due'} ${shortDate(state.due)}` : '',
    checkInWords(state),
    id ?? '',
    path,
  ];
  // What waits is told above, by person.
  const words = [
    state?.problem,
    state?.state === 'at-risk' && 'at risk',
    state?.state === 'blocked' && 'blocked',
  ]
    .filter(Boolean)
    .join('; ');
  return (
    <>
      <p>
        <small>{facts.filter((fact) => fact !== '').join(' · ')}</small>
      </p>
      {words !== '' && <p class="flag">{words}</p>}
    </>
  );
}

function checkInWords(state: PageBrief['brief']['state']): string {
  if (!state?.nextCheckIn) return '';
  const day = shortDate(state.nextCheckIn);
  return state.checkInLate ? `the check-in of ${day} is late` : `next check-in ${day}`;
}

/** The patterns of health, each with its evidence: of the brief, and not of a person. */
function Concerns({ of }: { readonly of: PageBrief }) {
  const { concerns } = of.brief;
  if (concerns.length === 0) return null;
  return (
    <>
      <h4>Worth talking about</h4>
      <ul>
        {concerns.map((concern) => (
          <Pattern concern={concern} />
        ))}
      </ul>
    </>
  );
}

function Pattern({ concern }: { readonly concern: Concern }) {
  const { mode, certain, evidence } = concern;
  return (
    <li>
      <b>{MODE_TITLES[mode]}</b>
      {!certain && ' (a hint)'}
      <ul>
        {evidence.map(({ date, text }) => (
          <li>
            {date !== null && `${shortDate(date)}: `}
            {text}
          </li>
        ))}
      </ul>
    </li>
  );
}

/** How the parts below are read: said once, and not in each. */
export function BriefsKey({ briefs, isFirst }: BriefsKeyProps) {
  const advice = new Map<string, string>();
  for (const { mode, advice: said } of briefs.flatMap(({ brief }) => brief.concerns)) {
    advice.set(said, MODE_TITLES[mode]);
  }
  return (
    <>
      {isFirst && (
        <p>
          In a contract and in a move, <del>what is struck out</del> was agreed or stood before, and{' '}
          <ins>what is underlined</ins> stands instead.
        </p>
      )}
      {advice.size > 0 && (
        <details>
          <summary>What helps against the patterns that are named here</summary>
          <ul>
            {[...advice].map(([said, title]) => (
              <li>
                <b>{title}</b>: {said}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

interface BriefsKeyProps {
  readonly briefs: readonly PageBrief[];
  /** Whether no such key stands above. */
  readonly isFirst: boolean;
}

function Narrative({ of }: { readonly of: PageBrief }) {
  const { brief } = of.brief;
  const text = brief === undefined ? '' : narrativeLeft(brief);
  if (text === '') return null;
  return (
    <details>
      <summary>More about it</summary>
      <Markdown text={text} level={4} />
    </details>
  );
}
