/** Goes on reading a history from where an earlier run left off, and leaves for the next what was read. */
import { BUILD, VERSION } from '../../version.ts';
import type { CommitFacts } from '../../git/history-commits.ts';
import type { Graph } from '../../git/history-graph.ts';
import { isPartial, shallowCommits } from '../../git/history-limits.ts';
import type { Rows } from '../../git/history-rows.ts';
import { cacheNames, digestText, isCacheOn, readCache, writeCache } from '../../git/cache-file.ts';
import { hasMailmap } from '../../git/identity.ts';
import type { Repository } from '../../git/repository.ts';
import type { BlobContent } from '../snapshot.ts';
import type { Story, StoryMemo } from '../story.ts';
import { decodeHistory, encodeHistory } from './history-cache.ts';
import type { KeptBrief, KnownHistory } from './history-cache.ts';

/** Raised whenever what is kept, or what is made of it, changes its meaning. */
const FORMAT = 2;

/** What an earlier run had read. */
export interface EarlierHistory extends KnownHistory {
  /** All that this commit descends from is known, and itself. */
  readonly tip: string;
}

export interface HistoryCache {
  /** Whether anything was kept. */
  readonly isThere: () => boolean;
  /** The newest that was kept, and is not damaged. */
  readonly earlier: () => EarlierHistory | undefined;
  /** Who made commits, as they were kept; undefined where that has to be asked for. */
  readonly facts: (known: KnownHistory) => Promise<KnownHistory['facts']>;
  readonly write: (tip: string, read: WholeHistory) => Promise<void>;
}

/** All that was read of a history. */
export interface WholeHistory {
  readonly graph: Graph;
  readonly patterns: readonly string[];
  readonly rows: Rows;
  readonly contentOf: (blob: string) => BlobContent | undefined;
  readonly facts: ReadonlyMap<string, CommitFacts>;
  readonly stories: ReadonlyMap<string, Story>;
  readonly briefs: readonly KeptBrief[];
}

/**
 * The cache of a repository's history.
 *
 * @param patterns The folders of briefs, as the configuration has them.
 * @returns Undefined where it is switched off, or a part of the history is not here.
 */
export async function openHistoryCache(
  repository: Repository,
  patterns: readonly string[],
  intern: <T>(value: T) => T,
): Promise<HistoryCache | undefined> {
  if (!isCacheOn(repository)) return undefined;
  const [boundary, partial] = await Promise.all([
    shallowCommits(repository),
    isPartial(repository),
  ]);
  if (boundary.size > 0 || partial) return undefined;
  const key = digestText(JSON.stringify([FORMAT, VERSION, BUILD, patterns, repository.bare]));
  const prefix = `history-${key.slice(0, 16)}-`;
  return {
    isThere: () => cacheNames(repository, prefix).length > 0,
    earlier() {
      for (const name of cacheNames(repository, prefix)) {
        const bytes = readCache(repository, name);
        const known = bytes && decodeHistory(bytes, intern);
        if (known !== undefined) return { ...known, tip: name.slice(prefix.length) };
      }
      return undefined;
    },
    async facts({ facts }) {
      return facts === undefined || (await hasMailmap(repository)) ? undefined : facts;
    },
    async write(tip, { graph, patterns: all, rows, contentOf, facts, stories, briefs }) {
      const isMapped = await hasMailmap(repository);
      const byId = new Map([...rows].map(([commit, own]) => [graph.ids[commit] as string, own]));
      const known = { patterns: all, rows: byId, contentOf, stories, briefs };
      const parts = encodeHistory({ ...known, facts: isMapped ? undefined : facts });
      writeCache(repository, prefix, prefix + tip, parts);
    },
  };
}

/** A memo that has what an earlier run kept, and keeps all that it was asked for. */
export function storyMemo(earlier: KnownHistory | undefined): {
  readonly memo: StoryMemo;
  readonly kept: ReadonlyMap<string, Story>;
  /** How many of them are new. */
  readonly fresh: () => number;
} {
  let fresh = 0;
  const kept = new Map<string, Story>();
  return {
    kept,
    fresh: () => fresh,
    memo: {
      digest: digestText,
      find(digest) {
        const story = earlier?.storyOf(digest);
        if (story !== undefined) kept.set(digest, story);
        return story;
      },
      keep(digest, story) {
        kept.set(digest, story);
        fresh++;
      },
    },
  };
}

/**
 * The commits of a graph that a commit does not descend from.
 *
 * @returns Undefined where that commit is none of them: somebody has rewritten what it was on.
 */
export function commitsSince(graph: Graph, tip: string): readonly number[] | undefined {
  const start = graph.indexOf.get(tip);
  if (start === undefined) return undefined;
  const known = new Uint8Array(graph.ids.length);
  known[start] = 1;
  for (let commit = start; commit >= 0; commit--) {
    if (known[commit] !== 1) continue;
    for (const parent of graph.parents[commit] as readonly number[]) known[parent] = 1;
  }
  return graph.ids.flatMap((_, commit) => (known[commit] === 1 ? [] : [commit]));
}
