/**
 * The lines under `## Evidence`: what a check said, which `delegate verify` writes, and what somebody
 * claims. `- 2026-05-10 12:30 UTC, check: tests passed on 1a2b3c4d5e6f, as agreed in 0f9e8d7c6b5a, run by Ana Novak`
 */
import { checkItem, checkNameOf } from './evidence.ts';
import { sectionOf } from './body.ts';
import { isDate } from './dates/calendar.ts';
import { markdownLines } from './markdown.ts';
import type { Brief } from './read.ts';
import type { Span } from './span.ts';

/** The heading that they stand under. */
export const EVIDENCE = 'Evidence';

/** What came of a check, and how a line says it. */
const VERDICTS = {
  passed: 'passed',
  failed: 'failed',
  'timed-out': 'timed out',
  'not-run': 'could not run',
} as const;
export type Verdict = keyof typeof VERDICTS;

/** What a check said, once. */
export interface CheckResult {
  /** `YYYY-MM-DD` and `HH:MM`, UTC. */
  readonly date: string;
  readonly time: string;
  readonly check: string;
  readonly verdict: Verdict;
  /** How it ended, where it did not pass: `exit 1`. */
  readonly detail?: string | undefined;
  /** The commit that it was run on. */
  readonly commit: string;
  /** There were changes beside it that were not committed. */
  readonly dirty: boolean;
  /** The commit whose configuration says what it runs, and whether that is the agreed one. */
  readonly definedIn: string;
  readonly agreed: boolean;
  readonly by: string;
}

/** What somebody says of it without a check. */
export interface EvidenceClaim {
  readonly date: string;
  readonly by: string;
  readonly text: string;
}

/** The results and claims of a brief, in the order of the file, each with its line. */
export interface EvidenceLines {
  readonly results: readonly (CheckResult & { readonly span: Span })[];
  readonly claims: readonly (EvidenceClaim & { readonly span: Span })[];
}

const RESULT =
  /^ {0,3}[-*+] +(\d{4}-\d\d-\d\d) (\d\d:\d\d) UTC, check: (\S{1,80}) (passed|failed|timed out|could not run)(?: \(([^()]{0,80})\))? on ([0-9a-f]{7,64})( with uncommitted changes)?, as (agreed|defined) in ([0-9a-f]{7,64}), run by (.+)$/;
const CLAIM = /^ {0,3}[-*+] +(\d{4}-\d\d-\d\d), claimed by ([^:]{1,200}): *(.*)$/;

/** A result as its line. */
export function resultLine(result: CheckResult): string {
  const { date, time, check, verdict, detail, commit, dirty, definedIn, agreed, by } = result;
  const how = detail === undefined ? '' : ` (${oneLine(detail).replace(/[()]/g, '').slice(0, 80)})`;
  const where = `${commit.slice(0, 12)}${dirty ? ' with uncommitted changes' : ''}`;
  const source = `as ${agreed ? 'agreed' : 'defined'} in ${definedIn.slice(0, 12)}`;
  return `- ${date} ${time} UTC, ${checkItem(check)} ${VERDICTS[verdict]}${how} on ${where}, ${source}, run by ${oneLine(by)}`;
}

/** A claim as its line. */
export function claimLine({ date, by, text }: EvidenceClaim): string {
  return `- ${date}, claimed by ${oneLine(by).replaceAll(':', ' ')}: ${oneLine(text)}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The lines under `## Evidence`; those of another form are left alone. */
export function evidenceLines(brief: Brief): EvidenceLines {
  const results: EvidenceLines['results'][number][] = [];
  const claims: EvidenceLines['claims'][number][] = [];
  const section = sectionOf(brief, EVIDENCE);
  if (section === undefined) return { results, claims };
  for (const line of markdownLines(brief.text, section.heading.next)) {
    if (line.start >= section.end) break;
    if (line.isCode) continue;
    const span = { start: line.start, end: line.end };
    const result = resultOf(line.text);
    if (result !== undefined) results.push({ ...result, span });
    const [, date, by, text] = CLAIM.exec(line.text) ?? [];
    if (date === undefined || by === undefined || !isDate(date)) continue;
    claims.push({ date, by: by.trim(), text: (text ?? '').trim(), span });
  }
  return { results, claims };
}

function resultOf(line: string): CheckResult | undefined {
  const [, date, time, check, words, detail, commit, dirty, source, definedIn, by] =
    RESULT.exec(line) ?? [];
  const verdict = (Object.keys(VERDICTS) as Verdict[]).find((one) => VERDICTS[one] === words);
  if (!date || !time || !check || !commit || !definedIn || !by) return undefined;
  if (!isDate(date) || verdict === undefined) return undefined;
  return {
    date,
    time,
    check,
    verdict,
    ...(detail === undefined ? {} : { detail }),
    commit,
    dirty: dirty !== undefined,
    definedIn,
    agreed: source === 'agreed',
    by: by.trim(),
  };
}

/** How one way to see that it is reached stands. */
export interface EvidenceState {
  /** As it stands under `evidence`. */
  readonly item: string;
  /** The name of its check; undefined for one in words. */
  readonly check: string | undefined;
  /** What that said last; undefined where nobody has run it. */
  readonly last: CheckResult | undefined;
}

/** How each item of a brief's evidence stands. */
export function evidenceStates(brief: Brief): readonly EvidenceState[] {
  const { evidence = [] } = brief.values;
  if (evidence.length === 0) return [];
  const { results } = evidenceLines(brief);
  return evidence.map((item) => {
    const check = checkNameOf(item);
    const last = check === undefined ? undefined : results.findLast((one) => one.check === check);
    return { item, check, last };
  });
}

/** What a check said, in a few words: `passed on 1a2b3c4d5e6f, 2026-05-10`. */
export function verdictText({ verdict, detail, commit, dirty, date }: CheckResult): string {
  const how = detail === undefined ? '' : ` (${detail})`;
  return `${VERDICTS[verdict]}${how} on ${commit.slice(0, 12)}${dirty ? ' with uncommitted changes' : ''}, ${date}`;
}
