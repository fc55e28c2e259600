/** `delegate log` in the repositories that real teams have. */
import { chmodSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { logOf } from '../history/log-json.ts';
import {
  CHANGED_BRIEF,
  GOOD_BRIEF,
  commitAll,
  copyOf,
  draftBrief,
  git,
  initRepo,
  runDelegate,
  tempFolder,
  tempRepo,
  write,
} from '../support/index.ts';

const PATH = 'briefs/halve.md';
const goal = (text: string, minutes: number): string =>
  text.replace('to 20 minutes', `to ${minutes} minutes`);

/** A brief that was accepted, moved in silence, and amended. */
function story(): string {
  storyRepo ??= makeStory();
  return copyOf(storyRepo);
}

let storyRepo: string | undefined;

function makeStory(): string {
  const repo = tempRepo({ [PATH]: GOOD_BRIEF });
  write(repo, PATH, goal(GOOD_BRIEF, 25));
  commitAll(repo, 'move in silence', { date: '2026-05-01' });
  write(repo, PATH, CHANGED_BRIEF);
  commitAll(repo, 'amend', { date: '2026-05-10', author: 'Bor Kos <bor@example.com>' });
  return repo;
}

const fields = async (
  repo: string,
  args: string[] = [],
  options: Parameters<typeof logOf>[2] = {},
): Promise<string[]> => {
  const { briefs } = await logOf(repo, args, options);
  return briefs.flatMap(({ moves }) => moves.map(({ standing, field }) => `${standing} ${field}`));
};

const WHOLE = ['undone goal', 'undone goal', 'agreed timeline.due'];

describe('a repository that', () => {
  it('is whole: the story', async () => {
    expect((await fields(story())).toSorted()).toEqual(WHOLE.toSorted());
  });

  it('has settings that change what git says: the story', async () => {
    const repo = story();
    write(repo, 'order.txt', 'z*\n');
    const settings = {
      'log.showRoot': 'false',
      'log.follow': 'true',
      'log.diffMerges': 'off',
      'log.decorate': 'full',
      'log.abbrevCommit': 'true',
      'log.date': 'relative',
      'format.pretty': 'fuller',
      'format.notes': 'true',
      'color.ui': 'always',
      'color.diff': 'always',
      'diff.renames': 'copies',
      'diff.relative': 'true',
      'diff.noprefix': 'true',
      'diff.ignoreSubmodules': 'none',
      'diff.orderFile': 'order.txt',
      'i18n.logOutputEncoding': 'UTF-16',
      'core.quotePath': 'true',
      'core.abbrev': '5',
    };
    for (const [name, value] of Object.entries(settings)) git(repo, 'config', name, value);
    git(repo, 'notes', 'add', '-m', 'a note', 'HEAD~1');
    expect((await fields(repo)).toSorted()).toEqual(WHOLE.toSorted());
  });

  it('has a person whose git takes paths otherwise: the story', async () => {
    const env = { GIT_ICASE_PATHSPECS: '1', GIT_GLOB_PATHSPECS: '1' };
    expect((await fields(story(), [], { env })).toSorted()).toEqual(WHOLE.toSorted());
  });

  it('has no commit yet', async () => {
    const repo = tempFolder();
    initRepo(repo);
    write(repo, PATH, GOOD_BRIEF);
    const log = await logOf(repo);
    expect(log.briefs).toHaveLength(1);
    expect(log.briefs[0]?.moves).toEqual([]);
    expect((await runDelegate(['log'], { cwd: repo })).status).toBe(0);
  });

  it('is none at all: says so, with status 2', async () => {
    const ran = await runDelegate(['log'], { cwd: tempFolder() });
    expect(ran.status).toBe(2);
    expect(ran.err).toContain('no git repository');
  });

  it('is a shallow clone: told, and nothing is fetched', async () => {
    const clone = join(tempFolder(), 'clone');
    git(tempFolder(), 'clone', '-q', '--depth', '2', `file://${story()}`, clone);
    const ran = await runDelegate(['log', '--json'], { cwd: clone });
    const log = JSON.parse(ran.out);
    expect(log.shallow).toBe(true);
    expect(ran.err).toContain('shallow');
    expect(ran.err).toContain('fetch-depth: 0');
    expect(log.briefs[0].notes[0].note).toBe('boundary');
    expect(log.briefs[0].moves).toHaveLength(2);
    expect(git(clone, 'rev-list', '--count', 'HEAD')).toBe('2');
  });

  it('is a partial clone: what is not there is told, and nothing is fetched', async () => {
    const source = story();
    git(source, 'config', 'uploadpack.allowFilter', 'true');
    const clone = join(tempFolder(), 'clone');
    git(tempFolder(), 'clone', '-q', '--filter=blob:none', `file://${source}`, clone);
    const missing = (): number =>
      git(clone, 'rev-list', '--objects', '--all', '--missing=print')
        .split('\n')
        .filter((line) => line.startsWith('?')).length;
    const before = missing();
    expect(before).toBeGreaterThan(0);
    const ran = await runDelegate(['log', '--json'], { cwd: clone });
    expect(ran.status, ran.err).toBe(0);
    expect(ran.err).toContain('partial clone');
    expect(JSON.parse(ran.out).briefs[0].notes.map(({ note }: { note: string }) => note)).toContain(
      'unreadable',
    );
    expect(missing()).toBe(before);
  });

  it('is a partial clone without trees: git says what it cannot, and nothing is fetched', async () => {
    const source = story();
    git(source, 'config', 'uploadpack.allowFilter', 'true');
    const clone = join(tempFolder(), 'clone');
    git(tempFolder(), 'clone', '-q', '--filter=tree:0', `file://${source}`, clone);
    const ran = await runDelegate(['log'], { cwd: clone });
    expect(ran.status).toBe(2);
    expect(ran.err).toContain('partial clone');
  });

  it('is a linked work tree', async () => {
    const repo = story();
    const linked = join(tempFolder(), 'linked');
    git(repo, 'worktree', 'add', '-q', linked, '-b', 'other');
    write(linked, PATH, goal(CHANGED_BRIEF, 30));
    expect((await fields(linked)).toSorted()).toEqual([...WHOLE, 'silent goal'].toSorted());
    expect(await fields(repo)).toHaveLength(3);
  });

  it('is bare', async () => {
    const bare = join(tempFolder(), 'bare.git');
    git(tempFolder(), 'clone', '-q', '--bare', story(), bare);
    expect((await fields(bare)).toSorted()).toEqual(WHOLE.toSorted());
  });

  it('is bare, with the briefs in another folder', async () => {
    const repo = tempRepo({ '.delegate.yaml': 'folder: plans\n', 'plans/a.md': GOOD_BRIEF });
    write(repo, 'plans/a.md', goal(GOOD_BRIEF, 25));
    commitAll(repo, 'move');
    const bare = join(tempFolder(), 'bare.git');
    git(tempFolder(), 'clone', '-q', '--bare', repo, bare);
    expect(await fields(bare)).toEqual(['silent goal']);
  });

  it('has SHA-256 names', async () => {
    const repo = tempFolder();
    git(repo, 'init', '-q', '-b', 'main', '--object-format=sha256', '--template=');
    git(repo, 'config', 'user.name', 'Ana Novak');
    git(repo, 'config', 'user.email', 'ana@example.com');
    write(repo, PATH, GOOD_BRIEF);
    commitAll(repo, 'start');
    write(repo, PATH, goal(GOOD_BRIEF, 25));
    commitAll(repo, 'move');
    const { briefs } = await logOf(repo);
    expect(briefs[0]?.moves[0]?.commit).toMatch(/^[0-9a-f]{64}$/);
  });

  it('has replace refs and grafts, which do not rewrite what is told', async () => {
    const repo = story();
    const silent = git(repo, 'rev-parse', 'HEAD~1');
    const harmless = git(
      repo,
      'commit-tree',
      'HEAD~2^{tree}',
      '-p',
      'HEAD~2',
      '-m',
      'nothing here',
    );
    git(repo, 'replace', silent, harmless);
    write(repo, '.git/info/grafts', `${git(repo, 'rev-parse', 'HEAD')}\n`);
    expect((await fields(repo)).toSorted()).toEqual(WHOLE.toSorted());
  });

  it('has a mailmap', async () => {
    const repo = story();
    write(repo, '.mailmap', 'Bor K. Kos <bor.kos@example.com> Bor Kos <bor@example.com>\n');
    commitAll(repo, 'mailmap');
    const { briefs } = await logOf(repo);
    expect(briefs[0]?.moves.at(-1)?.author).toEqual({
      name: 'Bor K. Kos',
      email: 'bor.kos@example.com',
    });
  });

  it('has clocks that lie: parents before children all the same', async () => {
    const repo = tempRepo({ [PATH]: GOOD_BRIEF });
    const ids = ['2030-01-01', '1990-01-01', '2026-01-01'].map((date, at) => {
      write(repo, PATH, goal(GOOD_BRIEF, 25 + at));
      return commitAll(repo, `move ${at}`, { date });
    });
    const [brief] = (await logOf(repo)).briefs;
    expect(brief?.moves.map(({ commit }) => commit)).toEqual(ids);
    const since = (await logOf(repo, ['--since', '2025-01-01'])).briefs[0];
    expect(since?.moves.map(({ commit }) => commit)).toEqual([ids[0], ids[2]]);
  });

  it('has a commit with a damaged date', async () => {
    const repo = tempRepo({ [PATH]: GOOD_BRIEF });
    write(repo, PATH, goal(GOOD_BRIEF, 25));
    git(repo, 'add', '-A');
    const tree = git(repo, 'write-tree');
    const raw = `tree ${tree}\nparent ${git(repo, 'rev-parse', 'HEAD')}\nauthor Ana <a@example.com> nonsense\ncommitter Ana <a@example.com> 99999999999999999999 +0000\n\nx\n`;
    write(repo, '.git/raw', raw);
    const id = git(repo, 'hash-object', '-t', 'commit', '-w', '--literally', '.git/raw');
    git(repo, 'reset', '-q', '--hard', id);
    const [brief] = (await logOf(repo)).briefs;
    expect(brief?.moves).toMatchObject([{ commit: id, field: 'goal' }]);
    expect((await runDelegate(['log'], { cwd: repo })).status).toBe(0);
  });

  it('has its line ends converted', async () => {
    const repo = story();
    write(repo, '.gitattributes', '*.md text eol=crlf\n');
    git(repo, 'add', '--renormalize', '.');
    commitAll(repo, 'line ends');
    rmSync(join(repo, PATH));
    git(repo, 'checkout', '-q', '--', PATH);
    expect((await fields(repo)).toSorted()).toEqual(WHOLE.toSorted());
  });

  it('has submodules and symbolic links among the briefs', async () => {
    const repo = story();
    const other = tempRepo({ 'briefs/x.md': draftBrief('Other', 'b-aaaaaaaa') });
    git(repo, '-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', other, 'briefs/sub');
    symlinkSync('halve.md', join(repo, 'briefs/link.md'));
    commitAll(repo, 'more');
    git(repo, 'mv', PATH, 'briefs/real.md');
    symlinkSync('real.md', join(repo, PATH));
    commitAll(repo, 'a link where the file was');
    const { briefs } = await logOf(repo);
    const found = briefs.filter(({ id }) => id === 'b-7k3f9q2m');
    expect(found.map(({ path }) => path)).toContain('briefs/real.md');
    expect(found.find(({ path }) => path === 'briefs/real.md')?.moves).toHaveLength(3);
  });

  it('has paths with spaces, quotes, newlines and other scripts', async () => {
    const names = ['with space.md', 'quo"te\'s.md', 'new\nline.md', 'načrt-日本.md', '-dash.md'];
    const files = names.map((name, at): [string, string] => [
      `briefs/${name}`,
      draftBrief(`Brief ${at}`, `b-0000000${at}`),
    ]);
    const repo = tempRepo(Object.fromEntries(files));
    for (const [path, text] of files) write(repo, path, text.replace('to 20', 'to 25'));
    commitAll(repo, 'move all');
    const { briefs } = await logOf(repo);
    expect(briefs.map(({ path }) => path).toSorted()).toEqual(
      names.map((name) => `briefs/${name}`).toSorted(),
    );
    expect(briefs.every(({ moves }) => moves.length === 1)).toBe(true);
    const text = await runDelegate(['log', '--', '-dash'], { cwd: repo });
    expect(text.status, text.err).toBe(0);
  });

  it('is worked in from a subfolder', async () => {
    const repo = story();
    mkdirSync(join(repo, 'deep/er'), { recursive: true });
    expect(await fields(join(repo, 'deep/er'))).toHaveLength(3);
    expect(await fields(join(repo, 'briefs'), ['halve.md'])).toHaveLength(3);
  });

  it('is named by the GIT_DIR of a hook', async () => {
    const repo = story();
    const other = tempRepo({ 'briefs/x.md': draftBrief('Other', 'b-aaaaaaaa') });
    const env = { GIT_DIR: join(other, '.git'), GIT_INDEX_FILE: join(other, '.git/index') };
    expect(await fields(repo, [], { env })).toHaveLength(3);
    const own = { GIT_DIR: '.git', GIT_INDEX_FILE: '.git/index' };
    expect(await fields(repo, [], { env: own })).toHaveLength(3);
  });

  it('is not trusted by git: git says so, and what to do', async () => {
    const repo = story();
    const env = { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' };
    const ran = await runDelegate(['log'], { cwd: repo, env });
    expect(ran.status).toBe(2);
    expect(ran.err).toContain('dubious ownership');
    expect(ran.err).toContain('safe.directory');
  });

  it('can only be read', async () => {
    const repo = story();
    chmodSync(join(repo, '.git'), 0o500);
    try {
      expect(await fields(repo)).toHaveLength(3);
    } finally {
      chmodSync(join(repo, '.git'), 0o700);
    }
  });
});

describe('what is not committed', () => {
  it('comes last: first what is staged, then the file', async () => {
    const repo = tempRepo({ [PATH]: GOOD_BRIEF });
    write(repo, PATH, goal(GOOD_BRIEF, 25));
    git(repo, 'add', '-A');
    write(repo, PATH, goal(GOOD_BRIEF, 30));
    const [brief] = (await logOf(repo)).briefs;
    expect(brief?.moves).toMatchObject([
      { commit: null, date: null, author: { name: 'Ana Novak' }, standing: 'silent' },
      { commit: null, field: 'goal', standing: 'silent' },
    ]);
    expect(brief?.moves[1]?.after).toContain('to 30 minutes');
  });

  it('is a rename, a deletion, a new file, and the middle of a merge', async () => {
    const repo = tempRepo({ [PATH]: GOOD_BRIEF });
    git(repo, 'mv', PATH, 'briefs/other.md');
    expect((await logOf(repo)).briefs[0]?.notes.at(-1)).toMatchObject({ note: 'renamed' });
    rmSync(join(repo, 'briefs/other.md'));
    expect((await logOf(repo)).briefs[0]).toMatchObject({ deleted: true });
    git(repo, 'reset', '-q', '--hard');
    git(repo, 'switch', '-q', '-c', 'side');
    write(repo, PATH, goal(GOOD_BRIEF, 25));
    commitAll(repo, 'side');
    git(repo, 'switch', '-q', 'main');
    write(repo, PATH, goal(GOOD_BRIEF, 30));
    commitAll(repo, 'main');
    expect(() => git(repo, 'merge', 'side')).toThrow();
    expect((await runDelegate(['log'], { cwd: repo })).status).toBe(0);
  });

  it('does not count in a range that ends at a commit', async () => {
    const repo = story();
    write(repo, PATH, goal(CHANGED_BRIEF, 30));
    expect(await fields(repo, ['HEAD~1..HEAD'])).toHaveLength(2);
    expect(await fields(repo, ['--range', 'HEAD~1..'])).toHaveLength(3);
  });
});

describe('in CI', () => {
  it('ends with status 1 on silent moves of the range, and only then', async () => {
    const repo = tempRepo({ [PATH]: GOOD_BRIEF });
    write(repo, PATH, goal(GOOD_BRIEF, 25));
    commitAll(repo, 'silent');
    write(repo, 'other.txt', 'x');
    commitAll(repo, 'else');
    const status = async (...args: string[]): Promise<number> =>
      (await runDelegate(['log', ...args], { cwd: repo })).status;
    expect(await status('HEAD~2..HEAD', '--fail-on', 'silent')).toBe(1);
    expect(await status('HEAD~1..HEAD', '--fail-on', 'silent')).toBe(0);
    expect(await status('--fail-on', 'any')).toBe(1);
    expect(await status('--fail-on', 'nothing')).toBe(2);
    expect(await status('no-such..HEAD')).toBe(2);
    expect(await status('--output=x..HEAD')).toBe(2);
  });

  it('tells a brief that no longer exists, when it is named', async () => {
    const repo = story();
    git(repo, 'mv', PATH, 'briefs/new-name.md');
    commitAll(repo, 'rename');
    rmSync(join(repo, 'briefs/new-name.md'));
    commitAll(repo, 'delete');
    for (const name of ['new-name', 'halve', PATH, 'b-7k3f9q2m', '7k3f']) {
      expect(await fields(repo, [name]), name).toHaveLength(3);
    }
    const ran = await runDelegate(['log', 'helve'], { cwd: repo });
    expect(ran.status).toBe(2);
    expect(ran.err).toContain('helve');
  });

  it('filters by author, field, standing and time', async () => {
    const repo = story();
    expect(await fields(repo, ['--author', 'BOR@'])).toHaveLength(2);
    expect(await fields(repo, ['--field', 'timeline'])).toEqual(['agreed timeline.due']);
    expect(await fields(repo, ['--standing', 'agreed'])).toEqual(['agreed timeline.due']);
    expect(await fields(repo, ['--until', '2026-05-05'])).toEqual(['undone goal']);
    expect(await fields(repo, ['--since', '2026-05-05'])).toHaveLength(2);
    expect((await runDelegate(['log', '--field', 'gaol'], { cwd: repo })).err).toContain('goal');
  });

  it('streams lines: each is JSON, the last has the counts', async () => {
    const ran = await runDelegate(['log', '--format', 'jsonl'], { cwd: story() });
    const lines = ran.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ type }) => type)).toContain('move');
    expect(lines.at(-1)).toMatchObject({ type: 'end', version: 1, counts: { moves: 3 } });
  });

  it('has exactly the keys of the design', async () => {
    const [brief] = (await logOf(story())).briefs;
    expect(Object.keys(brief?.moves[0] ?? {})).toEqual([
      'commit',
      'path',
      'author',
      'committer',
      'date',
      'authorDate',
      'subject',
      'field',
      'kind',
      'effect',
      'difference',
      'standing',
      'putsBack',
      'before',
      'after',
      'reason',
      'by',
      'agreedBy',
      'awaits',
      'objections',
      'recordedIn',
    ]);
  });
});
