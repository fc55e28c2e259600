/**
 * One writer at a time in a repository: the lock that a command holds while it compares, writes and
 * commits a brief. Each writer has a ticket of its own, and holds the lock when its ticket is there and
 * no other living writer's is: there is no file to be taken over from somebody who crashed, which two
 * could do at once.
 */
import { createHash, randomBytes, randomInt } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../failure.ts';
import { withOwnVariable } from '../git/identity.ts';
import type { Host } from '../host.ts';
import type { Workspace } from './workspace.ts';

/** How long anybody waits for another writer, where the variable has no other number of seconds. */
const TIMEOUT_MS = 10_000;
const TIMEOUT_VARIABLE = 'DELEGATE_LOCK_TIMEOUT';

/** The ticket that the lock is held by, for a command that a hook of git's calls inside of it. */
const HELD_VARIABLE = 'DELEGATE_LOCK_HELD';

/** Each waits for a time of its own, so that they do not all look at once. */
const POLL_MS = { least: 40, most: 100 };
const HEARTBEAT_MS = 1000;
/** A ticket is a dead writer's that nobody has touched for so long, in so many looks: clocks lie. */
const SILENCE_MS = 6000;
const SILENT_LOOKS = 100;

/** Another writer was not done in time: nothing was written. */
export class LockTimeout extends Failure {
  constructor(timeout: number) {
    super(
      `another delegate is at work in this repository, and was not done after ${timeout / 1000} seconds`,
      'Nothing was written; run it again.',
    );
    this.name = 'LockTimeout';
  }
}

/** How long a command waits for another writer, be it a delegate or a git. */
export function lockTimeout(env: Host['env']): number {
  const seconds = Number.parseFloat(env[TIMEOUT_VARIABLE] ?? '');
  return seconds >= 0 ? seconds * 1000 : TIMEOUT_MS;
}

/**
 * Does some work while no other delegate writes in the repository. Without git there is nothing to hold
 * on to; a command that a hook calls inside of the lock is a part of the work that it is held for.
 *
 * @param work Gets the workspace whose git tells its hooks of the lock. It must not ask anybody.
 */
export async function withLock<T>(
  workspace: Workspace,
  work: (locked: Workspace) => Promise<T>,
): Promise<T> {
  const { host, repository } = workspace;
  if (repository === undefined) return work(workspace);
  const folder = join(repository.commonDir, 'delegate', 'lock');
  const held = host.env[HELD_VARIABLE];
  const isInside = held !== undefined && dirname(held) === folder && existsSync(held);
  // Where nobody may write git cannot commit, and says so.
  if (isInside || !makeFolder(folder, repository.commonDir)) return work(workspace);
  const ticket = join(folder, ticketName(host));
  const heartbeat = setInterval(() => touch(ticket), HEARTBEAT_MS);
  heartbeat.unref();
  try {
    await acquire(ticket, host);
    const holding = withOwnVariable(repository, HELD_VARIABLE, ticket);
    return await work({ ...workspace, repository: holding });
  } finally {
    clearInterval(heartbeat);
    letGo(ticket);
  }
}

/** One that cannot be removed is cleared away by the next, once this process is gone. */
function letGo(ticket: string): void {
  try {
    rmSync(ticket, { force: true });
  } catch {
    // What was done is done.
  }
}

/** Waits until the ticket is there alone. */
async function acquire(ticket: string, host: Host): Promise<void> {
  const own = basename(ticket);
  const othersNow = ticketWatch(dirname(ticket), own, host);
  const timeout = lockTimeout(host.env);
  const until = performance.now() + timeout;
  const isFirst = (others: readonly string[]): boolean => others.every((other) => own < other);
  let isMade = false;
  for (;;) {
    let waitsInFront = isFirst(othersNow());
    if (waitsInFront) {
      makeTicket(ticket);
      isMade = true;
      // Only a look after it was made is sure to see whoever looks now.
      const others = othersNow();
      if (others.length === 0) return;
      waitsInFront = isFirst(others);
    }
    if (isMade && !waitsInFront) {
      rmSync(ticket, { force: true });
      isMade = false;
    }
    if (performance.now() >= until) throw new LockTimeout(timeout);
    await new Promise((done) => setTimeout(done, randomInt(POLL_MS.least, POLL_MS.most)));
  }
}

const TICKET = /^[0-9a-z]{9}-([0-9a-f]{8})-(\d+)-[0-9a-f]{8}$/;

/** A name that sorts by when it was made, and tells where and by which process. */
function ticketName({ processId }: Host): string {
  const time = Date.now().toString(36).padStart(9, '0');
  return `${time}-${place()}-${processId}-${randomBytes(4).toString('hex')}`;
}

/** Where the number of a process means that process: this machine, and this container on it. */
function place(): string {
  let container = '';
  try {
    container = readlinkSync('/proc/self/ns/pid');
  } catch {
    // Only Linux has it.
  }
  return createHash('sha256').update(`${hostname()} ${container}`).digest('hex').slice(0, 8);
}

/** Looks for the tickets of other living writers, and clears those of the dead away. */
function ticketWatch(folder: string, own: string, { isRunning }: Host): () => string[] {
  const here = place();
  const seen = new Map<string, { readonly time: number; readonly since: number; looks: number }>();
  const isSilent = (name: string): boolean => {
    const time = statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
    const now = performance.now();
    const before = seen.get(name);
    if (before?.time !== time) {
      seen.set(name, { time, since: now, looks: 1 });
      return false;
    }
    before.looks++;
    return now - before.since > SILENCE_MS && before.looks > SILENT_LOOKS;
  };
  return () =>
    readdirSync(folder).filter((name) => {
      const [, from, id] = TICKET.exec(name) ?? [];
      if (from === undefined || name === own) return false;
      const isDead = (from === here && !isRunning(Number(id))) || isSilent(name);
      // Nobody gets this name again, so that no other's can be taken for it.
      if (isDead) rmSync(join(folder, name), { force: true });
      return !isDead;
    });
}

/** Makes the folder as the git directory is, for all who share it; false where nobody may write. */
function makeFolder(folder: string, gitDir: string): boolean {
  return orFailure(folder, () => {
    const { mode } = statSync(gitDir);
    for (const part of [dirname(folder), folder]) {
      if (existsSync(part)) continue;
      try {
        mkdirSync(part);
        chmodSync(part, mode & 0o7777);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
    }
    accessSync(folder, constants.W_OK);
    return true;
  });
}

function makeTicket(ticket: string): void {
  orFailure(ticket, () => {
    closeSync(openSync(ticket, 'a'));
    return true;
  });
}

function orFailure(file: string, work: () => boolean): boolean {
  try {
    return work();
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return false;
    throw new Failure(`${file} cannot be made: ${code}`, 'Nothing was written.');
  }
}

function touch(ticket: string): void {
  try {
    const now = new Date();
    utimesSync(ticket, now, now);
  } catch {
    // Whoever waits without a ticket has none to touch.
  }
}
