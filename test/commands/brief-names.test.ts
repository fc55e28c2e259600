/** Every command understands the same names of a brief; the log also those of deleted ones. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  CHANGED_BRIEF,
  GOOD_BRIEF,
  commitAll,
  draftBrief,
  runDelegate,
  tempRepo,
  write,
} from '../support/index.ts';
import { LONG } from '../support/size.ts';

const PATH = 'briefs/halve-deployment-time.md';

/** GOOD_BRIEF's, with a 0 and a 1 that can be misread. */
const ID = 'b-7k0f91qm';

const NAMES = [
  ID,
  'b-7k0f',
  '7K0F9',
  'b-7kof9lqm',
  '7kOf9i',
  'halve-deployment-time',
  'halve-deployment-time.md',
  PATH,
  `./${PATH}`,
];

/** What says in JSON, or in a refusal, which brief it found. */
const COMMANDS: readonly (readonly string[])[] = [
  ['show', '--json'],
  ['log', '--json'],
  ['health', '--json'],
  ['accept', '--backbrief', 'In my words.'],
  ['propose'],
  ['resume'],
];

function history(): string {
  const own = (text: string): string => text.replace('b-7k3f9q2m', ID);
  const repo = tempRepo({ [PATH]: own(GOOD_BRIEF), 'briefs/deep/other.md': draftBrief() });
  write(repo, PATH, own(CHANGED_BRIEF));
  commitAll(repo, 'moved');
  return repo;
}

describe.each(COMMANDS.map((command, turn) => [command.join(' '), command, turn] as const))(
  '%s',
  (_, words, turn) => {
    const repo = history();
    const [command = '', ...flags] = words;

    // Each name is tried with two commands or more, or with all.
    const names = NAMES.filter((_name, at) => LONG || at % 3 === turn % 3);
    test.each(names)('knows %s', async (name) => {
      const { out, err } = await runDelegate([command, name, ...flags], { cwd: repo });
      expect(out + err).toContain(PATH);
      expect(out + err).not.toContain('other.md');
    });

    test.each([
      ['7k', '"7k" is too short to name a brief'],
      ['../outside.md', '../outside.md is outside of the repository'],
      ['halve-deploiment-time', 'Did you mean "halve-deployment-time"?'],
      ['', 'the name of the brief is empty'],
    ])('refuses %j', async (name, message) => {
      const { status, err } = await runDelegate([command, name, ...flags], { cwd: repo });
      expect(err).toContain(message);
      expect(status).toBe(2);
    });
  },
);

test.each(NAMES.filter((_, at) => LONG || at % 2 === 0))(
  'the log knows a deleted brief by %s',
  async (name) => {
    const repo = history();
    rmSync(join(repo, PATH));
    commitAll(repo, 'gone');
    const { out } = await runDelegate(['log', name, '--json'], { cwd: repo });
    expect(JSON.parse(out)).toMatchObject({ briefs: [{ path: PATH, id: ID }] });
    const { status, err } = await runDelegate(['show', name], { cwd: repo });
    expect([status, err]).toEqual([2, expect.stringContaining(`there is no brief "${name}"`)]);
  },
);

describe('two briefs of one name', () => {
  const files = {
    'briefs/a.md': draftBrief('Top', 'b-aaaaaaaa'),
    'briefs/deep/a.md': draftBrief('Deep', 'b-aaaabbbb'),
  };

  test.each(['show', 'log'])('%s takes the one right in the folder', async (command) => {
    const repo = tempRepo(files);
    write(repo, 'briefs/a.md', files['briefs/a.md'].replace('20 minutes', '10 minutes'));
    const { out } = await runDelegate([command, 'a', '--json'], { cwd: repo });
    expect(out).toContain('"briefs/a.md"');
    expect(out).not.toContain('deep');
  });

  test.each(['show', 'log'])('%s takes no start of an id that both have', async (command) => {
    const { status, err } = await runDelegate([command, 'aaaa'], { cwd: tempRepo(files) });
    expect([status, err]).toEqual([
      2,
      'delegate: "aaaa" can be 2 briefs: b-aaaaaaaa (briefs/a.md), b-aaaabbbb (briefs/deep/a.md)\nWrite more of the id.\n',
    ]);
  });
});
