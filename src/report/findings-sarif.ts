/** Findings as SARIF 2.1.0, for code scanning. */
import type { Rule } from '../rules/rule.ts';
import type { Report, LocatedFinding } from '../lint/findings.ts';
import { fingerprinter } from '../lint/findings.ts';
import { jsonText, uriText } from './escape.ts';
import { jsonList } from './json-list.ts';
import { printable } from '../printable.ts';

const LEVELS: Readonly<Record<LocatedFinding['level'], string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

interface SarifOptions {
  readonly rules: readonly Rule[];
  readonly version: string;
}

const INFORMATION = 'https://www.npmjs.com/package/delegate-briefs';

/** Where the findings go: no text of a rule can have this, as its quotes would be escaped. */
const RESULTS = '"results": []';

/** One run, with the metadata of every rule and a stable fingerprint for each finding. */
export function* sarifParts(
  { findings }: Report,
  { rules, version }: SarifOptions,
): Iterable<string> {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'delegate lint',
            informationUri: INFORMATION,
            semanticVersion: version,
            rules: rules.map(descriptor),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { ROOT: { description: { text: 'The root of the repository.' } } },
        results: [],
      },
    ],
  };
  const text = jsonText(log, 2);
  const at = text.indexOf(RESULTS) + RESULTS.length - '[]'.length;
  yield text.slice(0, at);
  yield* jsonList(results(findings, rules), ' '.repeat(6));
  yield `${text.slice(at + '[]'.length)}\n`;
}

function* results(findings: readonly LocatedFinding[], rules: readonly Rule[]): Iterable<object> {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const fingerprint = fingerprinter();
  for (const finding of findings) {
    yield result(finding, indexes.get(finding.rule), fingerprint(finding));
  }
}

function descriptor({ id, summary, why, level, family, good, bad }: Rule): object {
  const title = id.replace(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase());
  return {
    id,
    name: title,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: {
      text: `${why}\n\nInstead of:\n\n${bad}\n\nwrite:\n\n${good}`,
      markdown: `${why}\n\nInstead of\n\n~~~~yaml\n${bad}\n~~~~\n\nwrite\n\n~~~~yaml\n${good}\n~~~~`,
    },
    defaultConfiguration:
      level === 'off' ? { enabled: false, level: 'note' } : { level: LEVELS[level] },
    properties: { tags: [family] },
  };
}

function regionOf({ start, end }: LocatedFinding['range']): object {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

function result(finding: LocatedFinding, ruleIndex: number | undefined, print: string): object {
  const { rule, level, message, help, path, range, source } = finding;
  const artifactLocation = { uri: uriText(path), uriBaseId: 'ROOT' };
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVELS[level],
    message: { text: `${printable(message)}\n${printable(help)}` },
    locations: [
      {
        physicalLocation:
          source.length === 0
            ? { artifactLocation }
            : { artifactLocation, region: regionOf(range) },
      },
    ],
    ...(finding.other === undefined
      ? {}
      : {
          relatedLocations: [
            {
              physicalLocation: { artifactLocation, region: regionOf(finding.other.range) },
              message: { text: 'the other of the two places' },
            },
          ],
        }),
    partialFingerprints: { 'delegateFinding/v1': print },
  };
}
