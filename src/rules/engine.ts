/** Runs rules over a brief. */
import type { KnownPerson } from '../brief/known-people.ts';
import { isAgent } from '../brief/known-people.ts';
import type { Brief } from '../brief/read.ts';
import type { Level, OptionValue } from '../config/settings.ts';
import { LEVELS } from '../config/settings.ts';
import { indexBriefs } from './brief-index.ts';
import { applyDisableComments, disabledIn } from './disable.ts';
import type { Finding } from './finding.ts';
import { speaksEnglish } from './language.ts';
import type { CheckContext, Found, Rule, RuleConfig, RuleContext } from './rule.ts';
import type { Subject } from './subjects.ts';
import { isHeldAgainst, writtenSubjects } from './subjects.ts';
import type { WordHit } from './word-hits.ts';

const DEFAULTS: RuleConfig = {};

/** Rules that are run together. */
export interface RuleSet {
  readonly rules: readonly Rule[];
  /** Finds the terms of their word lists, by a configuration; left out where none of them has one. */
  readonly wordFinder?: (config: RuleConfig) => WordFinder;
}

/** Finds terms in texts, by the rule whose list has them. */
type WordFinder = (texts: readonly Subject[]) => ReadonlyMap<string, readonly WordHit[]>;

/** Runs rules over a brief. */
export type CheckBrief = (brief: Brief, context: CheckContext) => Finding[];

/** The level of a rule in a configuration. */
export function levelOf(rule: Rule, config: RuleConfig = DEFAULTS): Level {
  return config.rules?.[rule.id]?.level ?? rule.level;
}

/** True for a rule that neither the configuration nor a comment in the brief switches off. */
export function isRuleOn(rule: Rule, brief: Brief, config?: RuleConfig): boolean {
  return levelOf(rule, config) !== 'off' && !disabledIn(brief, new Set([rule.id])).has(rule.id);
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
  readonly findWords: WordFinder;
}

const NO_OPTIONS = {};
const NO_WORDS: ReadonlyMap<string, readonly WordHit[]> = new Map();

/** Which rules run, at which level. */
function setupOf({ rules, wordFinder }: RuleSet, config: RuleConfig): RuleSetup {
  const active = rules.flatMap((rule): ActiveRule[] => {
    const level = levelOf(rule, config);
    if (level === 'off') return [];
    const { check, requires, alsoOn } = rule;
    const onUnreadable = alsoOn === 'unreadable';
    const options = optionsOf(rule, config);
    return [{ rule, level, options, check, requires, onUnreadable, onClosed: looksAtClosed(rule) }];
  });
  const language = config.language ?? 'en';
  return {
    active,
    required: new Set(config.required),
    checks: config.checks && new Set(config.checks.map(({ name }) => name)),
    people: config.people ?? [],
    isEnglish: /^en(?:-|$)/.test(language),
    findWords: wordFinder?.(config) ?? (() => NO_WORDS),
  };
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
 * Makes what runs some rules over a brief, at the levels of the configuration and without what the brief
 * itself switches off. It gives the findings in the order of the text, and never throws, whatever the brief
 * holds.
 */
export function briefChecker(set: RuleSet): CheckBrief {
  const ids: ReadonlySet<string> = new Set(set.rules.map(({ id }) => id));
  // Worked out once for a configuration.
  const setups = new WeakMap<RuleConfig, RuleSetup>();
  return (brief, context) => {
    const { config = DEFAULTS } = context;
    const setup = setups.get(config) ?? setupOf(set, config);
    setups.set(config, setup);
    const findings = findingsOf(brief, context, setup);
    const kept = applyDisableComments(brief, findings, { active: setup.active, ids }, context);
    return kept.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  };
}

function findingsOf(brief: Brief, context: CheckContext, setup: RuleSetup): Finding[] {
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
  return findings;
}

/** One object for all rules of a brief: making one for each costs more than most rules do. */
function ruleContextOf(
  brief: Brief,
  { path, today, asOf, newId, others, moved }: CheckContext,
  { required, checks, people, isEnglish, findWords }: RuleSetup,
): { -readonly [K in keyof RuleContext]: RuleContext[K] } {
  let texts: readonly Subject[] | undefined;
  let measured: readonly Subject[] | undefined;
  let hits: ReturnType<WordFinder> | undefined;
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
      hits ??= findWords(written());
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
