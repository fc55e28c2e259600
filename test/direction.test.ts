/** Imports run down the list of rooms only (design, section 6), and the pure rooms stay pure. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The rooms, from the top down: each may import itself and what stands behind it. */
const ROOMS = [
  'start',
  'main',
  'commands',
  'wizard',
  'lsp',
  'report',
  'lifecycle',
  'lint',
  'history',
  'rules',
  'merge',
  'agreement',
  'files',
  'config',
  'git',
  'brief',
  'host',
  'failure',
  'printable',
  'version',
];

/** What a room may take from outside of the program; a room that is not named here may take anything. */
const PURE: Readonly<Record<string, RegExp>> = {
  brief: /^(?:yaml|node:crypto)$/,
  rules: /^(?!)/,
  merge: /^(?!)/,
  agreement: /^(?!)/,
  report: /^node:crypto$/,
  history: /^(?!)/,
};

const SOURCE = join(import.meta.dirname, '../src');
const IMPORT = /^(?:import|export)\b[^;]*?\bfrom\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);

function roomOf(file: string): string {
  return (file.includes('/') ? file.slice(0, file.indexOf('/')) : file).replace(/\.ts$/, '');
}

/** What a file takes that it must not have. */
function violations(file: string): string[] {
  const text = readFileSync(join(SOURCE, file), 'utf8');
  const room = roomOf(file);
  const pure = PURE[room];
  const imports = [...text.matchAll(IMPORT)].map((match) => (match[1] ?? match[2]) as string);
  const found: string[] = ROOMS.includes(room) ? [] : [`${file} stands in no room`];
  for (const from of imports) {
    if (from.startsWith('.')) {
      const target = roomOf(posix.join(posix.dirname(file), from));
      if (ROOMS.indexOf(target) < ROOMS.indexOf(room)) found.push(`${file} imports up: ${from}`);
      continue;
    }
    const foreign =
      (pure !== undefined && !pure.test(from)) ||
      (room !== 'wizard' && from.includes('inquirer')) ||
      (room !== 'git' && from === 'simple-git');
    if (foreign) found.push(`${file} imports ${from}`);
  }
  const impure = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b/.exec(text);
  if (pure !== undefined && impure) found.push(`${file} uses ${impure[0]}`);
  const touched = /\bprocess\.(?:exit|env|argv|cwd|std)|(?<!\.)\bconsole\./.exec(text);
  if (room !== 'start' && touched) found.push(`${file} uses ${touched[0]}`);
  return found;
}

describe('the rooms', () => {
  it('import downwards only, and the pure ones stay pure', () => {
    expect(files.flatMap(violations)).toEqual([]);
  });
});
