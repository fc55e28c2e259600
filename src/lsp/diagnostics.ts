import type { Diagnostic, Range } from 'vscode-languageserver';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { Position } from '../brief/positions.ts';
import type { LocatedFinding } from '../lint/findings.ts';
import { printable } from '../printable.ts';
import type { Finding } from '../rules/index.ts';
import { RULE } from '../rules/index.ts';
import type { View } from './view.ts';
import { toRange } from './view.ts';

const SEVERITY = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const;

/**
 * A finding as an editor shows it.
 *
 * @param page The address of the rule's page, where there is one.
 */
export function diagnosticOf(view: View, finding: Finding, page?: string): Diagnostic {
  const { span, other } = finding;
  return diagnostic(finding, {
    uri: view.uri,
    range: toRange(view, span),
    other: other && toRange(view, other),
    page,
  });
}

/** The same of a finding whose text is at hand no more. */
export function locatedDiagnostic(uri: string, finding: LocatedFinding, page?: string): Diagnostic {
  const { range, other } = finding;
  return diagnostic(finding, {
    uri,
    range: rangeOf(range),
    other: other && rangeOf(other.range),
    page,
  });
}

interface Place {
  readonly uri: string;
  readonly range: Range;
  readonly other: Range | undefined;
  readonly page: string | undefined;
}

function diagnostic(
  { rule, level, message, help }: Pick<Finding, 'rule' | 'level' | 'message' | 'help'>,
  { uri, range, other, page }: Place,
): Diagnostic {
  return {
    range,
    severity: SEVERITY[level],
    source: 'delegate',
    code: rule,
    ...(page === undefined ? {} : { codeDescription: { href: page } }),
    message: printable(`${message}\n${help}`),
    ...(other === undefined
      ? {}
      : {
          relatedInformation: [
            { location: { uri, range: other }, message: 'the other of the two places' },
          ],
        }),
    ...(rule === RULE.placeholder ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
}

/** Lines and characters from 0. */
function rangeOf({ start, end }: LocatedFinding['range']): Range {
  return { start: positionOf(start), end: positionOf(end) };
}

function positionOf({ line, column }: Position): Range['start'] {
  return { line: line - 1, character: column - 1 };
}
