/** Which files have to do with each other in a history, so that one brief is told without the others. */
import type { Row } from '../git/history-rows.ts';

/** What is asked for, by what a file was ever called and which id it ever had. */
export interface Seeds {
  readonly isPath: (path: string) => boolean;
  readonly isId: (id: string) => boolean;
}

/** Which files have to do with each other, as numbers of groups. */
export interface KnownGroups {
  /** Of each path. */
  readonly paths: ReadonlyMap<string, number>;
  /** Of each id that stood in one of the files. */
  readonly ids: ReadonlyMap<string, number>;
}

export interface RelatedFiles {
  /** Takes in what one commit changed. */
  readonly add: (rows: readonly Row[]) => void;
  /**
   * The paths of the files that are asked for, and of all that they can have come from or become: a
   * walk over their rows alone makes the same of them as one over all rows.
   */
  readonly relatedTo: (seeds: Seeds) => ReadonlySet<string>;
  readonly groups: () => KnownGroups;
}

/**
 * @param idOf The id that stands in a blob.
 * @param known What was worked out of other commits before.
 */
export function relatedFiles(
  idOf: (blob: string) => string | undefined,
  known?: KnownGroups,
): RelatedFiles {
  const groups = newGroups();
  /** The paths, with the id that was last seen there. */
  const paths = new Map<string, string | undefined>();
  const ids = new Set<string>();
  for (const [path, group] of known?.paths ?? []) {
    paths.set(path, undefined);
    groups.join(path, `known ${group}`);
  }
  for (const [id, group] of known?.ids ?? []) {
    ids.add(id);
    groups.join(nameOf(id), `known ${group}`);
  }
  let number = 0;
  return {
    add(rows) {
      for (const { path, after } of rows) {
        // What stood there before came by a row of its own.
        const id = after === null ? undefined : idOf(after);
        if (paths.has(path) && (id === undefined || paths.get(path) === id)) continue;
        if (id !== undefined) {
          ids.add(id);
          groups.join(path, nameOf(id));
        }
        if (id !== undefined || !paths.has(path)) paths.set(path, id);
      }
      if (rows.length > 1) joinWithin(rows, `commit ${number}`, idOf, groups);
      number++;
    },
    relatedTo({ isPath, isId }) {
      const wanted = new Set([
        ...[...paths.keys()].filter(isPath).map(groups.groupOf),
        ...[...ids].filter(isId).map((id) => groups.groupOf(nameOf(id))),
      ]);
      return new Set([...paths.keys()].filter((path) => wanted.has(groups.groupOf(path))));
    },
    groups() {
      const numbers = new Map<string, number>();
      const numberOf = (member: string): number => {
        const group = groups.groupOf(member);
        const before = numbers.get(group) ?? numbers.size;
        numbers.set(group, before);
        return before;
      };
      return {
        paths: new Map([...paths.keys()].map((path) => [path, numberOf(path)])),
        ids: new Map([...ids].map((id) => [id, numberOf(nameOf(id))])),
      };
    },
  };
}

/** What an id is called among the members of a group. */
function nameOf(id: string): string {
  return `id ${id}`;
}

/**
 * Joins the files of one commit that may be taken for each other without an id: those of the same
 * name; what comes and goes where one of them has no id that the commit found in another file.
 */
function joinWithin(
  rows: readonly Row[],
  commit: string,
  idOf: (blob: string) => string | undefined,
  { join }: Groups,
): void {
  const idIn = (blob: string | null): string | undefined =>
    blob === null ? undefined : idOf(blob);
  const before = new Set(rows.map((row) => idIn(row.before)));
  const after = new Set(rows.map((row) => idIn(row.after)));
  for (const row of rows) {
    const { path } = row;
    join(path, `${commit} name ${path.slice(path.lastIndexOf('/') + 1)}`);
    const [was, is] = [idIn(row.before), idIn(row.after)];
    const isNew = row.after !== null && is !== undefined && !before.has(is);
    const isNameless = row.after !== null && is === undefined;
    const isGone = row.before !== null && (was === undefined || !after.has(was));
    if (isNew || isNameless || isGone) join(path, `${commit} loose`);
  }
}

interface Groups {
  readonly join: (one: string, other: string) => void;
  /** A member that stands for the whole group. */
  readonly groupOf: (member: string) => string;
}

/** Disjoint sets, joined as it turns out that their members belong together. */
function newGroups(): Groups {
  const above = new Map<string, string>();
  const groupOf = (member: string): string => {
    let top = member;
    for (let next = above.get(top); next !== undefined; next = above.get(top)) {
      const over = above.get(next);
      if (over !== undefined) above.set(top, over);
      top = next;
    }
    return top;
  };
  return {
    groupOf,
    join(one, other) {
      const [first, second] = [groupOf(one), groupOf(other)];
      if (first !== second) above.set(first, second);
    },
  };
}
