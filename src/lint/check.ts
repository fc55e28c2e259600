/** The check of one brief: its text or its file against all rules. */
import type { Fix } from '../brief/text-edit.ts';
import type { Brief } from '../brief/read.ts';
import { readBrief } from '../brief/read.ts';
import { loadFile } from '../files/load.ts';
import type { CheckSetup } from './check-context.ts';
import { checkContext } from './check-context.ts';
import type { LocatedFinding } from './findings.ts';
import { fileFinding, locate } from './findings.ts';
import { mayDisable } from '../rules/disable.ts';
import type { BriefSummary, Finding } from '../rules/index.ts';
import { SUMMARISED, checkBrief, summaryOf } from '../rules/index.ts';

/** What the rules find in a brief that was read already. */
export function findingsOf(
  setup: CheckSetup,
  path: string,
  brief: Brief,
  others?: readonly BriefSummary[],
): Finding[] {
  return checkBrief(brief, checkContext(setup, path, others));
}

/** What is kept of a file that was checked. */
export interface Checked {
  readonly path: string;
  readonly findings: readonly LocatedFinding[];
  /** Undefined when the file cannot be read. */
  readonly summary?: BriefSummary | undefined;
  /** Its comments may switch off rules that look across files. */
  readonly disables: boolean;
}

/** Checks many files. */
export type CheckMany = (
  setup: CheckSetup,
  paths: readonly string[],
) => Checked[] | Promise<Checked[]>;

/** A text that was checked, with the fixes that its findings offer. */
export interface CheckedText extends Checked {
  readonly fixes: readonly Fix[];
  readonly readable: boolean;
}

/** Checks a text as the file that it is or will be. */
export function checkText(
  setup: CheckSetup,
  path: string,
  text: string,
  others?: readonly BriefSummary[],
): CheckedText {
  const brief = readBrief(text);
  const found = findingsOf(setup, path, brief, others);
  return {
    path,
    findings: locate(found, text),
    summary: summaryOf(path, brief),
    disables: mayDisable(text),
    fixes: found.flatMap(({ fix }) => (fix === undefined ? [] : [fix])),
    readable: brief.readable,
  };
}

/** Checks a file; without `others` the rules that look across files are left for later. */
export function checkFile(
  setup: CheckSetup,
  path: string,
  others?: readonly BriefSummary[],
): Checked {
  return JSON.parse(checkedAsJson(setup, path, others)) as Checked;
}

/**
 * The same as JSON: it holds on to nothing of the file's text, as a part cut out of a string does, which
 * keeps all of it in memory, and a thread can hand it to another.
 */
export function checkedAsJson(
  setup: CheckSetup,
  path: string,
  others?: readonly BriefSummary[],
): string {
  const loaded = loadFile(setup, path);
  let checked: Checked;
  if ('text' in loaded) {
    const { findings, summary, disables } = checkText(setup, path, loaded.text, others);
    checked = { path, findings, summary, disables };
  } else {
    const { message, help, rule } = loaded.problem;
    const findings = [fileFinding({ rule, level: 'error', message, help, path })];
    checked = { path, findings, summary: undefined, disables: false };
  }
  return JSON.stringify(checked);
}

/** Reads what the rules across files keep of a brief that is not itself checked. */
export function summarise(
  workspace: { readonly root: string },
  path: string,
): BriefSummary | undefined {
  const loaded = loadFile(workspace, path);
  return 'text' in loaded ? detachedSummary(summaryOf(path, readBrief(loaded.text))) : undefined;
}

function detachedSummary(summary: BriefSummary | undefined): BriefSummary | undefined {
  if (summary === undefined) return undefined;
  const own: { -readonly [K in keyof BriefSummary]: BriefSummary[K] } = { path: summary.path };
  for (const key of SUMMARISED) {
    const text = summary[key];
    if (text !== undefined) own[key] = copied(text);
  }
  return own;
}

/** The same text as a string of its own. */
function copied(text: string): string {
  return ` ${text}`.slice(1);
}
