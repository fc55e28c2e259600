/**
 * Single texts and what lint says of each, in `texts/`: a line has some fields of a brief (`key: text`,
 * several with ` | ` between), which stand in for those of a good one, and below it stands what is said.
 * Lines that differ in one point, on either side of a rule, stand together. Write a new line and run
 * `npx vitest run test/rules/texts -u`, and read what was written below it.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import { checkBrief } from '../../src/rules/index.ts';
import { CLAIMS } from './claims.ts';

const TEXTS = join(import.meta.dirname, 'texts');

/** Its due date below a key, beside which milestones can stand. */
const GOOD: Readonly<Record<string, string>> = { ...CLAIMS, timeline: '\n  due: 2027-02-26' };

/** The keys that a text stands under; of a list it is an item, and the items have ` ; ` between. */
const PLACES: Readonly<Record<string, readonly [key: string, below: string]>> = {
  how: ['check-ins', '\n  every: 1 week\n  how: '],
  every: ['check-ins', '\n  every: '],
  in: ['scope', '\n  in:'],
  out: ['scope', '\n  out:'],
  bar: ['quality', '\n  bar: '],
  criterion: ['quality', '\n  criteria:'],
  due: ['timeline', '\n  due: '],
  milestone: ['timeline', '\n  milestones:'],
  theirs: ['decision-rights', '\n  delegate:'],
  ask: ['decision-rights', '\n  ask-first:'],
  support: ['fit', '\n  support: '],
  experience: ['fit', '\n  experience: '],
};
const LISTS = new Set(['guardrails', 'plan', 'resources', 'escalation', 'assumptions', 'evidence']);

/** The text of a brief with the fields of a line in place of the good ones. */
function briefWith(line: string): string {
  const matter: Record<string, string> = { ...GOOD };
  const replaced = new Set<string>();
  let body = '';
  for (const part of line === '' ? [] : line.split(' | ')) {
    const [, name = '', text = ''] = /^([\w-]+): ?(.*)$/.exec(part) ?? [];
    if (name === 'body') {
      body = text.replaceAll('\\n', '\n');
      continue;
    }
    const [key, below = ''] = PLACES[name] ?? [name];
    const isList = LISTS.has(name) || below.endsWith(':');
    const indent = below === '' ? '  ' : '    ';
    const value = isList ? text.split(' ; ').map((item) => `\n${indent}- ${item}`) : [text];
    matter[key] =
      `${below === '' || replaced.has(key) ? (matter[key] ?? '') : ''}${below}${value.join('')}`;
    if (below === '') matter[key] = value.join('');
    replaced.add(key);
  }
  const lines = Object.entries(matter).map(([key, text]) =>
    text === '' || text.startsWith('\n') ? `${key}:${text}` : `${key}: ${text}`,
  );
  return `---\n${lines.join('\n')}\n---\n${body}\n`;
}

function findingsIn(text: string): string[] {
  const found = checkBrief(readBrief(text), { path: 'briefs/x.md', today: '2026-11-28' });
  return found.map(({ rule, level, message, help, span, other }) => {
    const words = JSON.stringify(text.slice(span.start, span.end));
    const against =
      other === undefined ? '' : ` <> ${JSON.stringify(text.slice(other.start, other.end))}`;
    const command = help.includes('delegate ') ? ` = ${help}` : '';
    return `  ${level} ${rule} at ${words}: ${message}${against}${command}\n`;
  });
}

/** What a line is not about. */
const LEFT_OUT = / (?:also-not-said|missing-quality-bar) at /;

/** What is said of a line, but for what is said of the good brief, which lacks what it need not have. */
function said(line: string, always: readonly string[]): string {
  const found = findingsIn(briefWith(line)).filter(
    (one) => !always.includes(one) && !LEFT_OUT.test(one),
  );
  return `${line}\n${found.join('')}`.trimEnd();
}

it.each(readdirSync(TEXTS))('%s', async (name) => {
  const file = join(TEXTS, name);
  const lines = readFileSync(file, 'utf8').split('\n');
  const always = findingsIn(briefWith(''));
  const rows = lines.filter((line) => !line.startsWith('  '));
  const told = rows.map((line) =>
    line === '' || line.startsWith('#') ? line : said(line, always),
  );
  await expect(told.join('\n')).toMatchFileSnapshot(file);
});
