/** `--format jsonl` and `report --from`: lines that keep what a page needs, and the page made of them again. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, test } from 'vitest';
import { HOSTILE_ID, hostileRepo } from '../support/hostile.ts';
import { MONDAY, makeMonday } from '../pages/monday.ts';
import { runDelegate, tempFolder, tempRepo } from '../support/index.ts';

const TODAY = ['--today', MONDAY];

let repo: string;
let lines: string;

async function run(cwd: string, ...args: string[]) {
  return runDelegate(args, { cwd });
}

/** Standard output of a command that must do its work and say nothing. */
async function outOf(cwd: string, ...args: string[]): Promise<string> {
  const { status, out, err } = await run(cwd, ...args);
  expect([status, err]).toEqual([0, '']);
  return out;
}

function kept(text: string, name = 'monday.jsonl'): string {
  const file = join(tempFolder(), name);
  writeFileSync(file, text);
  return file;
}

beforeAll(async () => {
  repo = makeMonday();
  lines = await outOf(repo, 'report', '--format', 'jsonl', ...TODAY);
});

const isLine = new Ajv({ strict: false }).compile(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../schema/line.schema.json'), 'utf8')),
);

function parsed(text: string): readonly Record<string, unknown>[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the lines', () => {
  test.each(['report', 'log'])('of %s are those of the schema', async (command) => {
    const text = await outOf(repo, command, '--format', 'jsonl');
    for (const line of parsed(text)) expect([isLine(line), isLine.errors]).toEqual([true, null]);
  });

  test('of a hostile repository too', async () => {
    const { out } = await run(hostileRepo(), 'report', '--format', 'jsonl');
    expect(out).toContain(HOSTILE_ID);
    for (const line of parsed(out)) expect([isLine(line), isLine.errors]).toEqual([true, null]);
  });

  test('a value has one type in all of them, so that a database takes them as they are', () => {
    const types = new Map<string, Set<string>>();
    for (const line of parsed(lines)) {
      for (const [key, value] of Object.entries(line)) {
        if (value === null) continue;
        const known = types.get(key) ?? new Set();
        types.set(key, known.add(Array.isArray(value) ? 'list' : typeof value));
      }
    }
    expect([...types].filter(([, known]) => known.size > 1)).toEqual([]);
    expect(types.size).toBeGreaterThan(30);
  });

  test('the moves of report are those of log', async () => {
    const moves = (text: string) => parsed(text).filter(({ type }) => type === 'move');
    const log = await outOf(repo, 'log', '--format', 'jsonl');
    expect(moves(log).length).toBeGreaterThan(5);
    expect(moves(lines)).toEqual(moves(log));
  });
});

describe('--from', () => {
  test.each(['html', 'markdown', 'json'])('makes the same %s as the repository', async (format) => {
    const args = ['report', '--format', format, ...TODAY];
    const from = await outOf(tempFolder(), ...args, '--from', kept(lines));
    expect(from).toBe(await outOf(repo, ...args));
  });

  test('with the same filters', async () => {
    for (const more of [
      ['--status', 'accepted'],
      ['--person', 'mei'],
      ['--field', 'timeline.due'],
      ['--since', '2026-09-01'],
      ['--standing', 'silent'],
    ]) {
      const args = ['report', '--json', ...TODAY, ...more];
      const from = await outOf(tempFolder(), ...args, '--from', kept(lines));
      expect(JSON.parse(from)).toEqual(JSON.parse(await outOf(repo, ...args)));
    }
  });

  test('the hostile texts of others are shown as those of one’s own', async () => {
    const hostile = hostileRepo();
    const args = ['report', '--today', '2026-07-10'];
    const { out: page } = await run(hostile, ...args);
    const { out: kept2 } = await run(hostile, ...args, '--format', 'jsonl');
    const { out } = await run(tempFolder(), ...args, '--from', kept(kept2));
    expect(out).toBe(page);
  });

  test('lines of the log are enough for the moves, and it is said what lacks', async () => {
    const file = kept(await outOf(repo, 'log', '--format', 'jsonl'));
    const { out, err } = await run(tempFolder(), 'report', '--from', file, '--json', ...TODAY);
    const [told] = (JSON.parse(out) as { repositories: { briefs: unknown[] }[] }).repositories;
    expect(told?.briefs.length).toBeGreaterThan(5);
    expect(err).toMatch(/the lines of "delegate log" have the moves only/);
  });

  test('several files, each repository under its name; two of one name by their files', async () => {
    const other = kept(lines, 'other.jsonl');
    const third = kept(lines.replaceAll(/"repository":"[^"]*"/g, '"repository":"hiring"'));
    const { out } = await run(
      tempFolder(),
      'report',
      '--json',
      ...TODAY,
      '--from',
      kept(lines),
      other,
      third,
    );
    const { repositories } = JSON.parse(out) as { repositories: { name: string }[] };
    const names = repositories.map(({ name }) => name);
    expect(names[0]).toMatch(/ \(.*monday\.jsonl\)$/);
    expect(names[1]).toMatch(/ \(.*other\.jsonl\)$/);
    expect(names[2]).toBe('hiring');
  });

  test('an older day and a file that was cut off are told', async () => {
    const whole = lines.trimEnd().split('\n');
    const { status, err } = await run(
      tempFolder(),
      ...['report', '--today', '2026-10-20', '--from', kept(`${whole.slice(0, -1).join('\n')}\n`)],
    );
    expect(status).toBe(0);
    expect(err).toContain(`as of ${MONDAY}`);
    expect(err).toContain('the last line is missing');
  });

  test.each([
    ['no JSON', 'x', /:1 is no line of JSON/],
    ['another shape', '{"type":"move"}', /:1 is no line that this version of delegate writes: /],
    ['a type that is not known', '{"type":"x"}', /:1 is no line that this version/],
    ['nothing', '', /monday\.jsonl is empty/],
    ['a list', '[]', /:1 is no line that this version/],
    ['a field that is not known', null, /:\d+ is no line that this version .*field/],
  ])('%s is refused with its place', async (_, text, message) => {
    const wrong = lines.replace('"field":"goal"', '"field":"gaol"');
    const { status, err } = await run(tempFolder(), 'report', '--from', kept(text ?? wrong));
    expect(status).toBe(2);
    expect(err).toMatch(message);
  });

  test('a line without end is not read into memory', async () => {
    const { status, err } = await run(
      tempFolder(),
      ...['report', '--from', kept('x'.repeat(9 * 1024 * 1024))],
    );
    expect([status, err]).toEqual([2, expect.stringContaining('is too large')]);
  });

  test('a file that is not there, a revision, a repository beside it', async () => {
    const at = (...more: string[]) => run(tempFolder(), 'report', '--from', ...more);
    expect((await at('gone.jsonl')).err).toMatch(
      /gone\.jsonl cannot be read: there is no such file/,
    );
    expect((await at(kept(lines), '--since', 'v1')).err).toMatch(/--from knows no revision/);
    expect((await at(kept(lines), '--repo', '.')).err).toMatch(/do not go together/);
  });
});

describe('--repo', () => {
  test.each([
    ['list'],
    ['log'],
    ['report', '--format', 'markdown'],
    ['log', '--format', 'markdown'],
  ])('%s %s tells of each repository under its name, and of what is none', async (...args) => {
    const other = tempRepo({});
    const none = tempFolder();
    const { status, out, err } = await run(none, ...args, '--repo', repo, other, none);
    expect(status).toBe(0);
    expect(out).toContain(repo.split('/').at(-1));
    expect(err).toContain(`${none} is in no git repository`);
  });

  test('the JSON of list and of log says of which repository', async () => {
    const name = repo.split('/').at(-1);
    const list = JSON.parse(await outOf(tempFolder(), 'list', '--json', '--repo', repo));
    expect(list.briefs[0].repository).toBe(name);
    const log = JSON.parse(await outOf(tempFolder(), 'log', '--json', '--repo', repo));
    expect(log.repositories[0].repository).toBe(name);
    const own = JSON.parse(await outOf(repo, 'log', '--json'));
    expect(log.repositories[0].briefs).toEqual(own.briefs);
  });

  test('log --fail-on counts all of them', async () => {
    const empty = tempRepo({});
    const { status } = await run(empty, 'log', '--fail-on', 'silent', '--repo', empty, repo);
    expect(status).toBe(1);
  });

  test('no repository at all', async () => {
    const none = tempFolder();
    for (const command of ['list', 'log', 'report']) {
      const { status, err } = await run(none, command, '--repo', none);
      expect([status, err]).toEqual([2, expect.stringContaining('is in no git repository')]);
    }
  });
});
