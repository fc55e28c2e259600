/** What `delegate guard` tells apart, and which files decide how work is judged. */
import { pathTest, tidyPath } from '../brief/path-glob.ts';

/** What can be found, the gravest first, each with its heading. */
export const GUARD_KINDS = {
  history: 'the history of what was agreed is another',
  seal: 'a record of what was agreed was changed',
  criteria: 'a criterion or term moved, and not both have agreed',
  word: "somebody's word was written by another",
  closed: 'an agent closed the brief',
  evidence: 'a result that no check gave',
  'brief-moved': 'the file of the brief is no longer where it was',
  'other-brief': "another brief's file",
  checks: 'what a check runs',
  configuration: 'the configuration that briefs are judged by',
  program: 'the program that judges',
  workflow: 'what runs in CI, or as a hook',
  protected: 'what a check stands on',
  link: 'a symbolic link that leads out of the fence',
  submodule: "another repository's content",
  fence: 'outside the fence',
} as const;
export type GuardKind = keyof typeof GUARD_KINDS;

/** The files that decide what runs in CI, or when somebody commits. */
const WORKFLOWS = pathTest(
  [
    '.github/workflows',
    '.github/actions',
    '.gitlab-ci.yml',
    '.gitlab/ci',
    '.forgejo/workflows',
    '.gitea/workflows',
    '.circleci',
    '.buildkite',
    '.woodpecker',
    '.woodpecker.yml',
    '.drone.yml',
    '.travis.yml',
    'azure-pipelines.yml',
    'bitbucket-pipelines.yml',
    'Jenkinsfile',
    '.ci',
    '.husky',
    '.githooks',
    '.pre-commit-config.yaml',
    'lefthook.yml',
  ],
  { foldCase: true },
);

/** Where git is told which names and addresses are whose. */
export const MAILMAP = '.mailmap';

/** Where `delegate init --vendor` puts the program. */
const PROGRAM = pathTest(['.delegate'], { foldCase: true });

/** Which of the files that judge a path is; undefined for any other. */
export function judgingKind(path: string): 'configuration' | 'program' | 'workflow' | undefined {
  if (path.toLowerCase() === MAILMAP) return 'configuration';
  if (PROGRAM(path)) return 'program';
  return WORKFLOWS(path) ? 'workflow' : undefined;
}

/** Where work may touch: what is inside, without what is outside. */
export interface Fence {
  readonly in: readonly string[];
  readonly out: readonly string[];
}

/** A fence that paths are held against. */
export interface FenceTest {
  readonly isInside: (path: string) => boolean;
  /** It names the path, or a folder on the way to it, by name: both have thought of it. */
  readonly isNamed: (path: string) => boolean;
  /** What must not be touched names it. */
  readonly isOut: (path: string) => boolean;
  /** It names exactly this path. */
  readonly isExactly: (path: string) => boolean;
  readonly isFence: boolean;
}

/** Takes a fence: one that names nothing holds everything. */
export function fenceTest({ in: inside, out }: Fence): FenceTest {
  const isIn = pathTest(inside);
  const isOut = pathTest(out, { foldCase: true });
  const named = pathTest(inside.filter(beginsByName));
  return {
    isInside: (path) => (inside.length === 0 || isIn(path)) && !isOut(path),
    isOut,
    isNamed: (path) => named(path) && !isOut(path),
    isExactly: (path) => inside.some((pattern) => tidyPath(pattern) === path),
    isFence: inside.length + out.length > 0,
  };
}

/** True for a pattern that begins with a name, not with anything. */
function beginsByName(pattern: string): boolean {
  const [first = ''] = tidyPath(pattern).split('/');
  return first !== '.' && !/[*?]/.test(first);
}
