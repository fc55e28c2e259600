/** The list of all rules, and the one function that runs them over a brief. */
import type { Brief } from '../brief/read.ts';
import type { OptionValue } from '../config/settings.ts';
import { AUTONOMY } from './autonomy.ts';
import { CHANGE_CONTROL } from './change-control.ts';
import { CLARITY } from './clarity.ts';
import { disablings } from './disable.ts';
import type { Finding } from './finding.ts';
import { folderOf } from './folder.ts';
import { FOLLOW_UP } from './follow-up.ts';
import { speaksEnglish } from './language.ts';
import { REALITY } from './reality.ts';
import type { BriefSummary, CheckContext, Found, Rule, RuleConfig, RuleContext } from './rule.ts';
import { STRUCTURE } from './structure.ts';
import type { Lexicon } from './word-hits.ts';
import { findHits, lexiconOf } from './word-hits.ts';

export type { Finding } from './finding.ts';
export type { BriefSummary, Rule, RuleConfig, RuleContext } from './rule.ts';

/** Every rule, family by family. A new rule is one entry in the list of its family. */
export const RULES: readonly Rule[] = [
  ...STRUCTURE,
  ...CLARITY,
  ...AUTONOMY,
  ...REALITY,
  ...FOLLOW_UP,
  ...CHANGE_CONTROL,
];

/** The ids of all rules: what a configuration may name. */
export const ruleIds: readonly string[] = RULES.map(({ id }) => id);

const IDS: ReadonlySet<string> = new Set(ruleIds);

const BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule with an id, or undefined. */
export function ruleOf(id: string): Rule | undefined {
  return BY_ID.get(id);
}

/** What the rules that look across files keep of a brief. */
export function summaryOf(path: string, { values }: Brief): BriefSummary {
  const { id, title, status, delegate, parent } = values;
  return {
    path,
    ...(id !== undefined && { id }),
    ...(title !== undefined && { title }),
    ...(status !== undefined && { status }),
    ...(delegate !== undefined && { delegate }),
    ...(parent !== undefined && { parent }),
  };
}

/** A rule as a configuration has it. */
interface Active {
  readonly rule: Rule;
  readonly level: Finding['level'];
  readonly options: Readonly<Record<string, OptionValue>>;
}

interface Setup {
  readonly active: readonly Active[];
  readonly required: CheckContext['required'];
  readonly isEnglish: boolean;
  readonly lexicon: Lexicon;
}

const SETUPS = new WeakMap<RuleConfig, Setup>();
const DEFAULTS: RuleConfig = {};
const NO_OPTIONS = {};

/** Which rules run, at which level: worked out once for a configuration. */
function setupOf(config: RuleConfig): Setup {
  const known = SETUPS.get(config);
  if (known !== undefined) return known;
  const active = RULES.flatMap((rule): Active[] => {
    const setting = config.rules?.[rule.id];
    const level = setting?.level ?? rule.level;
    if (level === 'off') return [];
    const options = Object.entries(rule.options ?? {}).map(([key, option]) => {
      const given = setting?.options[key];
      // What is not of the option's kind is as good as not said.
      return [key, typeof given === typeof option.default ? given : option.default];
    });
    return [{ rule, level, options: Object.fromEntries(options) }];
  });
  const language = config.language ?? 'en';
  const setup: Setup = {
    active,
    required: new Set(config.required),
    isEnglish: /^en(?:-|$)/.test(language),
    lexicon: lexiconOf(language, config.words),
  };
  SETUPS.set(config, setup);
  return setup;
}

/**
 * Runs every rule over a brief, at the levels of the configuration and without what the brief itself
 * switches off.
 *
 * @returns The findings in the order of the text. Never throws, whatever the brief holds.
 */
export function checkBrief(brief: Brief, context: RuleContext): Finding[] {
  const setup = setupOf(context.config ?? DEFAULTS);
  const { status } = brief.values;
  const closed = status === 'done' || status === 'cancelled';
  const findings: Finding[] = [];
  const others = context.others;
  let hits: ReturnType<typeof findHits> | undefined;
  let english: boolean | undefined;
  const speaks = (): boolean => (english ??= setup.isEnglish && speaksEnglish(brief));
  // One object for all rules of a brief: making one for each costs more than most rules do.
  const given: { -readonly [K in keyof CheckContext]: CheckContext[K] } = {
    path: context.path,
    today: context.today,
    folder: others && folderOf(others()),
    newId: context.newId,
    required: setup.required,
    hits(rule) {
      hits ??= findHits(brief, setup.lexicon);
      const found = hits.get(rule);
      // Only where there is something to say does it matter in which language it was said.
      return found === undefined || (setup.isEnglish && !speaks()) ? [] : found;
    },
    speaks,
    options: NO_OPTIONS,
  };
  for (const { rule, level, options } of setup.active) {
    if (!brief.readable && rule.alsoOn !== 'unreadable') continue;
    if (closed && !looksAtClosed(rule)) continue;
    if (rule.requires !== undefined && context[rule.requires] === undefined) continue;
    given.options = options;
    const found = rule.check(brief, given);
    if (found === undefined) continue;
    if (Array.isArray(found)) {
      for (const one of found as readonly Found[])
        findings.push(finding(rule, level, one, context));
    } else findings.push(finding(rule, level, found as Found, context));
  }
  const kept = disablings(brief, findings, { active: setup.active, ids: IDS }, context);
  return kept.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** How a closed brief was worded is history; what its records say still counts. */
function looksAtClosed(rule: Rule): boolean {
  return (
    rule.alsoOn !== undefined || rule.family === 'structure' || rule.family === 'change control'
  );
}

const LOUDNESS = { info: 0, warning: 1, error: 2 } as const;

function finding(rule: Rule, level: Finding['level'], found: Found, context: RuleContext): Finding {
  const own = found.level;
  return {
    rule: rule.id,
    level: own !== undefined && LOUDNESS[own] < LOUDNESS[level] ? own : level,
    message: found.message,
    help: found.help,
    path: context.path,
    span: found.span,
    ...(found.fix === undefined ? {} : { fix: found.fix }),
  };
}
