import { describe, expect, it } from 'vitest';
import type { Edit } from './versions.ts';
import { BASE, merged, swap } from './versions.ts';

const LAST = '- 2026-04-10 (on track): Baseline measured.\n';
/** The text of the base from its check-ins on, in another version. */
const checkIns = (text: string) => text.slice(text.indexOf('## Check-ins'));
const body = (rest: string) => BASE.slice(0, BASE.indexOf('## Context')) + rest;
const add = (line: string) => swap(LAST, LAST + line);

describe('check-ins of both sides', () => {
  it.each([
    ['of another year', '2030-01-08', '2029-12-18'],
    ['of another month', '2026-05-01', '2026-04-30'],
    ['of another day', '2026-04-19', '2026-04-12'],
  ])('stand in the order of their dates, %s', async (_, later, earlier) => {
    const result = await merged(add(`- ${later}: Later.\n`), add(`- ${earlier}: Earlier.\n`));
    expect(result.conflicts).toEqual([]);
    expect(checkIns(result.text)).toBe(
      `## Check-ins\n\n${LAST}- ${earlier}: Earlier.\n- ${later}: Later.\n`,
    );
  });

  it('leave what stands before and after them as it is', async () => {
    const base = body(
      `## Context\n\nWords.\n\n## Check-ins\n\nEach Friday.\n\n${LAST}\n\n## Visits\n\n- 2026-03-01: Not a check-in.\n`,
    );
    const result = await merged(
      add('- 2026-04-24: Slow.\n'),
      add('- 2026-04-17: Cache.\n\n  It works.\n'),
      base,
    );
    expect(result.conflicts).toEqual([]);
    expect(result.text).toBe(
      base.replace(LAST, `${LAST}- 2026-04-17: Cache.\n\n  It works.\n- 2026-04-24: Slow.\n`),
    );
  });

  it('merge with the first of the other side', async () => {
    const base = body('Words.\n\n## Check-ins\n\n\n## Later\n\nMore.\n');
    const first = (line: string) => swap('## Check-ins\n\n\n', `## Check-ins\n\n${line}\n`);
    const result = await merged(
      first('- 2026-04-24: Slow.\n'),
      first('- 2026-04-17: Cache.\n'),
      base,
    );
    expect(result.conflicts).toEqual([]);
    expect(checkIns(result.text)).toBe(
      '## Check-ins\n\n- 2026-04-17: Cache.\n- 2026-04-24: Slow.\n\n## Later\n\nMore.\n',
    );
  });

  it('merge though one file ends without a newline', async () => {
    const result = await merged(
      (text) => add('- 2026-04-24: Slow.')(text).trimEnd(),
      add('- 2026-04-17: Cache.\n'),
    );
    expect(result.conflicts).toEqual([]);
    expect(checkIns(result.text)).toBe(
      `## Check-ins\n\n${LAST}- 2026-04-17: Cache.\n- 2026-04-24: Slow.\n`,
    );
  });

  it('that only look like some, in code, are left to people', async () => {
    const base = body(`## Check-ins\n\n\`\`\`\n${LAST}\`\`\`\n`);
    const result = await merged(add('- 2026-04-24: Slow.\n'), add('- 2026-04-17: Cache.\n'), base);
    expect(result.conflicts).toEqual(['body']);
  });

  it('of one day, reworded by both, are left to people', async () => {
    const result = await merged(swap('measured', 'taken'), swap('measured', 'known'));
    expect(result.conflicts).toEqual(['body']);
    expect(result.text.match(/^<{7} ours$/gm)).toHaveLength(1);
  });
});

describe('words that both sides rewrote', () => {
  it.each(['Words.\n', `Words.\n\n## Check-ins\n\n${LAST}`])(
    'stand between markers, with the frontmatter merged',
    async (text) => {
      const result = await merged(
        (base) => swap('Words.', 'My words.')(swap('20 minutes', '15 minutes')(base)),
        (base) => swap('Words.', 'Your words.')(swap('x-team: web', 'x-team: core')(base)),
        body(text),
      );
      expect(result).toMatchObject({ conflicts: ['body'], byLines: false });
      expect(result.text).toBe(
        body(text)
          .replace('20 minutes', '15 minutes')
          .replace('x-team: web', 'x-team: core')
          .replace('Words.\n', '<<<<<<< ours\nMy words.\n=======\nYour words.\n>>>>>>> theirs\n'),
      );
    },
  );

  it.each<[string, string, Edit, Edit]>([
    [
      'where both began a section of check-ins',
      'Words.\n',
      (text) => `${text}\n## Check-ins\n\n- 2026-04-10: Mine.\n`,
      (text) => `${text}\n## Check-ins\n\n- 2026-04-11: Yours.\n`,
    ],
    [
      'where one took out the section that the other added to',
      `Words.\n\n## Check-ins\n\n${LAST}`,
      swap(`\n## Check-ins\n\n${LAST}`, ''),
      add('- 2026-04-17: Cache.\n'),
    ],
    [
      'where the other took it out',
      `Words.\n\n## Check-ins\n\n${LAST}`,
      add('- 2026-04-17: Cache.\n'),
      swap(`\n## Check-ins\n\n${LAST}`, ''),
    ],
  ])('are left to people %s', async (_, text, ours, theirs) => {
    const result = await merged(ours, theirs, body(text));
    expect(result).toMatchObject({ conflicts: ['body'], byLines: false });
  });

  it('do not keep check-ins from being merged', async () => {
    const result = await merged(
      (text) => swap('Words.', 'My words.')(add('- 2026-04-24: Slow.\n')(text)),
      (text) => swap('Words.', 'Your words.')(add('- 2026-04-17: Cache.\n')(text)),
    );
    expect(result.conflicts).toEqual(['body']);
    expect(checkIns(result.text)).toBe(
      `## Check-ins\n\n${LAST}- 2026-04-17: Cache.\n- 2026-04-24: Slow.\n`,
    );
  });

  it('after the check-ins do not either', async () => {
    const result = await merged(
      (text) => `${add('- 2026-04-24: Slow.\n')(text)}\n## Notes\n\nMine.\n`,
      (text) => `${add('- 2026-04-17: Cache.\n')(text)}\n## Notes\n\nYours.\n`,
    );
    expect(result.conflicts).toEqual(['body']);
    expect(result.text).toContain('- 2026-04-17: Cache.\n- 2026-04-24: Slow.\n');
  });
});
