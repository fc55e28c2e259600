import { describe, expect, it } from 'vitest';
import {
  CHANGED_BRIEF,
  GOOD_BRIEF,
  commitAll,
  draftBrief,
  runDelegate,
  tempFolder,
  tempRepo,
  write,
} from '../support/index.ts';

const TODAY = ['--today', '2026-04-12'];
const PROPOSED = draftBrief().replace('status: draft', 'status: proposed');

async function show(cwd: string, ...args: string[]) {
  return runDelegate(['show', ...args, ...TODAY], { cwd });
}

describe('delegate show, as a letter', () => {
  it('prints what it printed before where no format is asked for', async () => {
    const cwd = tempRepo({ 'briefs/halve.md': GOOD_BRIEF });
    const { out } = await show(cwd, 'halve');
    expect(out).toMatch(/^Halve deployment time\nb-7k3f9q2m · accepted · briefs\/halve\.md\n/);
    expect((await show(cwd, 'halve', '--format', 'screen')).out).toBe(out);
  });

  it.each([
    ['text', /^Halve deployment time\n=+\n/],
    ['markdown', /^# Halve deployment time\n/],
    ['html', /^<!doctype html>\n/],
  ])('writes %s', async (format, start) => {
    const { out, status } = await show(
      tempRepo({ 'briefs/halve.md': PROPOSED }),
      'halve',
      '--format',
      format,
      '--answer-by',
      'friday',
    );
    expect(status).toBe(0);
    expect(out).toMatch(start);
    expect(out).toContain('Please answer by Friday 17 April 2026.');
  });

  it('tells from history what moved, from what to what', async () => {
    const cwd = tempRepo({ 'briefs/halve.md': GOOD_BRIEF });
    write(cwd, 'briefs/halve.md', CHANGED_BRIEF);
    commitAll(cwd, 'the freeze', { date: '2026-05-10' });
    const { out } = await show(cwd, 'halve', '--format', 'text');
    expect(out).toContain(`What moved since
----------------

- Sunday 10 May 2026: Due changed, 30 days earlier (stricter)
  From: Tuesday 30 June 2026
  To: Sunday 31 May 2026
  Agreed by Ana Novak and Bor Kos: The security freeze starts on 1 June.
`);
  });

  it('tells what moved in silence, and whose word a change waits for', async () => {
    const cwd = tempRepo({ 'briefs/halve.md': GOOD_BRIEF });
    write(cwd, 'briefs/halve.md', GOOD_BRIEF.replace('98 %', '99 %'));
    commitAll(cwd, 'Security freeze', { date: '2026-05-09' });
    const silent = await show(cwd, 'halve', '--format', 'text');
    expect(silent.out).toMatch(/Quality criteria changed[^]*98 %[^]*99 %[^]*In silence:/);
    const open = CHANGED_BRIEF.replace(/ {4}agreed-by: .*\n/, '');
    write(cwd, 'briefs/halve.md', open);
    commitAll(cwd, 'the freeze', { date: '2026-05-10' });
    const waits = await show(cwd, 'halve', '--format', 'text');
    expect(waits.out).toContain('A change waits for your word: see the end.');
    const asked = waits.out.slice(waits.out.indexOf('Your word on a change')).replace(/\s+/g, ' ');
    expect(asked).toContain(
      'Due: from "Tuesday 30 June 2026" to "Sunday 31 May 2026". Why: The security',
    );
    expect(asked).toContain('say that you agree, or say what you have against it');
    expect(asked).toContain('Write to Ana Novak: ana@example.com');
  });

  it('works where there is no git', async () => {
    const cwd = tempFolder();
    write(cwd, 'briefs/halve.md', CHANGED_BRIEF);
    const { out, status } = await show(cwd, 'briefs/halve.md', '--format', 'text');
    expect(status).toBe(0);
    expect(out).toContain('The security freeze starts on 1 June.');
  });

  it('reads Windows line ends', async () => {
    const cwd = tempRepo({ 'briefs/halve.md': GOOD_BRIEF.replace(/\n/g, '\r\n') });
    for (const format of ['screen', 'text', 'markdown', 'html']) {
      const { out } = await show(cwd, 'halve', '--format', format);
      expect(out).toContain('grown for six years');
      expect(out).not.toMatch(/\\r|\r/);
    }
  });

  it('refuses a date that is none, and one that no letter would show', async () => {
    const cwd = tempRepo({ 'briefs/halve.md': PROPOSED });
    const bad = await show(cwd, 'halve', '--format', 'text', '--answer-by', 'whenever');
    expect(bad).toMatchObject({ status: 2, out: '' });
    expect(bad.err).toBe(
      'delegate: --answer-by is "whenever", which is no date\nWrite 2026-06-30, 7 dec, friday, in 2 weeks, or end of june.\n',
    );
    const screen = await show(cwd, 'halve', '--answer-by', 'friday');
    expect(screen).toMatchObject({ status: 2, out: '' });
    expect(screen.err).toContain('Add --format text, markdown or html.');
  });

  it('refuses a brief that cannot be read', async () => {
    const cwd = tempRepo({ 'briefs/broken.md': '---\ngoal: "open\n---\n' });
    const { status, err } = await show(cwd, 'broken', '--format', 'html');
    expect(status).toBe(2);
    expect(err).toContain('delegate lint briefs/broken.md');
  });

  it('tells a recorded change that was put back as one that was recorded', async () => {
    const cwd = tempRepo({ 'briefs/halve.md': GOOD_BRIEF });
    const amend = ['amend', 'halve', '--set', 'due=2026-05-31', '-m', 'The freeze.'];
    await runDelegate(amend, { cwd });
    await runDelegate(['amend', 'halve', '--take-back', '1', '-m', 'No.'], { cwd });
    const { out } = await show(cwd, 'halve', '--format', 'text');
    expect(out).toContain('Not agreed, and put back later: The freeze.');
    expect(out).not.toContain('silence');
  });
});
