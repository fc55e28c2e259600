import { describe, expect, it } from 'vitest';
import { locate, makeReport } from '../../src/lint/findings.ts';
import { diagnosticOf } from '../../src/lsp/diagnostics.ts';
import { viewOf } from '../../src/lsp/view.ts';
import { jsonParts } from '../../src/report/findings-json.ts';
import { sarifParts } from '../../src/report/findings-sarif.ts';
import { textParts } from '../../src/report/findings-text.ts';
import { PLAIN } from '../../src/report/paint.ts';
import { checkBrief } from '../../src/rules/index.ts';
import { readBrief } from '../../src/brief/read.ts';

const TEXT = `---
scope:
  in:
    - Invoices
    - Reminders
  out:
    - The reminders
---
`;

describe('a contradiction', () => {
  const found = checkBrief(readBrief(TEXT), { path: 'briefs/a.md' }).filter(
    ({ rule }) => rule === 'scope-contradicts',
  );
  const report = makeReport(locate(found, TEXT), 1);

  it('shows both of its places to people', () => {
    expect([...textParts(report, { columns: 80, paint: PLAIN })].join('')).toBe(
      `error[scope-contradicts]: "The reminders" is in scope and out of scope
 --> briefs/a.md:7:7
  |
7 |     - The reminders
  |       ^^^^^^^^^^^^^
 and briefs/a.md:5:7
  |
5 |     - Reminders
  |       ^^^^^^^^^
  = help: take it out of one of the two, or say which part of it is meant
`,
    );
  });

  it('names both to programs', () => {
    const [finding] = JSON.parse([...jsonParts(report)].join('')).findings;
    expect([finding.range.start.line, finding.other.start.line]).toEqual([7, 5]);
    const [result] = JSON.parse([...sarifParts(report, { rules: [], version: '1.0.0' })].join(''))
      .runs[0].results;
    expect(result.relatedLocations[0].physicalLocation.region).toMatchObject({ startLine: 5 });
  });

  it('leads an editor from one to the other', () => {
    const view = viewOf('file:///briefs/a.md', 'briefs/a.md', TEXT);
    const [related] = diagnosticOf(view, found[0]!).relatedInformation ?? [];
    expect(related?.location).toMatchObject({
      uri: 'file:///briefs/a.md',
      range: { start: { line: 4, character: 6 } },
    });
  });
});
