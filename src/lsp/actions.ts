import type { CodeAction, Diagnostic, TextEdit as LspEdit } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import { lineEnd } from '../brief/lines.ts';
import { addChange, setField } from '../brief/yaml/edit.ts';
import type { TextEdit } from '../brief/text-edit.ts';
import { applyEdits } from '../brief/text-edit.ts';
import type { Field, Values } from '../brief/fields.ts';
import { FIELDS } from '../brief/fields.ts';
import { changeOf } from '../agreement/record.ts';
import { goalpostMoved, movedFields } from '../agreement/seals.ts';
import { readBrief } from '../brief/read.ts';
import type { Span } from '../brief/span.ts';
import { canBeDisabled } from '../rules/disable.ts';
import type { Finding } from '../rules/index.ts';
import { RULE } from '../rules/index.ts';
import { diagnosticOf } from './diagnostics.ts';
import type { View } from './view.ts';
import { toRange } from './view.ts';

/** The command with which the server asks the editor to show a place of the text after an edit. */
export const REVEAL = 'delegate.reveal';

/** The kind of the action that makes all safe fixes at once. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.delegate`;

/** What the actions know beside the text. */
export interface ActionKnown {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The values that the newest seal was made of, where git has them. */
  readonly sealed: Values | undefined;
  /** The address of a rule's page. */
  readonly pageOf: (rule: string) => string | undefined;
}

/** What can be done about what stands in a range. */
export function actionsAt(
  view: View,
  range: Span,
  findings: readonly Finding[],
  known: ActionKnown,
): CodeAction[] {
  const touched = findings.filter(({ span }) => span.start <= range.end && range.start <= span.end);
  const actions: CodeAction[] = [];
  for (const finding of touched) {
    const diagnostic = diagnosticOf(view, finding, known.pageOf(finding.rule));
    if (finding.fix !== undefined) {
      const { title, edits } = finding.fix;
      actions.push({ ...quickFix(view, title, edits, diagnostic), isPreferred: true });
    }
    const missing = finding.fix === undefined ? fieldMissing(finding.rule) : undefined;
    if (missing !== undefined) actions.push(addMissing(view, missing, diagnostic));
  }
  if (canRecord(view, range, touched)) actions.push(recordMove(view, touched, known));
  for (const finding of touched) {
    const action = disable(view, finding, known);
    if (action !== undefined) actions.push(action);
  }
  const all = fixAll(view, findings);
  if (all !== undefined) actions.push(all);
  return unique(actions);
}

function quickFix(
  view: View,
  title: string,
  edits: readonly TextEdit[],
  ...diagnostics: Diagnostic[]
): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    edit: { changes: { [view.uri]: toEdits(view, edits) } },
  };
}

function toEdits(view: View, edits: readonly TextEdit[]): LspEdit[] {
  return edits.map((edit) => ({ range: toRange(view, edit), newText: edit.insert }));
}

/** Two findings of one rule at one place need one action. */
function unique(actions: readonly CodeAction[]): CodeAction[] {
  const seen = new Set<string>();
  return actions.filter((action) => {
    const key = `${action.title}\n${JSON.stringify(action.edit)}`;
    return seen.has(key) ? false : (seen.add(key), true);
  });
}

/** The field that a rule `missing-…` misses. */
function fieldMissing(rule: string): Field | undefined {
  if (!rule.startsWith('missing-')) return undefined;
  const what = rule.slice('missing-'.length);
  const names = [
    what,
    what.replace('-', '.'),
    `${what}.in`,
    `${what}.criteria`,
    `${what}.due`,
    `${what}.every`,
    `${what}.experience`,
  ];
  for (const name of names) {
    const field = FIELDS.find((entry) => entry.name === name);
    if (field !== undefined && field.group !== 'records') return field;
  }
  return undefined;
}

/** What stands for the value that a person will write; never left in the text. */
const HOLE = 'delegatehole';

/** Adds a field in its place, empty, and shows it: an example in its stead would be believed. */
function addMissing(view: View, field: Field, diagnostic: Diagnostic): CodeAction {
  const list = field.type === 'list';
  const value = field.type === 'milestones' ? [{ date: HOLE, what: HOLE }] : list ? [HOLE] : HOLE;
  const edits = setField(view.brief, field.name, value);
  const action = quickFix(view, `Add "${field.name}": ${field.ask}`, edits, diagnostic);
  return withHole(view, action, edits);
}

/** Takes the hole out of the edits and shows the place where it was, after they were made. */
function withHole(view: View, action: CodeAction, edits: readonly TextEdit[]): CodeAction {
  const after = applyEdits(view.brief.text, edits);
  const at = after.indexOf(HOLE);
  const filled = edits.map((edit) => ({ ...edit, insert: edit.insert.replaceAll(HOLE, '') }));
  return {
    ...action,
    edit: { changes: { [view.uri]: toEdits(view, filled) } },
    ...(at < 0 ? {} : reveal(view, applyEdits(view.brief.text, filled), at)),
  };
}

function reveal(view: View, after: string, offset: number): Pick<CodeAction, 'command'> {
  const before = after.slice(0, offset);
  const line = before.split('\n').length - 1;
  const character = offset - (before.lastIndexOf('\n') + 1);
  const position = { line, character };
  return {
    command: {
      title: 'Show the place',
      command: REVEAL,
      arguments: [view.uri, { start: position, end: position }],
    },
  };
}

function canRecord(view: View, range: Span, touched: readonly Finding[]): boolean {
  if (!view.brief.readable || !goalpostMoved(view.brief.values)) return false;
  if (touched.some(({ rule }) => rule === RULE.goalpostMoved)) return true;
  return [...view.brief.places].some(([name, place]) => {
    const field = FIELDS.find((entry) => entry.name === name);
    const counts = field?.group === 'criteria' || field?.group === 'records';
    return counts && place.key.start <= range.end && range.start <= place.node.end;
  });
}

/** A record of the move with the seal of what is written now; the reason is for people to write. */
function recordMove(view: View, touched: readonly Finding[], known: ActionKnown): CodeAction {
  const { values } = view.brief;
  const fields = known.sealed === undefined ? [] : movedFields(known.sealed, values);
  const record = { date: known.today, fields, reason: HOLE };
  const edits = addChange(view.brief, changeOf(record, values));
  const diagnostics = touched
    .filter(({ rule }) => rule === RULE.goalpostMoved)
    .map((finding) => diagnosticOf(view, finding, known.pageOf(finding.rule)));
  const action = quickFix(view, 'Record the move in "changes"', edits, ...diagnostics);
  return { ...withHole(view, action, edits), isPreferred: true };
}

/** Switches the rule off for this file; the reason is required, and for people to write. */
function disable(view: View, finding: Finding, known: ActionKnown): CodeAction | undefined {
  const { split, text } = view.brief;
  if (split === undefined || !canBeDisabled(finding.rule)) return undefined;
  const eol = lineEnd(text);
  const lead = split.body > 0 && text[split.body - 1] !== '\n' ? eol : '';
  const blank = text.slice(split.body, split.body + 2).trim() === '' ? '' : eol;
  const start = `${lead}<!-- delegate-disable ${finding.rule}: `;
  const edit = { start: split.body, end: split.body, insert: `${start} -->${eol}${blank}` };
  const after = applyEdits(text, [edit]);
  const diagnostic = diagnosticOf(view, finding, known.pageOf(finding.rule));
  return {
    ...quickFix(view, `Switch off ${finding.rule} in this brief (say why)`, [edit], diagnostic),
    ...reveal(view, after, split.body + start.length),
  };
}

/** All safe fixes at once, but for those that touch what another one touches. */
function fixAll(view: View, findings: readonly Finding[]): CodeAction | undefined {
  const edits: TextEdit[] = [];
  const seen = new Set<string>();
  let count = 0;
  for (const { fix } of findings) {
    if (fix === undefined || seen.has(JSON.stringify(fix.edits))) continue;
    seen.add(JSON.stringify(fix.edits));
    const free = fix.edits.every((edit) =>
      edits.every((other) => edit.end < other.start || other.end < edit.start),
    );
    if (!free) continue;
    edits.push(...fix.edits);
    count++;
  }
  if (count === 0 || !readBrief(applyEdits(view.brief.text, edits)).split) return undefined;
  return {
    title: `Make all safe fixes (${count})`,
    kind: FIX_ALL,
    edit: { changes: { [view.uri]: toEdits(view, edits) } },
  };
}
