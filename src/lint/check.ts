/** Checks files: reads, parses, runs the rules, and keeps of each what the report needs. */
import { randomBytes } from 'node:crypto';
import type { Fix } from '../brief/text-edit.ts';
import { idFrom } from '../brief/id.ts';
import type { Brief } from '../brief/read.ts';
import { readBrief } from '../brief/read.ts';
import type { Config } from '../config/config.ts';
import type { Loaded } from '../files/load.ts';
import { loadSync } from '../files/load.ts';
import type { Reported } from './findings.ts';
import { locate, unlocated } from './findings.ts';
import type { BriefSummary } from '../rules/index.ts';
import { RULES, checkBrief, summaryOf } from '../rules/index.ts';

/** Where files are and how they are judged: plain data, so that it can be sent to a worker. */
export interface CheckSetup {
  readonly root: string;
  readonly config: Config;
  readonly today: string;
}

/** What is kept of a file that was checked. */
export interface Checked {
  readonly path: string;
  readonly findings: readonly Reported[];
  /** Undefined when the file cannot be read. */
  readonly summary: BriefSummary | undefined;
  /** Its comments may switch off rules that look across files. */
  readonly disables: boolean;
}

/** A text that was checked, with the fixes that its findings offer. */
export interface CheckedText extends Checked {
  readonly fixes: readonly Fix[];
  readonly readable: boolean;
}

const FOLDER_RULES = RULES.filter(({ requires }) => requires === 'others').map(({ id }) => id);
const newId = (): string => idFrom(randomBytes(5));

/** Loads one file; `loadSync` asks for no more of a workspace than its root. */
export function loadAt(setup: CheckSetup, path: string): Loaded {
  return loadSync(rootOnly(setup), path);
}

const WORKSPACES = new WeakMap<CheckSetup, Parameters<typeof loadSync>[0]>();

function rootOnly(setup: CheckSetup): Parameters<typeof loadSync>[0] {
  const known = WORKSPACES.get(setup);
  if (known !== undefined) return known;
  const made = { root: setup.root } as Parameters<typeof loadSync>[0];
  WORKSPACES.set(setup, made);
  return made;
}

/** Checks a file; without `others` the rules that look across files are left for later. */
export function checkFile(
  setup: CheckSetup,
  path: string,
  others?: readonly BriefSummary[],
): Checked {
  const loaded = loadAt(setup, path);
  if ('text' in loaded) return keep(checkText(setup, path, loaded.text, others));
  const { message, help, rule } = loaded.problem;
  const findings = [unlocated({ rule, level: 'error', message, help, path })];
  return { path, findings, summary: undefined, disables: false };
}

/** Drops what holds on to the text: a part cut out of a string keeps all of it in memory. */
function keep({ path, findings, summary, disables }: Checked): Checked {
  return { path, findings: findings.map(ownFinding), summary: ownSummary(summary), disables };
}

function ownFinding(finding: Reported): Reported {
  return {
    ...finding,
    message: own(finding.message),
    help: own(finding.help),
    subject: own(finding.subject),
    source: finding.source.map((line) => ({ ...line, text: own(line.text) })),
  };
}

function ownSummary(summary: BriefSummary | undefined): BriefSummary | undefined {
  if (summary === undefined) return undefined;
  const parts = Object.entries(summary).map(([key, text]) => [key, own(text as string)]);
  return Object.fromEntries(parts);
}

/** The same text as a string of its own. */
function own(text: string): string {
  return ` ${text}`.slice(1);
}

/** Checks a text as the file that it is or will be. */
export function checkText(
  setup: CheckSetup,
  path: string,
  text: string,
  others?: readonly BriefSummary[],
): CheckedText {
  const brief = readBrief(text);
  const found = checkBrief(brief, {
    path,
    today: setup.today,
    config: setup.config,
    newId,
    ...(others === undefined ? {} : { others: () => others }),
  });
  return {
    path,
    findings: locate(found, text),
    summary: summaryOf(path, brief),
    disables: text.includes('delegate-disable'),
    fixes: found.flatMap(({ fix }) => (fix === undefined ? [] : [fix])),
    readable: brief.readable,
  };
}

/** Reads what the rules across files keep of a brief that is not itself checked. */
export function summarise(setup: CheckSetup, path: string): BriefSummary | undefined {
  const loaded = loadAt(setup, path);
  return 'text' in loaded ? ownSummary(summaryOf(path, readBrief(loaded.text))) : undefined;
}

/** True when a rule is on that looks across files. */
export function looksAcross(config: Config): boolean {
  return RULES.some((rule) => {
    return rule.requires === 'others' && (config.rules[rule.id]?.level ?? rule.level) !== 'off';
  });
}

/**
 * Tells which briefs the rules across files have something to say of, from summaries alone, so that
 * only these are read again with their places.
 */
export function acrossFinder(
  setup: CheckSetup,
  others: readonly BriefSummary[],
): (checked: Checked) => boolean {
  const rules = Object.fromEntries(
    RULES.map(({ id, level }) => {
      const setting = setup.config.rules[id];
      const on = FOLDER_RULES.includes(id) ? (setting?.level ?? level) : 'off';
      return [id, { options: setting?.options ?? {}, level: on }];
    }),
  );
  const config = { ...setup.config, rules, required: [] };
  return ({ path, summary, disables }) => {
    if (summary === undefined) return false;
    if (disables) return true;
    const brief = { ...EMPTY, values: summary as Brief['values'] };
    return checkBrief(brief, { path, config, others: () => others }).length > 0;
  };
}

const EMPTY: Brief = {
  text: '',
  split: undefined,
  root: undefined,
  values: {},
  places: new Map(),
  problems: [],
  readable: true,
};
