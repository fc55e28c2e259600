/**
 * `<!-- delegate-disable RULE: reason -->` in the body switches a rule off for that file. A comment
 * that names no rule, gives no reason or switches off what found nothing is a finding itself.
 */
import { markdownLines } from '../brief/markdown.ts';
import { nearest } from '../brief/nearest.ts';
import type { Brief } from '../brief/read.ts';
import type { Span } from '../brief/span.ts';
import type { Finding } from './finding.ts';
import { RULE } from './ids.ts';
import type { Rule, CheckContext } from './rule.ts';

const KEYWORD = 'delegate-disable';

/** The comment that switches a rule off. */
export function disableComment(rule: string, reason: string): string {
  return `<!-- ${KEYWORD} ${rule}: ${reason} -->`;
}

/** True for a text that may hold such comments: a quick look, before it is read. */
export function mayDisable(text: string): boolean {
  return firstComment(text, 0) >= 0;
}

/** Where the first comment begins, if any may be one of ours. A `<` is found sooner than a word. */
function firstComment(text: string, from: number): number {
  const open = text.indexOf('<!--', from);
  return open >= 0 && text.includes(KEYWORD, open) ? open : -1;
}

/** A file that cannot be read, and the comments themselves. */
const ALWAYS_ON: ReadonlySet<string> = new Set([RULE.frontmatter, RULE.disableComment]);

/** False for a rule that a brief cannot switch off for itself. */
export function canBeDisabled(rule: string): boolean {
  return !ALWAYS_ON.has(rule);
}

interface Comment {
  readonly span: Span;
  readonly rules: readonly string[];
  readonly reason: string;
}

/** The comments of a body, outside of fenced code. */
function commentsOf(brief: Brief): Comment[] {
  const { text } = brief;
  const from = brief.split?.body ?? text.length;
  // Moves ahead only, so that a body without comments is searched once.
  let open = firstComment(text, from);
  if (open < 0) return [];
  const comments: Comment[] = [];
  for (const line of markdownLines(text, from)) {
    while (open >= 0 && open < line.end) {
      const close = text.indexOf('-->', open + 4);
      if (close < 0) return comments;
      const inside = text.slice(open + 4, close).trim();
      if (!line.isCode && inside.startsWith(KEYWORD)) {
        comments.push(commentOf(inside.slice(KEYWORD.length), { start: open, end: close + 3 }));
      }
      open = text.indexOf('<!--', line.isCode ? line.next : close + 3);
    }
    if (open < 0) break;
  }
  return comments;
}

/** Reads what stands in a comment after the keyword: `RULE, RULE: reason`. */
function commentOf(inside: string, span: Span): Comment {
  const colon = inside.indexOf(':');
  const names = colon < 0 ? inside : inside.slice(0, colon);
  return {
    span,
    rules: names.split(/[\s,]+/).filter((name) => name !== ''),
    reason: colon < 0 ? '' : inside.slice(colon + 1).trim(),
  };
}

/**
 * The rules that a brief's comments switch off, whether they would find something or not.
 *
 * @param ids The ids of all rules.
 */
export function disabledIn(brief: Brief, ids: ReadonlySet<string>): ReadonlySet<string> {
  const valid = commentsOf(brief).filter(({ reason }) => reason !== '');
  const named = valid.flatMap(({ rules }) => rules);
  return new Set(named.filter((name) => ids.has(name) && canBeDisabled(name)));
}

/** The rules as far as comments are about them. */
interface KnownRules {
  /** Those that run, with their levels. */
  readonly active: readonly { readonly rule: Rule; readonly level: Finding['level'] }[];
  /** The ids of all of them. */
  readonly ids: ReadonlySet<string>;
}

/** Takes away what the brief switches off, and adds what is wrong with its comments. */
export function applyDisableComments(
  brief: Brief,
  findings: Finding[],
  known: KnownRules,
  context: CheckContext,
): Finding[] {
  const comments = commentsOf(brief);
  if (comments.length === 0) return findings;
  const found = new Set(findings.map(({ rule }) => rule));
  const off = new Set<string>();
  const own: Finding[] = [];
  const rule = RULE.disableComment;
  const level = known.active.find((entry) => entry.rule.id === rule)?.level;
  for (const { span, rules, reason } of comments) {
    const problems: Problem[] =
      rules.length === 0 ? [{ message: 'the comment names no rule', help: FORM }] : [];
    for (const name of new Set(rules)) {
      const isGuessed = own.length < MAX_GUESSES;
      const problem = problemOf(name, reason, found, known, { ...context, isGuessed });
      if (problem === undefined) off.add(name);
      else problems.push(problem);
    }
    if (level === undefined) continue;
    for (const problem of problems) own.push({ rule, level, ...problem, path: context.path, span });
  }
  return [...findings.filter((finding) => !off.has(finding.rule)), ...own];
}

/** What is wrong with a comment. */
interface Problem {
  readonly message: string;
  readonly help: string;
}

/** For so many names that no rule has it is looked which one was meant: that takes a while. */
const MAX_GUESSES = 100;

const FORM = `write ${disableComment('RULE', 'reason')}`;

/** What is wrong with switching off a rule; undefined when it is switched off. */
function problemOf(
  name: string,
  reason: string,
  found: ReadonlySet<string>,
  known: KnownRules,
  context: CheckContext & { readonly isGuessed: boolean },
): Problem | undefined {
  if (!known.ids.has(name)) {
    const meant = context.isGuessed ? nearest(name, known.ids) : undefined;
    const help = meant === undefined ? '"delegate rules" lists them' : `write ${meant}`;
    return { message: `there is no rule "${name.slice(0, 60)}"`, help };
  }
  if (!canBeDisabled(name)) {
    return { message: `${name} cannot be switched off`, help: 'remove the comment' };
  }
  if (reason === '') {
    return { message: `the comment does not say why ${name} is switched off`, help: FORM };
  }
  if (found.has(name)) return undefined;
  // A rule that did not run for want of a date, or is off anyway, says nothing about the comment.
  const rule = known.active.find((entry) => entry.rule.id === name)?.rule;
  const ran =
    rule !== undefined && (rule.requires === undefined || context[rule.requires] !== undefined);
  if (!ran) return undefined;
  return { message: `${name} finds nothing in this brief`, help: 'remove the comment' };
}
