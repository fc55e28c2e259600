import type { Result } from '../../host.ts';
import { EXIT } from '../../host.ts';
import type { Report, LocatedFinding } from '../../lint/findings.ts';
import { makeReport } from '../../lint/findings.ts';
import { FORMATS } from '../../report/findings-formats.ts';
import { stepSummary } from '../../report/findings-github.ts';
import { summaryLine } from '../../report/findings-text.ts';
import { RULE, RULES } from '../../rules/index.ts';
import { VERSION } from '../../version.ts';
import { appendStepSummary } from '../step-summary.ts';
import { formatOf } from './options.ts';
import type { LintRun } from './run.ts';
import { paintFor } from '../paint.ts';

/** The report, in the format that is asked for, and the status that follows from it. */
export function renderResult(
  { host, options }: LintRun,
  findings: readonly LocatedFinding[],
  files: number,
  notes: readonly string[] = [],
): Result {
  const isText = formatOf(options, host) === 'text';
  const elsewhere = findings.filter(({ rule }) => rule === RULE.wordsNotJudged).length;
  const told = isText ? findings.filter(({ rule }) => rule !== RULE.wordsNotJudged) : findings;
  const full = makeReport(told, files);
  const { warning, error } = full.counts;
  const report = options.quiet ? onlyErrors(full) : full;
  const format = formatOf(options, host);
  const shown = format === 'text' && options.hints !== true ? withoutHints(report) : report;
  const out = FORMATS[format](shown, {
    columns: host.columns,
    paint: paintFor(host, 'out'),
    rules: RULES,
    version: VERSION,
  });
  if (format === 'github') appendStepSummary(host, stepSummary(report));
  const tooMany = warning > (options.maxWarnings ?? Infinity);
  const lines = [...notes];
  if (isText && elsewhere > 0 && !options.quiet) lines.push(notEnglish(elsewhere));
  if (!options.quiet || report.findings.length > 0)
    lines.push(summaryLine(report.counts, shown.counts.info < report.counts.info));
  if (format === 'text' && shown.findings.length > 0) lines.unshift('');
  if (tooMany) lines.push(`That is more than --max-warnings ${options.maxWarnings}.`);
  return {
    out,
    err: lines.map((line) => `${line}\n`).join(''),
    status: error > 0 || tooMany ? EXIT.findings : EXIT.ok,
  };
}

/** Once a run, however many they are. */
function notEnglish(count: number): string {
  const which =
    count === 1 ? '1 brief is not in English: its' : `${count} briefs are not in English: their`;
  return `${which} words are not judged, all else is.`;
}

/** What is nice to have would hide what matters. */
function withoutHints({ findings, counts }: Report): Report {
  return makeReport(
    findings.filter(({ level }) => level !== 'info'),
    counts.files,
  );
}

function onlyErrors({ findings, counts }: Report): Report {
  return makeReport(
    findings.filter(({ level }) => level === 'error'),
    counts.files,
  );
}
