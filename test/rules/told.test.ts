/**
 * What lint says of briefs by many hands, to the letter: whoever changes a rule sees in the diff of
 * `told/` what that changes for people (`npx vitest run test/rules/told -u`), and no word of it changes
 * by mistake. The briefs are those that the rules were written with in sight; the others stay unseen.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lineIndex } from '../../src/brief/positions.ts';
import { readBrief } from '../../src/brief/read.ts';
import type { Finding } from '../../src/rules/index.ts';
import { RULES, checkBrief } from '../../src/rules/index.ts';
import { SLIPS } from '../by-hand/line-slips.ts';
import { findings, names, planted } from './cases.ts';
import { check, expand } from './example.ts';

const JUDGE = join(import.meta.dirname, '../judge');

/** Rules that say how a text was read, not what it says. */
const READING =
  /^(?:frontmatter|field-type|plain-yaml|unknown-field|misnamed-field|not-as-written|cut-by-\w+|list-without-space|nested-item)$/;

/** Of the first hundred every other one is held out, as in `scripts/judge.ts`. */
const FOLDERS: readonly (readonly [name: string, step: number])[] = [
  ['corpus', 2],
  ['second', 1],
  ['fourth', 1],
  ['later', 1],
];

/** The lines of one text: where, how grave, by which rule and in what words; below it what to do, and by which edits. */
function linesOf(text: string, found: readonly Finding[]): string {
  const index = lineIndex(text);
  const place = ({ start, end }: Finding['span']): string => {
    const [from, to] = [start, end].map((at) => {
      const { line, column } = index.position(at);
      return `${line}:${column}`;
    });
    return `${from}-${to}`;
  };
  const lines = found.map(({ span, level, rule, message, help, other, fix }) => {
    const more = [
      ...(other === undefined ? [] : [`against ${place(other)}`]),
      `= ${help}`,
      ...(fix?.edits ?? []).map((edit) => `${place(edit)} ${JSON.stringify(edit.insert)}`),
    ];
    const title = fix === undefined ? '' : ` [${fix.title}]`;
    return `  ${place(span)} ${level} ${rule}: ${message}${title}\n${more.map((line) => `    ${line}\n`).join('')}`;
  });
  return lines.join('');
}

function told(folder: string, name: string): string {
  const text = readFileSync(join(JUDGE, folder, name), 'utf8');
  const context = { path: `briefs/${name}`, today: '2026-11-28', newId: () => 'b-00000000' };
  return `${name}\n${linesOf(text, checkBrief(readBrief(text), context))}`;
}

it.each(FOLDERS)('%s', async (folder, step) => {
  const names = readdirSync(join(JUDGE, folder))
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .toSorted()
    .filter((_, at) => at % step === 0);
  const all = names.map((name) => told(folder, name)).join('');
  await expect(all).toMatchFileSnapshot(join(import.meta.dirname, 'told', `${folder}.txt`));
});

it('the bad example of each rule', async () => {
  const all = RULES.map((rule) => {
    const text = expand(rule.bad);
    return `${rule.id}\n${linesOf(text, check(text, rule))}`;
  });
  const file = join(import.meta.dirname, 'told', 'examples.txt');
  await expect(all.join('')).toMatchFileSnapshot(file);
});

it('the briefs with faults that were planted', async () => {
  const all = names('planted').map((name) => {
    const { text, setting } = planted(name);
    return `${name}\n${linesOf(text, findings(text, setting))}`;
  });
  const file = join(import.meta.dirname, 'told', 'planted.txt');
  await expect(all.join('')).toMatchFileSnapshot(file);
});

it('slips of a hand', async () => {
  const folder = join(import.meta.dirname, '../by-hand/slips');
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const texts = files.toSorted().map((name) => ({
    name,
    text: readFileSync(join(folder, name), 'utf8'),
  }));
  const all = [...texts, ...SLIPS].map(({ name, text }) => {
    const found = checkBrief(readBrief(text), { path: 'briefs/x.md' });
    return `${name}\n${linesOf(
      text,
      found.filter(({ rule }) => READING.test(rule)),
    )}`;
  });
  const file = join(import.meta.dirname, 'told', 'slips.txt');
  await expect(all.join('')).toMatchFileSnapshot(file);
});
