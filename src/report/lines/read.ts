/** Reads the lines of `--format jsonl` back, line by line. What is in them is a stranger's, and checked. */
import * as v from 'valibot';
import { briefState, unreadableState } from '../../agreement/state.ts';
import type { Canonical } from '../../brief/canonical.ts';
import { canonicalOf } from '../../brief/canonical.ts';
import type { FieldName } from '../../brief/fields.ts';
import { FIELDS } from '../../brief/fields.ts';
import { readBrief } from '../../brief/read.ts';
import { Failure } from '../../failure.ts';
import type { Move, Note } from '../../history/types.ts';
import type { BriefItem } from '../../lifecycle/inbox.ts';
import type { StatedBrief } from '../../lifecycle/brief-states.ts';
import type { BriefFacts, RepositoryFacts } from '../../lifecycle/report-data.ts';
import type { Line, LineOf, Place } from './shapes.ts';
import { LINE } from './shapes.ts';

/** What is gathered of a repository while its lines are read. */
interface Gathered {
  readonly name: string;
  head?: LineOf<'repository'>;
  end?: LineOf<'end'>;
  readonly briefs: Map<string, GatheredBrief>;
  readonly waiting: BriefItem[];
}

interface GatheredBrief {
  readonly place: Place['brief'];
  state?: LineOf<'state'>;
  readonly moves: Move[];
  readonly notes: Note[];
}

/** Takes one line after the other; `end` says what they tell of, a repository at a time. */
export interface LineReader {
  readonly read: (text: string) => void;
  readonly end: () => readonly SavedRepository[];
}

/** A repository as some lines tell of it. */
export interface SavedRepository extends RepositoryFacts {
  /** `YYYY-MM-DD`; undefined for lines of `delegate log`, which do not say. */
  readonly made: string | undefined;
  /** False where the last line is missing: the file was cut off. */
  readonly isWhole: boolean;
}

/** @param file What the lines stand in, for messages. */
export function lineReader(file: string): LineReader {
  const repositories = new Map<string, Gathered>();
  let at = 0;
  return {
    read(text) {
      at++;
      if (text.trim() === '') return;
      const line = parseLine(text, `${file}:${at}`);
      const { repository: name } = line;
      let one = repositories.get(name);
      if (one === undefined) {
        one = { name, briefs: new Map(), waiting: [] };
        repositories.set(name, one);
      }
      take(one, line, at);
    },
    end() {
      if (repositories.size === 0) throw new Failure(`${file} is empty`, MADE_BY);
      return [...repositories.values()].map(savedRepository);
    },
  };
}

const MADE_BY = 'Make it with "delegate report --format jsonl".';

function parseLine(text: string, where: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Failure(`${where} is no line of JSON`, MADE_BY);
  }
  const { success, output, issues } = v.safeParse(LINE, value);
  if (success) return output;
  const [issue] = issues;
  const path = v.getDotPath(issue);
  const what = path === null ? '' : `: ${path}`;
  throw new Failure(
    `${where} is no line that this version of delegate writes${what} (${issue.message})`,
    MADE_BY,
  );
}

function take(one: Gathered, line: Line, order: number): void {
  switch (line.type) {
    case 'repository':
      one.head = line;
      return;
    case 'end':
      one.end = line;
      return;
    case 'state':
      briefOf(one, line).state = line;
      return;
    case 'move':
      briefOf(one, line).moves.push(moveOf(line, order));
      return;
    case 'note':
      briefOf(one, line).notes.push({ ...revisionOf(line, order), ...noteOf(line) });
      return;
    case 'waits':
      one.waiting.push(itemOf(line));
  }
}

function briefOf({ briefs }: Gathered, { brief: place }: Place): GatheredBrief {
  // A path may have been another brief's, which was deleted.
  const key = JSON.stringify([place.path, place.id, place.deleted]);
  let found = briefs.get(key);
  if (found === undefined) briefs.set(key, (found = { place, moves: [], notes: [] }));
  return found;
}

function revisionOf(line: LineOf<'move'> | LineOf<'note'>, order: number) {
  const { commit, path, author, committer, date, authorDate, subject } = line;
  const told = { commit, path, author, committer, date, authorDate, subject, order };
  return commit === null ? { ...told, uncommitted: 'worktree' as const } : told;
}

function noteOf({
  note,
  before,
  after,
  until,
}: LineOf<'note'>): Pick<Note, 'note' | 'before' | 'after' | 'until'> {
  return { note, before, after, ...(until === null ? {} : { until }) };
}

function moveOf(line: LineOf<'move'>, order: number): Move {
  const { standing, putsBack, reason, by, awaits, recordedIn } = line;
  return {
    ...revisionOf(line, order),
    ...differenceOf(line),
    standing,
    putsBack,
    reason,
    by,
    agreedBy: line.agreedBy.map(({ by: who, recordedBy }) =>
      recordedBy === null ? { by: who } : { by: who, 'recorded-by': recordedBy },
    ),
    awaits,
    objections: line.objections.map((one) => ({
      ...(one.date === null ? {} : { date: one.date }),
      ...(one.by === null ? {} : { by: one.by }),
      ...(one.reason === null ? {} : { reason: one.reason }),
    })),
    recordedIn,
  };
}

function differenceOf(line: LineOf<'move'> | LineOf<'state'>['net'][number]) {
  const { field, kind, effect, difference, before, after } = line;
  const told = { field, kind, effect, before, after };
  return difference === null ? told : { ...told, note: difference };
}

function itemOf(line: LineOf<'waits'>): BriefItem {
  const { person, kind, since, due, overdue, text, command, refusal, ref, brief } = line;
  const { id, title, path } = brief;
  return {
    person: person ?? undefined,
    kind,
    since: since ?? undefined,
    ...(due === null ? {} : { due }),
    overdue,
    isPressing: false,
    text,
    word: text,
    command: withoutName(command, ref),
    refusal: refusal === null ? undefined : withoutName(refusal, ref),
    ref,
    id,
    title,
    path,
    github: undefined,
  };
}

/** A command without the program's name and the brief's, as a table of what can wait has it. */
function withoutName(command: string, ref: string): string {
  return command.replace(/^delegate /, '').slice(0, -` ${ref}`.length);
}

function savedRepository({ name, head, end, briefs, waiting }: Gathered): SavedRepository {
  return {
    name,
    language: head?.language ?? 'en',
    commit: head?.commit ?? null,
    shallow: end?.shallow ?? false,
    warnings: end?.warnings ?? [],
    briefs: [...briefs.values()].map((one) => factsOf(one, head?.made)),
    waiting,
    nameOf: (person) => person,
    made: head?.made,
    isWhole: end !== undefined,
  };
}

function factsOf(
  { place, state, moves, notes }: GatheredBrief,
  made: string | undefined,
): BriefFacts {
  const net = (state?.net ?? []).map((one) => ({ ...differenceOf(one), standing: one.standing }));
  return {
    stated: state && made !== undefined ? statedOf(state, made) : undefined,
    whole: { ...place, moves, notes, net },
    accepted: valuesOf(state?.accepted ?? null),
    concerns: state?.concerns ?? [],
  };
}

function statedOf({ brief: { path, deleted }, text, problem }: LineOf<'state'>, today: string) {
  if (deleted || (text === null && problem === null)) return undefined;
  if (text === null) return { brief: undefined, state: unreadableState(path, problem ?? '') };
  const brief = readBrief(text);
  return { brief, state: briefState(path, brief, { today }) } satisfies StatedBrief;
}

/** The values of a frontmatter that is JSON. */
function valuesOf(json: string | null): ReadonlyMap<FieldName, Canonical> | undefined {
  if (json === null) return undefined;
  const { values } = readBrief(`---\n${json}\n---\n`);
  const found = FIELDS.flatMap(({ name }): [FieldName, Canonical][] => {
    const value = canonicalOf(values[name]);
    return value === undefined ? [] : [[name, value]];
  });
  return new Map(found);
}
