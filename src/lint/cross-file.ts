/** The rules that look across files: whether any is on, what they look at, and whom they concern. */
import type { Brief } from '../brief/read.ts';
import type { Config } from '../config/config.ts';
import type { BriefSummary } from '../rules/index.ts';
import { RULES, checkBrief, levelOf } from '../rules/index.ts';
import type { Checked } from './check.ts';
import type { CheckSetup } from './check-context.ts';
import { summarise } from './check.ts';
import { checkContext } from './check-context.ts';

const CROSS_FILE_RULES = RULES.filter(({ requires }) => requires === 'others');

/** True when a rule is on that looks across files. */
export function hasCrossFileRules(config: Config): boolean {
  return CROSS_FILE_RULES.some((rule) => levelOf(rule, config) !== 'off');
}

/** The summaries of all briefs: of what was checked, and of what stands beside it. */
export async function summariseAll(
  setup: CheckSetup,
  checked: readonly Checked[],
  listAll: () => Promise<readonly string[]>,
): Promise<readonly BriefSummary[]> {
  const known = new Map(checked.map(({ path, summary }) => [path, summary]));
  for (const path of await listAll()) {
    if (!known.has(path)) known.set(path, summarise(setup, path));
  }
  return [...known.values()].filter((summary) => summary !== undefined);
}

/**
 * Tells which briefs the rules across files have something to say of, from summaries alone, so that
 * only these are read again with their places.
 */
export function crossFileFilter(
  setup: CheckSetup,
  others: readonly BriefSummary[],
): (checked: Checked) => boolean {
  const rules = Object.fromEntries(
    RULES.map((rule) => {
      const level = CROSS_FILE_RULES.includes(rule) ? levelOf(rule, setup.config) : 'off';
      return [rule.id, { options: setup.config.rules[rule.id]?.options ?? {}, level }];
    }),
  );
  const only: CheckSetup = { ...setup, config: { ...setup.config, rules, required: [] } };
  return ({ path, summary, disables }) => {
    if (summary === undefined) return false;
    if (disables) return true;
    const brief = { ...EMPTY, values: summary as Brief['values'] };
    return checkBrief(brief, checkContext(only, path, others)).length > 0;
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
