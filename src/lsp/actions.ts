/** What an editor offers to do about findings: each an edit of the text, made in the rooms below. */
import type { CodeAction, Diagnostic, TextEdit as LspEdit } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver-types';
import { changeOf } from '../agreement/record.ts';
import { goalpostMoved, movedFields } from '../agreement/seals.ts';
import type { Field, Values } from '../brief/fields.ts';
import { field, fieldOf } from '../brief/fields.ts';
import type { Span } from '../brief/span.ts';
import type { TextEdit } from '../brief/text-edit.ts';
import { addChange, hasPlaceFor, hasRoomIn, setField } from '../brief/yaml/edit.ts';
import { disableEdit } from '../lint/disable-edit.ts';
import type { FixedText } from '../lint/fix.ts';
import type { Finding } from '../rules/index.ts';
import { RULE, ruleOf } from '../rules/index.ts';
import { diagnosticOf } from './diagnostics.ts';
import { PLACEHOLDER, withoutPlaceholder } from './reveal.ts';
import type { View } from './view.ts';
import { toRange } from './view.ts';

/** The kind of the action that makes all safe fixes at once. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.delegate`;

/** What the actions know beside the text. */
export interface ActionContext {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The values that the newest seal was made of, where git has them. */
  readonly sealed: Values | undefined;
  /** The address of a rule's page. */
  readonly pageOf: (rule: string) => string | undefined;
  /** The text after all its safe fixes, as lint makes them. */
  readonly fixedText: () => FixedText;
}

/** What can be done about what stands in a range. */
export function actionsAt(
  view: View,
  range: Span,
  findings: readonly Finding[],
  context: ActionContext,
): CodeAction[] {
  const touched = findings.filter(({ span }) => span.start <= range.end && range.start <= span.end);
  const actions = [
    ...touched.map((finding) => fixOrAdd(view, finding, context)),
    canRecord(view, range, touched) ? recordMove(view, touched, context) : undefined,
    ...touched.map((finding) => disable(view, finding, context)),
    fixAll(view, findings, context),
  ];
  return unique(actions.filter((action) => action !== undefined));
}

/** Two findings of one rule at one place need one action. */
function unique(actions: readonly CodeAction[]): CodeAction[] {
  const seen = new Set<string>();
  return actions.filter((action) => {
    const key = `${action.title}\n${JSON.stringify(action.edit)}`;
    return seen.has(key) ? false : (seen.add(key), true);
  });
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

/** The fix that a finding offers, else the field that its rule misses. */
function fixOrAdd(view: View, finding: Finding, { pageOf }: ActionContext): CodeAction | undefined {
  const diagnostic = diagnosticOf(view, finding, pageOf(finding.rule));
  if (finding.fix !== undefined) {
    const { title, edits } = finding.fix;
    return { ...quickFix(view, title, edits, diagnostic), isPreferred: true };
  }
  const name = ruleOf(finding.rule)?.field;
  return name === undefined || !hasPlaceFor(view.brief, name)
    ? undefined
    : addField(view, field(name), diagnostic);
}

/** Adds a field in its place, empty, and shows it: an example in its stead would be believed. */
function addField(view: View, { name, type, ask }: Field, diagnostic: Diagnostic): CodeAction {
  const empty = type === 'milestones' ? [{ date: PLACEHOLDER, what: PLACEHOLDER }] : PLACEHOLDER;
  const edits = setField(view.brief, name, type === 'list' ? [PLACEHOLDER] : empty);
  return withPlace(view, quickFix(view, `Add "${name}": ${ask}`, edits, diagnostic), edits);
}

function canRecord(view: View, range: Span, touched: readonly Finding[]): boolean {
  if (!view.brief.readable || !goalpostMoved(view.brief.values)) return false;
  if (!hasRoomIn(view.brief, 'changes')) return false;
  if (touched.some(({ rule }) => rule === RULE.goalpostMoved)) return true;
  return [...view.brief.places].some(([name, place]) => {
    const group = fieldOf(name)?.group;
    const counts = group === 'criteria' || group === 'records';
    return counts && place.key.start <= range.end && range.start <= place.node.end;
  });
}

/** A record of the move with the seal of what is written now; the reason is for people to write. */
function recordMove(
  view: View,
  touched: readonly Finding[],
  { sealed, today, pageOf }: ActionContext,
): CodeAction {
  const { values } = view.brief;
  const fields = sealed === undefined ? [] : movedFields(sealed, values);
  const edits = addChange(
    view.brief,
    changeOf({ date: today, fields, reason: PLACEHOLDER }, values),
  );
  const diagnostics = touched
    .filter(({ rule }) => rule === RULE.goalpostMoved)
    .map((finding) => diagnosticOf(view, finding, pageOf(finding.rule)));
  const action = quickFix(view, 'Record the move in "changes"', edits, ...diagnostics);
  return { ...withPlace(view, action, edits), isPreferred: true };
}

/** Switches the rule off for this file; the reason is required, and for people to write. */
function disable(view: View, finding: Finding, { pageOf }: ActionContext): CodeAction | undefined {
  const { rule } = finding;
  const edit = disableEdit(view.brief, rule, PLACEHOLDER);
  if (edit === undefined) return undefined;
  const title = `Switch off ${rule} in this brief (say why)`;
  const diagnostic = diagnosticOf(view, finding, pageOf(rule));
  return withPlace(view, quickFix(view, title, [edit], diagnostic), [edit]);
}

/** All safe fixes at once, as `lint --fix` makes them. */
function fixAll(
  view: View,
  findings: readonly Finding[],
  { fixedText }: ActionContext,
): CodeAction | undefined {
  if (!findings.some(({ fix }) => fix !== undefined)) return undefined;
  const { titles, edits } = fixedText();
  if (titles.length === 0) return undefined;
  return {
    title: `Make all safe fixes (${titles.length})`,
    kind: FIX_ALL,
    edit: { changes: { [view.uri]: toEdits(view, edits) } },
  };
}

/** The action with the place shown that its edits leave for a person to write at. */
function withPlace(view: View, action: CodeAction, edits: readonly TextEdit[]): CodeAction {
  const { edits: emptied, command } = withoutPlaceholder(view, edits);
  return {
    ...action,
    edit: { changes: { [view.uri]: toEdits(view, emptied) } },
    ...(command !== undefined && { command }),
  };
}
