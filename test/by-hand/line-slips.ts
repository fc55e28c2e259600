/**
 * One slip more in a brief: `lines.txt` has what stood there (`-`), what somebody wrote (`+`), what they
 * meant (`=`, where it can be told), in which of its lines the slip is and what a message must name.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const HERE = import.meta.dirname;
const HEAD = /^(\S+) on (\S+), line (\d+): (.*)$/;

export interface Slip {
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

export const SLIPS = readFileSync(join(HERE, 'lines.txt'), 'utf8').split('== ').slice(1).map(slipOf);
