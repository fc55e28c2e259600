import type { Command } from 'commander';
import type { Execute } from './command.ts';
import { asCandidates, knowing } from './known-words.ts';
import { oneOf, quoted } from './options.ts';

/** Each loaded only when it is asked for. */
const SCHEMAS = {
  brief: async () => (await import('../brief/schema.ts')).jsonSchema(),
  config: async () => {
    const [{ configSchema }, { RULES }] = await Promise.all([
      import('../config/schema.ts'),
      import('../rules/index.ts'),
    ]);
    return configSchema(RULES);
  },
  line: async () => (await import('../report/lines/schema.ts')).lineSchema(),
};

type SchemaName = keyof typeof SCHEMAS;

/** `delegate schema [brief|config|line]`: the JSON Schema, for editors and other tools. */
export function declare(command: Command, execute: Execute): void {
  command
    .argument(
      '[what]',
      'brief (the frontmatter), config (.delegate.yaml) or line (of --format jsonl)',
      parseName,
      'brief',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  delegate schema > brief.schema.json\n  delegate schema config > delegate.schema.json',
    )
    .action((what: SchemaName) =>
      execute(async () => ({ out: `${JSON.stringify(await SCHEMAS[what](), null, 2)}\n` })),
    );
}

const NAMES = Object.keys(SCHEMAS) as SchemaName[];

const parseName = knowing(
  (word: string): SchemaName => oneOf(word, NAMES, `there is no schema of ${quoted(word)}`),
  { words: () => asCandidates(NAMES) },
);
