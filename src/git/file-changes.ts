/** Who changed some files, and when: the newest first, for as long as somebody wants to know. */
import { unreadableHistory } from './history-graph.ts';
import { RAW_DIFF } from './raw-diff.ts';
import { streamRepository } from './read.ts';
import type { Repository } from './repository.ts';

/** What a commit did to a file. */
export interface FileChange {
  /** Below the root, with `/`. */
  readonly path: string;
  /** `Name <email>`, by mailmap. */
  readonly author: string;
  /** `YYYY-MM-DD`, where the author was. */
  readonly date: string;
  /** What the file was then; zeros where it was deleted. */
  readonly blob: string;
}

/** More paths than this are looked for in all of their folders. */
const MAX_PATHSPECS = 100;
/** So many commits are looked at. */
const MAX_COMMITS = 5000;
const MARK = '\u0002';

interface ChangeOptions {
  /** The commit to look back from. */
  readonly tip: string;
  readonly paths: readonly string[];
  /** The folders that they are all in; `''` is the root. */
  readonly folders: readonly string[];
}

/**
 * Looks through what commits did to files, merges apart.
 *
 * @param take Called with each change; true ends it. Other files of the folders may come along.
 */
export async function eachFileChange(
  repository: Repository,
  { tip, paths, folders }: ChangeOptions,
  take: (change: FileChange) => boolean,
): Promise<void> {
  if (paths.length === 0) return;
  const specs = paths.length <= MAX_PATHSPECS ? paths : folders;
  const git = streamRepository(
    repository,
    [
      '-c',
      'log.showRoot=true',
      '-c',
      'log.follow=false',
      '--literal-pathspecs',
      'log',
      `--max-count=${MAX_COMMITS}`,
      ...RAW_DIFF,
      '--ignore-submodules=all',
      '--no-notes',
      `--format=tformat:${MARK}%aN <%aE>${MARK}%as`,
      tip,
      '--',
      ...(specs.includes('') ? [] : specs),
    ],
    { input: '' },
  );
  const read = changeReader(take);
  let rest: Buffer = Buffer.alloc(0);
  let isEnough = false;
  git.stdout.on('data', (chunk: Buffer) => {
    if (isEnough) return;
    const bytes = Buffer.concat([rest, chunk]);
    let from = 0;
    for (let end = bytes.indexOf(0); end >= 0 && !isEnough; end = bytes.indexOf(0, from)) {
      isEnough = read(bytes.toString('utf8', from, end));
      from = end + 1;
    }
    rest = bytes.subarray(from);
    if (isEnough) git.stop();
  });
  const { status, stderr } = await git.ended;
  if (status !== 0 && !isEnough) throw unreadableHistory(stderr);
}

/** Takes the tokens of `log -z --raw`: a commit's author and date, or `:MODES IDS STATUS` and a path. */
function changeReader(take: (change: FileChange) => boolean): (token: string) => boolean {
  let author = '';
  let date = '';
  let blob: string | undefined;
  return (token) => {
    if (blob !== undefined) {
      const change = { path: token, author, date, blob };
      blob = undefined;
      return take(change);
    }
    const text = token.trimStart();
    if (text.startsWith(':')) blob = text.split(' ')[3];
    else if (text.startsWith(MARK)) [, author = '', date = ''] = text.split(MARK);
    return false;
  };
}
