/** What briefs are checked with. The only maker of a check's context. */
import { randomBytes } from 'node:crypto';
import { idFrom } from '../brief/id.ts';
import type { Config } from '../config/config.ts';
import type { BriefSummary } from '../rules/brief-index.ts';
import type { CheckContext } from '../rules/rule.ts';

/** Where files are and how they are judged: plain data, so that it can be sent to a worker. */
export interface CheckSetup {
  readonly root: string;
  readonly config: Config;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The day that dates in words are counted from; without it they get no fix. */
  readonly asOf?: string;
}

/** The setup for the briefs of a workspace. */
export function checkSetup(
  { root, config }: { readonly root: string; readonly config: Config },
  today: string,
  asOf?: string,
): CheckSetup {
  return { root, config, today, ...(asOf === undefined ? {} : { asOf }) };
}

/** A new id, made by chance. */
export function newId(): string {
  return idFrom(randomBytes(5));
}

/**
 * What a brief is checked with.
 *
 * @param others All briefs, the same array for all of a run; without them the rules that look across
 *   files find nothing.
 * @param moved How the criteria moved from what was agreed, where git was asked.
 */
export function checkContext(
  { config, today, asOf }: CheckSetup,
  path: string,
  others?: readonly BriefSummary[],
  moved?: CheckContext['moved'],
): CheckContext {
  return {
    path,
    today,
    config,
    newId,
    ...(asOf === undefined ? {} : { asOf }),
    ...(others === undefined ? {} : { others: () => others }),
    ...(moved === undefined ? {} : { moved }),
  };
}
