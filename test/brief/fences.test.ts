/** The lines of `---` around a frontmatter: missing, miswritten or misplaced, and how they are mended. */
import { describe, expect, it } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import { onlyTold, toldBy } from './told.ts';

const KEYS = 'goal: A\nwhy: B\n';
/** Some lines of prose. */
const prose = (count: number): string => 'Words.\n'.repeat(count);

describe('a first line that is not ---', () => {
  it.each([
    ['a key', 'goal: A\n---\n', 'goal: A', '---\ngoal: A\n---\n'],
    ['a key as people call it', 'Deadline: May\n', 'Deadline: May', '---\nDeadline: May\n'],
    ['a key without a value', 'scope:\n', 'scope:', '---\nscope:\n'],
    ['behind a byte order mark', '\uFEFFgoal: A\n', 'goal: A', '\uFEFF---\ngoal: A\n'],
    ['as Windows ends lines', 'goal: A\r\n', 'goal: A', '---\r\ngoal: A\r\n'],
  ])('is missing above %s', (_, text, at, fixed) => {
    expect(onlyTold(text)).toEqual({
      message: 'the first line must be ---: without it the keys below are read as ordinary text',
      help: 'put a line of --- above the first key',
      at,
      title: 'Put a line of --- above the first key',
      fixed,
    });
  });

  it.each([
    ['--', '2 dashes'],
    ['----', '4 dashes'],
    [' ------  ', '6 dashes'],
    ['***', '"***"'],
    ['____', '"____"'],
    ['===', '"==="'],
    ['...', '"..."'],
    ['–', 'long dashes'],
    ['———', 'long dashes'],
    ['–-', 'long dashes'],
  ])('is drawn as %s', (line, name) => {
    expect(onlyTold(`${line}\n${KEYS}---\n`)).toEqual({
      message: `the first line has ${name}, and must be ---`,
      help: 'write exactly three dashes: ---',
      at: line.trimEnd(),
      title: 'Write exactly three dashes: ---',
      fixed: `---${/\s*$/.exec(line)?.[0]}\n${KEYS}---\n`,
    });
  });

  it('has a blank before it', () => {
    expect(onlyTold(` ---\n${KEYS}---\n`)).toMatchObject({
      message: 'the first line must be --- with no blank before it',
      at: ' ---',
      fixed: `---\n${KEYS}---\n`,
    });
  });

  it.each(['-', '= = =', '~~~', '.....', 'x---', '--- x'])('is none where it is %s', (line) => {
    const [first] = toldBy(`${line}\n${KEYS}---\n`);
    expect(first?.message).not.toContain('and must be ---');
    expect(first?.fixed).toBeUndefined();
  });

  it.each([
    ['# Title\n\nWords.\n', 'begin the file with ---, the keys of the brief, and --- again'],
    ['goal:A\n', 'begin the file with ---, the keys of the brief, and --- again'],
    ['my goal: A\n', 'begin the file with ---, the keys of the brief, and --- again'],
    ['----\nWords.\n---\n', 'the first line must be ---'],
    ['----\n', 'the first line must be ---'],
    ['Words.\n---\nMore words.\n---\n', 'the first line must be ---'],
  ])('is nobody’s slip in %j', (text, help) => {
    const told = onlyTold(text);
    expect(told).toMatchObject({ message: 'the file has no frontmatter', help });
    expect(told.at).toBe(text.slice(0, text.indexOf('\n')));
    expect(told.fixed).toBeUndefined();
  });
});

describe('what stands above the first ---', () => {
  it.each([
    ['an empty line', `\n---\n${KEYS}---\nBody\n`, `---\n${KEYS}---\nBody\n`],
    ['lines with blanks', `\n  \n---\n${KEYS}---\n`, `---\n${KEYS}---\n`],
    ['behind a byte order mark', `\uFEFF\n---\n${KEYS}---\n`, `\uFEFF---\n${KEYS}---\n`],
  ])('is taken away where it is empty: %s', (_, text, fixed) => {
    expect(onlyTold(text)).toEqual({
      message: 'above the first --- stands an empty line, and it must be the first of all',
      help: 'take the empty lines away',
      at: '---',
      title: 'Take the empty lines away',
      fixed,
    });
  });

  it.each([
    ['a title', `Title\n---\n${KEYS}---\nBody\n`, 'Title', `---\n${KEYS}---\nTitle\n\nBody\n`],
    [
      'a paragraph between empty lines',
      `\n  Some\nwords \n\n---\n${KEYS}---\n`,
      '  Some',
      `---\n${KEYS}---\nSome\nwords\n\n`,
    ],
    [
      'a key of something else',
      `layout: page\n---\n${KEYS}---\n`,
      'layout: page',
      `---\n${KEYS}---\nlayout: page\n\n`,
    ],
    [
      'blanks behind the dashes',
      `Title\n--- \n${KEYS}--- \n`,
      'Title',
      `--- \n${KEYS}--- \nTitle\n\n`,
    ],
    [
      'as Windows ends lines',
      'Title\r\n---\r\ngoal: A\r\n---\r\nBody',
      'Title',
      '---\r\ngoal: A\r\n---\r\nTitle\r\n\r\nBody',
    ],
  ])('goes below the second: %s', (_, text, at, fixed) => {
    expect(onlyTold(text)).toEqual({
      message: `"${at.trim()}" stands above the first ---, which must be the first line of all`,
      help: 'write it below the second ---',
      at,
      title: 'Write it below the second ---',
      fixed,
    });
  });

  it('stays where there is no second', () => {
    expect(onlyTold(`Title\n---\n${KEYS}`)).toMatchObject({
      message: '"Title" stands above the first ---, which must be the first line of all',
      fixed: undefined,
    });
  });

  it.each([
    ['```yaml', '```\n', ''],
    ['~~~', '\n  ~~~~ \n', '\n'],
    ['````', 'Body\n````\n', 'Body\n````\n'],
    ['```', '``\n', '``\n'],
    ['```', '```x\n', '```x\n'],
    ['```', '', ''],
  ])('goes where it is the fence of a block of code: %s before %j', (fence, after, left) => {
    expect(onlyTold(`${fence}\n---\n${KEYS}---\n${after}More\n`)).toEqual({
      message: `"${fence}" stands above the first ---, which must be the first line of all`,
      help: 'take the lines of ``` away',
      at: fence,
      title: 'Take the lines of ``` away',
      fixed: `---\n${KEYS}---\n${left}More\n`,
    });
  });

  it('is looked through for twenty lines', () => {
    expect(onlyTold(`${prose(19)}---\n${KEYS}---\n`).fixed).toBe(`---\n${KEYS}---\n${prose(19)}\n`);
    expect(onlyTold(`${prose(20)}---\n${KEYS}---\n`).message).toBe('the file has no frontmatter');
  });
});

describe('a frontmatter that is not closed', () => {
  const RULE = 'the frontmatter must end with ---, and';

  it.each([
    '----',
    '--',
    '...',
    '***',
    '___',
    '=====',
    '–––',
    '--- the end',
    '---\tend',
    '---   x',
  ])('has %j where it ends', (line) => {
    expect(onlyTold(`---\ngoal: A\n${line}\nBody\n`)).toEqual({
      message: `${RULE} "${line.replace(/\s+/, ' ')}" stands here`,
      help: 'write exactly three dashes: ---',
      at: line,
      title: 'Write exactly three dashes: ---',
      fixed: '---\ngoal: A\n---\nBody\n',
    });
  });

  it('has a long line where it ends, of which the start is told', () => {
    const line = '-'.repeat(60);
    const { message, at } = onlyTold(`---\ngoal: A\n${line}\n`);
    expect(message).toBe(`${RULE} "${'-'.repeat(39)}…" stands here`);
    expect(at).toBe(line);
  });

  it('has its end indented', () => {
    expect(onlyTold('---\ngoal: A\n  ---\nBody\n')).toMatchObject({
      message: 'the --- that ends the frontmatter must stand at the left edge',
      at: '  ---',
      fixed: '---\ngoal: A\n---\nBody\n',
    });
  });

  it.each([
    ['before a heading', 'goal: A\n', '## Context\nWords\n', '## Context'],
    ['before a deep heading', 'goal: A\n', '###### Deep\n', '###### Deep'],
    ['before a title below an empty line', 'goal: A\n\n', '# Context\n', '# Context'],
    ['before words below an empty line', 'goal: A\n\n', 'Words, many.\n', 'Words, many.'],
    ['before words below a line of blanks', 'goal: A\n  \n', 'Words.\n', 'Words.'],
    ['before a sentence with a colon', 'goal: A\n\n', 'On Monday: B\n', 'On Monday: B'],
    ['before a link', 'goal: A\n\n', 'https://example.com\n', 'https://example.com'],
  ])('is closed %s', (_, matter, body, at) => {
    expect(onlyTold(`---\n${matter}${body}`)).toEqual({
      message: 'the frontmatter is not closed: a line of --- is missing here',
      help: 'put a line of --- after its last key',
      at,
      title: 'Put a line of --- after its last key',
      fixed: `---\n${matter}---\n${body}`,
    });
  });

  it.each([
    ['a key below an empty line', 'goal: A\n\nwhy: B\n', 'why: B'],
    ['a key that is not known', 'goal: A\n\nzebra: B\n', 'zebra: B'],
    ['a key with a blank behind it', 'goal: A\n\nzebra : B\n', 'zebra : B'],
    ['a key with nothing behind it', 'goal: A\n\nzebra:\n', 'zebra:'],
    ['a key as people call it', 'goal: A\n\nDeadline: May\n', 'Deadline: May'],
    ['an item below an empty line', 'goal: A\n\n- item\n', '- item'],
    ['a line that is indented', 'goal: A\n\n  more\n', '  more'],
    ['a comment', 'goal: A\n# Words\n', '# Words'],
    ['words right below a key', 'goal: A\nmore of it\n', 'more of it'],
    ['signs that make no heading', 'goal: A\n####### Seven\n##Two\n', '##Two'],
    ['a heading inside of a line', 'goal: A ## Context\n', 'goal: A ## Context'],
    ['dashes inside of a line', 'goal: A --- B\n', 'goal: A --- B'],
    ['dashes and no blank', 'goal: A\n---x\n', '---x'],
  ])('ends after %s', (_, matter, at) => {
    expect(onlyTold(`---\n${matter}`)).toMatchObject({ at, fixed: `---\n${matter}---\n` });
  });

  it('ends with its last text, before empty lines', () => {
    expect(onlyTold('---\ngoal: A  \n\n\n')).toMatchObject({
      at: 'goal: A',
      fixed: '---\ngoal: A  \n---\n\n\n',
    });
  });

  it.each([
    ['---\ngoal: A', '---\ngoal: A\n---\n'],
    ['---\r\ngoal: A', '---\r\ngoal: A\r\n---\r\n'],
    ['---\r\ngoal: A\r\n', '---\r\ngoal: A\r\n---\r\n'],
    ['---\r\ngoal: A\r\n## B\r\n', '---\r\ngoal: A\r\n---\r\n## B\r\n'],
  ])('gets its line end: %j', (text, fixed) => {
    expect(onlyTold(text).fixed).toBe(fixed);
    expect(readBrief(fixed).values.goal).toBe('A');
  });

  it.each(['---', '---\n', '---\n\n  \n'])('has nothing in it: %j', (text) => {
    expect(onlyTold(text)).toEqual({
      message: 'the frontmatter is not closed',
      help: 'put a line of --- after its last key',
      at: '---',
      title: undefined,
      fixed: undefined,
    });
  });
});

describe('a line of --- between the keys', () => {
  const early = (key: string) =>
    `this line of --- ends the frontmatter, and "${key}:" below it is read as ordinary text`;

  it.each([
    ['with another below the rest', 'why: B\n---\nBody\n', 'why: B\n---\nBody\n'],
    ['with blanks behind that', 'why: B\n---  \nBody\n', 'why: B\n---  \nBody\n'],
    ['and an empty line', '\nwhy: B\nscope: C\n---\n', '\nwhy: B\nscope: C\n---\n'],
    [
      'with items and lines that go on',
      'why:\n  - B\n- C\ncheck-ins: D\n\n---\n',
      'why:\n  - B\n- C\ncheck-ins: D\n\n---\n',
    ],
    ['before a heading', 'why: B\n\n## Context\n', 'why: B\n\n---\n## Context\n'],
    ['before a title', 'why: B\n# Context\n', 'why: B\n---\n# Context\n'],
    ['before the end of the file', 'why: B\n', 'why: B\n---\n'],
    ['before a heading at the end', 'why: B\n## C', 'why: B\n---\n## C'],
    ['before an end without a line end', 'why: B', 'why: B\n---\n'],
  ])('goes, %s', (_, rest, fixed) => {
    const help = 'take the line away: --- stands above the first key and below the last one only';
    expect(onlyTold(`---\ngoal: A\n---\n${rest}`)).toEqual({
      message: early('why'),
      help,
      at: '---',
      title: `T${help.slice(1)}`,
      fixed: `---\ngoal: A\n${fixed}`,
    });
  });

  it('goes as Windows ends lines', () => {
    expect(onlyTold('---\r\ngoal: A\r\n---\r\nwhy: B').fixed).toBe(
      '---\r\ngoal: A\r\nwhy: B\r\n---\r\n',
    );
  });

  it('goes with a key that is there twice where the rest is closed', () => {
    expect(onlyTold('---\ngoal: A\n---\ngoal: B\n---\n').message).toBe(early('goal'));
  });

  it.each([
    ['a key that is there twice before a heading', 'goal: B\n## Context\n'],
    ['a key that is there twice at the end', 'goal: B\n'],
    ['a sentence behind the key', 'why: B\nA sentence.\n---\n'],
    ['a key in capitals', 'Plan: B\n---\n'],
    ['no key of a brief', 'zebra: B\n---\n'],
    ['signs that make no heading', 'why: B\n####### Seven\n'],
    ['a hash with no blank', 'why: B\n#Context\n'],
    ['a heading inside of a line', 'why: B\nX # Context\n'],
    ['a line that is indented', ' why: B\n---\n'],
    ['nothing', '\n\n'],
  ])('stays before %s', (_, body) => {
    expect(toldBy(`---\ngoal: A\n---\n${body}`)).toEqual([]);
  });

  it('is looked at for the keys above it only', () => {
    expect(onlyTold('---\ngoal: A\n---\nwhy: B\nwhy: C\n').message).toBe(early('why'));
    expect(onlyTold('---\ngoal: |\n  why: A\n---\nwhy: B\n').message).toBe(early('why'));
  });
});
