/**
 * `npm run judge`: holds lint against what a mentor said of the briefs in `test/judge/corpus`, and
 * against what readers said of single sentences of public texts in `test/judge/real`. It prints
 * figures; it fails nothing.
 *
 * `--part tune` or `--part held` takes every other brief: rules are written while looking at the
 * first half only. `--misses` lists what was missed, `--false` what was said and nobody would say.
 * `--corpus FOLDER` takes other briefs, `--texts FOLDER` counts findings in briefs without labels.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import type { Brief } from '../src/brief/read.ts';
import { readBrief } from '../src/brief/read.ts';
import type { FieldName } from '../src/brief/fields.ts';
import type { Finding } from '../src/rules/index.ts';
import { checkBrief, ruleOf } from '../src/rules/index.ts';
import type { RealFigures } from './real-texts.ts';
import { realFigures } from './real-texts.ts';

const JUDGE = join(import.meta.dirname, '../test/judge');
/** The day that the corpus was written for. */
const TODAY = '2026-11-28';

/** Faults that take knowledge of the matter: no rule looks for them. */
const WITHOUT_RULE: ReadonlySet<string> = new Set([
  'unrealistic',
  'wrong-approach',
  'wrong-measure',
]);

/** What the corpus leaves out on purpose (its README), and the notice of lint's own limit: not counted. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'accepted-without-agreement',
  'missing-id',
  'words-not-judged',
]);
/** The briefs that are not in English: words are judged in English only. */
const ELSEWHERE = /^(?:de|es|fr|pl|sl)-/;

interface Label {
  readonly where: string;
  readonly quote: string;
  readonly fault: string;
  readonly severity: 'error' | 'warning' | 'hint';
  readonly say: string;
}

interface Judged {
  readonly name: string;
  readonly brief: Brief;
  readonly labels: readonly Label[];
  readonly findings: readonly Finding[];
}

const { values: options } = parseArgs({
  options: {
    part: { type: 'string' },
    misses: { type: 'boolean' },
    false: { type: 'boolean' },
    texts: { type: 'string' },
    corpus: { type: 'string', default: join(JUDGE, 'corpus') },
  },
});

const OF_GUARDRAILS: ReadonlySet<string> = new Set([
  'guardrail-without-reason',
  'too-many-guardrails',
]);

const LEVELS = ['error', 'warning', 'info'] as const;

function check(text: string): Pick<Judged, 'brief' | 'findings'> {
  const brief = readBrief(text);
  const findings = checkBrief(brief, { path: 'briefs/x.md', today: TODAY });
  return { brief, findings: findings.filter(({ rule }) => !LEFT_OUT.has(rule)) };
}

function corpus(): Judged[] {
  const folder = resolve(options.corpus);
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.labels.yaml'))
    .map((file) => file.slice(0, -'.labels.yaml'.length))
    .toSorted();
  const wanted = names.filter((_, index) => {
    const part = index % 2 === 0 ? 'tune' : 'held';
    return options.part === undefined || options.part === part;
  });
  return wanted.map((name) => {
    const labels = parse(readFileSync(join(folder, `${name}.labels.yaml`), 'utf8')) as Label[];
    return { name, labels, ...check(readFileSync(join(folder, `${name}.md`), 'utf8')) };
  });
}

/** Where a quotation stands: within its field where it can be, over folded lines too. */
function placeOf({ text, places }: Brief, { where, quote }: Label): [number, number] | undefined {
  const words = quote
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const node = places.get(where as FieldName)?.node;
  let first: [number, number] | undefined;
  for (const match of text.matchAll(new RegExp(words.join('\\s+'), 'g'))) {
    const place: [number, number] = [match.index, match.index + match[0].length];
    if (node !== undefined && place[0] >= node.start && place[1] <= node.end) return place;
    first ??= place;
  }
  return first;
}

/** Found by place and words, whatever the fault is called. */
function finds({ brief }: Judged, label: Label, { span, other, rule }: Finding): boolean {
  const place = placeOf(brief, label);
  // Of a contradiction both places are shown.
  for (const { start, end } of other === undefined ? [span] : [span, other]) {
    if (place !== undefined && start < place[1] && end > place[0]) return true;
  }
  // Of many bare limits one is quoted, and the first is shown.
  if (label.fault === 'bare-guardrails' && OF_GUARDRAILS.has(rule)) return true;
  const field = brief.places.get(label.where as FieldName);
  // What is said of a whole field: at its key, or where it is missing.
  const missing = ruleOf(rule)?.field;
  if (missing === label.where || missing?.startsWith(`${label.where}.`) === true) return true;
  return (
    field !== undefined &&
    ((span.start === field.key.start && span.end <= field.node.end) ||
      (span.start <= field.node.start &&
        span.end >= field.node.end &&
        field.node.end > field.node.start))
  );
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`;
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  for (const row of all) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
  console.log();
}

function recall(all: readonly Judged[]): void {
  const kinds = new Map<string, { labels: number; found: number; loud: number }>();
  const sum = { labels: 0, found: 0, loud: 0 };
  const ruled = { labels: 0, found: 0, loud: 0 };
  const english = { labels: 0, found: 0, loud: 0 };
  for (const judged of all) {
    for (const label of judged.labels) {
      const hits = judged.findings.filter((finding) => finds(judged, label, finding));
      const kind = kinds.get(label.fault) ?? { labels: 0, found: 0, loud: 0 };
      kinds.set(label.fault, kind);
      const counts = [kind, sum];
      if (!WITHOUT_RULE.has(label.fault)) {
        counts.push(ruled);
        if (!ELSEWHERE.test(judged.name)) counts.push(english);
      }
      for (const count of counts) {
        count.labels++;
        if (hits.length > 0) count.found++;
        if (hits.some(({ level }) => level !== 'info')) count.loud++;
      }
      if (options.misses === true && hits.length === 0) {
        console.log(`missed ${judged.name}: ${label.where}: ${label.fault}: "${label.quote}"`);
      }
    }
  }
  const row = (name: string, { labels, found, loud }: typeof sum) =>
    [name, labels, found, percent(found, labels), percent(loud, labels)] as const;
  const rows = [...kinds].toSorted(([a], [b]) => a.localeCompare(b));
  table(
    ['fault', 'labels', 'found', 'recall', 'not only a hint'],
    [
      ...rows.map(([name, kind]) => row(WITHOUT_RULE.has(name) ? `(${name})` : name, kind)),
      row('all', sum),
      row('where a rule exists', ruled),
      row('of these, in English', english),
    ],
  );
}

function goodOnes(all: readonly Judged[]): void {
  const good = all.filter(({ labels }) => labels.length === 0);
  const counts = LEVELS.map(
    (level) => good.flatMap(({ findings }) => findings.filter((one) => one.level === level)).length,
  );
  table(['good briefs', 'errors', 'warnings', 'hints'], [[good.length, ...counts]]);
}

function precision(all: readonly Judged[]): void {
  const rules = new Map<string, { said: number; right: number; level: string }>();
  const levels = new Map(LEVELS.map((level) => [level as string, { said: 0, right: 0 }]));
  for (const judged of all) {
    for (const finding of judged.findings) {
      const isRight = judged.labels.some((label) => finds(judged, label, finding));
      const rule = rules.get(finding.rule) ?? { said: 0, right: 0, level: finding.level };
      rules.set(finding.rule, rule);
      for (const count of [rule, levels.get(finding.level) ?? rule]) {
        count.said++;
        if (isRight) count.right++;
      }
      if (options.false === true && !isRight) {
        const { start, end } = finding.span;
        const quote = judged.brief.text.slice(start, end).replace(/\s+/g, ' ').slice(0, 90);
        const good = judged.labels.length === 0 ? ' (good)' : '';
        console.log(
          `${finding.level} ${judged.name}${good}: ${finding.rule}: ${finding.message} [${quote}]`,
        );
      }
    }
  }
  table(
    ['rule', 'said', 'a mentor would', 'precision'],
    [
      ...[...rules]
        .toSorted(([a], [b]) => a.localeCompare(b))
        .map(([id, { said, right }]) => [id, said, right, percent(right, said)]),
      ...[...levels].map(([level, { said, right }]) => [
        `all of level ${level}`,
        said,
        right,
        percent(right, said),
      ]),
    ],
  );
}

function folderOfTexts(folder: string): void {
  const counts = new Map<string, number>();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.md'))) {
    const { brief, findings } = check(readFileSync(join(folder, file), 'utf8'));
    for (const { rule, level, span, message } of findings) {
      counts.set(rule, (counts.get(rule) ?? 0) + 1);
      if (options.false !== true) continue;
      console.log(
        `${level} ${file}: ${rule}: ${message} [${brief.text.slice(span.start, span.end).slice(0, 90)}]`,
      );
    }
  }
  table(
    ['rule', 'said'],
    [...counts].toSorted((a, b) => b[1] - a[1]),
  );
}

/** How many of the warnings on sentences of public texts their authors would accept, by rule. */
function realTexts(): void {
  const { rules } = realFigures();
  const sum = { said: 0, right: 0, unread: 0 };
  for (const { said, right, unread } of rules.values()) {
    sum.said += said;
    sum.right += right;
    sum.unread += unread;
  }
  const row = (name: string, { said, right, unread }: RealFigures) =>
    [name, said, right, percent(right, said - unread), unread] as const;
  table(
    ['on real texts', 'warnings', 'right', 'precision', 'not read yet'],
    [
      ...[...rules].toSorted(([a], [b]) => a.localeCompare(b)).map(([id, one]) => row(id, one)),
      row('all', sum),
    ],
  );
}

if (options.texts !== undefined) folderOfTexts(resolve(options.texts));
else {
  const all = corpus();
  recall(all);
  goodOnes(all);
  precision(all);
  realTexts();
}
