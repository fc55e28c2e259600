/** Goes on reading a history from where an earlier run left off, and leaves for the next what was read. */
import { BUILD, VERSION } from '../../version.ts';
import { isPartial, shallowCommits } from '../../git/history-limits.ts';
import {
  SUM_BYTES,
  cacheNames,
  digestText,
  isCacheOn,
  openCache,
  sumOf,
  writeCache,
} from '../../git/cache-file.ts';
import { hasMailmap } from '../../git/identity.ts';
import type { Repository } from '../../git/repository.ts';
import type { Story, StoryMemo } from '../story.ts';
import type { KnownHistory } from './decode.ts';
import { decodeHistory } from './decode.ts';
import type { WholeHistory } from './encode.ts';
import { encodeHistory } from './encode.ts';

/** Raised whenever what is kept, or what is made of it, changes its meaning. */
const FORMAT = 7;

/** What the files of all builds and folders begin with: of all of them the newest are kept. */
const KIND = 'history-';

/** What an earlier run had read. */
export interface EarlierHistory extends KnownHistory {
  /** All that this commit descends from is known, and itself. */
  readonly tip: string;
}

export interface HistoryCache {
  /** What was kept and is not damaged, the newest first. */
  readonly earlier: () => Iterable<EarlierHistory>;
  readonly write: (tip: string, read: WholeHistory) => Promise<void>;
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
  const prefix = `${KIND}${key.slice(0, 16)}-`;
  return {
    *earlier() {
      for (const name of cacheNames(repository, prefix)) {
        const file = openCache(repository, name);
        const known = file && decodeHistory(file, { sumOf, sumBytes: SUM_BYTES, intern });
        if (known !== undefined) yield { ...known, tip: name.slice(prefix.length) };
      }
    },
    async write(tip, { facts, ...read }) {
      const isMapped = await hasMailmap(repository);
      const whole = { ...read, facts: isMapped ? undefined : facts };
      writeCache(repository, KIND, prefix + tip, encodeHistory(whole, sumOf));
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
