/**
 * Twelve tricks by which work could be made to pass, each played in a real repository by the delegate, a
 * coding agent, on its branch: each is caught by `guard`, and where it is the brief that was changed by
 * `lint` or `log` as well. Then honest runs, in which nothing is found.
 */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import { seal } from '../../src/brief/canonical.ts';
import {
  AGENT,
  ANA,
  BOR,
  WORK_PATH,
  agreedWork,
  guarded,
  ok,
  textOf,
  workAs,
} from '../support/agreed-work.ts';
import {
  commitAll,
  copyOf,
  git,
  gitWith,
  runDelegate,
  tempFolder,
  tempRepo,
  write,
} from '../support/index.ts';

const OTHER = 'briefs/other.md';
const GOAL = 'Cut the median deployment from 40 to 20 minutes.';
const WEAK = 'Cut the median deployment from 40 to 35 minutes.';

let agents: string;
let people: string;

beforeAll(async () => {
  agents = await agreedWork(AGENT);
  people = await agreedWork(BOR);
});

function brief(repo: string, change: (text: string) => string, message: string): void {
  const before = textOf(repo);
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(join(repo, WORK_PATH), after);
  commitAll(repo, message);
}

const weaken = (text: string): string => text.replaceAll(GOAL, WEAK);

/** The text with the seal of its criteria as they are, as somebody could work it out. */
function reseal(text: string): string {
  return text.replace(/v1-[0-9a-f]{16}/, seal(readBrief(text).values));
}

/** A change as `amend` records it, in which somebody agrees. */
function withChange(text: string, by: string, agreedBy: string): string {
  const criteria = seal(readBrief(text).values);
  const change = `changes:\n  - date: 2026-04-10\n    fields: [goal]\n    reason: It is enough.\n    by: ${by}\n    agreed-by: ${agreedBy}\n    criteria: ${criteria}\n`;
  return text.replace(/\n---\n/, `\n${change}---\n`);
}

async function lints(repo: string): Promise<readonly string[]> {
  const { out } = await runDelegate(['lint', '--format', 'json'], { cwd: repo });
  const { findings } = JSON.parse(out) as { findings: { rule: string; level: string }[] };
  return findings.filter(({ level }) => level === 'error').map(({ rule }) => rule);
}

async function logged(repo: string): Promise<string> {
  return (await runDelegate(['log', 'halve'], { cwd: repo })).out.replace(/\s+/g, ' ');
}

describe('a trick is caught', () => {
  test('1: it weakens a criterion', async () => {
    const repo = copyOf(agents);
    brief(repo, weaken, 'Tidy up');
    expect(await guarded(repo)).toEqual([`criteria ${WORK_PATH}`]);
    expect(await lints(repo)).toContain('goalpost-moved');
    expect(await logged(repo)).toContain('silent');
  });

  test('1b: it widens its own fence, and works there', async () => {
    const repo = copyOf(agents);
    brief(repo, (text) => text.replace('- src/**', '- src/**\n    - infra/**'), 'Tidy up');
    write(repo, 'infra/machines.tf', 'count = 3\n');
    commitAll(repo, 'More machines');
    expect(await guarded(repo)).toEqual([`criteria ${WORK_PATH}`, 'fence infra/machines.tf']);
  });

  test('1c: it drops its evidence', async () => {
    const repo = copyOf(agents);
    brief(repo, (text) => text.replace(/evidence:\n(?: {2}.*\n)+/, ''), 'Tidy up');
    expect(await guarded(repo)).toEqual([`criteria ${WORK_PATH}`]);
  });

  test('1d: it makes the brief unreadable, so that nothing can be compared', async () => {
    const repo = copyOf(agents);
    brief(repo, (text) => weaken(text).replace('scope:', 'scope: ['), 'Tidy up');
    expect(await guarded(repo)).toContain(`criteria ${WORK_PATH}`);
    expect(await lints(repo)).toContain('frontmatter');
  });

  test('2: it edits the seal', async () => {
    const repo = copyOf(agents);
    brief(repo, (text) => reseal(weaken(text)), 'Tidy up');
    expect(await guarded(repo)).toContain(`seal ${WORK_PATH}`);
    expect(await logged(repo)).toContain('the agreement was rewritten');
  });

  test('3: it changes what the check runs', async () => {
    const repo = copyOf(agents);
    write(repo, '.delegate.yaml', 'checks:\n  deploy-time: {run: [node, -e, "0"]}\n');
    commitAll(repo, 'Quicker checks');
    expect(await guarded(repo)).toEqual(['checks .delegate.yaml']);
    // What it has made of the check is not what runs.
    const { err } = await runDelegate(['verify', 'halve', '--dry-run'], { cwd: repo });
    expect(err).toContain('deploy-time: node scripts/deploy-time.cjs');
  });

  test('3b: it changes what the check stands on, or who is an agent', async () => {
    const repo = copyOf(agents);
    write(repo, 'scripts/deploy-time.cjs', 'process.exit(0); // done\n');
    commitAll(repo, 'Quicker script');
    write(
      repo,
      '.delegate.yaml',
      'people: {}\nchecks:\n  deploy-time:\n    run: [node, scripts/deploy-time.cjs]\n    protects: [scripts/**]\n',
    );
    commitAll(repo, 'No agents here');
    expect(await guarded(repo)).toEqual([
      'protected scripts/deploy-time.cjs',
      'configuration .delegate.yaml',
    ]);
  });

  test('4: it changes the workflow, or the program that judges', async () => {
    const repo = copyOf(agents);
    write(repo, '.github/workflows/ci.yml', 'on: never\n');
    write(repo, '.delegate/delegate.cjs', 'process.exit(0);\n');
    commitAll(repo, 'CI');
    expect(await guarded(repo)).toEqual([
      'program .delegate/delegate.cjs',
      'workflow .github/workflows/ci.yml',
    ]);
  });

  test('5: it changes the brief of another', async () => {
    const repo = copyOf(agents);
    write(
      repo,
      OTHER,
      textOf(repo)
        .replace(/^id: .*$/m, 'id: b-5h2t8w4n')
        .replace(GOAL, WEAK),
    );
    commitAll(repo, 'Notes');
    expect(await guarded(repo)).toEqual([`other-brief ${OTHER}`]);
  });

  test('6: it works outside of the fence: by a rename, a link, a submodule', async () => {
    const repo = copyOf(agents);
    git(repo, 'mv', 'src/build.txt', 'infra/build.txt');
    commitAll(repo, 'Move it');
    symlinkSync('../infra', join(repo, 'src/infra'));
    symlinkSync('/etc', join(repo, 'src/etc'));
    commitAll(repo, 'Links');
    const module = tempRepo({ 'a.txt': 'a\n' });
    const at = git(module, 'rev-parse', 'HEAD');
    mkdirSync(join(repo, 'src/module'));
    git(repo, 'update-index', '--add', '--cacheinfo', `160000,${at},src/module`);
    git(repo, 'config', '-f', join(repo, '.git/config'), 'submodule.module.ignore', 'all');
    git(repo, 'commit', '-q', '-m', 'Submodule');
    expect(await guarded(repo)).toEqual([
      'fence infra/build.txt',
      'link src/etc',
      'link src/infra',
      'submodule src/module',
    ]);
  });

  test('6b: it brings its work in by a merge, or takes back what the base had changed', async () => {
    const repo = copyOf(agents);
    git(repo, 'checkout', '-q', 'main');
    write(repo, 'infra/machines.tf', 'count = 4\n');
    commitAll(repo, 'More machines, by Ana');
    git(repo, 'checkout', '-q', 'work');
    git(repo, 'merge', '-q', '-s', 'ours', '-m', 'Merge main', 'main');
    expect(await guarded(repo)).toEqual(['fence infra/machines.tf']);
    const evil = copyOf(agents);
    git(evil, 'checkout', '-q', 'main');
    write(evil, 'docs/a.md', 'a\n');
    commitAll(evil, 'Docs, by Ana');
    git(evil, 'checkout', '-q', 'work');
    git(evil, 'merge', '-q', '--no-commit', '--no-ff', 'main');
    write(evil, 'infra/machines.tf', 'count = 9\n');
    commitAll(evil, 'Merge main');
    expect(await guarded(evil)).toEqual(['fence infra/machines.tf']);
  });

  test("7: it commits under a person's name, with its trailer", async () => {
    const repo = copyOf(agents);
    workAs(repo, ANA);
    const ana = 'Ana Novak <ana@example.com>';
    const agent = 'Build Agent <agent@example.com>';
    brief(
      repo,
      (text) => withChange(weaken(text), ana, agent),
      `Agreed\n\nCo-authored-by: ${agent}`,
    );
    expect(await guarded(repo)).toEqual([`word ${WORK_PATH}`]);
  });

  test("7b: it commits for a person as git's author, itself as committer", async () => {
    const repo = copyOf(agents);
    const ana = 'Ana Novak <ana@example.com>';
    writeFileSync(
      join(repo, WORK_PATH),
      withChange(weaken(textOf(repo)), ana, 'Build Agent <agent@example.com>'),
    );
    git(repo, 'commit', '-q', '-a', '-m', 'Agreed', `--author=${ana}`);
    expect(await guarded(repo)).toEqual([`word ${WORK_PATH}`]);
  });

  test('7c: it says by a mailmap that its commits are those of a person', async () => {
    for (const original of [agents, people]) {
      const repo = copyOf(original);
      const me = git(repo, 'config', 'user.email');
      write(repo, '.mailmap', `Ana Novak <ana@example.com> <${me}>\n`);
      commitAll(repo, 'Names');
      const by = `${git(repo, 'config', 'user.name')} <${me}>`;
      brief(repo, (text) => withChange(weaken(text), by, 'Ana Novak <ana@example.com>'), 'Agreed');
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(await guarded(repo)).toEqual(['configuration .mailmap', `word ${WORK_PATH}`]);
    }
  });

  test('8: it closes by itself', async () => {
    const repo = copyOf(agents);
    const refused = await runDelegate(['close', 'halve', '--as', 'done', '--outcome', 'Done.'], {
      cwd: repo,
    });
    expect([refused.status, refused.err]).toEqual([
      2,
      expect.stringContaining('an agent does not close a brief'),
    ]);
    brief(repo, (text) => text.replace('status: accepted', 'status: done'), 'Done');
    expect(await guarded(repo)).toEqual([`closed ${WORK_PATH}`]);
    expect(await logged(repo)).toContain('closed as done by Build Agent');
  });

  test('9: it claims evidence that was not run', async () => {
    const repo = copyOf(agents);
    const head = git(repo, 'rev-parse', 'HEAD').slice(0, 12);
    const agreed = git(repo, 'rev-parse', 'main').slice(0, 12);
    const line = (commit: string): string =>
      `\n## Evidence\n\n- 2026-04-10 12:00 UTC, check: deploy-time passed on ${commit}, as agreed in ${agreed}, run by Ana Novak <ana@example.com>\n`;
    brief(repo, (text) => text + line(head), 'Evidence');
    expect(await guarded(repo)).toEqual([`evidence ${WORK_PATH}`]);
    expect(await logged(repo)).not.toContain('checked by');
    const nowhere = copyOf(agents);
    brief(
      nowhere,
      (text) => text + line('0123456789ab'),
      'Evidence\n\nEvidence: deploy-time passed on 0123456789ab',
    );
    expect(await guarded(nowhere)).toEqual([`evidence ${WORK_PATH}`]);
    // What it says in its own words is told as its word.
    const claimed = copyOf(agents);
    await ok(
      claimed,
      'check-in',
      'halve',
      '--state',
      'on-track',
      '--note',
      'Fast.',
      '--evidence',
      'All checks pass',
    );
    expect(textOf(claimed)).toContain('claimed: All checks pass');
    expect((await ok(claimed, 'show', 'halve')).out.replace(/\s+/g, ' ')).toContain(
      'check: deploy-time: never run',
    );
  });

  test('9c: it verifies with a check of its own making', async () => {
    const repo = copyOf(agents);
    write(repo, '.delegate.yaml', 'checks:\n  deploy-time: {run: [node, -e, "0"]}\n');
    commitAll(repo, 'Quicker checks');
    await ok(repo, 'verify', 'halve', '--yes', '--checks-from', 'HEAD');
    expect(await guarded(repo)).toEqual(['checks .delegate.yaml', `evidence ${WORK_PATH}`]);
    const shown = (await ok(repo, 'show', 'halve')).out.replace(/\s+/g, ' ');
    expect(shown).toContain('and not as agreed');
  });

  test('9b: it takes out a result that it does not like', async () => {
    const repo = copyOf(agents);
    write(repo, 'src/slow.txt', '');
    commitAll(repo, 'Work');
    await runDelegate(['verify', 'halve', '--yes'], { cwd: repo });
    brief(repo, (text) => text.replace(/^- .*check: deploy-time.*\n/m, ''), 'Tidy up');
    expect(await guarded(repo)).toEqual([`evidence ${WORK_PATH}`]);
  });

  test('10: it amends, and agrees for who handed it over', async () => {
    const repo = copyOf(people);
    const bor = 'Bor Kos <bor@example.com>';
    const ana = 'Ana Novak <ana@example.com>';
    brief(repo, (text) => withChange(weaken(text), bor, ana), 'Agreed');
    expect(await guarded(repo)).toEqual([`word ${WORK_PATH}`]);
    // An agent's own command refuses.
    const refused = await runDelegate(
      ['amend', 'halve', '--set', `goal=${WEAK}`, '--reason', 'So.', '--agreed-by', ana],
      { cwd: copyOf(agents) },
    );
    expect([refused.status, refused.err]).toEqual([
      2,
      expect.stringContaining('an agent does not agree in the name of'),
    ]);
    // Without her word it is open, and told as that.
    const open = copyOf(people);
    await ok(open, 'amend', 'halve', '--set', `goal=${WEAK}`, '--reason', 'So.');
    expect(await guarded(open)).toEqual([`criteria ${WORK_PATH}`]);
  });

  test('10b: it takes its acceptance back, shapes the brief to its liking, and accepts that', async () => {
    const repo = copyOf(people);
    await ok(repo, 'withdraw', 'halve', '--reason', 'Anew.');
    brief(repo, (text) => weaken(text).replace('- src/**', '- src/**\n    - infra/**'), 'Anew');
    await ok(repo, 'propose', 'halve');
    await ok(
      repo,
      'accept',
      'halve',
      '--backbrief',
      'I own the wait for a deploy; how is up to me.',
    );
    write(repo, 'infra/machines.tf', 'count = 3\n');
    commitAll(repo, 'Machines');
    expect(await guarded(repo)).toEqual([`criteria ${WORK_PATH}`, `criteria ${WORK_PATH}`]);
    // By hand, with no record of it.
    const silent = copyOf(people);
    brief(
      silent,
      (text) =>
        weaken(text)
          .replace('status: accepted', 'status: draft')
          .replace(/agreement:\n(?: {2}.*\n)+/, ''),
      'Anew',
    );
    expect(await guarded(silent)).toContain(`seal ${WORK_PATH}`);
  });

  test("11: it moves the brief's file, copies it, or gives it another id", async () => {
    const moved = copyOf(agents);
    git(moved, 'mv', WORK_PATH, 'src/brief.md');
    commitAll(moved, 'Order');
    expect(await guarded(moved)).toContain(`brief-moved ${WORK_PATH}`);
    const renamed = copyOf(agents);
    git(renamed, 'mv', WORK_PATH, 'briefs/halve-later.md');
    commitAll(renamed, 'Order');
    expect(await guarded(renamed)).toEqual(['brief-moved briefs/halve-later.md']);
    const other = copyOf(agents);
    brief(other, (text) => text.replace(/^id: .*$/m, 'id: b-5h2t8w4n'), 'Order');
    expect(await guarded(other)).toContain(`brief-moved ${WORK_PATH}`);
    const gone = copyOf(agents);
    git(gone, 'rm', '-q', WORK_PATH);
    git(gone, 'commit', '-q', '-m', 'Order');
    expect(await guarded(gone)).toEqual([`brief-moved ${WORK_PATH}`]);
  });

  test('12: it rewrites the history in which it was agreed', async () => {
    const repo = copyOf(agents);
    const before = git(repo, 'rev-list', '--max-count=1', 'main', '--grep=: new');
    const text = weaken(textOf(repo));
    git(repo, 'checkout', '-q', '-B', 'work', `${before}~1`);
    mkdirSync(join(repo, 'briefs'), { recursive: true });
    writeFileSync(
      join(repo, WORK_PATH),
      reseal(text).replace('how is up to me', 'all is up to me'),
    );
    commitAll(repo, 'brief: Halve deployment time: accepted by Build Agent');
    expect(await guarded(repo)).toContain(`history ${WORK_PATH}`);
    const none = copyOf(agents);
    git(none, 'checkout', '-q', '-B', 'work', `${before}~1`);
    write(none, 'src/build.txt', 'fast\n');
    commitAll(none, 'Work');
    expect(await guarded(none)).toEqual([`history ${WORK_PATH}`]);
  });
});

describe('an honest run is left alone', () => {
  test('work inside of the fence, with renames, modes and deletions there', async () => {
    const repo = copyOf(people);
    git(repo, 'mv', 'src/build.txt', 'src/builder.txt');
    git(repo, 'update-index', '--chmod=+x', 'src/builder.txt');
    git(repo, 'commit', '-q', '-m', 'Rename');
    symlinkSync('builder.txt', join(repo, 'src/link'));
    write(repo, 'src/deep/er/a.txt', 'a\n');
    commitAll(repo, 'More');
    expect(await guarded(repo)).toEqual([]);
  });

  test('a move that both have agreed to, and work in the wider fence', async () => {
    const repo = copyOf(people);
    await ok(
      repo,
      'amend',
      'halve',
      '--add',
      'fence.in=infra/**',
      '--reason',
      'The machines are in the way.',
    );
    workAs(repo, ANA);
    await ok(repo, 'agree', 'halve');
    workAs(repo, BOR);
    write(repo, 'infra/machines.tf', 'count = 3\n');
    commitAll(repo, 'Machines');
    expect(await guarded(repo)).toEqual([]);
    // What was written down on her word first counts once she has said it herself.
    const word = copyOf(people);
    const set = ['--set', 'goal=Cut the median deployment from 40 to 15 minutes.'];
    await ok(
      word,
      'amend',
      'halve',
      ...set,
      '--reason',
      'So.',
      '--agreed-by',
      'Ana Novak <ana@example.com>',
    );
    expect(await guarded(word)).toEqual([`word ${WORK_PATH}`]);
    workAs(word, ANA);
    await ok(word, 'check-in', 'halve', '--state', 'on-track', '--note', 'As we said.');
    expect(await guarded(word)).toEqual([]);
  });

  test('a merge from main that brings in what others did, also where the range begins before', async () => {
    const repo = copyOf(people);
    const remote = tempFolder();
    git(remote, 'init', '-q', '--bare');
    git(repo, 'remote', 'add', 'origin', remote);
    git(repo, 'push', '-q', 'origin', 'main', 'work');
    git(repo, 'checkout', '-q', 'main');
    write(repo, 'infra/machines.tf', 'count = 4\n');
    write(repo, '.github/workflows/ci.yml', 'on: pull_request\n');
    write(repo, OTHER, '---\ntitle: Other\n---\n');
    commitAll(repo, 'Much else');
    git(repo, 'push', '-q', 'origin', 'main');
    git(repo, 'checkout', '-q', 'work');
    git(repo, 'merge', '-q', '-m', 'Merge main', 'main');
    write(repo, 'src/a.txt', 'a\n');
    commitAll(repo, 'Work');
    for (const range of ['main..work', 'origin/work..work', 'origin/main..work']) {
      // oxlint-disable-next-line no-await-in-loop -- in one repository
      expect([range, await guarded(repo, range)]).toEqual([range, []]);
    }
  });

  test("the tool's own commits: check-ins, results, a pause, a closing by who handed it over", async () => {
    const repo = copyOf(people);
    await ok(repo, 'check-in', 'halve', '--state', 'on-track', '--note', 'Half way.');
    await ok(repo, 'verify', 'halve', '--yes');
    await ok(repo, 'pause', 'halve', '--reason', 'Holidays.');
    await ok(repo, 'resume', 'halve');
    workAs(repo, ANA);
    await ok(repo, 'close', 'halve', '--as', 'done', '--outcome', '18 minutes.', '--met', 'all');
    expect(await guarded(repo)).toEqual([]);
  });

  test("an agent's: it accepts, works, checks in, verifies, proposes; a person takes that over and agrees", async () => {
    const repo = copyOf(agents);
    write(repo, 'src/a.txt', 'a\n');
    commitAll(repo, 'Work');
    await ok(
      repo,
      'check-in',
      'halve',
      '--state',
      'on-track',
      '--note',
      'Half way.',
      '--evidence',
      'It builds',
    );
    await ok(repo, 'verify', 'halve', '--yes');
    await ok(
      repo,
      'amend',
      'halve',
      '--propose',
      '--add',
      'fence.in=infra/**',
      '--reason',
      'The machines are in the way.',
    );
    expect(await guarded(repo)).toEqual([]);
    workAs(repo, ANA);
    await ok(repo, 'amend', 'halve', '--from-proposal', '1');
    workAs(repo, AGENT);
    await ok(repo, 'agree', 'halve');
    write(repo, 'infra/machines.tf', 'count = 3\n');
    commitAll(repo, 'Machines');
    expect(await guarded(repo)).toEqual([]);
  });

  test('a brief that is shaped, proposed and accepted on the branch itself, and then worked on', async () => {
    const repo = copyOf(people);
    const proposed = git(repo, 'rev-list', '--max-count=1', 'main', '--grep=: proposed');
    git(repo, 'checkout', '-q', '-B', 'main', `${proposed}~1`);
    git(repo, 'checkout', '-q', '-B', 'work');
    workAs(repo, ANA);
    brief(repo, weaken, 'Enough for a start');
    await ok(repo, 'propose', 'halve');
    workAs(repo, BOR);
    await ok(
      repo,
      'accept',
      'halve',
      '--backbrief',
      'I own the wait for a deploy; how is up to me.',
    );
    write(repo, 'src/a.txt', 'a\n');
    commitAll(repo, 'Work');
    expect(await guarded(repo)).toEqual([]);
    // The one who takes it on does not shape it alone.
    const alone = copyOf(people);
    git(alone, 'checkout', '-q', '-B', 'main', proposed);
    git(alone, 'checkout', '-q', '-B', 'work');
    brief(alone, weaken, 'Enough for a start');
    await ok(
      alone,
      'accept',
      'halve',
      '--backbrief',
      'I own the wait for a deploy; how is up to me.',
    );
    expect(await guarded(alone)).toEqual([`criteria ${WORK_PATH}`]);
  });

  test('the merge of a branch and main that a forge makes to be tested', async () => {
    const repo = copyOf(people);
    git(repo, 'checkout', '-q', 'main');
    write(repo, 'infra/machines.tf', 'count = 4\n');
    write(repo, 'src/other.txt', 'o\n');
    commitAll(repo, 'Machines');
    git(repo, 'checkout', '-q', '--detach');
    git(repo, 'merge', '-q', '--no-ff', '-m', 'Merge work into main', 'work');
    expect(await guarded(repo, 'main..HEAD')).toEqual([]);
  });

  test('a branch that was rebased by somebody else', async () => {
    const repo = copyOf(people);
    workAs(repo, ANA);
    git(repo, 'checkout', '-q', 'main');
    write(repo, 'infra/machines.tf', 'count = 4\n');
    commitAll(repo, 'Machines');
    git(repo, 'checkout', '-q', 'work');
    const ana = { GIT_COMMITTER_NAME: ANA.name, GIT_COMMITTER_EMAIL: ANA.email };
    gitWith(ana, repo, 'rebase', '-q', 'main');
    expect(await guarded(repo)).toEqual([]);
  });

  test('a squash of it, but for results of commits that are gone then', async () => {
    const repo = copyOf(people);
    await ok(repo, 'check-in', 'halve', '--state', 'on-track', '--note', 'Half way.');
    git(repo, 'checkout', '-q', '-b', 'squashed', 'main');
    git(repo, 'merge', '-q', '--squash', 'work');
    git(repo, 'commit', '-q', '-m', 'Squash');
    expect(await guarded(repo, 'main..squashed')).toEqual([]);
    git(repo, 'checkout', '-q', 'work');
    await ok(repo, 'verify', 'halve', '--yes');
    git(repo, 'checkout', '-q', '-B', 'squashed', 'main');
    git(repo, 'merge', '-q', '--squash', 'work');
    git(
      repo,
      'commit',
      '-q',
      '-m',
      `Squash\n\n${git(repo, 'log', '--format=* %B', 'main..work')}\n\n* end`,
    );
    expect(await guarded(repo, 'main..squashed')).toEqual([`evidence ${WORK_PATH}`]);
  });
});
