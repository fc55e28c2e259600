import { describe, expect, it, test } from 'vitest';
import { appendToSection, sectionOf } from '../../src/brief/body.ts';
import { checkInLine, nextCheckIn, readCheckIns } from '../../src/brief/check-ins.ts';
import { datedLines } from '../../src/brief/dated-lines.ts';
import {
  evidenceResults,
  evidenceStates,
  resultLine,
  resultText,
  verdictText,
} from '../../src/brief/evidence-lines.ts';
import { readBrief } from '../../src/brief/read.ts';
import { applyEdits } from '../../src/brief/text-edit.ts';

const MATTER = '---\ngoal: A\n---\n';
const brief = (body: string) => readBrief(MATTER + body);
const added = (body: string, addition: string, heading = 'Check-ins') => {
  const one = brief(body);
  return applyEdits(one.text, appendToSection(one, heading, addition)).slice(MATTER.length);
};

describe('a section', () => {
  it('is found by its heading, in any case and of any level', () => {
    const one = brief('## Context\n\nCheck-ins are weekly.\n\n### CHECK-INS ##\n\nA\n\n## More\n');
    const section = sectionOf(one, 'Check-ins');
    expect(one.text.slice(section?.heading.start, section?.end)).toBe('### CHECK-INS ##\n\nA\n\n');
    expect(sectionOf(brief('Check-ins\n'), 'Check-ins')).toBeUndefined();
    expect(sectionOf(readBrief('---\ngoal: Check-ins\n'), 'Check-ins')).toBeUndefined();
  });

  it.each([
    ['is made where there is none', 'Words.\n', '- A', 'Words.\n\n## Check-ins\n\n- A\n'],
    ['after an empty line that is there', 'Words.\n\n', '- A', 'Words.\n\n## Check-ins\n\n- A\n'],
    ['after a text without an end', 'Words.', '- A', 'Words.\n\n## Check-ins\n\n- A\n'],
    [
      'an item joins a list',
      '## Check-ins\n\n- A\n\n## B\n',
      '- C',
      '## Check-ins\n\n- A\n- C\n\n## B\n',
    ],
    [
      'also after its continued line',
      '## Check-ins\n- A\n  more\n',
      '* C',
      '## Check-ins\n- A\n  more\n* C\n',
    ],
    ['but not a paragraph', '## Check-ins\nWords.\n', '- C', '## Check-ins\nWords.\n\n- C\n'],
    [
      'nor after words below a list',
      '## Check-ins\n- A\n\nWords.\n',
      '- C',
      '## Check-ins\n- A\n\nWords.\n\n- C\n',
    ],
    ['words stand apart', '## Check-ins\n- A\n', 'Words.', '## Check-ins\n- A\n\nWords.\n'],
    [
      'words with a dash stand apart',
      '## Check-ins\n- A\n',
      'Words - and more.',
      '## Check-ins\n- A\n\nWords - and more.\n',
    ],
    ['an item that is set in joins', '## Check-ins\n- A\n', '  - B', '## Check-ins\n- A\n  - B\n'],
    ['in an empty section', '## Check-ins\n\n\n## B\n', '- A', '## Check-ins\n\n- A\n\n## B\n'],
    ['in an empty one at the end', '## Check-ins\n', '- A', '## Check-ins\n\n- A\n'],
    ['without a line end', '## Check-ins', '- A', '## Check-ins\n\n- A\n'],
    ['after an item without a line end', '## Check-ins\n- A', '- B', '## Check-ins\n- A\n- B\n'],
    ['trimmed', '## Check-ins\n- A\n', '- B\n\n', '## Check-ins\n- A\n- B\n'],
  ])('is added to: %s', (_, body, addition, wanted) => {
    expect(added(body, addition)).toBe(wanted);
  });

  it('keeps the line ends of the file', () => {
    const text = `${MATTER}## Check-ins\n- A\n`.replaceAll('\n', '\r\n');
    const edits = appendToSection(readBrief(text), 'Check-ins', '- B\n  more');
    expect(applyEdits(text, edits)).toBe(`${text}- B\r\n  more\r\n`);
  });
});

describe('check-ins', () => {
  it('are the dated items of their section, in the order of the file', () => {
    const body = [
      '- 2026-04-01: Not here.',
      '## Check-ins',
      '- 2026-04-10 (on track): Measured, 41 minutes.',
      '+ 2026-04-17 (At_Risk) Late',
      '   * 2026-04-24:   ',
      '- 2026-05-01 (blokced): B',
      '- 2026-05-08 (whatever): C',
      '- 2026-02-30: No such day.',
      '- on 2026-05-09: No.',
      '    - 2026-05-10: Code.',
      '```',
      '- 2026-05-11: Code.',
      '```',
      '## More',
      '- 2026-05-12: Not here.',
    ].join('\n');
    const one = brief(body);
    expect(readCheckIns(one).map(({ date, state, note }) => [date, state, note])).toEqual([
      ['2026-04-10', 'on-track', 'Measured, 41 minutes.'],
      ['2026-04-17', 'at-risk', 'Late'],
      ['2026-04-24', undefined, ''],
      ['2026-05-01', 'blocked', 'B'],
      ['2026-05-08', undefined, 'C'],
    ]);
    const [first] = readCheckIns(one);
    expect(one.text.slice(first?.span.start, first?.span.end)).toBe(
      '- 2026-04-10 (on track): Measured, 41 minutes.',
    );
    expect(readCheckIns(brief('Words.'))).toEqual([]);
  });

  it('are written on one line, and read as they were', () => {
    const line = checkInLine({ date: '2026-04-10', state: 'at-risk', note: ' Slow\n  now. ' });
    expect(line).toBe('- 2026-04-10 (at risk): Slow now.');
    expect(checkInLine({ date: '2026-04-10', state: undefined, note: '' })).toBe('- 2026-04-10');
    expect(readCheckIns(brief(`## Check-ins\n${line}\n`))).toMatchObject([
      { date: '2026-04-10', state: 'at-risk', note: 'Slow now.' },
    ]);
  });

  it.each([
    ['3 days', undefined, '2026-04-03', '2026-04-06'],
    ['3 days', 'Friday', '2026-04-03', '2026-04-06'],
    ['1 week', undefined, '2026-04-03', '2026-04-10'],
    ['2 weeks', undefined, '2026-04-03', '2026-04-17'],
    ['1 month', undefined, '2026-01-31', '2026-02-28'],
    ['1 week', 'Monday', '2026-04-03', '2026-04-13'],
    ['1 week', 'Tuesday', '2026-04-03', '2026-04-07'],
    ['1 week', 'Thursday', '2026-04-03', '2026-04-09'],
    ['1 week', 'Friday', '2026-04-03', '2026-04-10'],
    ['1 week', 'someday', '2026-04-03', '2026-04-10'],
    ['now and then', undefined, '2026-04-03', undefined],
    ['at milestones', undefined, '2026-04-03', '2026-04-20'],
    ['at milestones', undefined, '2026-04-20', '2026-05-20'],
    ['at milestones', undefined, '2026-05-20', undefined],
  ])('every %s, on %s, after %s come next on %s', (every, day, after, next) => {
    const values = {
      'check-ins.every': every,
      ...(day === undefined ? {} : { 'check-ins.day': day }),
      'timeline.milestones': [
        { date: '2026-05-20', what: 'All' },
        { date: '2026-04-20', what: 'Half' },
      ],
    };
    expect(nextCheckIn(values, after)).toBe(next);
  });

  it('are none where none were promised', () => {
    expect(nextCheckIn({}, '2026-04-03')).toBeUndefined();
    expect(nextCheckIn({ 'check-ins.every': 'at milestones' }, '2026-04-03')).toBeUndefined();
  });
});

test('dated lines have what is before the colon and after it', () => {
  const body = [
    '## Pauses',
    '- 2026-04-10, paused until 2026-05-01: Ill: at home.',
    '- 2026-04-11 resumed',
    '- 2026-04-12:',
    '- 2026-04-13x: no',
    '- 2026-13-01, no: no',
    '~~~',
    '- 2026-04-14, no: code',
    '~~~',
    '# More',
    '- 2026-04-15, no: elsewhere',
  ].join('\n');
  expect(datedLines(brief(body), 'pauses')).toEqual([
    { date: '2026-04-10', lead: 'paused until 2026-05-01', text: 'Ill: at home.' },
    { date: '2026-04-11', lead: 'resumed', text: '' },
    { date: '2026-04-12', lead: '', text: '' },
  ]);
  expect(datedLines(brief('Pauses\n'), 'Pauses')).toEqual([]);
});

describe('what a check said', () => {
  const RESULT = {
    date: '2026-05-10',
    time: '12:30',
    check: 'tests',
    verdict: 'failed' as const,
    detail: 'exit 1',
    commit: '1a2b3c4d5e6f7a8b9c0d',
    dirty: true,
    definedIn: '0f9e8d7c6b5a4c3d2e1f',
    agreed: false,
    by: 'Ana  Novak',
  };
  const SHORT = { ...RESULT, commit: '1a2b3c4d5e6f', definedIn: '0f9e8d7c6b5a', by: 'Ana Novak' };
  const { detail: _, ...passed } = {
    ...SHORT,
    verdict: 'passed' as const,
    dirty: false,
    agreed: true,
  };

  it('stands on a line, and is read as it was', () => {
    expect(resultLine(RESULT)).toBe(
      '- 2026-05-10 12:30 UTC, check: tests failed (exit 1) on 1a2b3c4d5e6f with uncommitted changes, as defined in 0f9e8d7c6b5a, run by Ana Novak',
    );
    expect(resultLine(passed)).toBe(
      '- 2026-05-10 12:30 UTC, check: tests passed on 1a2b3c4d5e6f, as agreed in 0f9e8d7c6b5a, run by Ana Novak',
    );
    const detail = ` (killed)\n by\t${'x'.repeat(90)}`;
    for (const result of [
      SHORT,
      passed,
      { ...SHORT, verdict: 'timed-out' as const },
      { ...SHORT, verdict: 'not-run' as const, agreed: true },
      { ...SHORT, detail },
    ]) {
      const [read, ...others] = evidenceResults(brief(`## Evidence\n${resultLine(result)}\n`));
      const said = 'detail' in result ? result.detail : undefined;
      const kept = said === detail ? `killed by ${'x'.repeat(70)}` : said;
      expect(read).toEqual({
        ...result,
        ...(kept === undefined ? {} : { detail: kept }),
        span: expect.any(Object),
      });
      expect(others).toEqual([]);
    }
  });

  it('counts as said where the line is whole, in its section', () => {
    const line = resultLine(passed);
    const read = (body: string) => evidenceResults(brief(body)).length;
    expect(read(`## Evidence\n${line}\n`)).toBe(1);
    expect(read(`## Evidence\n\`\`\`\n${line}\n\`\`\`\n`)).toBe(0);
    expect(read(`## Evidence\n## Other\n${line}\n`)).toBe(0);
    expect(read(`${line}\n`)).toBe(0);
    for (const [from, to] of [
      ['2026-05-10', '2026-02-30'],
      ['passed', 'was fine'],
      [', run by Ana Novak', ''],
      [' on 1a2b3c4d5e6f', ''],
      ['as agreed', 'as told'],
      ['- ', '    - '],
      ['1a2b3c4d5e6f', '1a2b3c'],
    ] as const) {
      expect([to, read(`## Evidence\n${line.replace(from, to)}\n`)]).toEqual([to, 0]);
    }
  });

  it('is told in a few words', () => {
    expect(resultText(RESULT)).toBe('tests failed on 1a2b3c4d5e6f, with uncommitted changes');
    expect(resultText(passed)).toBe('tests passed on 1a2b3c4d5e6f');
    expect(verdictText(passed)).toBe('passed on 1a2b3c4d5e6f, 2026-05-10');
    expect(verdictText(RESULT)).toBe(
      'failed (exit 1) on 1a2b3c4d5e6f with uncommitted changes, 2026-05-10, as defined in 0f9e8d7c6b5a and not as agreed',
    );
  });

  it('counts for its item by the last line', () => {
    const text = `---\nevidence: ["check: tests", "check: lint", All are glad]\n---\n## Evidence\n${resultLine(RESULT)}\n${resultLine(passed)}\n`;
    expect(
      evidenceStates(readBrief(text)).map(({ check, last }) => [check, last?.verdict]),
    ).toEqual([
      ['tests', 'passed'],
      ['lint', undefined],
      [undefined, undefined],
    ]);
    expect(evidenceStates(brief(resultLine(passed)))).toEqual([]);
  });
});
