/** What the rules of wording say of sentences of public texts (`test/judge/real`), and whether it is right. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readBrief } from '../src/brief/read.ts';
import { checkBrief } from '../src/rules/index.ts';

const FOLDER = join(import.meta.dirname, '../test/judge/real');
const TODAY = '2026-11-28';

/** A sentence of a public text, with what its author would accept to be told of it, and what not. */
interface RealText {
  readonly from: string;
  readonly text: string;
  readonly right?: readonly string[];
  readonly wrong?: readonly string[];
}

/** How often a rule spoke of them. */
export interface RealFigures {
  readonly said: number;
  /** Its author would accept it. */
  readonly right: number;
  /** Nobody has said yet whether it is right. */
  readonly unread: number;
}

/** How many sentences there are, and the figures of each rule that warned of one, by its id. */
export function realFigures(): { sentences: number; rules: ReadonlyMap<string, RealFigures> } {
  const rules = new Map<string, RealFigures>();
  let sentences = 0;
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'))) {
    const texts = parse(readFileSync(join(FOLDER, file), 'utf8')) as RealText[];
    sentences += texts.length;
    for (const { text, right = [], wrong = [] } of texts) {
      for (const rule of warningsOf(text)) {
        const before = rules.get(rule) ?? { said: 0, right: 0, unread: 0 };
        const isRight = right.includes(rule);
        rules.set(rule, {
          said: before.said + 1,
          right: before.right + (isRight ? 1 : 0),
          unread: before.unread + (isRight || wrong.includes(rule) ? 0 : 1),
        });
      }
    }
  }
  return { sentences, rules };
}

/** The rules that warn of a sentence, as a criterion of a brief that has no other fault. */
function warningsOf(text: string): string[] {
  const brief = readBrief(
    `---\ngoal: Sell 20 of them.\nquality:\n  bar: good-enough\n  criteria:\n    - ${JSON.stringify(text)}\ntimeline: 2027-06-30\n---\n`,
  );
  const from = brief.text.indexOf('criteria:');
  return (
    checkBrief(brief, { path: 'briefs/x.md', today: TODAY })
      .filter(({ level, span }) => level !== 'info' && span.start >= from)
      .map(({ rule }) => rule)
      // These are goals, written as such: that they say what to do is no fault.
      .filter((rule) => rule !== 'task-as-criterion')
  );
}
