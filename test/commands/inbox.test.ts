import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { calledAs } from '../../src/host.ts';
import {
  CHANGED_BRIEF,
  GOOD_BRIEF,
  commitAll,
  draftBrief,
  git,
  runDelegate,
  tempFolder,
  tempRepo,
  write,
} from '../support/index.ts';

const TODAY = ['--today', '2026-04-20'];
const BOR = { GIT_AUTHOR_NAME: 'bor', GIT_AUTHOR_EMAIL: 'bor@home.example' };
const PEOPLE = 'people:\n  Bor Kos: {email: [bor@example.com, bor@home.example], github: borkos}\n';

const other = (text: string, id: string, title: string) =>
  text.replace('b-7k3f9q2m', id).replace('Halve deployment time', title);
const OPEN = other(CHANGED_BRIEF, 'b-00000001', 'Move the archive').replace(
  / +agreed-by: .*\n/,
  '',
);
const PROPOSED = draftBrief('Hire somebody', 'b-00000002').replace('draft', 'proposed');
const REPO = {
  '.delegate.yaml': PEOPLE,
  'briefs/halve.md': GOOD_BRIEF,
  'briefs/open.md': OPEN,
  'briefs/proposed.md': PROPOSED,
};

interface Person {
  person: string | null;
  github: string | null;
  items: { kind: string; command: string; path: string; repository?: string }[];
}

async function inbox(args: readonly string[], options: Parameters<typeof runDelegate>[1] = {}) {
  return runDelegate(['inbox', ...args, ...TODAY], { cwd: tempRepo(REPO), ...options });
}

async function people(args: readonly string[], options: Parameters<typeof runDelegate>[1] = {}) {
  const { out } = await inbox([...args, '--json'], options);
  return (JSON.parse(out) as { people: Person[] }).people;
}

describe('delegate inbox', () => {
  it('shows what waits for me, the oldest first, each with its command', async () => {
    const { out, err, status } = await inbox([]);
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatchInlineSnapshot(`
      "2 things wait for Ana Novak:

      Halve deployment time
        The check-in of 2026-04-17 is 3 days late
        delegate check-in b-7k3f9q2m

      Move the archive
        The check-in of 2026-04-17 is 3 days late
        delegate check-in b-00000001
      "
    `);
  });

  it('knows me by every address of the configuration', async () => {
    const { out } = await inbox([], { env: BOR });
    expect(out).toMatchInlineSnapshot(`
      "2 things wait for Bor Kos:

      Hire somebody
        Proposed by Ana Novak: accept it, or object (since 2026-04-03)
        delegate accept b-00000002

      Move the archive
        Ana Novak changed due: The security freeze starts on 1 June (since 2026-05-10)
        delegate agree b-00000001
        or delegate dispute b-00000001
      "
    `);
  });

  it('shows it for somebody else, and for everybody by name', async () => {
    for (const name of ['bor', 'Bor Kos', 'bor@home.example']) {
      expect(await people(['--for', name])).toMatchObject([
        { person: 'Bor Kos <bor@example.com>', github: 'borkos', items: [{}, {}] },
      ]);
    }
    expect((await people(['--all'])).map(({ person }) => person)).toEqual([
      'Ana Novak <ana@example.com>',
      'Bor Kos <bor@example.com>',
    ]);
  });

  it.each([
    [['--for', 'o'], '"o" may be Ana Novak <ana@example.com>, Bor Kos <bor@example.com>'],
    [['--for', 'mei'], 'no brief names "mei"\nThey name Ana Novak'],
    [['--for', ' '], 'no brief names " "'],
    [['--for', 'bor', '--all'], '--all and --for do not go together'],
    [['--fail-on', 'late'], '--fail-on is "late"'],
    [['--repo', '/no/such/folder'], 'there is no folder /no/such/folder'],
  ])('refuses %j', async (args, message) => {
    const { status, err } = await inbox(args);
    expect(status).toBe(2);
    expect(err).toContain(message);
  });

  it('gives programs what the issue says', async () => {
    const [ana] = await people([]);
    expect(ana?.items[0]).toEqual({
      id: 'b-7k3f9q2m',
      path: 'briefs/halve.md',
      title: 'Halve deployment time',
      kind: 'check-in',
      since: '2026-04-17',
      due: '2026-04-17',
      overdue: true,
      text: expect.stringMatching(/^The check-in of 2026-04-17 is \d+ days late$/) as string,
      answer: 'check-in',
      command: 'delegate check-in b-7k3f9q2m',
      refusal: null,
    });
  });

  it('fails on what is overdue, where it is asked to', async () => {
    expect((await inbox(['--fail-on', 'overdue'])).status).toBe(1);
    expect((await inbox(['--fail-on', 'overdue'], { env: BOR })).status).toBe(0);
  });

  it('is a list in markdown, in which nothing mentions anybody or becomes a link', async () => {
    const title = '"@ana [x](http://y) `z` <b> #1"';
    const cwd = tempRepo({
      'briefs/x y.md': draftBrief(title)
        .replace('draft', 'proposed')
        .replace(/id: .*\n/, ''),
    });
    const { out } = await inbox(['--for', 'bor', '--format', 'markdown'], { cwd });
    expect(out).toBe(
      '### One thing waits for Bor Kos\n\n' +
        '- **@&#8203;ana \\[x\\](http&#58;//y) \\`z\\` &lt;b&gt; #&#8203;1**: ' +
        "Proposed by Ana Novak: accept it, or object (since 2026-04-03). `delegate accept 'briefs/x y.md'`\n",
    );
    expect((await inbox(['--all', '--format', 'markdown'], { cwd: tempRepo() })).out).toBe(
      'Nothing waits.\n',
    );
  });

  it('is readable in forty columns, and no command is broken', async () => {
    const { out } = await inbox(['--all'], { host: { columns: 40 } });
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(40);
    expect(out).toContain('\n  delegate check-in b-7k3f9q2m\n');
  });

  it('says kindly that nothing waits, and who git says that I am', async () => {
    const cwd = tempRepo({ 'briefs/x.md': draftBrief() });
    expect(await inbox([], { cwd })).toMatchObject({
      out: '',
      err: 'Nothing waits for you, Ana Novak.\n',
    });
    expect((await inbox(['--all'], { cwd })).err).toBe('Nothing waits for anybody.\n');
    expect((await inbox(['--for', 'bor'], { cwd })).err).toBe('Nothing waits for Bor Kos.\n');
    const env = { GIT_AUTHOR_NAME: 'Mei', GIT_AUTHOR_EMAIL: 'mei@example.com' };
    expect((await inbox([], { cwd, env })).err).toBe(
      'Nothing waits for you, Mei.\nNo brief names Mei <mei@example.com>. Other addresses of yours go under "people" in .delegate.yaml.\n',
    );
    expect((await inbox([], { cwd: tempRepo() })).err).toContain('There is no brief in briefs yet');
  });

  it('says so where git does not know who I am, and what cannot be read', async () => {
    const cwd = tempRepo({ ...REPO, 'briefs/broken.md': '---\ngoal: "open\n---\n' });
    git(cwd, 'config', '--remove-section', 'user');
    expect(await inbox([], { cwd })).toMatchObject({
      status: 2,
      err: 'delegate: git does not know who you are\nSet user.name and user.email, or use --for NAME, or --all.\n',
    });
    expect((await inbox(['--all'], { cwd })).err).toBe(
      'briefs/broken.md cannot be read, and may hold more: see "delegate lint".\n',
    );
  });

  it('puts people whom a brief names without an address with the one of that name', async () => {
    const cwd = tempRepo({
      'briefs/a.md': PROPOSED,
      'briefs/b.md': PROPOSED.replace('b-00000002', 'b-00000003').replace(' <bor@example.com>', ''),
      'briefs/c.md': PROPOSED.replace('b-00000002', 'b-00000004').replace(/delegate: .*\n/, ''),
    });
    const found = (await people(['--all'], { cwd })).map(({ person, items }) => [
      person,
      items.length,
    ]);
    expect(found).toEqual([
      ['Bor Kos <bor@example.com>', 2],
      [null, 1],
    ]);
  });

  it('calls a brief by its path where its id is not its own', async () => {
    const cwd = tempRepo({ 'briefs/a.md': PROPOSED, 'briefs/b.md': PROPOSED });
    const [bor] = await people(['--all'], { cwd });
    expect(bor?.items.map(({ command }) => command)).toEqual([
      'delegate accept briefs/a.md',
      'delegate accept briefs/b.md',
    ]);
  });

  it('says the same, whatever order git is told to have files in', async () => {
    const cwd = tempRepo({ 'briefs/moved.md': GOOD_BRIEF });
    write(cwd, 'briefs/moved.md', GOOD_BRIEF.replace('to 20 minutes', 'to 30 minutes'));
    commitAll(cwd, 'move', { author: 'Bor Kos <bor@example.com>' });
    const before = await people(['--all'], { cwd });
    expect(JSON.stringify(before)).toContain('silent');
    rmSync(join(cwd, '.git/delegate'), { recursive: true, force: true });
    git(cwd, 'config', 'diff.orderFile', 'nowhere.txt');
    expect(await people(['--all'], { cwd })).toEqual(before);
  });

  it('works without git, for whoever is named', async () => {
    const cwd = tempFolder();
    write(cwd, 'briefs/a.md', PROPOSED);
    expect((await people(['--for', 'bor'], { cwd }))[0]?.items).toMatchObject([{ kind: 'accept' }]);
  });
});

describe('several repositories', () => {
  const config = (lines: string) => {
    const home = tempFolder();
    write(home, '.config/delegate/repositories', lines);
    return home;
  };

  it('are those that are named, each command with its folder', async () => {
    const [one, two] = [tempRepo(REPO), tempRepo({ 'briefs/a.md': PROPOSED })];
    const { out, err, status } = await inbox(
      ['--for', 'bor', '--json', '--repo', one, two, '/no/such/folder'],
      { cwd: tempFolder() },
    );
    expect(status).toBe(0);
    expect(err).toBe('there is no folder /no/such/folder\n');
    const { people: found } = JSON.parse(out) as { people: Person[] };
    expect(found[0]?.items.map(({ command, repository }) => [command, repository])).toEqual([
      [`delegate -C ${one} accept b-00000002`, one],
      [`delegate -C ${two} accept b-00000002`, two],
      [`delegate -C ${one} agree b-00000001`, one],
    ]);
  });

  it('are those of my own list, beside the one that I stand in', async () => {
    const [one, two] = [tempRepo(REPO), tempRepo({ 'briefs/a.md': PROPOSED })];
    const home = config(`# mine\n\n  ${two}  \n~/nothing\n${one}\n`);
    const { out, err } = await inbox(['--for', 'bor'], { cwd: one, env: { HOME: home } });
    expect(out).toContain('3 things wait for Bor Kos:');
    expect(out).toContain(`delegate -C ${two} accept b-00000002`);
    expect(err).toBe(`there is no folder ${join(home, 'nothing')}\n`);
    const xdg = join(home, '.config');
    const env = { XDG_CONFIG_HOME: xdg, HOME: tempFolder() };
    expect((await inbox(['--for', 'bor'], { cwd: one, env })).out).toContain('3 things wait');
    // What is named counts alone.
    const alone = await inbox(['--for', 'bor', '--repo', '.'], { cwd: one, env });
    expect(alone.out).toContain('2 things wait for Bor Kos:');
    expect(alone.out).toContain('  delegate accept b-00000002\n');
  });

  it('with one whose configuration is broken: it is told, and the others go on', async () => {
    const broken = tempRepo({ '.delegate.yaml': 'flder: x\n' });
    const { out, err } = await inbox(['--repo', tempRepo(REPO), broken]);
    expect(out).toContain('2 things wait for Ana Novak:');
    expect(err).toContain(`${broken}: .delegate.yaml:1:1: unknown key "flder"`);
  });
});

describe('delegate alone', () => {
  it('is the inbox under a line on how to get help, where there are briefs', async () => {
    const cwd = tempRepo(REPO);
    const host = { now: () => new Date('2026-04-20T12:00:00Z') };
    const { out, status } = await runDelegate([], { cwd, host });
    expect(status).toBe(0);
    expect(out.split('\n')[0]).toBe('"delegate --help" lists the commands.');
    expect(out).toContain('delegate check-in b-7k3f9q2m');
    const from = await runDelegate(['-C', cwd], { cwd: tempFolder(), host });
    expect(from.out).toContain(`delegate -C ${cwd} check-in b-7k3f9q2m`);
  });

  it('is the inbox of nothing, kindly', async () => {
    const cwd = tempRepo({ 'briefs/x.md': draftBrief() });
    expect((await runDelegate([], { cwd })).out).toMatch(
      /\n\nNothing waits for you, Ana Novak\.\n$/,
    );
  });

  it.each([
    ['where there are none', {}],
    ['where the configuration is broken', { ...REPO, '.delegate.yaml': 'flder: x\n' }],
  ])('is the help %s', async (_, files) => {
    const { err, status } = await runDelegate([], { cwd: tempRepo(files) });
    expect(status).toBe(2);
    expect(err).toContain('Usage: delegate [options] [command]');
  });
});

it('has the names that people try', async () => {
  const cwd = tempRepo(REPO);
  expect((await runDelegate(['status', ...TODAY], { cwd })).out).toContain('2 things wait');
  expect((await runDelegate(['ls', ...TODAY], { cwd })).out).toContain('Halve deployment time');
  expect((await runDelegate(['help', 'status'], { cwd })).out).toContain('delegate inbox');
});

describe('how the program was called', () => {
  it.each([
    [{}, 'delegate'],
    [{ npm_command: 'exec', PATH: '/x/node_modules/.bin:/bin' }, 'npx delegate'],
    [
      { npm_command: 'exec', PATH: '/h/.npm/_npx/1a/node_modules/.bin:/bin' },
      'npx --package delegate-briefs delegate',
    ],
    [
      {
        npm_command: 'exec',
        npm_package_name: 'delegate-briefs',
        PATH: '/h/.npm/_npx/1a/node_modules/.bin:/bin',
      },
      'npx delegate',
    ],
  ])('%j', (env, called) => {
    expect(calledAs({ env })).toBe(called);
  });
});
