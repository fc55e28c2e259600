import type { Command } from 'commander';
import { isAccepted, isClosed } from '../agreement/transitions.ts';
import { Failure } from '../failure.ts';
import { resolveCommit } from '../git/history-graph.ts';
import type { Host, Result } from '../host.ts';
import { EXIT } from '../host.ts';
import type { BriefSession } from '../lifecycle/session.ts';
import type { VerifiedBrief, VerifyPlan } from '../lifecycle/verify/verify.ts';
import { planVerify, verify } from '../lifecycle/verify/verify.ts';
import { planText, verifiedText } from '../report/verify.ts';
import type { Execute } from './command.ts';
import type { BriefOptions } from './lifecycle/brief-command.ts';
import { declareNamedBrief, openSession, savedResult } from './lifecycle/brief-command.ts';
import { collect } from './options.ts';

interface VerifyOptions extends BriefOptions {
  readonly check?: readonly string[];
  readonly checksFrom?: string;
  readonly yes?: true;
}

/** `delegate verify BRIEF`: runs the checks that its evidence names, and records what they say. */
export function declare(command: Command, execute: Execute): void {
  declareNamedBrief(command)
    .option('--check <name>', 'run this one only; may be repeated', collect)
    .option(
      '--checks-from <revision>',
      'what the checks are, from this commit and not the agreed one',
    )
    .option('-y, --yes', 'run them without asking')
    .option('-n, --dry-run', 'show what would be run, and run nothing')
    .addHelpText(
      'after',
      `
What runs stands under checks in .delegate.yaml, as it was in the commit in which the brief was agreed
to: a branch does not judge itself. The programs are those of the work tree; "delegate guard" tells who
touched what a check protects. Nothing else runs a check: no lint, no hook, no command that reads.

Status: 0 when all pass, 1 when one does not, 2 when one could not be run.

Examples:
  delegate verify b-7k3
  delegate verify b-7k3 --yes --json
  delegate verify b-7k3 --check deploy-time --checks-from origin/main`,
    )
    .action((ref: string | undefined, options: VerifyOptions) =>
      execute((host) => run(host, ref, options)),
    );
}

async function run(host: Host, ref: string | undefined, options: VerifyOptions): Promise<Result> {
  const { check: names = [], checksFrom, dryRun } = options;
  const session = await openSession(host, ref, options, (values) => {
    return isAccepted(values) && !isClosed(values) && values.evidence !== undefined;
  });
  const from = checksFrom === undefined ? undefined : await commitOf(session, checksFrom);
  const plan = await planVerify(session, { names, from });
  const columns = host.terminal ? Math.max(20, host.columns) : Number.MAX_SAFE_INTEGER;
  host.stderr.write(planText(plan, session.workspace.root, columns));
  if (dryRun) return { err: 'Nothing was run.\n' };
  if (!(await isWanted(host, options))) return { err: 'Nothing was run.\n', status: EXIT.failed };
  let out = '';
  const verified = await verify(session, plan, {
    begun({ name }) {
      if (host.terminal) host.stderr.write(`Running ${name} …\n`);
    },
    ended(result) {
      out += verifiedText(result, columns);
    },
  });
  return resultOf(verified, plan, out, options);
}

async function commitOf({ workspace }: BriefSession, revision: string): Promise<string> {
  const { repository } = workspace;
  const commit = repository && (await resolveCommit(repository, revision));
  if (commit !== undefined) return commit;
  throw new Failure(`git knows no revision "${revision}"`, 'Name a branch, a tag or a commit.');
}

async function isWanted(host: Host, { yes }: VerifyOptions): Promise<boolean> {
  if (yes) return true;
  if (!host.interactive) {
    throw new Failure('nothing was run: nobody said yes', 'Read what it would run, and add --yes.');
  }
  const { confirm } = await import('../wizard/confirm.ts');
  return confirm(host, 'Run it?', false);
}

function resultOf(
  verified: VerifiedBrief,
  { definedIn, agreed }: VerifyPlan,
  out: string,
  options: VerifyOptions,
): Result {
  const { results, path } = verified;
  const data = { definedIn, agreed, results };
  const done = `Recorded what the checks said in ${path}`;
  const saved = savedResult(verified, { done, data }, options);
  const could = results.every(({ verdict }) => verdict !== 'not-run');
  const passed = results.every(({ verdict }) => verdict === 'passed');
  const status = passed ? EXIT.ok : could ? EXIT.findings : EXIT.failed;
  return {
    ...saved,
    out: options.json ? (saved.out ?? '') : out,
    status: saved.status === EXIT.ok ? status : EXIT.failed,
  };
}
