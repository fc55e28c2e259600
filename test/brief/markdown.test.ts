/** The reading of fences and headings, as CommonMark has them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCheckIns } from '../../src/brief/check-ins.ts';
import { markdownLines, sectionsFrom } from '../../src/brief/markdown.ts';
import { readBrief } from '../../src/brief/read.ts';

/** The lines that are code, fences included. */
function code(lines: readonly string[]): string[] {
  return Array.from(markdownLines(lines.join('\n'), 0))
    .filter(({ isCode }) => isCode)
    .map(({ text }) => text);
}

describe('a fence', () => {
  it.each<[string, string[], string[]]>([
    ['stands between two marks', ['a', '```', 'b', '```', 'c'], ['```', 'b', '```']],
    ['closes with its own character', ['~~~', '```', '~~~', 'c'], ['~~~', '```', '~~~']],
    ['closes with as many at least', ['````', '```', '`````', 'c'], ['````', '```', '`````']],
    ['closes with nothing behind', ['```', '``` js', '``` \t', 'c'], ['```', '``` js', '``` \t']],
    ['may be indented by three', ['   ```', 'b', '  ```', 'c'], ['   ```', 'b', '  ```']],
    ['is not indented by four', ['    ```', 'b'], []],
    ['is not closed by four', ['```', '    ```', '```', 'c'], ['```', '    ```', '```']],
    ['has an info string', ['```yaml a', 'b', '```', 'c'], ['```yaml a', 'b', '```']],
    ['of backticks has none in it', ['``` a`b', 'c'], []],
    ['of tildes may', ['~~~ a`b', 'c', '~~~', 'd'], ['~~~ a`b', 'c', '~~~']],
    ['needs three', ['``', 'b', '~~', 'c'], []],
    ['runs to the end when nothing closes it', ['a', '```', 'b', '', 'c'], ['```', 'b', '', 'c']],
  ])('%s', (_, lines, expected) => {
    expect(code(lines)).toEqual(expected);
    expect(code(lines.map((line) => `${line}\r`))).toEqual(expected);
  });
});

describe('a heading', () => {
  const headings = (...lines: string[]) =>
    sectionsFrom(lines.join('\n'), 0).map(({ level, title }) => `${level} ${title}`);

  it.each([
    ['# One', ['1 One']],
    ['   ###### Six', ['6 Six']],
    ['#\tTab', ['1 Tab']],
    ['## Closed ##  ', ['2 Closed']],
    ['## C#', ['2 C#']],
    ['## ##', ['2 ']],
    ['##', ['2 ']],
    ['    # Code', []],
    ['#hashtag', []],
    ['####### Seven', []],
  ])('is %j or not', (line, expected) => expect(headings(line)).toEqual(expected));

  it('stands over what follows up to the next of its level or a higher one', () => {
    const text = '# A\na\n## B\nb\n```\n# no\n```\n### C\nc\n## D\nd\n# E\n';
    const parts = sectionsFrom(text, 0).map(({ heading, end }) => text.slice(heading.start, end));
    expect(parts).toEqual([
      text.slice(0, text.indexOf('# E')),
      text.slice(text.indexOf('## B'), text.indexOf('## D')),
      '### C\nc\n',
      '## D\nd\n',
      '# E\n',
    ]);
  });
});

/** A block of lines, and which of them are code. */
type Block = readonly { readonly text: string; readonly isCode: boolean }[];

const prose = fc
  .constantFrom('text', '', '# Heading', '    ```', '``', '``` a`b', '<!-- a -->', '- ~~~')
  .map((text): Block => [{ text, isCode: false }]);

const indent = fc.nat(3).map((count) => ' '.repeat(count));

/** A closed fence around anything that cannot close it. */
const fenced = fc
  .record({
    sign: fc.constantFrom('`', '~'),
    length: fc.integer({ min: 3, max: 6 }),
    longer: fc.nat(2),
    info: fc.constantFrom('', 'yaml', ' js x', '\t'),
    before: indent,
    after: indent,
    tail: fc.constantFrom('', ' ', '\t '),
    inside: fc.array(fc.constantFrom('text', '', '# no', 'other', 'shorter', 'info', 'deep')),
  })
  .map(({ sign, length, longer, info, before, after, tail, inside }): Block => {
    const mark = sign.repeat(length);
    const lines: Readonly<Record<string, string>> = {
      other: (sign === '`' ? '~' : '`').repeat(length),
      shorter: sign.repeat(length - 1),
      info: `${mark} x`,
      deep: `    ${mark}`,
    };
    return [
      before + mark + info,
      ...inside.map((line) => lines[line] ?? line),
      after + mark + sign.repeat(longer) + tail,
    ].map((text) => ({ text, isCode: true }));
  });

describe('any text put together from fences and other lines', () => {
  it('is read as it was put together', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(prose, fenced)),
        fc.constantFrom('\n', '\r\n'),
        (blocks, eol) => {
          const lines = blocks.flat();
          const text = `before${eol}${lines.map((line) => line.text + eol).join('')}`;
          const read = Array.from(markdownLines(text, 6 + eol.length));
          expect(read.map((line) => ({ text: line.text, isCode: line.isCode }))).toEqual(lines);
          const titles = lines.filter((line) => line.text === '# Heading').map(() => 'Heading');
          expect(sectionsFrom(text, 0).map(({ title }) => title)).toEqual(titles);
        },
      ),
    );
  });
});

it('a check-in that is only shown in a fence was not made', () => {
  const body =
    '## Check-ins\n\n- 2026-04-10: Made.\n\n````\n```\n- 2026-04-17: Shown.\n```\n````\n';
  const dates = readCheckIns(readBrief(`---\ntitle: x\n---\n${body}`)).map(({ date }) => date);
  expect(dates).toEqual(['2026-04-10']);
});
