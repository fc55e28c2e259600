/** The JSON Schema of a line of `--format jsonl`, for databases and other programs. */
import { toJsonSchema } from '@valibot/to-json-schema';
import type { Line } from './shapes.ts';
import { LINE, LINE_MEANINGS } from './shapes.ts';

export function lineSchema(): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A line of "delegate log --format jsonl" or "delegate report --format jsonl"',
    oneOf: LINE.options.map((option) => {
      const { $schema: _, ...schema } = toJsonSchema(option);
      const type = option.entries.type.literal satisfies Line['type'];
      return { title: type, description: LINE_MEANINGS[type], ...schema };
    }),
  };
}
