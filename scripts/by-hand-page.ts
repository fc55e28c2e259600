/** `docs/by-hand.md`: what people write by hand, what lint says of it, and what it should be. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { lineIndex } from '../src/brief/positions.ts';
import { readBrief } from '../src/brief/read.ts';
import { DEFAULT_CONFIG } from '../src/config/keys.ts';
import { fixText } from '../src/lint/fix.ts';
import { checkBrief } from '../src/rules/index.ts';

const SLIPS = join(import.meta.dirname, '../test/by-hand/slips');
/** More lines of a slip than this show nothing new. */
const MAX_LINES = 2;

const INTRO = `<!-- Made by scripts/by-hand-page.ts from test/by-hand/slips. -->
# Written by hand

A brief may be written in any editor. YAML has a few habits that surprise whoever does not know them: this page has the slips that people make, what \`delegate lint\` says of each, and what was meant. \`delegate lint --fix\` fixes what can be fixed in one way only; the editor offers the same.

Three habits keep out of trouble:

- Lists stand line by line, each item behind a dash and a blank; never several texts in \`[ ]\`, where every comma parts two items.
- A text that holds \`: \` or \` #\`, or begins with a sign such as \`@ % * & ! > |\`, stands in double quotes; one with a backslash in single quotes.
- Everything is indented with two spaces, never with tabs, and keys are in lower case.
`;

function shown(lines: readonly string[], from: number): string {
  return lines
    .slice(from, from + MAX_LINES)
    .map((line) => line.replaceAll('\t', '→').replaceAll('\u00A0', '·'))
    .join('\n');
}

/** The first lines that the fix changed, as they stand after it. */
function fixedLines(before: readonly string[], after: readonly string[], from: number): string {
  const changed = after.findIndex((line, at) => line !== before[at]);
  return shown(after, changed < 0 ? from : Math.min(changed, from));
}

function section(name: string): string {
  const text = readFileSync(join(SLIPS, name), 'utf8');
  const expected = JSON.parse(
    readFileSync(join(SLIPS, name.replace(/\.md$/, '.expected.json')), 'utf8'),
  ) as { line: number; about: string };
  const index = lineIndex(text);
  const here = checkBrief(readBrief(text), { path: 'brief.md' }).filter(({ span }) => {
    return index.position(span.start).line === expected.line;
  });
  // A slip can have more to it: that something is missing then, for one.
  const about = expected.about.toLowerCase();
  const found = here.find(({ message, help }) => {
    return `${message}; ${help}`.toLowerCase().includes(about);
  });
  if (found === undefined) return '';
  const setup = { root: SLIPS, config: DEFAULT_CONFIG, today: '2026-11-02' };
  const fixed = fixText(setup, 'brief.md', text).text;
  const [before, after] = [text.split('\n'), fixed.split('\n')];
  const title = name.slice(3, -3).replaceAll('-', ' ');
  const parts = [
    `## ${title.slice(0, 1).toUpperCase()}${title.slice(1)}`,
    `\`\`\`yaml\n${shown(before, expected.line - 1)}\n\`\`\``,
    `> ${found.level}[${found.rule}]: ${found.message}: ${found.help}`,
  ];
  if (found.fix !== undefined) {
    parts.push(`Fixed:\n\n\`\`\`yaml\n${fixedLines(before, after, expected.line - 1)}\n\`\`\``);
  }
  return parts.join('\n\n');
}

/** The whole page. */
export function byHandPage(): string {
  const names = readdirSync(SLIPS).filter((name) => name.endsWith('.md'));
  return `${[INTRO.trimEnd(), ...names.toSorted().map(section).filter(Boolean)].join('\n\n')}\n`;
}
