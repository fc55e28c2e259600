/** Briefs that went wrong in small ways, made anew from a seed: the same seed, the same texts. */
import { sized } from '../support/size.ts';

/** A random number generator (mulberry32): 0 up to 1. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What YAML, markdown, terminals and CI logs take for more than text. */
const BITS = [
  [...`:,[]{}#&*!|>'"%@\`-?~=<\\/ `],
  ['\n', '\r\n', '\r', '\t', '\u0000', '\u001b[31m', '\u00a0', '\u2028', '\ufeff', '\u200b'],
  ['\ud83d', '\udc4d', '👩‍👩‍👧', 'é', '日本', '\u0301', '\u202e'],
  [
    ': ',
    ' #',
    '- ',
    '  ',
    '\n  ',
    '\n    ',
    '\n\n',
    '\n- ',
    '\n# c\n',
    ' # c',
    '---',
    '...',
    '\n---\n',
  ],
  [
    '>-',
    '|',
    '>+',
    '|2',
    '<<: *a',
    '&a ',
    '*a',
    '!!str ',
    '? ',
    '"',
    "''",
    '\\n',
    '[',
    ']',
    '{a: b}',
    '[a, b]',
  ],
  [
    'key: ',
    'key:\n',
    'goal: ',
    'null',
    'no',
    '2026-06-30',
    '012',
    '1.10',
    'x-a: b\n',
    '::error::x',
    '<!-- ',
  ],
].flat();

/** One small change somewhere in a text. */
function mutateOnce(text: string, random: () => number): string {
  const at = Math.floor(random() * (text.length + 1));
  const bit = BITS[Math.floor(random() * BITS.length)] as string;
  const lines = text.split('\n');
  const line = Math.floor(random() * lines.length);
  switch (Math.floor(random() * 9)) {
    case 0:
    case 1:
      return text.slice(0, at) + bit + text.slice(at);
    case 2:
      return text.slice(0, at) + text.slice(at + 1 + Math.floor(random() * 3));
    case 3:
      return text.slice(0, at) + bit + text.slice(at + bit.length);
    case 4:
      lines.splice(line, 1);
      return lines.join('\n');
    case 5:
      lines.splice(line, 0, lines[Math.floor(random() * lines.length)] as string);
      return lines.join('\n');
    case 6:
      lines[line] = ' '.repeat(1 + Math.floor(random() * 3)) + lines[line];
      return lines.join('\n');
    case 7:
      lines[line] = (lines[line] as string).replace(/^ {1,2}/, '');
      return lines.join('\n');
    default:
      lines[line] = `${lines[line]}${bit}`;
      return lines.join('\n');
  }
}

/** A text with one to four small changes. */
export function mutate(text: string, random: () => number): string {
  let changed = text;
  const times = 1 + Math.floor(random() * random() * 4);
  for (let at = 0; at < times; at++) changed = mutateOnce(changed, random);
  return changed;
}

/** How many mutations a test tries. */
export const MUTATIONS = sized(250, 100_000);

/** Frontmatter in the many forms in which people write it. */
export const FORMS = `---
# What it is
id: b-7k3f9q2m
title: "Halve: deployment time"
status: draft   # for now
delegator: 'Ana O''Neil <ana@example.com>'
delegate:
approach: problem-solving

goal:
  Cut the median deployment of the web service
  from 40 to 20 minutes.
why: >
  Hotfixes wait 40 minutes,
  so teams batch risky releases.

  Twice it went wrong.
intended-use: |-
  Teams deploy on merge;
    support promises fixes.

scope:
  # inside
  in:
  - The CI/CD pipeline (http://ci.example.com/#top)
  -
  - Build: caches
  out: [Build machines, "other, infrastructure", 'it''s', ]
quality:
  bar: good-enough
  criteria:
    - Deployment success rate stays
      at 98 % or better
    - >-
      Folded item
    - "quoted"   # why
timeline:
  due: 2026-06-30
  milestones:
    - date: 2026-05-15
      what: a plan
    - {date: 2026-05-20, what: "first, part"}
    - 2026-06-01: done
resources: []
guardrails: none
x-team: {a: 1}
changes:
  - date: 2026-05-10
    fields: [timeline.due, goal]
    reason: The security freeze starts on 1 June.

    agreed-by: Bor Kos <bor@example.com>
---
## Context
`;
