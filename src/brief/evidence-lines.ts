/**
 * The lines under `## Evidence` of what a check said, which `delegate verify` writes:
 * `- 2026-05-10 12:30 UTC, check: tests passed on 1a2b3c4d5e6f, as agreed in 0f9e8d7c6b5a, run by Ana Novak`
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

/** A result, with its line. */
export type ResultLine = CheckResult & { readonly span: Span };

const RESULT =
  /^ {0,3}[-*+] +(\d{4}-\d\d-\d\d) (\d\d:\d\d) UTC, check: (\S{1,80}) (passed|failed|timed out|could not run)(?: \(([^()]{0,80})\))? on ([0-9a-f]{7,64})( with uncommitted changes)?, as (agreed|defined) in ([0-9a-f]{7,64}), run by (.+)$/;

/** What `RESULT` finds, in the order of the line. */
type Found = readonly [
  line: string,
  date: string,
  time: string,
  check: string,
  words: string,
  detail: string | undefined,
  commit: string,
  dirty: string | undefined,
  source: string,
  definedIn: string,
  by: string,
];

/** A result as its line. */
export function resultLine(result: CheckResult): string {
  const { date, time, check, verdict, detail, commit, dirty, definedIn, agreed, by } = result;
  const how = detail === undefined ? '' : ` (${oneLine(detail).replace(/[()]/g, '').slice(0, 80)})`;
  const where = `${commit.slice(0, 12)}${dirty ? ' with uncommitted changes' : ''}`;
  const source = `as ${agreed ? 'agreed' : 'defined'} in ${definedIn.slice(0, 12)}`;
  return `- ${date} ${time} UTC, ${checkItem(check)} ${VERDICTS[verdict]}${how} on ${where}, ${source}, run by ${oneLine(by)}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What checks said, by the lines under `## Evidence`, in the order of the file; others are left alone. */
export function evidenceResults(brief: Brief): readonly ResultLine[] {
  const section = sectionOf(brief, EVIDENCE);
  if (section === undefined) return [];
  const results: ResultLine[] = [];
  for (const line of markdownLines(brief.text, section.heading.next)) {
    if (line.start >= section.end) break;
    const result = line.isCode ? undefined : resultOf(line.text);
    if (result !== undefined)
      results.push({ ...result, span: { start: line.start, end: line.end } });
  }
  return results;
}

function resultOf(line: string): CheckResult | undefined {
  const match = RESULT.exec(line) as Found | null;
  if (match === null) return undefined;
  const [, date, time, check, words, detail, commit, dirty, source, definedIn, by] = match;
  const verdict = (Object.keys(VERDICTS) as Verdict[]).find((one) => VERDICTS[one] === words);
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

/** What a check said and on which commit: how the commit that recorded it says so. */
export function resultText({ check, verdict, commit, dirty }: CheckResult): string {
  return `${check} ${VERDICTS[verdict]} on ${commit.slice(0, 12)}${dirty ? ', with uncommitted changes' : ''}`;
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
  const results = evidenceResults(brief);
  return evidence.map((item) => {
    const check = checkNameOf(item);
    const last = check === undefined ? undefined : results.findLast((one) => one.check === check);
    return { item, check, last };
  });
}

/** What a check said, in a few words: `passed on 1a2b3c4d5e6f, 2026-05-10`. */
export function verdictText(result: CheckResult): string {
  const { verdict, detail, commit, dirty, date, agreed, definedIn } = result;
  const source = agreed ? '' : `, as defined in ${definedIn.slice(0, 12)} and not as agreed`;
  const how = detail === undefined ? '' : ` (${detail})`;
  return `${VERDICTS[verdict]}${how} on ${commit.slice(0, 12)}${dirty ? ' with uncommitted changes' : ''}, ${date}${source}`;
}
