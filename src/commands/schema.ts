import type { Command } from 'commander';
import type { Execute } from './command.ts';
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

function parseName(word: string): SchemaName {
  const names = Object.keys(SCHEMAS) as SchemaName[];
  return oneOf(word, names, `there is no schema of ${quoted(word)}`);
}
