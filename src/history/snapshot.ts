/** What the log compares of a revision: the canonical values, read once for each frontmatter. */
import { canonicalOf, seal } from '../brief/canonical.ts';
import type { Canonical } from '../brief/canonical.ts';
import type { Agreement, Change, FieldName, Values, Withdrawal } from '../brief/fields.ts';
import { FIELDS } from '../brief/fields.ts';
import { currentSealing } from '../agreement/seals.ts';
import { isAccepted } from '../agreement/transitions.ts';
import type { Piece } from '../brief/pieces.ts';
import { pieceReader } from '../brief/pieces.ts';
import { readBrief } from '../brief/read.ts';
import { unreadFields, whyUnreadable } from '../brief/unread.ts';

/** A brief that could be read. Equal values of a field are the same object in all snapshots. */
export interface Snapshot {
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly status: string | undefined;
  /** Until when it is paused, where it is and says so. */
  readonly pausedUntil: string | undefined;
  readonly accepted: boolean;
  /** It was accepted, and its criteria are not those of its newest seal. */
  readonly moved: boolean;
  /**
   * The record whose seal its criteria are, the newest that carries one: then they are what was agreed.
   * Undefined where they are not, and where it was not accepted.
   */
  readonly sealedBy: 'agreement' | Change | undefined;
  /** Of its criteria; only worked out where a record could have it. */
  readonly seal: string | undefined;
  readonly fields: ReadonlyMap<FieldName, Canonical>;
  /** What stands in fields that cannot be read; undefined where all can. */
  readonly unread: ReadonlyMap<FieldName, string> | undefined;
  readonly agreement: Agreement | undefined;
  readonly changes: readonly Change[];
  readonly withdrawn: readonly Withdrawal[];
}

/** A file that is no brief: it does not parse. */
export interface Unreadable {
  readonly unreadable: string;
}

export type BlobContent = Snapshot | Unreadable;

export function isReadable(content: BlobContent): content is Snapshot {
  return !('unreadable' in content);
}

/** The id that stands in a content. */
export function idIn(content: BlobContent): string | undefined {
  return isReadable(content) ? content.id : undefined;
}

const COMPARED = FIELDS.filter(
  ({ group }) => group === 'criteria' || group === 'terms' || group === 'context',
).map(({ name }) => name);

/** Reads briefs, and remembers what it read: most commits change the body only, the others a few keys. */
export interface SnapshotReader {
  /** @param text A brief's text, of which the body may be missing. */
  readonly read: (text: string) => BlobContent;
  /** Makes equal values of all snapshots one object. */
  readonly intern: Intern;
}

type Intern = <T>(value: T) => T;

export function snapshotReader(): SnapshotReader {
  const known = new Map<string, BlobContent>();
  const intern = interner();
  const pieces = pieceReader();
  const compared = comparedReader(intern);
  const sealOf = sealReader();
  return {
    intern,
    read(text) {
      const before = known.get(text);
      if (before !== undefined) return before;
      const content = snapshotOf(text);
      // A file without frontmatter is rarely the same twice, and can be long.
      if (isReadable(content)) known.set(text, content);
      return content;
    },
  };

  function snapshotOf(text: string): BlobContent {
    const parts = pieces.read(text);
    if (parts !== undefined) return contentOf(parts);
    const brief = readBrief(text);
    const broken = whyUnreadable(brief);
    if (broken !== undefined) return { unreadable: broken };
    const unread = unreadFields(brief);
    return contentOf([brief.values], unread.size > 0 ? unread : undefined);
  }

  function contentOf(parts: readonly Piece[], unread?: Snapshot['unread']): Snapshot {
    const values: Values = Object.assign({}, ...parts);
    const found = new Map(parts.flatMap(compared));
    // In the order of the table, whatever the order of the text.
    const fields = new Map<FieldName, Canonical>();
    for (const name of COMPARED) {
      const value = found.get(name);
      if (value !== undefined) fields.set(name, value);
    }
    const changes = (values.changes ?? []).map(intern);
    const ownSeal = (): string => sealOf(fields);
    const sealing = currentSealing(values, ownSeal);
    return {
      id: values.id,
      title: values.title,
      status: values.status,
      pausedUntil: values.status === 'paused' ? values['paused-until'] : undefined,
      accepted: isAccepted(values),
      moved: sealing.moved,
      sealedBy:
        sealing.by === 'agreement' || sealing.by === undefined ? sealing.by : changes[sealing.by],
      seal: values.changes === undefined ? undefined : ownSeal(),
      fields,
      unread,
      agreement: values.agreement && intern(values.agreement),
      changes,
      withdrawn: (values.withdrawn ?? []).map(intern),
    };
  }
}

/** Makes equal values one object. */
function interner(): Intern {
  const values = new Map<string, unknown>();
  const kept = new WeakMap<object, unknown>();
  return <T>(value: T): T => {
    if (typeof value !== 'object' || value === null) return value;
    const seen = kept.get(value);
    if (seen !== undefined) return seen as T;
    const key = JSON.stringify(value);
    const one = values.get(key) ?? value;
    values.set(key, one);
    kept.set(value, one);
    return one as T;
  };
}

/** The canonical values of the compared fields of a piece, each piece looked at once. */
function comparedReader(intern: Intern): (piece: Piece) => readonly [FieldName, Canonical][] {
  const known = new WeakMap<Piece, readonly [FieldName, Canonical][]>();
  return (piece) => {
    const before = known.get(piece);
    if (before !== undefined) return before;
    const found: [FieldName, Canonical][] = [];
    for (const name of COMPARED) {
      const value = piece[name] === undefined ? undefined : canonicalOf(piece[name]);
      if (value !== undefined) found.push([name, intern(value)]);
    }
    known.set(piece, found);
    return found;
  };
}

const CRITERIA = FIELDS.filter(({ group }) => group === 'criteria').map(({ name }) => name);

/** The seals of criteria, of which equal values are one object. */
function sealReader(): (fields: ReadonlyMap<FieldName, Canonical>) => string {
  const numbers = new Map<Canonical | undefined, number>();
  const seals = new Map<string, string>();
  const numberOf = (value: Canonical | undefined): number => {
    const known = numbers.get(value);
    if (known !== undefined) return known;
    numbers.set(value, numbers.size);
    return numbers.size - 1;
  };
  return (fields) => {
    const key = CRITERIA.map((name) => numberOf(fields.get(name))).join(' ');
    const known = seals.get(key);
    if (known !== undefined) return known;
    const found = seal(Object.fromEntries(fields));
    seals.set(key, found);
    return found;
  };
}
