/** The lock that writers take turns by. Other writers are tickets, as theirs lie there. */
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LockTimeout, withLock } from '../../src/files/lock.ts';
import type { Workspace } from '../../src/files/workspace.ts';
import { openWorkspace } from '../../src/lint/workspace.ts';
import { git, makeHost, tempFolder, tempRepo } from '../support/index.ts';
import { LONG } from '../support/size.ts';

const at = (cwd: string, env: Record<string, string> = {}): Promise<Workspace> =>
  openWorkspace(makeHost({ cwd, env: { DELEGATE_LOCK_TIMEOUT: '0.3', ...env } }));

const folderOf = (repo: string): string => join(repo, '.git/delegate/lock');
const ticketsIn = (repo: string): string[] => readdirSync(folderOf(repo));

/** Takes the lock, and lets it go when it is told to. */
async function hold(workspace: Workspace): Promise<{ env: NodeJS.ProcessEnv; free: () => void }> {
  return new Promise((held) => {
    void withLock(workspace, ({ repository }) => {
      return new Promise<void>((free) => held({ env: { ...repository?.env }, free }));
    });
  });
}

/** A ticket that somebody else has left behind. */
function leave(repo: string, { like, processId }: { like: string; processId: number }): void {
  const [, place] = like.split('-');
  const name = `000000000-${place}-${processId}-0badcafe`;
  mkdirSync(folderOf(repo), { recursive: true });
  writeFileSync(join(folderOf(repo), name), '');
}

describe('two writers', () => {
  it('work one after the other, and leave nothing behind', async () => {
    const repo = tempRepo();
    const workspace = await at(repo, { DELEGATE_LOCK_TIMEOUT: '30' });
    const events: string[] = [];
    await Promise.all(
      [1, 2, 3, 4, 5].map((name) =>
        withLock(workspace, async () => {
          events.push(`${name} begins`);
          await new Promise((done) => setImmediate(done));
          events.push(`${name} ends`);
        }),
      ),
    );
    expect(events).toHaveLength(10);
    for (let at = 0; at < events.length; at += 2) {
      expect(events[at + 1]).toBe(events[at]?.replace('begins', 'ends'));
    }
    expect(ticketsIn(repo)).toEqual([]);
  });

  it('of whom one takes too long: the other says so, and has done nothing', async () => {
    const repo = tempRepo();
    const { free } = await hold(await at(repo));
    let worked = false;
    const other = withLock(await at(repo), async () => void (worked = true));
    await expect(other).rejects.toThrow(LockTimeout);
    await expect(other).rejects.toThrow(/another delegate is at work.*after 0\.3 seconds/);
    expect(worked).toBe(false);
    expect(ticketsIn(repo)).toHaveLength(1);
    free();
  });

  it('in two work trees of one repository are two of the same', async () => {
    const repo = tempRepo({ a: 'a' });
    const linked = join(tempFolder(), 'linked');
    git(repo, 'worktree', 'add', '-q', linked);
    const { free } = await hold(await at(linked));
    await expect(withLock(await at(repo), async () => {})).rejects.toThrow(LockTimeout);
    free();
  });

  it('free the lock also when what they do fails', async () => {
    const repo = tempRepo();
    const failing = withLock(await at(repo), async () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(ticketsIn(repo)).toEqual([]);
  });
});

describe('a ticket that was left behind', () => {
  it('by a process that is gone is cleared away', async () => {
    const repo = tempRepo();
    const workspace = await at(repo);
    const { free } = await hold(workspace);
    const [like = ''] = ticketsIn(repo);
    free();
    // No process has this number: it is more than Linux gives.
    leave(repo, { like, processId: 2 ** 30 });
    expect(await withLock(workspace, async () => ticketsIn(repo).length)).toBe(1);
  });

  it('by a process that runs, or on another machine, holds as long as it is touched', async () => {
    const repo = tempRepo();
    leave(repo, { like: '0-00000000', processId: 2 ** 30 });
    await expect(withLock(await at(repo), async () => {})).rejects.toThrow(LockTimeout);
    expect(ticketsIn(repo)).toHaveLength(1);
  });

  it.runIf(LONG)('and is not touched any more is a dead one, whoever had its number', async () => {
    const repo = tempRepo();
    leave(repo, { like: '0-00000000', processId: process.pid });
    const workspace = await at(repo, { DELEGATE_LOCK_TIMEOUT: '60' });
    expect(await withLock(workspace, async () => ticketsIn(repo).length)).toBe(1);
  });

  it('may have any name: what is no ticket is let lie, and holds nothing', async () => {
    const repo = tempRepo();
    leave(repo, { like: '0-x', processId: 1 });
    expect(await withLock(await at(repo), async () => ticketsIn(repo).length)).toBe(2);
  });
});

describe('a command inside of the lock, as a hook calls it', () => {
  it('does not wait for the one that git was called by', async () => {
    const repo = tempRepo();
    const { env, free } = await hold(await at(repo));
    const held = { DELEGATE_LOCK_HELD: env['DELEGATE_LOCK_HELD'] ?? '' };
    expect(existsSync(held.DELEGATE_LOCK_HELD)).toBe(true);
    const inner = await at(repo, held);
    expect(await withLock(inner, async () => 'done')).toBe('done');
    expect(existsSync(held.DELEGATE_LOCK_HELD)).toBe(true);
    free();
  });

  it('waits where it works in another repository, or the lock is somebody else’s by now', async () => {
    const [repo, other] = [tempRepo(), tempRepo()];
    const first = await hold(await at(repo));
    const held = { DELEGATE_LOCK_HELD: first.env['DELEGATE_LOCK_HELD'] ?? '' };
    const second = await hold(await at(other));
    await expect(withLock(await at(other, held), async () => {})).rejects.toThrow(LockTimeout);
    first.free();
    const third = await hold(await at(repo));
    await expect(withLock(await at(repo, held), async () => {})).rejects.toThrow(LockTimeout);
    second.free();
    third.free();
  });
});

describe('where there is nothing to hold on to', () => {
  it('without git the work is done', async () => {
    expect(await withLock(await at(tempFolder()), async () => 'done')).toBe('done');
  });

  it('a folder that is shared is shared by all of them', async () => {
    const repo = tempRepo();
    await chmod(join(repo, '.git'), 0o2770);
    await withLock(await at(repo), async () => {});
    expect(statSync(folderOf(repo)).mode & 0o7777).toBe(0o2770);
  });
});
