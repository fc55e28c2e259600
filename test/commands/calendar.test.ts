import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { nextCheckIn } from '../../src/brief/check-ins.ts';
import { addDays } from '../../src/brief/dates/calendar.ts';
import { readBrief } from '../../src/brief/read.ts';
import { calendarEntries } from '../../src/report/calendar-entries.ts';
import { calendarText } from '../../src/report/calendar.ts';
import {
  CHANGED_BRIEF,
  GOOD_BRIEF,
  commitAll,
  draftBrief,
  runDelegate,
  runProgram,
  tempFolder,
  tempRepo,
  write,
} from '../support/index.ts';
import { sized } from '../support/size.ts';

const STAMP = new Date('2026-04-03T10:00:00Z');
const AT_MILESTONES = GOOD_BRIEF.replace(
  'every: 1 week\n  day: Friday',
  'every: at milestones',
).replace(
  'due: 2026-06-30',
  `due: 2026-06-30
  milestones:
    - {date: 2026-05-01, what: A first measurement}
    - {date: 2026-06-01, what: One team on it}`,
);

async function calendar(cwd: string, ...args: string[]) {
  return runDelegate(['calendar', ...args], { cwd });
}

/** The calendar of one brief. */
function calendarOf(text: string, path = 'briefs/x.md'): string {
  const entries = calendarEntries([{ path, brief: readBrief(text) }]);
  return calendarText(entries, { name: 'Briefs', stamp: STAMP });
}

/** Read by another program than ours: each entry with all its days, up to a number. */
function read(ics: string, most = 1000) {
  const component = new ICAL.Component(ICAL.parse(ics) as [string, unknown[], unknown[]]);
  return component.getAllSubcomponents('vevent').map((each) => {
    const event = new ICAL.Event(each);
    const days: string[] = [];
    const iterator = event.iterator();
    for (let day = iterator.next(); day && days.length < most; day = iterator.next()) {
      days.push(day.toString());
      if (!event.isRecurring()) break;
    }
    return {
      uid: event.uid,
      sequence: event.sequence,
      isDate: event.startDate.isDate,
      summary: event.summary,
      description: event.description,
      status: each.getFirstPropertyValue('status'),
      days,
    };
  });
}

function summaries(ics: string): string[] {
  return read(ics, 1).map(({ summary, days }) => `${days[0]} ${summary}`);
}

describe('delegate calendar', () => {
  it('has the check-ins from the agreement to the due date, and the due date', async () => {
    const { out, err, status } = await calendar(tempRepo({ 'briefs/halve.md': GOOD_BRIEF }));
    expect(status).toBe(0);
    expect(err).toBe('2 entries of 1 brief.\n');
    const [checkIns, due] = read(out);
    expect(checkIns).toMatchObject({
      uid: 'b-7k3f9q2m-check-ins@delegate-briefs',
      summary: 'Check-in: Halve deployment time',
      status: 'CONFIRMED',
      isDate: true,
    });
    expect(checkIns?.days).toHaveLength(12);
    expect(checkIns?.days[0]).toBe('2026-04-10');
    expect(checkIns?.days.at(-1)).toBe('2026-06-26');
    expect(due).toMatchObject({ summary: 'Due: Halve deployment time', days: ['2026-06-30'] });
    expect(due?.description).toBe(
      'Goal: Cut the median deployment of the web service from 40 to 20 minutes.\nHanded over: Ana Novak to Bor Kos\nBrief: briefs/halve.md (b-7k3f9q2m)',
    );
  });

  it('ends its lines with CRLF, and folds them at 75 octets', () => {
    const text = calendarOf(GOOD_BRIEF.replace('Halve deployment time', '日本語の題名'.repeat(12)));
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(read(text)[0]?.summary).toContain('日本語の題名日本語の題名');
  });

  it('has the same ids when dates move, and a higher sequence when they moved openly', () => {
    const before = read(calendarOf(GOOD_BRIEF));
    const after = read(calendarOf(CHANGED_BRIEF));
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
    expect(before.map(({ sequence }) => sequence)).toEqual([0, 0]);
    expect(after.map(({ sequence }) => sequence)).toEqual([1, 1]);
    expect(after[1]?.days).toEqual(['2026-05-31']);
    const moved = AT_MILESTONES.replace('2026-05-01, what', '2026-05-08, what');
    expect(read(calendarOf(moved)).map(({ uid }) => uid)).toEqual(
      read(calendarOf(AT_MILESTONES)).map(({ uid }) => uid),
    );
  });

  it('is the same bytes for the same commit, whenever and wherever', async () => {
    const cwd = tempRepo({ 'briefs/halve.md': AT_MILESTONES, 'briefs/two.md': draftBrief() });
    const { out } = await calendar(cwd);
    expect(out).toContain('DTSTAMP:20260403T100000Z');
    const elsewhere = await runProgram(['calendar'], { cwd, env: { TZ: 'Pacific/Kiritimati' } });
    expect(elsewhere.out).toBe(out);
    write(cwd, 'other.txt', 'x');
    commitAll(cwd, 'something else', { date: '2026-05-01' });
    expect((await calendar(cwd)).out).toBe(out);
  });

  it('works without git, as of the last record', async () => {
    const cwd = tempFolder();
    write(cwd, 'briefs/halve.md', GOOD_BRIEF);
    expect((await calendar(cwd)).out).toContain('DTSTAMP:20260410T000000Z');
  });

  it('has milestones, and check-ins with them where they are held then', () => {
    expect(summaries(calendarOf(AT_MILESTONES))).toEqual([
      '2026-05-01 Milestone and check-in: A first measurement (Halve deployment time)',
      '2026-06-01 Milestone and check-in: One team on it (Halve deployment time)',
      '2026-06-30 Due: Halve deployment time',
    ]);
  });

  it.each([
    ['draft', []],
    ['proposed', ['2026-06-30 Due: Halve deployment time (proposed)']],
    ['paused', ['2026-06-30 Due: Halve deployment time (paused)']],
    ['done', []],
    ['cancelled', []],
  ])('of a brief that is %s', (status, expected) => {
    const ics = calendarOf(GOOD_BRIEF.replace('status: accepted', `status: ${status}`));
    expect(summaries(ics)).toEqual(expected);
    for (const { status: standing } of read(ics)) expect(standing).toBe('TENTATIVE');
  });

  it('begins the series anew with a check-in that was held on another day', () => {
    const every = GOOD_BRIEF.replace('every: 1 week\n  day: Friday', 'every: 2 weeks');
    // Agreed on 3 April: due on the 17th; held on the 10th, so the next is on the 24th.
    expect(read(calendarOf(every))[0]?.days.slice(0, 2)).toEqual(['2026-04-24', '2026-05-08']);
    const asPlanned = every.replace('- 2026-04-10', '- 2026-04-17');
    expect(read(calendarOf(asPlanned))[0]?.days.slice(0, 2)).toEqual(['2026-04-17', '2026-05-01']);
  });

  it('has an entry for each date where they do not recur to the day', () => {
    const monthly = GOOD_BRIEF.replace('every: 1 week', 'every: 1 month').replace(
      '- 2026-04-10',
      '- none',
    );
    expect(read(calendarOf(monthly)).map(({ uid, days }) => [uid, days])).toEqual([
      ['b-7k3f9q2m-check-in-2026-05-01@delegate-briefs', ['2026-05-01']],
      ['b-7k3f9q2m-check-in-2026-05-29@delegate-briefs', ['2026-05-29']],
      ['b-7k3f9q2m-check-in-2026-06-26@delegate-briefs', ['2026-06-26']],
      ['b-7k3f9q2m-due@delegate-briefs', ['2026-06-30']],
    ]);
  });

  it('gives a copy that kept its id, and a brief without one, ids of their own', () => {
    const brief = readBrief(GOOD_BRIEF);
    const bare = readBrief(GOOD_BRIEF.replace('id: b-7k3f9q2m\n', ''));
    const all = calendarEntries([
      { path: 'briefs/a.md', brief },
      { path: 'briefs/b.md', brief },
      { path: 'briefs/c.md', brief: bare },
    ]);
    expect(new Set(all.map(({ uid }) => uid)).size).toBe(6);
  });

  it('is of one person, under whatever address', async () => {
    const cwd = tempRepo({
      'briefs/halve.md': GOOD_BRIEF,
      'briefs/other.md': GOOD_BRIEF.replace('b-7k3f9q2m', 'b-7k3f9q2n')
        .replace('Halve deployment time', 'Other')
        .replace('Bor Kos <bor@example.com>', 'Mei Lin <mei@example.com>'),
      '.delegate.yaml': 'people:\n  Bor Kos:\n    email: [bor@example.com, bor@home.example]\n',
    });
    expect(summaries((await calendar(cwd)).out)).toHaveLength(4);
    const bor = await calendar(cwd, '--for', 'bor@home.example');
    expect(summaries(bor.out)).toHaveLength(2);
    expect(bor.out).toContain('X-WR-CALNAME:Briefs of bor@home.example\r\n');
    const mine = await runDelegate(['calendar', '--mine'], {
      cwd,
      env: { GIT_AUTHOR_NAME: 'B. Kos', GIT_AUTHOR_EMAIL: 'bor@home.example' },
    });
    expect(summaries(mine.out)).toHaveLength(2);
    expect(mine.out).toContain('X-WR-CALNAME:Briefs of Bor Kos\r\n');
    const nobody = await calendar(cwd, '--for', 'Zoe');
    expect(nobody.err).toMatch(/^No entry: no brief of Zoe that is /);
    expect(await calendar(cwd, '--mine', '--for', 'x')).toMatchObject({ status: 2, out: '' });
  });

  it('stays a calendar where there is nothing, and says what it leaves out', async () => {
    const cwd = tempRepo({ 'briefs/broken.md': '---\ngoal: "open\n---\n' });
    const { out, err, status } = await calendar(cwd);
    expect(status).toBe(0);
    expect(read(out)).toEqual([]);
    expect(err).toBe(
      'briefs/broken.md cannot be read and is left out: delegate lint briefs/broken.md\nNo entry: no brief that is proposed, accepted or paused has a date.\n',
    );
  });

  it('says nothing beside it in a terminal', async () => {
    const cwd = tempRepo({ 'briefs/halve.md': GOOD_BRIEF });
    const { out, err } = await runDelegate(['calendar'], { cwd, host: { terminal: true } });
    expect(err).toBe('');
    expect(out).toMatch(/^BEGIN:VCALENDAR\r\n/);
  });

  it.each([
    'x\nEND:VEVENT\nBEGIN:VEVENT\nUID:evil',
    'x\r\nATTENDEE:mailto:evil@example.com',
    'a;b,c\\d:e"f',
    'x'.repeat(5000),
    '\u001B[31mred\u0007 \u202Eevil',
  ])('writes %j as a text', async (text) => {
    const hostile = GOOD_BRIEF.replace(
      'title: Halve deployment time',
      `title: ${JSON.stringify(text)}`,
    )
      .replace(/goal: .*/, `goal: ${JSON.stringify(text)}`)
      .replace('day: Friday', `day: Friday\n  how: ${JSON.stringify(text)}`);
    const cwd = tempRepo({ 'briefs/x.md': hostile });
    const { out } = await calendar(cwd, '--for', text);
    const all = await calendar(cwd);
    for (const ics of [out, all.out]) {
      expect(ics).not.toMatch(/^(?:ATTENDEE|UID:evil)/m);
      // eslint-disable-next-line no-control-regex
      expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\u0000-\u001F\u007F\u202E]/);
    }
    expect(read(all.out).map(({ uid }) => uid)).toEqual([
      'b-7k3f9q2m-check-ins@delegate-briefs',
      'b-7k3f9q2m-due@delegate-briefs',
    ]);
  });
});

describe('whatever the cadence, a calendar program shows the days that the brief promises', () => {
  const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2025-12-01', days));

  it('from the agreement to the due date, and on from the last check-in', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 14 }),
        fc.constantFrom('day', 'week', 'month'),
        fc.option(fc.constantFrom('Monday', 'Wednesday', 'Friday', 'Sunday')),
        day,
        fc.option(fc.integer({ min: -20, max: 350 })),
        fc.option(fc.integer({ min: 0, max: 300 })),
        (count, unit, weekday, agreed, ahead, held) => {
          const due = ahead === null ? undefined : addDays(agreed, ahead);
          const last = held === null ? undefined : addDays(agreed, held);
          const brief = readBrief(`---
id: b-7k3f9q2m
status: accepted
check-ins:
  every: ${count} ${unit}${count === 1 ? '' : 's'}
${weekday === null ? '' : `  day: ${weekday}\n`}${due === undefined ? '' : `timeline: ${due}\n`}agreement:
  date: ${agreed}
---
## Check-ins

${last === undefined ? '' : `- ${last} (on track): fine`}
`);
          const { values } = brief;
          const entries = calendarEntries([{ path: 'x', brief }]);
          const ics = calendarText(entries, { name: 'x', stamp: STAMP });
          const shown = read(ics, 380)
            .filter(({ uid }) => uid.includes('check-in'))
            .flatMap(({ days }) => days)
            .toSorted();
          const following = (start: string): string[] => {
            const days: string[] = [];
            for (let date = nextCheckIn(values, start); date !== undefined && days.length < 380;) {
              if (due !== undefined && date > due) break;
              days.push(date);
              date = nextCheckIn(values, date);
            }
            return days;
          };
          const plan = following(agreed);
          const next = last === undefined ? undefined : (nextCheckIn(values, last) as string);
          // The next one that is told everywhere else is in the calendar, unless the brief is due before.
          if (next !== undefined && (due === undefined || next <= due || (last as string) > due)) {
            expect(shown).toContain(next);
          }
          const isAsPlanned = next === undefined || plan.includes(next);
          const expected = isAsPlanned ? plan : following(last as string);
          const compared = Math.min(shown.length, expected.length, 12);
          expect(shown.slice(0, compared)).toEqual(expected.slice(0, compared));
          if (isAsPlanned && due !== undefined && plan.length < 380) {
            expect(shown).toEqual(plan);
          }
        },
      ),
      { numRuns: sized(100, 3000) },
    );
  });
});
