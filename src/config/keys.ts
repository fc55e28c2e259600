/**
 * The table of the configuration's keys. A new key is one entry: its type, reading, default, JSON
 * Schema and its part of docs/configuration.md follow from it.
 */
import { FIELDS } from '../brief/fields.ts';
import type { FieldName } from '../brief/fields.ts';
import type { KnownPerson } from '../brief/known-people.ts';
import { nearest } from '../brief/nearest.ts';
import type { TreeNode } from '../brief/yaml/node.ts';
import type { Check } from './checks.ts';
import { CHECKS_SCHEMA, readChecks } from './checks.ts';
import { pathProblem, tidyPath } from '../brief/path-glob.ts';
import { PEOPLE_SCHEMA, readPeople } from './people.ts';
import type { JsonSchema } from './rule-settings.ts';
import { readRules, readWords, rulesSchema, wordsSchema } from './rule-settings.ts';
import type { KnownRule, RuleSetting, WordSetting } from './settings.ts';
import type { ConfigSource } from './source.ts';
import { MAX_ENTRIES, failureAt, textOf, textsOf } from './source.ts';

/** A key of the configuration whose value is a `T`. */
export interface ConfigKey<T> {
  /** What it decides: a sentence. */
  readonly description: string;
  /** What it holds, for the page. */
  readonly holds: string;
  /** What counts where the configuration does not say. */
  readonly default: T;
  /** A part of a configuration. */
  readonly example: string;
  /** More for the page than the description says. */
  readonly more?: string;
  /** Reads and checks a value; a Failure says where it is wrong. */
  readonly read: (source: ConfigSource, node: TreeNode) => T;
  readonly schema: (rules: readonly KnownRule[]) => JsonSchema;
}

const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?$/;

/** The fields that a configuration can require. */
const REQUIRABLE = FIELDS.filter(({ group }) => group !== 'records').map(({ name }) => name);

const folder: ConfigKey<readonly string[]> = {
  description: 'Where the briefs are: a folder, or a list of folders that may hold * and **.',
  holds: 'a folder below the root of the repository, or a list of them',
  default: ['briefs'],
  example: 'folder: [briefs, teams/*/briefs]',
  more: 'Every markdown file in them and below is a brief, but for `README.md`. `*` stands for a part of a name, `**` for any folders. New briefs are written to the first folder without a `*`.',
  read(source, node) {
    const folders = textsOf(source, node, 'folder').map((item) => {
      const name = item.value.trim();
      const problem = pathProblem(name);
      if (problem) throw failureAt(source, item, `folder "${item.value}" ${problem}`);
      return tidyPath(name);
    });
    if (folders.length === 0) throw failureAt(source, node, 'folder must name at least one folder');
    return [...new Set(folders)];
  },
  schema() {
    const one: JsonSchema = {
      type: 'string',
      minLength: 1,
      maxLength: 200,
      pattern: String.raw`^(?!/)(?!(?:.*/)?\.\.(?:/|$))[^\\]+$`,
    };
    return {
      default: this.default[0],
      anyOf: [one, { type: 'array', items: one, minItems: 1, maxItems: MAX_ENTRIES }],
    };
  },
};

const language: ConfigKey<string> = {
  description: 'The language of the word lists; briefs in another are not judged by them.',
  holds: 'the code of a language',
  default: 'en',
  example: 'language: de',
  more: 'There are word lists for English. With another language the rules on wording know only what `words` adds.',
  read(source, node) {
    const code = textOf(source, node, 'language');
    if (LANGUAGE.test(code)) return code;
    throw failureAt(source, node, `"${code}" is not the code of a language`, 'For example: en');
  },
  schema() {
    return { default: this.default, type: 'string', pattern: LANGUAGE.source };
  },
};

const commit: ConfigKey<boolean> = {
  description: 'Whether delegate commits what it writes.',
  holds: '`true` or `false`',
  default: true,
  example: 'commit: false',
  more: 'For one run, `--commit` and `--no-commit` say otherwise.',
  read(source, node) {
    const text = node.kind === 'text' ? node.value.trim() : '';
    if (/^(?:true|yes|on)$/i.test(text)) return true;
    if (/^(?:false|no|off)$/i.test(text)) return false;
    throw failureAt(source, node, 'commit must be true or false');
  },
  schema() {
    return { default: this.default, type: 'boolean' };
  },
};

const rules: ConfigKey<Readonly<Record<string, RuleSetting>>> = {
  description: 'How loud each rule is, and its options.',
  holds:
    'by the id of a rule, its level (`off`, `info`, `warning` or `error`), or its level and options',
  default: {},
  example: 'rules:\n  missing-availability: off\n  approval-heavy: {level: warning, most: 3}',
  more: '`delegate rules` lists the rules at the levels that count here, and `delegate lint --rule ID=LEVEL` changes one for one run.',
  read: readRules,
  schema: rulesSchema,
};

const words: ConfigKey<Readonly<Record<string, WordSetting>>> = {
  description: 'Terms that the rules on wording learn or forget, by the id of the rule.',
  holds: 'by the id of a rule, lists of terms under `add` and `remove`',
  default: {},
  example: 'words:\n  subjective-term:\n    add: [snappy]\n    remove: [simple]',
  read: readWords,
  schema: wordsSchema,
};

const required: ConfigKey<readonly FieldName[]> = {
  description: 'Fields that every brief must have, beside those that every brief must have.',
  holds: 'the dotted name of a field, or a list of them',
  default: [],
  example: 'required: [guardrails, timeline.due]',
  read(source, node) {
    return textsOf(source, node, 'required').map((item) => {
      const name = item.value.trim();
      const found = REQUIRABLE.find((known) => known === name);
      if (found) return found;
      const near =
        nearest(name, REQUIRABLE) ?? REQUIRABLE.find((known) => known.startsWith(`${name}.`));
      const help = near ? `Did you mean "${near}"?` : 'See "delegate schema" for the fields.';
      throw failureAt(source, item, `there is no field "${name}" to require`, help);
    });
  },
  schema: () => ({
    anyOf: [{ enum: REQUIRABLE }, { type: 'array', items: { enum: REQUIRABLE } }],
  }),
};

const people: ConfigKey<readonly KnownPerson[]> = {
  description: 'Who people are: every address of theirs, and their name on GitHub.',
  holds:
    'by the name of a person, their addresses under `email` (the first is written into new records), their name on GitHub under `github`, and `agent: true` for a program',
  default: [],
  example:
    'people:\n  Ana Novak:\n    email: [ana@example.com, ana@home.example]\n    github: ananovak\n  Build Agent:\n    email: agent@example.com\n    agent: true',
  more: "Whoever works under one of these addresses is the person that a brief names by another of them, or by name: `delegate inbox`, `delegate list --mine` and the records of a brief know them as one. A mailmap of git (`.mailmap`) does the same for what it maps. Whoever has `agent: true` is a program: give every address of its commits and of their `Co-authored-by`. It takes on what is delegated to it, and does not close, nor agree or accept in a person's name, nor hand over what is delegated to it; the same holds where the environment says that an agent's program is at work.",
  read: readPeople,
  schema: () => PEOPLE_SCHEMA,
};

const templates: ConfigKey<string | undefined> = {
  description: "Where the team's own templates are, for `delegate new --template`.",
  holds: 'a folder below the root of the repository',
  default: undefined,
  example: 'templates: .delegate/templates',
  more: 'Each markdown file in it is a template by its name: a brief in which `<…>` stands where an answer is due. It comes before one of ours of the same name. The folder must not be among those of the briefs, nor be reached by a symbolic link.',
  read(source, node) {
    const name = textOf(source, node, 'templates');
    const problem = /[*?]/.test(name) ? 'holds * or ?; name one folder' : pathProblem(name);
    if (problem) throw failureAt(source, node, `templates "${name}" ${problem}`);
    return tidyPath(name);
  },
  schema: () => ({
    type: 'string',
    minLength: 1,
    maxLength: 200,
    pattern: String.raw`^(?!/)(?!(?:.*/)?\.\.(?:/|$))[^\\*?]+$`,
  }),
};

const checks: ConfigKey<readonly Check[]> = {
  description: 'Commands that show whether something holds, for the `evidence` of a brief.',
  holds:
    'by the name of a check, its program and arguments under `run`, how long it may take under `timeout`, and the paths that it stands on under `protects`',
  default: [],
  example:
    'checks:\n  deploy-time:\n    run: [node, scripts/deploy-time.mjs, --most, "20"]\n    timeout: 5 min\n    protects: [scripts/deploy-time.mjs, test/**]',
  more: 'A brief names one with `check: deploy-time` under `evidence`, and never holds a command itself. `delegate verify` runs them, without a shell, in the root of the repository, and takes them from the commit in which the brief was accepted. Without a `timeout` a check has ten minutes. `delegate guard` tells who touches what a check `protects`: the check itself, and what it reads.',
  read: readChecks,
  schema: () => CHECKS_SCHEMA,
};

/** The keys, in the order of the page and of suggestions. */
export const KEYS = { folder, language, commit, rules, words, required, people, checks, templates };

type Keys = typeof KEYS;

/** What the configuration says, and what counts where it does not. */
export type Config = { readonly [K in keyof Keys]: Keys[K]['default'] };

/** What counts where there is no configuration file. */
export const DEFAULT_CONFIG = Object.fromEntries(
  Object.entries(KEYS).map(([name, key]) => [name, key.default]),
) as Config;
