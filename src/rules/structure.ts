/** Structure: what a file must have so that it is a brief at all. */
import { linesFrom } from '../brief/lines.ts';
import type { TextEdit } from '../brief/text-edit.ts';
import { parseDate } from '../brief/dates/parse-date.ts';
import type { FieldType } from '../brief/fields.ts';
import { field } from '../brief/fields.ts';
import { ID_PATTERN } from '../brief/id.ts';
import type { Brief } from '../brief/read.ts';
import { spanOf } from '../brief/read.ts';
import { scalarSource } from '../brief/yaml/scalar.ts';
import type { Problem, ProblemRule } from '../brief/problem.ts';
import type { MapNode, TreeNode } from '../brief/yaml/node.ts';
import { AS_WRITTEN } from './as-written.ts';
import { cutOffKeys } from './cut-short.ts';
import { conflict } from './conflict.ts';
import { EVIDENCE } from './evidence.ts';
import { IDENTITY } from './identity.ts';
import { misnamedFields, misnamedKeys } from './misnamed.ts';
import { MISSING } from './missing.ts';
import { ONE_DELEGATE } from './one-delegate.ts';
import { PLACEHOLDER } from './placeholder.ts';
import { RULE } from './ids.ts';
import type { RuleContext, Found, Rule } from './rule.ts';

/** The problems of a kind that reading the brief found. */
function problemsOf(brief: Brief, id: ProblemRule): readonly Problem[] {
  return brief.problems.length === 0 ? [] : brief.problems.filter(({ rule }) => rule === id);
}

/** The id's own problem gets a fix: reading cannot make ids, the context can. */
function fieldTypes(brief: Brief, { newId, asOf }: RuleContext): readonly Found[] {
  const span = spanOf(brief, 'id');
  return problemsOf(brief, 'field-type').map((problem) => {
    const date = asOf === undefined ? undefined : dateInWords(brief, problem, asOf);
    if (date !== undefined) {
      const { start, end } = problem.span;
      const fix = { title: `Write ${date}`, edits: [{ start, end, insert: date }] };
      return { ...problem, help: `write ${date}`, fix };
    }
    if (span === undefined || problem.span.start !== span.start) return problem;
    const written = brief.text.slice(span.start, span.end).toLowerCase();
    const id = ID_PATTERN.test(written) ? written : newId?.();
    if (id === undefined) return problem;
    return { ...problem, fix: { title: `Write ${id}`, edits: [{ ...span, insert: id }] } };
  });
}

/** The date that a due date in words means on the day of `asOf`. */
function dateInWords(brief: Brief, { span, fix }: Problem, asOf: string): string | undefined {
  const due = spanOf(brief, 'timeline.due');
  if (fix !== undefined || due === undefined || due.start !== span.start) return undefined;
  return parseDate(brief.text.slice(span.start, span.end), asOf);
}

/** The map in which a key stands. */
function mapOf(node: TreeNode, key: number): MapNode | undefined {
  if (node.kind === 'text' || key < node.start || key > node.end) return undefined;
  if (node.kind === 'map' && node.pairs.some((pair) => pair.key.start === key)) return node;
  const parts = node.kind === 'list' ? node.items : node.pairs.map(({ value }) => value);
  for (const part of parts) {
    const found = mapOf(part, key);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A misspelt key is fixed only where the right one does not stand beside it. */
function unknownFields(brief: Brief): readonly Found[] {
  const problems = problemsOf(brief, 'unknown-field');
  if (problems.length === 0) return problems;
  const taken = new Set<string>();
  const misnamed = new Set(misnamedKeys(brief).map(({ pair }) => pair.key.start));
  const isCutOff = cutOffKeys(brief);
  const unknown = problems.filter(({ span }) => !misnamed.has(span.start) && !isCutOff(span));
  return unknown.map(({ fix, ...problem }) => {
    const meant = fix?.edits[0]?.insert;
    if (fix === undefined || meant === undefined || brief.root === undefined) return problem;
    const map = mapOf(brief.root, problem.span.start);
    if (map === undefined) return problem;
    const name = `${map.start} ${meant}`;
    if (taken.has(name) || map.pairs.some(({ key }) => key.value === meant)) return problem;
    taken.add(name);
    return { ...problem, fix };
  });
}

/** What YAML 1.1 readers, such as the one that shows frontmatter on a forge, take for something else. */
const READ_ELSEWHERE =
  /^(?:y|n|yes|no|on|off|true|false|[-+]?0\d+|[-+]?\d[\d_]*:[0-5]\d|0[xob][\da-f]+)$/i;

/** The types whose values are written without quotes, and could be one of those words. */
const WITHOUT_QUOTES: readonly FieldType[] = ['text', 'line', 'list', 'choice'];
/** Most values are longer than any of those words. */
const MAX_WORD_LENGTH = 20;

/** `- No #sev1 incidents`: what was read of it is not what somebody wrote. */
function isCutShort({ text }: Brief, { end }: TreeNode): boolean {
  return /^[ \t]+#\S/.test(text.slice(end, end + 20));
}

function plainYaml(brief: Brief): readonly Found[] {
  const found: Found[] = [...problemsOf(brief, 'plain-yaml')];
  for (const [name, { node }] of brief.places) {
    for (const item of node.kind === 'list' ? node.items : [node]) {
      if (item.kind !== 'text' || item.style !== 'plain') continue;
      if (item.value.length > MAX_WORD_LENGTH || !READ_ELSEWHERE.test(item.value)) continue;
      const { type } = field(name);
      if (!WITHOUT_QUOTES.includes(type) || isCutShort(brief, item)) continue;
      // The tool's own yes and no.
      if (type === 'choice' && /^(?:yes|no)$/.test(item.value)) continue;
      const insert = scalarSource(item.value, { quote: true });
      found.push({
        message: `${name}: some readers of YAML take ${item.value} for something other than a text`,
        help: `write ${insert}`,
        span: item,
        fix: { title: `Write ${insert}`, edits: [{ start: item.start, end: item.end, insert }] },
      });
    }
  }
  return found;
}

/** Blanks at the ends of the frontmatter's lines; in the body they can be meant as a line break. */
function trailingSpace(brief: Brief): Found | undefined {
  const { text, split } = brief;
  if (split === undefined) return undefined;
  const { start, end } = split.matter;
  const matter = text.slice(start, end);
  if (!/[ \t]\r?\n/.test(matter)) return undefined;
  const edits: TextEdit[] = [];
  for (const line of linesFrom(matter, 0)) {
    const kept = line.text.trimEnd();
    // A backslash holds on to the blank after it in a quoted text.
    if (kept.length === line.text.length || kept.endsWith('\\')) continue;
    const from = start + line.start + kept.length;
    edits.push({ start: from, end: start + line.end, insert: '' });
  }
  const [first] = edits;
  if (first === undefined) return undefined;
  const count = edits.length === 1 ? 'a line' : `${edits.length} lines`;
  return {
    message: `${count} of the frontmatter ${edits.length === 1 ? 'ends' : 'end'} in blanks`,
    help: 'remove them: nobody sees them but the difference',
    span: { start: first.start, end: first.end },
    fix: { title: 'Remove blanks at the ends of lines', edits },
  };
}

export const STRUCTURE: readonly Rule[] = [
  {
    id: RULE.frontmatter,
    family: 'structure',
    level: 'error',
    alsoOn: 'unreadable',
    summary: 'The frontmatter cannot be read',
    why: 'Neither a person nor a program can tell what was agreed in a file that cannot be read.',
    bad: '---\ngoal: "Cut deployment from 40 to 20 minutes\n---\n',
    good: '---\ngoal: "Cut deployment from 40 to 20 minutes"\n---\n',
    check: (brief) => conflict(brief) ?? problemsOf(brief, 'frontmatter'),
  },
  {
    id: 'field-type',
    family: 'structure',
    level: 'error',
    summary: 'A field does not hold what it should: a date, a list, one of its choices',
    why: 'What has another shape is read by nobody: a due date in words never comes up anywhere.',
    bad: 'timeline:\n  due: 30 June 2026',
    good: 'timeline:\n  due: 2026-06-30',
    check: fieldTypes,
  },
  {
    id: 'unknown-field',
    family: 'structure',
    level: 'warning',
    summary: 'A key is not a field of a brief',
    why: 'A misspelt key is an answer that nobody finds. Fields of your own begin with x-.',
    bad: 'guardrail:\n  - No new paid services',
    good: 'guardrails:\n  - No new paid services\nx-team: Platform',
    check: unknownFields,
  },
  {
    id: 'misnamed-field',
    family: 'structure',
    level: 'error',
    summary: 'A field is written under another name, or in another place',
    why: 'An answer under a key that no reader knows is found by nobody, and no seal holds it.',
    bad: 'guardrails:\ndeadline: 2026-06-30',
    good: 'timeline:\n  due: 2026-06-30',
    check: misnamedFields,
  },
  {
    id: 'plain-yaml',
    family: 'structure',
    level: 'warning',
    summary: 'Other readers of YAML understand a value differently',
    why: 'A forge or a script shows something else than what was agreed.',
    bad: 'guardrails:\n  - Note: no new paid services',
    good: 'guardrails:\n  - "Note: no new paid services"',
    check: plainYaml,
  },
  ...AS_WRITTEN,
  ...IDENTITY,
  ...EVIDENCE,
  PLACEHOLDER,
  ...MISSING,
  ONE_DELEGATE,
  {
    id: 'trailing-space',
    family: 'structure',
    level: 'info',
    summary: 'Lines of the frontmatter end in blanks',
    why: 'An editor that removes them makes a change in lines that nobody meant to touch.',
    bad: 'goal: Cut the median deployment from 40 to 20 minutes.  ',
    good: 'goal: Cut the median deployment from 40 to 20 minutes.',
    check: trailingSpace,
  },
  {
    id: RULE.disableComment,
    family: 'structure',
    level: 'warning',
    summary: 'A comment that switches off a rule has no reason, no use or no such rule',
    why: 'Whoever reads it later must be able to tell whether it is still needed.',
    bad: '---\ngoal: Answer 90 % of tickets within a day\n---\n<!-- delegate-disable vague-term -->\n',
    good: '---\ngoal: Answer 90 % of tickets within a day\nstatus: drafted\n---\n<!-- delegate-disable field-type: our own status, until the new board -->\n',
    // Found where the comments are read: `disable.ts`.
    check: () => undefined,
  },
];
