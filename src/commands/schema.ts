import type { Command } from 'commander';
import { jsonSchema } from '../brief/schema.ts';
import { configSchema } from '../config/schema.ts';
import { RULES } from '../rules/index.ts';
import type { Execute } from './command.ts';
import { oneOf, quoted } from './options.ts';

const SCHEMAS = { brief: jsonSchema, config: () => configSchema(RULES) };

type SchemaName = keyof typeof SCHEMAS;

/** `delegate schema [brief|config]`: the JSON Schema, for editors and other tools. */
export function declare(command: Command, execute: Execute): void {
  command
    .argument('[what]', 'brief (the frontmatter) or config (.delegate.yaml)', parseName, 'brief')
    .addHelpText(
      'after',
      '\nExamples:\n  delegate schema > brief.schema.json\n  delegate schema config > delegate.schema.json',
    )
    .action((what: SchemaName) =>
      execute(() => ({ out: `${JSON.stringify(SCHEMAS[what](), null, 2)}\n` })),
    );
}

function parseName(word: string): SchemaName {
  const names = Object.keys(SCHEMAS) as SchemaName[];
  return oneOf(word, names, `there is no schema of ${quoted(word)}`);
}
