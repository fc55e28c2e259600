import { FIELDS } from '../brief/fields.ts';
import type { FieldName } from '../brief/fields.ts';
import { nearest } from '../brief/nearest.ts';
import { lineIndex } from '../brief/positions.ts';
import type { Span } from '../brief/span.ts';
import type { MapNode, Pair, TextNode, TreeNode } from '../brief/yaml/node.ts';
import { isNull } from '../brief/yaml/node.ts';
import { readTree } from '../brief/yaml/tree.ts';
import { Failure } from '../failure.ts';
import { folderProblem, tidyFolder } from './folder.ts';
import type { Config, Level, OptionValue, RuleSetting, WordSetting } from './settings.ts';
import { DEFAULT_CONFIG, LEVELS } from './settings.ts';

const KEYS = ['folder', 'language', 'commit', 'rules', 'words', 'required'] as const;
/** More than this of anything is no configuration that a person wrote. */
const MOST = 500;
const RULE_ID = /^[a-z][a-z0-9-]{0,60}$/;

/** A rule, as far as a configuration speaks of it: its id, and the names of its options. */
export type KnownRule =
  | string
  | { readonly id: string; readonly options?: Readonly<Record<string, unknown>> };

/**
 * Reads the text of a configuration file, strictly: what it does not know is an error that says
 * where it stands and what was probably meant.
 *
 * @param knownRules All rules; without them the names of rules are not checked, and without their
 *   options neither are those.
 */
export function parseConfig(text: string, knownRules?: readonly KnownRule[]): Config {
  const reading: Reading = { text, ids: knownRules?.map(idOf), rules: knownRules ?? [] };
  const { root, problems } = readTree(text, {
    start: text.startsWith('\uFEFF') ? 1 : 0,
    end: text.length,
  });
  const [problem] = problems;
  if (problem) throw wrong(reading, problem.span, problem.message);
  let config = DEFAULT_CONFIG;
  for (const pair of root?.pairs ?? []) config = { ...config, ...readKey(reading, pair) };
  return config;
}

interface Reading {
  readonly text: string;
  readonly ids: readonly string[] | undefined;
  readonly rules: readonly KnownRule[];
}

function idOf(rule: KnownRule): string {
  return typeof rule === 'string' ? rule : rule.id;
}

function wrong(reading: Reading, at: Span, message: string, help?: string): Failure {
  const { line, column } = lineIndex(reading.text).position(at.start);
  return new Failure(`.delegate.yaml:${line}:${column}: ${message}`, help);
}

/** What to do about a word that is none of the known ones. */
function meant(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  if (near !== undefined) return `Did you mean "${near}"?`;
  if (known.length > 12) return 'See "delegate rules" for the names.';
  return `It can be: ${known.join(', ')}.`;
}

function readKey(reading: Reading, { key, value }: Pair): Partial<Config> {
  const name = KEYS.find((known) => known === key.value);
  if (name === undefined) {
    throw wrong(reading, key, `unknown key "${key.value}"`, meant(key.value, KEYS));
  }
  if (isNull(value)) return {};
  switch (name) {
    case 'folder':
      return { folder: readFolders(reading, value) };
    case 'language':
      return { language: readLanguage(reading, value) };
    case 'commit':
      return { commit: readTruth(reading, value) };
    case 'rules':
      return { rules: readRules(reading, value) };
    case 'words':
      return { words: readWords(reading, value) };
    case 'required':
      return { required: readRequired(reading, value) };
  }
}

function textOf(reading: Reading, node: TreeNode, what: string): string {
  if (node.kind === 'text' && node.value.trim() !== '') return node.value.trim();
  throw wrong(reading, node, `${what} must be a text`);
}

function textsOf(reading: Reading, node: TreeNode, what: string): TextNode[] {
  const items = node.kind === 'list' ? node.items : [node];
  if (items.length > MOST) throw wrong(reading, node, `${what} has more than ${MOST} entries`);
  for (const item of items) textOf(reading, item, `each entry of ${what}`);
  return items as TextNode[];
}

function mapOf(reading: Reading, node: TreeNode, what: string, example: string): MapNode {
  if (node.kind !== 'map') {
    throw wrong(reading, node, `${what} must be keys with values`, `For example: ${example}`);
  }
  if (node.pairs.length > MOST) {
    throw wrong(reading, node, `${what} has more than ${MOST} entries`);
  }
  return node;
}

function readFolders(reading: Reading, node: TreeNode): string[] {
  const folders = textsOf(reading, node, 'folder').map((item) => {
    const problem = folderProblem(item.value.trim());
    if (problem) throw wrong(reading, item, `folder "${item.value}" ${problem}`);
    return tidyFolder(item.value.trim());
  });
  if (folders.length === 0) throw wrong(reading, node, 'folder must name at least one folder');
  return [...new Set(folders)];
}

function readLanguage(reading: Reading, node: TreeNode): string {
  const language = textOf(reading, node, 'language');
  if (/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?$/.test(language)) return language;
  throw wrong(reading, node, `"${language}" is not the code of a language`, 'For example: en');
}

function readTruth(reading: Reading, node: TreeNode): boolean {
  const text = node.kind === 'text' ? node.value.trim() : '';
  if (/^(?:true|yes|on)$/i.test(text)) return true;
  if (/^(?:false|no|off)$/i.test(text)) return false;
  throw wrong(reading, node, 'commit must be true or false');
}

function ruleOf(reading: Reading, key: TextNode): string {
  const known = reading.ids;
  if (known && !known.includes(key.value)) {
    throw wrong(reading, key, `there is no rule "${key.value}"`, meant(key.value, known));
  }
  if (RULE_ID.test(key.value)) return key.value;
  throw wrong(reading, key, `"${key.value}" is not the name of a rule`);
}

function readRules(reading: Reading, node: TreeNode): Record<string, RuleSetting> {
  const { pairs } = mapOf(reading, node, 'rules', 'vague-term: off');
  return Object.fromEntries(
    pairs.map(({ key, value }) => [ruleOf(reading, key), readSetting(reading, key.value, value)]),
  );
}

function readSetting(reading: Reading, rule: string, node: TreeNode): RuleSetting {
  if (node.kind === 'text') return { level: readLevel(reading, node), options: {} };
  const { pairs } = mapOf(reading, node, `the rule ${rule}`, `${rule}: {level: warning}`);
  const level = pairs.find(({ key }) => key.value === 'level')?.value;
  const known = reading.rules.find((one) => typeof one === 'object' && one.id === rule);
  const options = pairs
    .filter(({ key }) => key.value !== 'level')
    .map(({ key, value }) => {
      if (typeof known === 'object') checkOption(reading, rule, key, known.options ?? {});
      return [key.value, readOption(reading, value)] as const;
    });
  return {
    ...(level && { level: readLevel(reading, level) }),
    options: Object.fromEntries(options),
  };
}

function checkOption(
  reading: Reading,
  rule: string,
  key: TextNode,
  options: Readonly<Record<string, unknown>>,
): void {
  if (Object.hasOwn(options, key.value)) return;
  const names = ['level', ...Object.keys(options)];
  throw wrong(
    reading,
    key,
    `the rule ${rule} has no option "${key.value}"`,
    meant(key.value, names),
  );
}

function readLevel(reading: Reading, node: TreeNode): Level {
  const text = textOf(reading, node, 'a level');
  // YAML 1.1 editors save `off` as false.
  const level = LEVELS.find((known) => known === (text === 'false' ? 'off' : text.toLowerCase()));
  if (level) return level;
  throw wrong(reading, node, `"${text}" is not a level`, meant(text, LEVELS));
}

function readOption(reading: Reading, node: TreeNode): OptionValue {
  if (node.kind === 'list') return node.items.map((item) => readOption(reading, item));
  if (node.kind === 'map') throw wrong(reading, node, "a rule's option must be a value or a list");
  if (node.style !== 'plain') return node.value;
  if (/^-?\d{1,12}(?:\.\d{1,6})?$/.test(node.value)) return Number(node.value);
  if (node.value === 'true' || node.value === 'false') return node.value === 'true';
  return node.value;
}

function readWords(reading: Reading, node: TreeNode): Record<string, WordSetting> {
  const example = 'subjective-term: {add: [snappy], remove: [simple]}';
  const { pairs } = mapOf(reading, node, 'words', example);
  return Object.fromEntries(
    pairs.map(({ key, value }) => {
      const lists = mapOf(reading, value, `words for ${key.value}`, example);
      const setting = { add: [] as string[], remove: [] as string[] };
      for (const pair of lists.pairs) {
        const name = pair.key.value;
        if (name !== 'add' && name !== 'remove') {
          throw wrong(reading, pair.key, `unknown key "${name}"`, 'It can be: add, remove.');
        }
        if (isNull(pair.value)) continue;
        const terms = textsOf(reading, pair.value, name);
        const long = terms.find((term) => term.value.length > 100);
        if (long) throw wrong(reading, long, 'a term is longer than 100 characters');
        setting[name] = terms.map((term) => term.value.trim());
      }
      return [ruleOf(reading, key), setting];
    }),
  );
}

function readRequired(reading: Reading, node: TreeNode): FieldName[] {
  const names = FIELDS.filter(({ group }) => group !== 'records').map(({ name }) => name);
  return textsOf(reading, node, 'required').map((item) => {
    const given = item.value.trim();
    const name = names.find((known) => known === given);
    if (name) return name;
    const near = nearest(given, names) ?? names.find((known) => known.startsWith(`${given}.`));
    const help = near ? `Did you mean "${near}"?` : 'See "delegate schema" for the fields.';
    throw wrong(reading, item, `there is no field "${given}" to require`, help);
  });
}
