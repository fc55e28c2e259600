/** The list of all rules, and the one function that runs them over a brief. */
import type { KnownPerson } from '../brief/known-people.ts';
import { isAgent } from '../brief/known-people.ts';
import type { Brief } from '../brief/read.ts';
import type { Level, OptionValue } from '../config/settings.ts';
import { LEVELS } from '../config/settings.ts';
import { AGENTS } from './agents.ts';
import { AUTONOMY } from './autonomy.ts';
import { indexBriefs } from './brief-index.ts';
import { CHANGE_CONTROL } from './change-control.ts';
import { CLARITY } from './clarity.ts';
import { CONSISTENCY } from './consistency.ts';
import { applyDisableComments, disabledIn } from './disable.ts';
import type { Finding } from './finding.ts';
import { FOLLOW_UP } from './follow-up.ts';
import { speaksEnglish } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import { lexiconOf } from './lexicon.ts';
import { REALITY } from './reality.ts';
import type { CheckContext, Found, Rule, RuleConfig, RuleContext } from './rule.ts';
import { STRUCTURE } from './structure.ts';
import type { Subject } from './subjects.ts';
import { isHeldAgainst, writtenSubjects } from './subjects.ts';
import { findHits } from './word-hits.ts';

export type { BriefSummary } from './brief-index.ts';
export { SUMMARISED, summaryOf } from './brief-index.ts';
export type { Finding } from './finding.ts';
export { RULE } from './ids.ts';
export type { CheckContext, Rule, RuleConfig } from './rule.ts';

/** Every rule, family by family. A new rule is one entry in the list of its family. */
export const RULES: readonly Rule[] = [
  ...STRUCTURE,
  ...CLARITY,
  ...CONSISTENCY,
  ...AUTONOMY,
  ...REALITY,
  ...FOLLOW_UP,
  ...CHANGE_CONTROL,
  ...AGENTS,
];

/** The ids of all rules: what a configuration may name. */
export const ruleIds: readonly string[] = RULES.map(({ id }) => id);

const IDS: ReadonlySet<string> = new Set(ruleIds);

const BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule with an id, or undefined. */
export function ruleOf(id: string): Rule | undefined {
  return BY_ID.get(id);
}

const DEFAULTS: RuleConfig = {};

/** The level of a rule in a configuration. */
export function levelOf(rule: Rule, config: RuleConfig = DEFAULTS): Level {
  return config.rules?.[rule.id]?.level ?? rule.level;
}

/** True for a rule that neither the configuration nor a comment in the brief switches off. */
export function isRuleOn(id: string, brief: Brief, config?: RuleConfig): boolean {
  const rule = BY_ID.get(id);
  return rule !== undefined && levelOf(rule, config) !== 'off' && !disabledIn(brief, IDS).has(id);
}

/** A rule that is on, with its level and options, and what is asked of it for every brief. */
interface ActiveRule extends Pick<Rule, 'check'> {
  readonly rule: Rule;
  readonly level: Finding['level'];
  readonly options: Readonly<Record<string, OptionValue>>;
  readonly requires: Rule['requires'];
  readonly onUnreadable: boolean;
  readonly onClosed: boolean;
}

/** A configuration, worked out for all briefs that are checked with it. */
interface RuleSetup {
  readonly active: readonly ActiveRule[];
  readonly required: RuleContext['required'];
  readonly checks: RuleContext['checks'];
  readonly people: readonly KnownPerson[];
  readonly isEnglish: boolean;
  /** Made when a rule asks for the first time. */
  readonly lexicon: () => Lexicon;
}

const SETUPS = new WeakMap<RuleConfig, RuleSetup>();
const NO_OPTIONS = {};

/** Which rules run, at which level: worked out once for a configuration. */
function setupOf(config: RuleConfig): RuleSetup {
  const known = SETUPS.get(config);
  if (known !== undefined) return known;
  const active = RULES.flatMap((rule): ActiveRule[] => {
    const level = levelOf(rule, config);
    if (level === 'off') return [];
    const { check, requires, alsoOn } = rule;
    const onUnreadable = alsoOn === 'unreadable';
    const options = optionsOf(rule, config);
    return [{ rule, level, options, check, requires, onUnreadable, onClosed: looksAtClosed(rule) }];
  });
  const language = config.language ?? 'en';
  let lexicon: Lexicon | undefined;
  const setup: RuleSetup = {
    active,
    required: new Set(config.required),
    checks: config.checks && new Set(config.checks.map(({ name }) => name)),
    people: config.people ?? [],
    isEnglish: /^en(?:-|$)/.test(language),
    lexicon: () => (lexicon ??= lexiconOf(language, config.words)),
  };
  SETUPS.set(config, setup);
  return setup;
}

function optionsOf({ id, options = {} }: Rule, config: RuleConfig): ActiveRule['options'] {
  const configured = config.rules?.[id]?.options;
  const entries = Object.entries(options).map(([key, option]) => {
    const value = configured?.[key];
    // What is not of the option's kind is as good as not said.
    return [key, typeof value === typeof option.default ? value : option.default];
  });
  return Object.fromEntries(entries);
}

/**
 * Runs every rule over a brief, at the levels of the configuration and without what the brief itself
 * switches off.
 *
 * @returns The findings in the order of the text. Never throws, whatever the brief holds.
 */
export function checkBrief(brief: Brief, context: CheckContext): Finding[] {
  const setup = setupOf(context.config ?? DEFAULTS);
  const ruleContext = ruleContextOf(brief, context, setup);
  const { status } = brief.values;
  const closed = status === 'done' || status === 'cancelled';
  const findings: Finding[] = [];
  for (const active of setup.active) {
    if (!brief.readable && !active.onUnreadable) continue;
    if (closed && !active.onClosed) continue;
    if (active.requires !== undefined && context[active.requires] === undefined) continue;
    ruleContext.options = active.options;
    const found = active.check(brief, ruleContext);
    if (found === undefined) continue;
    if (Array.isArray(found)) {
      for (const one of found as readonly Found[]) findings.push(finding(active, one, context));
    } else findings.push(finding(active, found as Found, context));
  }
  const kept = applyDisableComments(brief, findings, { active: setup.active, ids: IDS }, context);
  return kept.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** One object for all rules of a brief: making one for each costs more than most rules do. */
function ruleContextOf(
  brief: Brief,
  { path, today, asOf, newId, others, moved }: CheckContext,
  { required, checks, people, isEnglish, lexicon }: RuleSetup,
): { -readonly [K in keyof RuleContext]: RuleContext[K] } {
  let texts: readonly Subject[] | undefined;
  let measured: readonly Subject[] | undefined;
  let hits: ReturnType<typeof findHits> | undefined;
  let english: boolean | undefined;
  const written = (): readonly Subject[] => (texts ??= writtenSubjects(brief));
  const speaks = (): boolean => (english ??= isEnglish && speaksEnglish(written()));
  return {
    path,
    today,
    asOf,
    briefs: others && indexBriefs(others()),
    newId,
    moved,
    required,
    checks,
    isForAgent: () => people.length > 0 && isAgent(brief.values.delegate ?? '', people),
    written,
    heldAgainst: () => (measured ??= written().filter(isHeldAgainst)),
    hits(rule) {
      hits ??= findHits(written(), lexicon());
      const found = hits.get(rule);
      // Only where there is something to say does it matter in which language it was said.
      return found === undefined || (isEnglish && !speaks()) ? [] : found;
    },
    speaks,
    isEnglish,
    options: NO_OPTIONS,
  };
}

/** How a closed brief was worded is history; what its records say still counts. */
function looksAtClosed(rule: Rule): boolean {
  return (
    rule.alsoOn !== undefined || rule.family === 'structure' || rule.family === 'change control'
  );
}

function finding({ rule, level }: ActiveRule, found: Found, context: CheckContext): Finding {
  const own = found.level;
  return {
    rule: rule.id,
    level: own !== undefined && LEVELS.indexOf(own) < LEVELS.indexOf(level) ? own : level,
    message: found.message,
    help: found.help,
    path: context.path,
    span: found.span,
    ...(found.other === undefined ? {} : { other: found.other }),
    ...(found.fix === undefined ? {} : { fix: found.fix }),
  };
}
