/** Evidence on request: the checks that a brief names are run, and what they say is recorded. */
import { isClosed } from '../../agreement/transitions.ts';
import { appendToSection } from '../../brief/body.ts';
import { editInSteps } from '../../brief/edit-steps.ts';
import { checkNames } from '../../brief/evidence.ts';
import type { CheckResult } from '../../brief/evidence-lines.ts';
import { EVIDENCE, resultLine, resultText } from '../../brief/evidence-lines.ts';
import { nearest } from '../../brief/nearest.ts';
import { readBrief } from '../../brief/read.ts';
import type { Check } from '../../config/checks.ts';
import { Failure, Interrupted } from '../../failure.ts';
import { MAX_FILE_BYTES } from '../../files/bytes.ts';
import { headCommit } from '../../git/history-graph.ts';
import type { Repository } from '../../git/repository.ts';
import { textAt } from '../../git/revision.ts';
import { uncommittedPaths } from '../../git/work-tree-state.ts';
import { agentProgram } from '../agent-programs.ts';
import { isUnderPersonsName } from '../agent.ts';
import { agreedIn, configAt } from '../brief-line.ts';
import type { SavedBrief } from '../save.ts';
import { saveAndCommit } from '../save.ts';
import type { BriefSession } from '../session.ts';
import { assertNoUnrecordedMove, refOf } from '../session.ts';
import type { CheckRun } from './run-check.ts';
import { runCheck } from './run-check.ts';

/** What will be run, before anything is. */
export interface VerifyPlan {
  readonly checks: readonly Check[];
  /** The commit whose configuration says what the checks are. */
  readonly definedIn: string;
  /** It is the one in which the brief was agreed to; of that its day. */
  readonly agreed: boolean;
  readonly date: string | undefined;
}

interface Wanted {
  /** The checks to run; all that the evidence names where there is none. */
  readonly names: readonly string[];
  /** A commit to take the definitions from, in place of the agreed one. */
  readonly from: string | undefined;
}

/**
 * Finds out what is to be run: the checks of the evidence that was agreed to, as the configuration had
 * them then. What a branch makes of its own checks says nothing of that branch.
 */
export async function planVerify(session: BriefSession, wanted: Wanted): Promise<VerifyPlan> {
  const { workspace, path, brief } = session;
  const ref = refOf(session);
  const repository = repositoryOf(session);
  assertNoUnrecordedMove(session);
  if (isClosed(brief.values)) {
    throw new Failure(
      `${path} is closed`,
      `Open it again first: delegate reopen ${ref} --reason "…"`,
    );
  }
  const agreed = await agreedIn(workspace, { path, id: brief.values.id });
  const definedIn = wanted.from ?? agreed?.commit;
  if (definedIn === undefined) {
    throw new Failure(
      `${path} was never accepted in a commit, so none says what its checks are`,
      `Take them from one that you trust: delegate verify ${ref} --checks-from main`,
    );
  }
  const text = agreed && (await textAt(repository, agreed.commit, agreed.path, MAX_FILE_BYTES));
  const { evidence } = text === undefined ? brief.values : readBrief(text).values;
  const names = chosen(checkNames(evidence), wanted.names, session);
  const { checks } = await configAt(repository, definedIn);
  const place = `${definedIn.slice(0, 12)}${wanted.from === undefined ? ', where it was agreed' : ''}`;
  return {
    checks: names.map((name) => {
      const found = checks.find((one) => one.name === name);
      if (found !== undefined) return found;
      throw new Failure(
        `there is no check "${name}" in .delegate.yaml in ${place}`,
        wanted.from === undefined
          ? `Take it from a commit that has it: delegate verify ${ref} --checks-from REV`
          : 'Name a commit that has it.',
      );
    }),
    definedIn,
    agreed: definedIn === agreed?.commit,
    date: definedIn === agreed?.commit ? agreed.date : undefined,
  };
}

function repositoryOf({ workspace, path }: BriefSession): Repository {
  const { repository } = workspace;
  if (repository !== undefined && !repository.bare && repository.head !== undefined) {
    return repository;
  }
  throw new Failure(
    `there is no commit that ${path} could be verified on`,
    'Commit the work first: evidence says on which commit it was seen.',
  );
}

function chosen(
  known: readonly string[],
  wanted: readonly string[],
  session: BriefSession,
): readonly string[] {
  if (known.length === 0) {
    throw new Failure(
      `the evidence of ${session.path} names no check`,
      `Add one: delegate amend ${refOf(session)} --add "evidence=check: NAME" --reason "…"`,
    );
  }
  for (const name of wanted) {
    if (known.includes(name)) continue;
    const meant = nearest(name, known);
    throw new Failure(
      `the evidence of ${session.path} names no check "${name}"`,
      meant === undefined ? `It names ${known.join(', ')}.` : `Did you mean ${meant}?`,
    );
  }
  return wanted.length === 0 ? known : known.filter((name) => wanted.includes(name));
}

/** What a check said, with what it wrote. */
export interface Verified extends CheckResult, Pick<CheckRun, 'output' | 'cut' | 'seconds'> {}

/** A brief with what its checks said. */
export interface VerifiedBrief extends SavedBrief {
  readonly results: readonly Verified[];
}

/** What is told while checks run. */
export interface VerifyProgress {
  readonly begun: (check: Check) => void;
  readonly ended: (result: Verified) => void;
}

/** Runs the checks, one after the other, and records what they say under `## Evidence`. */
export async function verify(
  session: BriefSession,
  plan: VerifyPlan,
  progress: VerifyProgress,
): Promise<VerifiedBrief> {
  const results = await runChecks(session, plan, progress);
  return saveAndCommit(session, (current) => ({
    text: withResults(current.brief.text, results),
    event: `verified, ${results.map(({ check, verdict }) => `${check} ${verdict}`).join(', ')}`,
    trailers: results.map((result) => ['Evidence', resultText(result)] as const),
    result: { results },
  }));
}

/** The text of a brief with what checks said. */
function withResults(text: string, results: readonly CheckResult[]): string {
  return editInSteps(
    text,
    ...results.map((result) => (now: BriefSession['brief']) => {
      return appendToSection(now, EVIDENCE, resultLine(result));
    }),
  );
}

async function runChecks(
  session: BriefSession,
  { checks, definedIn, agreed }: VerifyPlan,
  { begun, ended }: VerifyProgress,
): Promise<readonly Verified[]> {
  const { workspace, path } = session;
  const { host, root } = workspace;
  const repository = repositoryOf(session);
  const commit = (await headCommit(repository)) as string;
  // The brief's own file says nothing of what is checked.
  const changed = (await uncommittedPaths(repository)).filter((one) => one !== path);
  const by = whoRuns(session);
  const results: Verified[] = [];
  let running: number | undefined;
  let isStopped = false;
  const heedInterrupts = host.onInterrupt(() => {
    isStopped = true;
    if (running !== undefined) host.endGroup(running);
  });
  try {
    for (const check of checks) {
      begun(check);
      // oxlint-disable-next-line no-await-in-loop -- checks may use the same files and ports
      const run = await runCheck(check, root, host, (id) => (running = id));
      if (isStopped) throw new Interrupted('Stopped; nothing was recorded.');
      const at = host.now().toISOString();
      const result = {
        date: at.slice(0, 10),
        time: at.slice(11, 16),
        check: check.name,
        ...run,
        commit,
        dirty: changed.length > 0,
        definedIn,
        agreed,
        by,
      };
      results.push(result);
      ended(result);
    }
  } finally {
    heedInterrupts();
  }
  return results;
}

/** Who runs them: where an agent's program does so under a person's name, both. */
function whoRuns(session: BriefSession): string {
  const who = session.self ?? 'somebody whom git does not know';
  const program = isUnderPersonsName(session)
    ? agentProgram(session.workspace.host.env)
    : undefined;
  return program === undefined ? who : `${who} through ${program.name}`;
}
