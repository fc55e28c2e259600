/**
 * Whole briefs by people who do not think in YAML, with slips from the first line to the last: what is
 * read of each after its fixes is in the `.values.json` beside it, with what is left for its author.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import { DEFAULT_CONFIG } from '../../src/config/keys.ts';
import { fixText } from '../../src/lint/fix.ts';
import { checkBrief } from '../../src/rules/index.ts';

const WHOLE = join(import.meta.dirname, 'whole');
const SETUP = { root: WHOLE, config: DEFAULT_CONFIG, today: '2026-11-02' };

describe('a whole brief', () => {
  it.each(readdirSync(WHOLE).filter((name) => name.endsWith('.md')))('%s', async (name) => {
    const text = readFileSync(join(WHOLE, name), 'utf8');
    const brief = readBrief(fixText(SETUP, 'briefs/x.md', text).text);
    const { id: _, ...values } = brief.values;
    const left = checkBrief(brief, { path: 'briefs/x.md' })
      .filter(({ level, rule }) => level === 'error' && !rule.startsWith('missing-'))
      .map(({ rule, message }) => `${rule}: ${message}`);
    const read = `${JSON.stringify({ values, left }, undefined, 2)}\n`;
    await expect(read).toMatchFileSnapshot(join(WHOLE, name.replace(/md$/, 'values.json')));
  });
});
