import type { Diagnostic } from 'vscode-languageserver';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
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
  return {
    range: toRange(view, finding.span),
    severity: SEVERITY[finding.level],
    source: 'delegate',
    code: finding.rule,
    ...(page === undefined ? {} : { codeDescription: { href: page } }),
    message: printable(`${finding.message}\n${finding.help}`),
    ...(finding.other === undefined
      ? {}
      : {
          relatedInformation: [
            {
              location: { uri: view.uri, range: toRange(view, finding.other) },
              message: 'the other of the two places',
            },
          ],
        }),
    ...(finding.rule === RULE.placeholder ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
}
