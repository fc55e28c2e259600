/** What `delegate init --agents` leaves in a repository, and takes back. */
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { PACKAGE, git, runDelegate, tempFolder, tempRepo } from '../support/index.ts';

const SKILL = '.agents/skills/delegate/SKILL.md';
const OWN = '# Ours\n\nRun the tests.\n';

function repository(files: Readonly<Record<string, string>> = {}) {
  const cwd = tempRepo({ 'README.md': 'x', ...files });
  return {
    cwd,
    init: (...args: string[]) => runDelegate(['init', '--agents', ...args], { cwd }),
    read: (path: string) => readFileSync(join(cwd, path), 'utf8'),
    has: (path: string) => existsSync(join(cwd, path)),
    tree: () => (git(cwd, 'add', '-A'), git(cwd, 'write-tree')),
  };
}

describe('delegate init --agents', () => {
  it('writes a skill in the open format, and points to it', async () => {
    const { init, read } = repository();
    const { status, err } = await init();
    expect([status, err]).toEqual([0, expect.stringContaining(`Made ${SKILL}: `)]);
    expect(err).toContain('Build Agent: {email: agent@example.com, agent: true}');
    const text = read(SKILL);
    const { name, description } = parse(text.split('---\n')[1] ?? '') as Record<string, string>;
    expect(name).toBe('delegate');
    expect(description?.length).toBeLessThanOrEqual(1024);
    expect(text).toBe(readFileSync(join(PACKAGE, 'skills/delegate/SKILL.md'), 'utf8'));
    expect(read('AGENTS.md')).toMatch(
      /^<!-- delegate: begin .*-->\n## Delegation briefs\n[^]*`briefs\/`[^]*\n<!-- delegate: end -->\n$/,
    );
  });

  it('changes nothing a second time', async () => {
    const { init, tree } = repository({ 'AGENTS.md': OWN });
    await init();
    const before = tree();
    const { err } = await init();
    expect(err).toContain(`${SKILL} is there already.\nAGENTS.md has its paragraph already.`);
    expect(tree()).toBe(before);
  });

  it.each([OWN, '# Ours, without an end', '', '\n', '# Ours\r\n\r\nRun the tests.\r\n'])(
    'is taken back, and what was there is there: %j',
    async (own) => {
      const { init, read, has } = repository({ 'AGENTS.md': own });
      await init();
      expect(read('AGENTS.md').startsWith(own.trim())).toBe(true);
      const { status, err } = await init('--remove');
      expect([status, err]).toEqual([0, expect.stringContaining('the paragraph is gone')]);
      expect(has('.agents')).toBe(false);
      expect(has('AGENTS.md') ? read('AGENTS.md').trimEnd() : '').toBe(own.trimEnd());
      expect((await init('--remove')).err).toBe('Nothing for agents is set up here.\n');
    },
  );

  it('keeps what stands around its paragraph', async () => {
    const { init, read, cwd } = repository({ 'AGENTS.md': OWN });
    await init();
    writeFileSync(
      join(cwd, 'AGENTS.md'),
      `${read('AGENTS.md').replace('sealed', 'SEALED')}\n## More\n`,
    );
    await init();
    expect(read('AGENTS.md')).toMatch(
      /^# Ours\n[^]*sealed[^]*<!-- delegate: end -->\n\n## More\n$/,
    );
    await init('--remove');
    expect(read('AGENTS.md')).toBe(`${OWN}\n## More\n`);
  });

  it('leaves a skill alone that was changed', async () => {
    const { init, read } = repository({ [SKILL]: 'mine' });
    expect((await init()).err).toContain(`${SKILL} is there already, with changes; left as it is.`);
    expect((await init('--remove')).err).toContain(`${SKILL} has changes, and was left alone`);
    expect(read(SKILL)).toBe('mine');
  });

  it('writes nothing out of the repository', async () => {
    const { init, cwd } = repository();
    const other = tempFolder();
    writeFileSync(join(other, 'AGENTS.md'), OWN);
    symlinkSync(join(other, 'AGENTS.md'), join(cwd, 'AGENTS.md'));
    expect((await init()).status).toBe(2);
    expect(readFileSync(join(other, 'AGENTS.md'), 'utf8')).toBe(OWN);
    const linked = repository();
    mkdirSync(join(other, 'skills'));
    symlinkSync(other, join(linked.cwd, '.agents'));
    expect((await linked.init()).status).toBe(2);
    expect(existsSync(join(other, 'skills/delegate'))).toBe(false);
  });
});

it('what it tells an agent to run is there', async () => {
  const text = readFileSync(join(PACKAGE, 'skills/delegate/SKILL.md'), 'utf8');
  const commands = new Set([...text.matchAll(/`delegate ([a-z-]+)/g)].map(([, name = '']) => name));
  expect([...commands].toSorted()).toEqual([
    'accept',
    'amend',
    'check-in',
    'close',
    'handover',
    'lint',
    'verify',
  ]);
  for (const name of commands) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const { out } = await runDelegate([name, '--help']);
    for (const [, flag = ''] of text.matchAll(new RegExp(`delegate ${name} .*?(--[a-z-]+)`, 'g'))) {
      expect(out).toContain(flag);
    }
  }
});
