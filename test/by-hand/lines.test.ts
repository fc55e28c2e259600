/**
 * One slip more in a brief: `lines.txt` has what stood there (`-`), what somebody wrote (`+`), what they
 * meant (`=`, where it can be told), in which of its lines the slip is and what a message must name.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lineIndex } from '../../src/brief/positions.ts';
import { readBrief } from '../../src/brief/read.ts';
import { DEFAULT_CONFIG } from '../../src/config/keys.ts';
import { fixText } from '../../src/lint/fix.ts';
import { checkBrief } from '../../src/rules/index.ts';

const HERE = import.meta.dirname;
const SETUP = { root: HERE, config: DEFAULT_CONFIG, today: '2026-11-02' };
const HEAD = /^(\S+) on (\S+), line (\d+): (.*)$/;

interface Slip {
  readonly name: string;
  readonly text: string;
  readonly meant: string | undefined;
  /** Of the file, from 1. */
  readonly line: number;
  readonly about: string;
}

function slipOf(section: string): Slip {
  const [head = '', ...lines] = section.split('\n');
  const [, name = '', desk, line, about = ''] = HEAD.exec(head) ?? [];
  const marked = (sign: string): string[] =>
    lines.filter((one) => one.startsWith(sign)).map((one) => one.slice(1));
  const whole = readFileSync(join(HERE, 'desks', `${desk}.md`), 'utf8');
  const [before, after, ...others] = `\n${whole}`.split(`\n${marked('-').join('\n')}\n`);
  if (before === undefined || after === undefined || others.length > 0) throw new Error(name);
  const put = (sign: string): string => `${before}\n${marked(sign).join('\n')}\n${after}`.slice(1);
  return {
    name,
    about,
    text: put('+'),
    meant: marked('=').length === 0 ? undefined : put('='),
    line: before.split('\n').length - 1 + Number(line),
  };
}

const SLIPS = readFileSync(join(HERE, 'lines.txt'), 'utf8').split('== ').slice(1).map(slipOf);

describe('a slip in a line', () => {
  it.each(SLIPS.map((slip) => [slip.name, slip] as const))(
    '%s: is told where it is, in words that name it',
    (_, { text, line, about }) => {
      const index = lineIndex(text);
      const found = checkBrief(readBrief(text), { path: 'briefs/x.md' });
      const here = found.filter(({ span }) => index.position(span.start).line === line);
      expect(here.map(({ message, help }) => `${message}; ${help}`).join('\n')).toContain(about);
    },
  );

  it.each(SLIPS.map((slip) => [slip.name, slip] as const).filter(([, { meant }]) => meant))(
    '%s: its fix reads as what was meant',
    (_, { text, meant }) => {
      const want = readBrief(meant as string);
      expect(want.readable).toBe(true);
      expect(readBrief(fixText(SETUP, 'briefs/x.md', text).text).values).toEqual(want.values);
    },
  );
});

it('a text with a colon does not take a key below whose space is missing', () => {
  const brief = '---\ngoal: Move: 40 boxes\nwhy:Because the lease ends.\n---\n';
  const { text } = fixText(SETUP, 'a.md', brief);
  expect(text).toContain('goal: "Move: 40 boxes"\nwhy: Because the lease ends.\n');
});
