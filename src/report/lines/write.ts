/** Writes the lines of `--format jsonl`: those of `delegate log`, and those of `delegate report`. */
import type { Canonical } from '../../brief/canonical.ts';
import { keysOf } from '../../brief/fields.ts';
import { itemText } from '../../brief/value-text.ts';
import { addCounts } from '../../history/filter.ts';
import { NO_COUNTS } from '../../history/tally.ts';
import type {
  BriefHistory,
  FieldChange,
  Item,
  LogResult,
  Move,
  NetChange,
  Note,
} from '../../history/types.ts';
import type { BriefItem } from '../../lifecycle/inbox.ts';
import type { BriefReport, RepositoryReport } from '../../lifecycle/report-data.ts';
import { jsonText } from '../escape.ts';
import { countsJson, moveJson, noteJson } from '../log-json.ts';
import { eventsOf, isMove } from '../log-phrases.ts';
import type { Report } from '../report-input.ts';
import type { Line, LineOf, Place } from './shapes.ts';
import { LINE_VERSION } from './version.ts';

/** The moves and notes of a brief, in the order in which they happened. */
export function briefLines(repository: string, brief: BriefHistory): string {
  const place = placeOf(repository, brief);
  return eventsOf(brief)
    .map((event) => lineText(isMove(event) ? moveLine(place, event) : noteLine(place, event)))
    .join('');
}

/** The last line: what holds for all. */
export function endLine(repository: string, result: Omit<LogResult, 'briefs' | 'version'>): string {
  const { shallow, range, counts, warnings } = result;
  const told = { shallow, range, counts: countsJson(counts), warnings };
  return lineText({ type: 'end', version: LINE_VERSION, repository, ...told } as LineOf<'end'>);
}

/** Everything that a report tells, so that it can be made again from the lines. */
export function reportLines({ repositories, today }: Report): string {
  return repositories.map((one) => repositoryLines(one, today)).join('');
}

function repositoryLines(report: RepositoryReport, made: string): string {
  const { name, commit, language, briefs, waiting, shallow, warnings } = report;
  const head = { version: LINE_VERSION, repository: name, commit, language, made } as const;
  const counts = briefs.map(({ history }) => history).reduce(addCounts, NO_COUNTS);
  const byPath = new Map(briefs.map((brief) => [brief.path, brief]));
  return [
    lineText({ type: 'repository', ...head }),
    ...briefs.map((brief) => lineText(stateLine(name, brief)) + briefLines(name, headOf(brief))),
    ...waiting.map((item) => lineText(waitsLine(name, item, byPath.get(item.path)))),
    endLine(name, { shallow, range: null, counts, warnings }),
  ].join('');
}

/** The history under what the brief is called now. */
function headOf({ id, title, status, history }: BriefReport): BriefHistory {
  return { ...history, id, title, status };
}

function placeOf(repository: string, brief: Place['brief']): Place {
  const { id, title, path, status, deleted } = brief;
  return { repository, brief: { id, title, path, status, deleted } };
}

function moveLine(place: Place, move: Move): LineOf<'move'> {
  return { type: 'move', ...place, ...moveJson(move), ...differenceOf(move) } as LineOf<'move'>;
}

function noteLine(place: Place, note: Note): LineOf<'note'> {
  return { type: 'note', ...place, ...noteJson(note) } as LineOf<'note'>;
}

function differenceOf({ field, kind, effect, note, before, after }: FieldChange) {
  const [was, is] = [textOf(before), textOf(after)];
  return { field, kind, effect, difference: note ?? null, before: was, after: is };
}

/** A column of a table has one type: a milestone is one text. */
function textOf(item: Item | null): string | null {
  return item === null ? null : itemText(item);
}

function stateLine(repository: string, report: BriefReport): LineOf<'state'> {
  const { state, brief, accepted, history, concerns } = report;
  return {
    type: 'state',
    ...placeOf(repository, report),
    delegator: state?.delegator ?? null,
    delegate: state?.delegate ?? null,
    due: state?.due ?? null,
    nextCheckIn: state?.nextCheckIn ?? null,
    lastCheckIn: state?.lastCheckIn ?? null,
    state: state?.state ?? null,
    problem: state?.problem ?? null,
    text: brief?.text ?? null,
    accepted: accepted === undefined ? null : acceptedText(accepted),
    net: history.net.map(netJson),
    concerns: concerns.map(({ mode, certain, advice, evidence }) => ({
      mode,
      certain,
      advice,
      evidence: evidence.map(({ date, commit, text }) => ({ date, commit, text })),
    })),
  };
}

function netJson(change: NetChange): LineOf<'state'>['net'][number] {
  return { ...differenceOf(change), standing: change.standing };
}

/** The values as the frontmatter would have them; JSON is YAML, so that a brief can be read from it. */
function acceptedText(values: ReadonlyMap<string, Canonical>): string {
  const root: Record<string, unknown> = {};
  for (const [name, value] of values) {
    const [top, inner] = keysOf(name);
    if (inner === undefined) root[top] = value;
    else root[top] = { ...(root[top] as object | undefined), [inner]: value };
  }
  return JSON.stringify(root);
}

function waitsLine(
  repository: string,
  item: BriefItem,
  brief: BriefReport | undefined,
): LineOf<'waits'> {
  const { person = null, kind, since = null, due = null, overdue, text, command, ref } = item;
  const { id, title, path, refusal } = item;
  const status = brief?.status ?? null;
  return {
    type: 'waits',
    ...placeOf(repository, { id, title, path, status, deleted: false }),
    person,
    kind,
    since,
    due,
    overdue,
    text,
    command: `delegate ${command} ${ref}`,
    refusal: refusal === undefined ? null : `delegate ${refusal} ${ref}`,
    ref,
  };
}

function lineText(line: Line): string {
  return `${jsonText(line)}\n`;
}
