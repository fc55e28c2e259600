import { isAbsolute } from 'node:path';
import { Failure } from '../failure.ts';
import type { Env } from './run.ts';
import { OBJECT_ID, runGit } from './run.ts';

export interface Repository {
  /** The absolute top of the work tree; '' in a bare repository. */
  readonly root: string;
  /** The absolute git directory; a linked work tree has its own. */
  readonly gitDir: string;
  /** The absolute git directory that linked work trees share. */
  readonly commonDir: string;
  readonly bare: boolean;
  /**
   * The commit that HEAD was at when the repository was found; undefined where there is none yet, and
   * in a bare repository.
   */
  readonly head?: string | undefined;
  /** The environment for every git process that works on this repository. */
  readonly env: Env;
}

/**
 * The variables with which git is pointed at another repository than that of its folder. A hook has
 * some of them, and they beat `-C`. Of `git rev-parse --local-env-vars` without those that carry
 * settings (`git -c …`): these are the person's own.
 */
const LOCAL_VARIABLES = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_IMPLICIT_WORK_TREE',
  'GIT_COMMON_DIR',
  'GIT_INDEX_FILE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_PREFIX',
  'GIT_SHALLOW_FILE',
  'GIT_NAMESPACE',
  'GIT_INTERNAL_SUPER_PREFIX',
] as const;

/**
 * Finds the repository that a folder belongs to.
 *
 * @param cwd An existing folder.
 * @param env The host's environment. Variables that point git at a repository count only where that
 *   is the folder's own (in a hook), or where the folder is in none.
 * @returns Undefined outside of any repository.
 */
export async function findRepository(cwd: string, env: Env): Promise<Repository | undefined> {
  if (!LOCAL_VARIABLES.some((name) => env[name] !== undefined)) return look(cwd, env);
  const own = await look(cwd, withoutLocalVariables(env));
  const pointed = await look(cwd, env).catch(() => undefined);
  if (pointed === undefined) return own;
  // GIT_DIR alone would make any folder its work tree.
  if (own === undefined) {
    return env['GIT_WORK_TREE'] && isInside(cwd, pointed.root) ? pointed : undefined;
  }
  return own.gitDir === pointed.gitDir && own.root === pointed.root ? pointed : own;
}

/** An environment that points git at no repository but the one of its folder. */
export function withoutLocalVariables(env: Env): Env {
  const rest: Record<string, string | undefined> = { ...env };
  for (const name of LOCAL_VARIABLES) delete rest[name];
  return rest;
}

function isInside(folder: string, root: string): boolean {
  return root !== '' && (folder === root || folder.startsWith(`${root}/`));
}

async function look(cwd: string, env: Env): Promise<Repository | undefined> {
  const { status, stdout, stderr } = await runGit(
    cwd,
    [
      'rev-parse',
      '--path-format=absolute',
      '--is-bare-repository',
      '--git-dir',
      '--git-common-dir',
      '--show-toplevel',
      // Says nothing where there is no commit yet.
      '--default',
      'HEAD',
    ],
    { env },
  );
  const [bare, gitDir, commonDir, root, ...more] = stdout.toString().split('\n');
  const head = OBJECT_ID.test(more[0] ?? '') ? more.shift() : undefined;
  if (gitDir === undefined || commonDir === undefined || gitDir === '') {
    if (/not a git repository \(or any/.test(stderr)) return undefined;
    throw new Failure(
      `git cannot read the repository here: ${firstLine(stderr)}`,
      stderr.includes('safe.directory')
        ? `It belongs to somebody else. If you trust it: git config --global --add safe.directory ${cwd}`
        : undefined,
    );
  }
  // Without a work tree the top is not printed, and the status is not 0.
  const top = status === 0 && bare === 'false' ? (root ?? '') : '';
  const isAnswer = bare === 'true' || bare === 'false';
  if (!isAnswer || ![gitDir, commonDir, top || gitDir].every(isAbsolute)) {
    throw await unusableGit(cwd, env, stdout.toString());
  }
  if (top !== '' && more.join('') !== '') {
    throw new Failure("the repository's path holds a line break, which git's answers cannot carry");
  }
  return { root: top, gitDir, commonDir, bare: top === '', head, env };
}

/** The git that first has all that is asked of it here: Debian 12 and Ubuntu 22.04 have a newer one. */
const LOWEST_VERSION = [2, 32] as const;

/** What to say of a git that answers with something else than what it was asked for. */
async function unusableGit(cwd: string, env: Env, answer: string): Promise<Failure> {
  const said = (await runGit(cwd, ['version'], { env })).stdout.toString();
  const version = /^git version ((\d+)\.(\d+)\S*)/.exec(said);
  const [major, minor] = [Number(version?.[2]), Number(version?.[3])];
  const lowest = LOWEST_VERSION.join('.');
  if (major < LOWEST_VERSION[0] || (major === LOWEST_VERSION[0] && minor < LOWEST_VERSION[1])) {
    return new Failure(
      `git ${version?.[1]} is too old`,
      `Install git ${lowest} or newer, and put it first on the PATH.`,
    );
  }
  return new Failure(
    `git did not answer as git does: it said "${firstLine(answer)}"`,
    'See which program "git" is: type -a git',
  );
}

/** The line of git's answer that says most: why it ended, else the first; without what stands before its colon. */
export function firstLine(stderr: string): string {
  const lines = stderr.split('\n').filter((text) => text.trim() !== '');
  const line = lines.find((text) => text.startsWith('fatal: ')) ?? lines[0] ?? 'it gave no reason';
  return line.replace(/^(?:fatal|error): /, '').trim();
}
