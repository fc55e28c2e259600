/** Each kind of reader has its own way to be told something by a text; its function leaves none. */
import { describe, expect, test } from 'vitest';
import { printable, withoutCommands } from '../../src/printable.ts';
import {
  calendarLines,
  htmlText,
  jsonText,
  markdownText,
  noticeText,
  uriText,
  xmlText,
} from '../../src/report/escape.ts';

describe('a terminal, and the log of a CI', () => {
  test.each([
    ['\u001b[2J\u0007\u009b', '\\x1b[2J\\x07\\x9b'],
    ['a\u202eb\u2066c', 'a\\u{202e}b\\u{2066}c'],
    ['\u200c\u200d\u034f\u3164', '\\u{200c}\\u{200d}\\u{34f}\\u{3164}'],
    ['\ud800 half', '\\u{d800} half'],
    ['😀 naïve ✔️ 東京', '😀 naïve ✔️ 東京'],
    ['::error::x', '\\x3a:error::x'],
    ['one\n  ::set-output name=a::b', 'one\n  \\x3a:set-output name=a::b'],
    ['a ##[group]b ##vso[c] ##teamcity[d]', 'a \\x23#[group]b \\x23#vso[c] \\x23#teamcity[d]'],
    ['std::vector, ::: note, ## [link]', 'std::vector, ::: note, ## [link]'],
  ])('%j', (text, shown) => {
    expect(printable(text)).toBe(shown);
    expect(printable(printable(text))).toBe(shown);
  });

  test('what has no sign of its own is shown, wherever it stands in Unicode', () => {
    const hidden = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
    const isKept = /[\t\n]|\p{Variation_Selector}(?<=[^\u180b-\u180f])/u;
    const sent = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
      (sign) => hidden.test(sign) && !isKept.test(sign) && printable(`a${sign}b`).includes(sign),
    );
    expect(sent).toEqual([]);
  });

  test('a line is one line', () => {
    expect(printable('a\n::error::\tb', true)).toBe('a\\n::error:: b');
  });

  test('what was safe before it was broken is safe after', () => {
    const broken = printable('see ::error::x').replace(' ', '\n');
    expect(withoutCommands(broken)).toBe('see\n\\x3a:error::x');
  });
});

describe('a program', () => {
  const VALUE = {
    title: '::error::a "::b ##[c] ##vso[d]',
    'k\u202e': ['\u200d\u3164\u{e0041}\u0085\u2028', 'x ::y'],
  };

  test('JSON keeps the value, and nothing of it can be seen to be what it is', () => {
    const text = jsonText(VALUE, 2);
    expect(JSON.parse(text)).toEqual(VALUE);
    expect(text).not.toMatch(/"::|##(?:vso)?\[|[\u0080-\u{10ffff}]/u);
  });

  test('JSON has no half of a pair, and leaves alone what only looks like one', () => {
    expect(jsonText(['\ud800', '\udc00', '😀', '\\ud800'])).toBe(
      '["\ufffd","\ufffd","😀","\\\\ud800"]',
    );
  });

  test('XML, HTML', () => {
    expect(xmlText('<a href="x">&\'\u0001\uffff\n')).toBe(
      '&lt;a href=&quot;x&quot;&gt;&amp;&#39;\\x01\ufffd\\n',
    );
    expect(htmlText('<a>\r\n"')).toBe('&lt;a&gt;\n&quot;');
  });

  test('markdown', () => {
    const text = markdownText('[a](javascript:b) ![c](d) <e> @f #1 ::error:: `g` |');
    expect(text).not.toMatch(/\]\((?<!\\\]\()|<e>|@f|#1|::|(?<!\\)[`|]/);
  });

  test('a URI', () => {
    expect(uriText('a b/c:d\ud800#')).toBe('a%20b/c%3Ad%EF%BF%BD%23');
  });

  test('a notice of an editor', () => {
    expect(noticeText('[a](command:b)')).toBe('[a] (command:b)');
  });

  test('a calendar is broken where a command would begin', () => {
    const text = 'SUMMARY:abc\r\n ::error::x ##[y]\r\n';
    const lines = calendarLines(text);
    expect(lines).toBe('SUMMARY:abc\r\n :\r\n :error::x #\r\n #[y]\r\n');
    expect(lines.replaceAll('\r\n ', '')).toBe(text.replaceAll('\r\n ', ''));
  });
});
