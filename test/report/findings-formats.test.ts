import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import type { Report } from '../../src/lint/findings.ts';
import { locate, makeReport, fileFinding } from '../../src/lint/findings.ts';
import type { FormatName } from '../../src/report/findings-formats.ts';
import { FORMATS } from '../../src/report/findings-formats.ts';
import { githubParts, stepSummary } from '../../src/report/findings-github.ts';
import { PLAIN } from '../../src/report/paint.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { RULES } from '../../src/rules/index.ts';

const TEXT = '---\ngoal: Improve <it> & "more"\nwhy: >\n  one\n  two\n---\n';
const at = (rule: string, level: Finding['level'], about: string, more = {}): Finding => {
  const start = TEXT.indexOf(about);
  const told = { message: `${rule} says: ${about}`, help: 'mend it', path: 'briefs/a.md' };
  return { rule, level, ...told, span: { start, end: start + about.length }, ...more };
};
const REPORT: Report = makeReport(
  [
    ...locate(
      [
        at('missing-goal', 'error', '<it> & "more"'),
        at('unknown-field', 'warning', '>\n  one\n  two'),
        at('frontmatter', 'info', '---', { path: 'briefs/ä b:c.md' }),
      ],
      TEXT,
    ),
    fileFinding({
      rule: 'frontmatter',
      level: 'error',
      message: 'the file is not UTF-8 text',
      help: 'save it as UTF-8',
      path: 'briefs/bad.md',
    }),
  ],
  5,
);

function partsOf(format: FormatName, report: Report): string[] {
  const options = { columns: 80, paint: PLAIN, rules: RULES, version: '1.2.3' };
  return [...FORMATS[format](report, options)];
}

function written(format: FormatName, report = REPORT): string {
  return partsOf(format, report).join('');
}

test('JSON has the shape of the design', () => {
  expect(JSON.parse(written('json'))).toEqual({
    version: 1,
    findings: REPORT.findings.map(({ rule, level, message, help, path, range }) => {
      return { rule, level, message, help, path, range };
    }),
    counts: { files: 5, error: 2, warning: 1, info: 1 },
  });
});

test.each(['json', 'sarif', 'gitlab'] as const)(
  '%s that comes in parts is that of the whole, to the letter',
  (format) => {
    for (const report of [REPORT, makeReport([], 3)]) {
      const text = written(format, report);
      expect(text).toBe(`${JSON.stringify(JSON.parse(text), undefined, 2)}\n`);
    }
  },
);

test.each(Object.keys(FORMATS) as FormatName[])(
  '%s comes a file at a time, however many findings there are',
  (format) => {
    const many = Array.from({ length: 100 }, (_, number) => {
      return locate([at('missing-goal', 'error', '<it>', { path: `briefs/${number}.md` })], TEXT);
    });
    const parts = partsOf(format, makeReport(many.flat(), 100));
    for (const part of parts) expect(part.split('missing-goal says').length).toBeLessThan(4);
  },
);

test('GitHub gets one command a finding', () => {
  expect(written('github')).toBe(
    `::error file=briefs/a.md,line=2,col=15,endColumn=28,title=missing-goal::missing-goal says: <it> & "more"%0Amend it
::warning file=briefs/a.md,line=3,endLine=5,title=unknown-field::unknown-field says: >\\n  one\\n  two%0Amend it
::error file=briefs/bad.md,line=1,title=frontmatter::the file is not UTF-8 text%0Asave it as UTF-8
::notice file=briefs/ä b%3Ac.md,line=1,col=1,endColumn=4,title=frontmatter::frontmatter says: ---%0Amend it
`,
  );
});

test('a brief cannot give GitHub commands of its own', () => {
  const evil = 'x%0A::set-output name=a::b\r\n::error::c\n\n  ::add-mask::d ##[error]e\u001b[31m';
  const [finding] = locate(
    [
      at('frontmatter', 'error', 'goal', {
        message: evil,
        help: evil,
        path: `briefs/${evil},line=9`,
      }),
    ],
    TEXT,
  );
  const report = makeReport(finding === undefined ? [] : [finding], 1);
  const out = [...githubParts(report)].join('');
  expect(out.split('\n')).toHaveLength(2);
  // eslint-disable-next-line no-control-regex
  expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  const properties = out.slice(0, out.indexOf('::', 2)).split(',');
  expect(properties).toHaveLength(5);
  expect(properties[0]).toContain('%250A%3A%3Aset-output');
  const summary = stepSummary(report);
  expect(summary.split('\n')).toHaveLength(8);
  expect(summary).not.toContain('::error');
});

test('the step summary shows text as text', () => {
  const summary = stepSummary(REPORT);
  expect(summary).toContain('2 errors, 1 warning, 1 hint in 5 briefs.');
  expect(summary).toContain('&lt;it&gt; &amp;');
  expect(summary).not.toContain('<it>');
});

test('SARIF is valid against the published schema', () => {
  const file = join(import.meta.dirname, 'schema/sarif-2.1.0-rtm.5.json');
  // It says draft-04, and uses nothing of it that later drafts read in another way but its own name.
  const { $schema: _, id: _id, ...schema } = JSON.parse(readFileSync(file, 'utf8')) as AnySchema;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  formats.default(ajv);
  const validate = ajv.compile(schema);
  for (const report of [REPORT, makeReport([], 0)]) {
    const log = JSON.parse(written('sarif', report)) as SarifLog;
    expect(validate(log), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  }
});

type AnySchema = Record<string, unknown>;

interface SarifLog {
  readonly runs: readonly {
    readonly tool: {
      readonly driver: { readonly rules: readonly { id: string; help: unknown }[] };
    };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly locations: readonly {
        readonly physicalLocation: { artifactLocation: { uri: string }; region?: unknown };
      }[];
    }[];
  }[];
}

test('SARIF has each rule with its help, and each result its place', () => {
  const run = (JSON.parse(written('sarif')) as SarifLog).runs[0] as SarifLog['runs'][0];
  const { rules } = run.tool.driver;
  expect(rules.map(({ id }) => id)).toEqual(RULES.map(({ id }) => id));
  expect(rules.every(({ help }) => help !== undefined)).toBe(true);
  for (const result of run.results) expect(rules[result.ruleIndex]?.id).toBe(result.ruleId);
  expect(run.results.map(({ level }) => level)).toEqual(['error', 'warning', 'error', 'note']);
  const places = run.results.map(({ locations }) => locations[0]?.physicalLocation);
  expect(places[0]?.region).toEqual({ startLine: 2, startColumn: 15, endLine: 2, endColumn: 28 });
  expect(places[2]?.region).toBeUndefined();
  expect(places[3]?.artifactLocation.uri).toBe('briefs/%C3%A4%20b%3Ac.md');
});

test('JUnit is a suite a file, and a failure an error', () => {
  expect(written('junit')).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="delegate lint" tests="5" failures="2">
      <testsuite name="briefs/a.md" tests="2" failures="1" errors="0">
        <testcase name="missing-goal (line 2)" classname="briefs/a.md" time="0">
          <failure message="missing-goal says: &lt;it&gt; &amp; &quot;more&quot;" type="missing-goal">briefs/a.md:2:15
    missing-goal says: &lt;it&gt; &amp; &quot;more&quot;
    mend it</failure>
        </testcase>
        <testcase name="unknown-field (line 3)" classname="briefs/a.md" time="0">
          <system-out>warning: briefs/a.md:3:6
    unknown-field says: &gt;\\n  one\\n  two
    mend it</system-out>
        </testcase>
      </testsuite>
      <testsuite name="briefs/bad.md" tests="1" failures="1" errors="0">
        <testcase name="frontmatter (line 1)" classname="briefs/bad.md" time="0">
          <failure message="the file is not UTF-8 text" type="frontmatter">briefs/bad.md:1:1
    the file is not UTF-8 text
    save it as UTF-8</failure>
        </testcase>
      </testsuite>
      <testsuite name="briefs/ä b:c.md" tests="1" failures="0" errors="0">
        <testcase name="frontmatter (line 1)" classname="briefs/ä b:c.md" time="0">
          <system-out>info: briefs/ä b:c.md:1:1
    frontmatter says: ---
    mend it</system-out>
        </testcase>
      </testsuite>
      <testsuite name="briefs with nothing to fix" tests="1" failures="0" errors="0">
        <testcase name="2 of 5" classname="delegate lint" time="0"/>
      </testsuite>
    </testsuites>
    "
  `);
});

test('GitLab gets what its code quality report needs', () => {
  const entries = JSON.parse(written('gitlab')) as Record<string, unknown>[];
  expect(entries).toHaveLength(4);
  expect(entries[0]).toEqual({
    description: 'missing-goal says: <it> & "more": mend it',
    check_name: 'missing-goal',
    fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
    severity: 'major',
    location: { path: 'briefs/a.md', lines: { begin: 2, end: 2 } },
  });
  expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(4);
});
