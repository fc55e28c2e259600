import type { Command } from 'commander';
import { jsonSchema } from '../brief/schema.ts';
import { configSchema } from '../config/schema.ts';
import { RULES } from '../rules/index.ts';
import type { Execute } from './command.ts';

/** `delegate schema [brief|config]`: the JSON Schema, for editors and other tools. */
export function declare(command: Command, execute: Execute): void {
  command
    .argument('[what]', 'brief (the frontmatter) or config (.delegate.yaml)', 'brief')
    .addHelpText(
      'after',
      '\nExamples:\n  delegate schema > brief.schema.json\n  delegate schema config > delegate.schema.json',
    )
    .action((what: string) =>
      execute(() => {
        if (what !== 'brief' && what !== 'config') {
          command.error(`error: there is no schema of "${what}": write brief or config`);
        }
        const schema = what === 'brief' ? jsonSchema() : configSchema(RULES);
        return { out: `${JSON.stringify(schema, null, 2)}\n` };
      }),
    );
}
