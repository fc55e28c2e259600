/** The part of a configuration that defines checks, the commands that `evidence` names: read, and as JSON Schema. */
import { CHECK_NAME } from '../brief/evidence.ts';
import { pathProblem, tidyPath } from '../brief/path-glob.ts';
import type { Pair, TreeNode } from '../brief/yaml/node.ts';
import { isNull } from '../brief/yaml/node.ts';
import type { JsonSchema } from './rule-settings.ts';
import type { ConfigSource } from './source.ts';
import { MAX_ENTRIES, didYouMean, failureAt, mapOf, textOf, textsOf } from './source.ts';

/** A command that shows whether something holds. */
export interface Check {
  readonly name: string;
  /** The program and its arguments: at least one. */
  readonly run: readonly string[];
  /** Seconds. */
  readonly timeout: number;
  /** The paths that it stands on, with wildcards. */
  readonly protects: readonly string[];
}

const KEYS = ['run', 'timeout', 'protects'];
/** Seconds. */
const TIMEOUT = { usual: 600, most: 24 * 3600 };
const MAX_ARGUMENT_LENGTH = 4096;
const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

/** Reads `checks`. */
export function readChecks(source: ConfigSource, node: TreeNode): readonly Check[] {
  return mapOf(source, node, 'checks', 'tests: {run: [npm, test]}').pairs.map((pair) =>
    readCheck(source, pair),
  );
}

function readCheck(source: ConfigSource, { key, value }: Pair): Check {
  const name = key.value.trim();
  if (!CHECK_NAME.test(name)) {
    const help = 'Letters and digits, and . _ - between them, such as deploy-time.';
    throw failureAt(source, key, `"${name.slice(0, 80)}" is not the name of a check`, help);
  }
  const { pairs } = mapOf(source, value, `the check ${name}`, `${name}: {run: [npm, test]}`);
  const check: { -readonly [K in keyof Check]: Check[K] } = {
    name,
    run: [],
    timeout: TIMEOUT.usual,
    protects: [],
  };
  for (const part of pairs) {
    const what = part.key.value;
    if (!KEYS.includes(what)) {
      throw failureAt(source, part.key, `unknown key "${what}"`, didYouMean(what, KEYS));
    }
    if (isNull(part.value)) continue;
    if (what === 'run') check.run = readRun(source, part.value);
    else if (what === 'timeout') check.timeout = readTimeout(source, part.value);
    else check.protects = readProtects(source, part.value);
  }
  if (check.run.length > 0) return check;
  throw failureAt(
    source,
    key,
    `the check ${name} does not say what to run`,
    'Write run: [npm, test]',
  );
}

/** A program and its arguments: no shell reads them. */
function readRun(source: ConfigSource, node: TreeNode): readonly string[] {
  if (node.kind === 'text' && /\s/.test(node.value.trim())) {
    const words = node.value.trim().split(/\s+/);
    const help = `No shell reads it. Write run: [${words.slice(0, 8).join(', ')}]`;
    throw failureAt(source, node, 'run must be a list: the program, then each argument', help);
  }
  const words = textsOf(source, node, 'run').map((item) => {
    if (item.value.length <= MAX_ARGUMENT_LENGTH && !item.value.includes('\0')) return item.value;
    throw failureAt(source, item, 'this is no argument of a program');
  });
  return words;
}

function readTimeout(source: ConfigSource, node: TreeNode): number {
  const text = textOf(source, node, 'timeout');
  const [, count, unit = 's'] =
    /^(\d{1,6})\s*(s|sec|seconds?|m|min|minutes?|h|hours?)?$/i.exec(text) ?? [];
  const seconds = Number(count) * (SECONDS[unit.slice(0, 1).toLowerCase()] ?? 1);
  if (seconds >= 1 && seconds <= TIMEOUT.most) return seconds;
  throw failureAt(
    source,
    node,
    `"${text}" is no time that a check may take`,
    'For example: 90, 90 s, 10 min, 1 h',
  );
}

function readProtects(source: ConfigSource, node: TreeNode): readonly string[] {
  return textsOf(source, node, 'protects').map((item) => {
    const path = item.value.trim();
    const problem = pathProblem(path);
    if (problem === undefined) return tidyPath(path);
    throw failureAt(source, item, `the path "${path}" ${problem}`);
  });
}

const TEXT: JsonSchema = { type: 'string', minLength: 1 };

/** The JSON Schema of `checks`. */
export const CHECKS_SCHEMA: JsonSchema = {
  type: ['object', 'null'],
  propertyNames: { pattern: CHECK_NAME.source },
  additionalProperties: {
    description: 'A check, by its name.',
    type: 'object',
    properties: {
      run: {
        description: 'The program and each of its arguments; no shell reads them.',
        anyOf: [
          TEXT,
          {
            type: 'array',
            items: { type: ['string', 'number', 'boolean'] },
            minItems: 1,
            maxItems: MAX_ENTRIES,
          },
        ],
      },
      timeout: {
        description: 'How long it may take: seconds, or 90 s, 10 min, 1 h.',
        type: ['integer', 'string'],
        default: TIMEOUT.usual,
      },
      protects: {
        description:
          'What it stands on, as paths with wildcards: "delegate guard" tells who touches it.',
        anyOf: [TEXT, { type: 'array', items: TEXT, maxItems: MAX_ENTRIES }],
      },
    },
    required: ['run'],
    additionalProperties: false,
  },
};
