/** As written: what YAML cuts, joins or leaves out of what somebody wrote by hand. */
import { droppedParts, escapedTexts, unreadOf } from '../brief/as-written.ts';
import { endOfLine } from '../brief/lines.ts';
import type { Brief } from '../brief/read.ts';
import { clip } from '../brief/value-text.ts';
import { scalarSource } from '../brief/yaml/scalar.ts';
import { cutByComma, cutByHash } from './cut-short.ts';
import { listWithoutSpace, nestedItem } from './list-marks.ts';
import type { Found, Rule } from './rule.ts';

function quoted(text: string): string {
  return scalarSource(text, { quote: true });
}

/** What is in no key and no value. */
function notAsWritten(brief: Brief): readonly Found[] {
  const { text } = brief;
  const lost = unreadOf(brief).lost.map((span): Found => {
    const line = endOfLine(text, span.start);
    const [beforeComment = ''] = text.slice(span.start, line).split(/\s#/, 1);
    const rest = beforeComment.trimEnd();
    const isOneText = /^[&!]\S+\s+[^\s[{|>"'&*!]/.test(rest);
    const insert = quoted(rest);
    return {
      message: `"${clip(text.slice(span.start, span.end))}" is a sign of YAML's own, and in no value as it is read`,
      help: isOneText ? `write ${clip(insert)}` : 'put the text that it belongs to in quotes',
      span,
      ...(isOneText && {
        fix: {
          title: 'Put the text in quotes',
          edits: [{ start: span.start, end: span.start + rest.length, insert }],
        },
      }),
    };
  });
  const dropped = droppedParts(brief).map((leaf): Found => {
    const insert = quoted(leaf.value);
    return {
      message: `"${clip(leaf.value)}" is read as nothing`,
      help: `write ${clip(insert)} if it is meant as a text, else take it out`,
      span: leaf,
    };
  });
  const escaped = escapedTexts(brief).map((node): Found => {
    const own = text.slice(node.start + 1, node.end - 1).replace(/\\(["\\])/g, '$1');
    const insert = `'${own.replaceAll("'", "''")}'`;
    return {
      message: `"${clip(own)}" is not read as it stands: in double quotes a backslash begins a sign of its own`,
      help: 'write it in single quotes',
      span: node,
      ...(!own.includes('\n') && {
        fix: {
          title: 'Write it in single quotes',
          edits: [{ start: node.start, end: node.end, insert }],
        },
      }),
    };
  });
  return [...lost, ...dropped, ...escaped];
}

export const AS_WRITTEN: readonly Rule[] = [
  {
    id: 'not-as-written',
    family: 'structure',
    level: 'error',
    summary: 'Something that is written is in no value as it is read',
    why: 'Both people think that they agreed to it, and the seal does not hold it.',
    bad: 'guardrails:\n  - &night shift is never understaffed',
    good: 'guardrails:\n  - "&night shift is never understaffed"',
    check: notAsWritten,
  },
  {
    id: 'cut-by-hash',
    family: 'structure',
    level: 'error',
    summary: 'A text ends at a #, and the rest of it is a comment',
    why: 'A number that both people thought they had agreed on is then not in the brief.',
    bad: 'goal: Close ticket #42 by 2027-02-28, from 12 open ones to 0',
    good: 'goal: "Close ticket #42 by 2027-02-28, from 12 open ones to 0"',
    check: cutByHash,
  },
  {
    id: 'cut-by-comma',
    family: 'structure',
    level: 'error',
    summary: 'A comma inside [ ] cuts an item in two',
    why: 'A figure or a sentence that is cut in two says something else than what was meant.',
    bad: 'resources: [Salary up to 68,000 a year, A desk]',
    good: 'resources:\n  - Salary up to 68,000 a year\n  - A desk',
    check: cutByComma,
  },
  {
    id: 'list-without-space',
    family: 'structure',
    level: 'error',
    summary: 'A list is written with something else than a dash and a blank',
    why: 'YAML takes it for one text over several lines: what was a list is one long item.',
    bad: 'resources:\n  -Petra half her time\n  -Two days a week of Jon',
    good: 'resources:\n  - Petra half her time\n  - Two days a week of Jon',
    check: listWithoutSpace,
  },
  {
    id: 'nested-item',
    family: 'structure',
    level: 'warning',
    summary: 'An item under an item is read as a part of it',
    why: 'Two things that are agreed become one, and the dash of the second stands in the text.',
    bad: 'resources:\n  - Petra half her time\n    - and Ana on Mondays',
    good: 'resources:\n  - Petra half her time\n  - and Ana on Mondays',
    check: nestedItem,
  },
];
