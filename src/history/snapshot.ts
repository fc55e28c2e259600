/** What the log compares of a revision: the canonical values, read once for each frontmatter. */
import { canonicalOf, seal } from '../brief/canonical.ts';
import type { Canonical } from '../brief/canonical.ts';
import type { Agreement, Change, FieldName, Withdrawal } from '../brief/fields.ts';
import { FIELDS } from '../brief/fields.ts';
import { currentSealing } from '../agreement/seals.ts';
import { isAccepted } from '../agreement/transitions.ts';
import { readBrief } from '../brief/read.ts';
import { whyUnreadable } from '../brief/unread.ts';

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

/** Reads briefs, and remembers them by their frontmatter: most commits change the body only. */
export interface SnapshotReader {
  /** @param text A brief's text, of which the body may be missing. */
  readonly read: (text: string) => BlobContent;
  /** Makes equal values of all snapshots one object. */
  readonly intern: <T>(value: T) => T;
}

export function snapshotReader(): SnapshotReader {
  const known = new Map<string, BlobContent>();
  const values = new Map<string, unknown>();
  const intern = <T>(value: T): T => {
    if (typeof value === 'string') return value;
    const key = JSON.stringify(value);
    const before = values.get(key);
    if (before !== undefined) return before as T;
    values.set(key, value);
    return value;
  };
  return {
    intern,
    read(text) {
      const before = known.get(text);
      if (before !== undefined) return before;
      const content = snapshotOf(text, intern);
      // A file without frontmatter is rarely the same twice, and can be long.
      if (isReadable(content)) known.set(text, content);
      return content;
    },
  };
}

function snapshotOf(text: string, intern: <T>(value: T) => T): BlobContent {
  const brief = readBrief(text);
  const { values } = brief;
  const broken = whyUnreadable(brief);
  if (broken !== undefined) return { unreadable: broken };
  const fields = new Map<FieldName, Canonical>();
  for (const name of COMPARED) {
    const value = values[name] === undefined ? undefined : canonicalOf(values[name]);
    if (value !== undefined) fields.set(name, intern(value));
  }
  const changes = (values.changes ?? []).map(intern);
  const sealing = currentSealing(values);
  return {
    id: values.id,
    title: values.title,
    status: values.status,
    pausedUntil: values.status === 'paused' ? values['paused-until'] : undefined,
    accepted: isAccepted(values),
    moved: sealing.moved,
    sealedBy:
      sealing.by === 'agreement' || sealing.by === undefined ? sealing.by : changes[sealing.by],
    seal: values.changes === undefined ? undefined : seal(values),
    fields,
    agreement: values.agreement && intern(values.agreement),
    changes,
    withdrawn: (values.withdrawn ?? []).map(intern),
  };
}
