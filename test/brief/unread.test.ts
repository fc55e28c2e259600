/** What the frontmatter holds beside its keys and values, and why something could not be read. */
import { describe, expect, it } from 'vitest';
import { droppedParts, escapedTexts, unreadOf } from '../../src/brief/as-written.ts';
import { itemSpan, missingSpan, readBrief, spanOf } from '../../src/brief/read.ts';
import {
  conflictIn,
  hasUnreadCriterion,
  whyUnread,
  whyUnreadable,
} from '../../src/brief/unread.ts';

const brief = (matter: string) => readBrief(`---\n${matter}\n---\nWords.\n`);
const at = (text: string, span: { start: number; end: number } | undefined) =>
  text.slice(span?.start, span?.end);

describe('comments', () => {
  const comments = (matter: string) => {
    const one = brief(matter);
    return unreadOf(one).comments.map(({ after, ownLine, continues, ...span }) => [
      at(one.text, span),
      after?.value,
      ownLine,
      continues,
    ]);
  };

  it('are known with what they stand behind', () => {
    expect(comments('# top\ngoal: A # of it\n# between\nwhy: "B" # two\nscope: # key')).toEqual([
      ['# top', undefined, true, false],
      ['# of it', 'A', false, false],
      ['# between', undefined, true, false],
      ['# two', 'B', false, false],
      ['# key', undefined, false, false],
    ]);
  });

  it('that are set in go on with the text above, or the empty key', () => {
    expect(comments('goal: A\n  # more')).toEqual([['# more', 'A', true, true]]);
    expect(comments('goal: "A"\n  # more')).toEqual([['# more', undefined, true, false]]);
    expect(comments('goal:\n  # more\nwhy: B')).toEqual([['# more', undefined, true, true]]);
    expect(comments('guardrails:\n  -\n    # more')).toEqual([['# more', undefined, true, true]]);
    expect(comments('guardrails:\n  - A\n  # between\n    # more\n  - B')).toMatchObject([
      ['# between', undefined, true, false],
      ['# more', 'A', true, true],
    ]);
  });

  it('behind the sign of a block are no part of its text', () => {
    expect(comments('why: > # folded\n  A\n  B # no comment')).toEqual([
      ['# folded', 'A B # no comment\n', false, false],
    ]);
    expect(comments('why: |#x\n  A')).toEqual([]);
  });

  it('are none inside of a text', () => {
    expect(comments('goal: "A # b"\nwhy: a#b\nscope: [a, b] # c')).toEqual([
      ['# c', 'b', false, false],
    ]);
    expect(unreadOf(readBrief('no brief # at all')).comments).toEqual([]);
    expect(unreadOf(readBrief('---\ngoal: [ # x\n---\n')).comments).toEqual([]);
  });
});

describe('what is in no key and no value', () => {
  const lost = (matter: string) => {
    const one = brief(matter);
    return unreadOf(one).lost.map((span) => at(one.text, span));
  };

  it('is told with its place', () => {
    expect(lost('goal: &petra A\nwhy: *petra')).toEqual(['&petra', '*petra']);
    expect(lost('scope: [&a x, y]')).toEqual(['[&a']);
    expect(lost('goal: A & B\nwhy: C! *not* this')).toEqual([]);
  });
});

describe('a backslash in double quotes', () => {
  const escaped = (source: string) =>
    escapedTexts(brief(`goal: ${source}`)).map(({ value }) => value);

  it.each([
    '"a\\tb"',
    '"a\\nb"',
    '"say \\"it\\""',
    '"\\\\server"',
    '"\\u00e9\\x41"',
    "'C:\\new'",
    'C:\\new',
  ])('may be meant: %s', (source) => {
    expect(escaped(source)).toEqual([]);
  });

  it.each(['"C:\\new"', '"(c:\\temp)"', '"a\\bc"', '"\\a"', '"x\\_y"'])('or not: %s', (source) => {
    expect(escaped(source)).toHaveLength(1);
  });
});

describe('what was read and left out', () => {
  const dropped = (matter: string) => droppedParts(brief(matter)).map(({ value }) => value);

  it('is told, where no problem speaks of it', () => {
    expect(dropped('goal: A\nguardrails: [A, B]\ntimeline: {due: 2026-06-30}')).toEqual([]);
    expect(dropped('goal: 42\nwhy: " B "\nscope: {in: [A, ~]}')).toEqual([]);
    expect(dropped('changes: [{fields: [goal], x-note: kept here}]')).toEqual(['kept here']);
    expect(dropped('outcome: {summary: S, criteria: [{what: A}, {result: met}]}')).toEqual([
      'A',
      'met',
    ]);
    expect(dropped('goal: [A, B]')).toEqual([]);
    expect(droppedParts(readBrief('---\ngoal: [\n---\n'))).toEqual([]);
  });
});

describe('why something cannot be read', () => {
  const conflict = (text: string) => {
    const found = conflictIn(readBrief(text));
    return found && [found.message, at(text, found.span)];
  };
  const MARKS = '<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n';

  it('may be a merge that is not finished, in the frontmatter or below', () => {
    expect(conflict(`---\ngoal: A\n${MARKS}---\n`)).toEqual([
      'a merge is not finished: there are conflict markers in the frontmatter',
      '<<<<<<< ours',
    ]);
    expect(conflict(`---\ngoal: A\n---\n${MARKS.replaceAll('\n', '\r\n')}`)).toEqual([
      'a merge is not finished: there are conflict markers in the body',
      '<<<<<<< ours',
    ]);
    expect(conflict(MARKS)?.[0]).toContain('in the frontmatter');
    // Inside of a line it is none, at the start of a later one it is.
    expect(conflict(`---\ngoal: A\n---\nx <<<<<<< a\n${MARKS}`)?.[1]).toBe('<<<<<<< ours');
  });

  it.each([
    ['without an end', '---\ngoal: A\n---\n<<<<<<< ours\na\n=======\nb\n'],
    ['without a middle', '---\ngoal: A\n---\n<<<<<<< ours\na\n>>>>>>> theirs\n'],
    ['in another order', '---\ngoal: A\n---\n>>>>>>> b\n=======\n<<<<<<< a\n'],
    ['inside of lines', '---\ngoal: A\n---\n x <<<<<<< a\n=======\n>>>>>>> b\n'],
    ['not at all', '---\ngoal: A\n---\n'],
  ])('but is none %s', (_, text) => {
    expect(conflict(text)).toBeUndefined();
  });

  it('is said for the whole brief, and for one field', () => {
    expect(whyUnreadable(brief('goal: A'))).toBeUndefined();
    expect(whyUnreadable(readBrief('Words.'))).toContain('frontmatter');
    expect(whyUnreadable(brief('goal: "x" y'))).toContain('begins with a word in quotes');
    expect(whyUnreadable({ ...brief('goal: A'), readable: false })).toBe(
      'the frontmatter cannot be read',
    );
    expect(whyUnreadable(readBrief(`---\ngoal: A\n${MARKS}---\n`))).toContain('merge is not');
    const one = brief('status: acepted\ngoal: A\ntimeline: {due: soon}\nguardrails:\nwhy: ""');
    expect(whyUnread(one, 'status')).toContain('status is "acepted"');
    expect(whyUnread(one, 'timeline.due')).toContain('timeline.due is "soon"');
    for (const name of ['goal', 'guardrails', 'why', 'title'] as const) {
      expect([name, whyUnread(one, name)]).toEqual([name, undefined]);
    }
    expect(hasUnreadCriterion(one)).toBe(true);
    expect(hasUnreadCriterion(brief('status: acepted\ngoal: A'))).toBe(false);
  });
});

describe('the place of a field', () => {
  it('is its value, else its key, else where it belongs', () => {
    const one = brief('goal: A\nwhy:\nguardrails: [B, C]\nscope:\n  in: D');
    const { text } = one;
    expect(at(text, spanOf(one, 'goal'))).toBe('A');
    expect(at(text, spanOf(one, 'why'))).toBe('why');
    expect(spanOf(one, 'title')).toBeUndefined();
    expect(at(text, itemSpan(one, 'guardrails', 1))).toBe('C');
    expect(at(text, itemSpan(one, 'guardrails', 2))).toBe('[B, C]');
    expect(at(text, missingSpan(one, 'goal'))).toBe('A');
    expect(at(text, missingSpan(one, 'scope.out'))).toBe('scope');
    expect(at(text, missingSpan(one, 'title'))).toBe('---');
    expect(missingSpan(readBrief('Words.'), 'title')).toEqual({ start: 0, end: 1 });
    expect(missingSpan(readBrief(''), 'title')).toEqual({ start: 0, end: 0 });
  });
});
