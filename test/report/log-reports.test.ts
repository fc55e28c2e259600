import { describe, expect, it } from 'vitest';
import { NO_COUNTS } from '../../src/history/tally.ts';
import type { BriefHistory, LogResult, Move, Note } from '../../src/history/types.ts';
import { logGithub } from '../../src/report/log-github.ts';
import { logMarkdown } from '../../src/report/log-markdown.ts';
import { markdownText } from '../../src/report/escape.ts';
import { logOneline } from '../../src/report/log-oneline.ts';
import { logText } from '../../src/report/log-text.ts';
import { PLAIN } from '../../src/report/paint.ts';
import { displayWidth } from '../../src/report/width.ts';

const where = {
  commit: '1f0c2ab394d06f25a1be37e82c4197be94d10000',
  path: 'briefs/halve.md',
  author: { name: 'Ana Novak', email: 'ana@example.com' },
  committer: null,
  date: '2026-05-10T09:00:00+02:00',
  authorDate: '2026-05-10T09:00:00+02:00',
  subject: 'Security freeze',
};

function move(order: number, more: Partial<Move>): Move {
  return {
    ...where,
    order,
    field: 'timeline.due',
    kind: 'changed',
    effect: 'tightened',
    standing: 'silent',
    before: '2026-06-30',
    after: '2026-05-31',
    note: '30 days earlier',
    reason: null,
    putsBack: false,
    by: null,
    agreedBy: [],
    awaits: [],
    objections: [],
    recordedIn: null,
    ...more,
  };
}

const note = (order: number, more: Partial<Note>): Note => ({
  ...where,
  order,
  note: 'created',
  before: null,
  after: null,
  ...more,
});

function result(
  moves: readonly Move[],
  notes: readonly Note[] = [],
  more: Partial<BriefHistory> = {},
): LogResult {
  const counts = {
    briefs: 1,
    moves: moves.length,
    standings: NO_COUNTS.standings,
    records: 0,
    unreadable: 0,
  };
  const brief = {
    id: 'b-7k3f9q2m',
    title: 'Halve it',
    path: 'briefs/halve.md',
    status: 'accepted',
    deleted: false,
    moves,
    notes,
    net: [],
    ...more,
  };
  return { version: 1, shallow: false, range: null, briefs: [brief], counts, warnings: [] };
}

const STORY = result(
  [
    move(1, {
      standing: 'shaping',
      field: 'goal',
      date: '2026-04-02T09:00:00Z',
      before: 'a',
      after: 'b',
    }),
    move(2, {
      standing: 'shaping',
      field: 'guardrails',
      date: '2026-04-02T09:00:00Z',
      kind: 'added',
      before: null,
      after: 'c',
    }),
    move(4, {}),
    move(5, {
      standing: 'agreed',
      field: 'quality.criteria',
      before: 'Deployment success rate stays at 98 % or better',
      after: 'Deployment success rate stays at 99 % or better',
      note: '98 → 99 %',
      reason: 'The audit wants it.',
      by: 'Ana Novak <ana@example.com>',
      agreedBy: [{ by: 'Bor Kos <bor@example.com>' }],
      recordedIn: '94d06f25a1be37e82c4197be94d100001f0c2ab3',
    }),
    move(6, {
      commit: null,
      date: null,
      uncommitted: 'worktree',
      kind: 'removed',
      after: null,
      effect: 'loosened',
      field: 'guardrails',
      before: 'No new paid services',
    }),
  ],
  [
    note(0, { date: '2026-04-01T09:00:00Z' }),
    note(3, { note: 'accepted', after: 'Bor Kos <bor@example.com>', date: '2026-04-03T09:00:00Z' }),
  ],
);

describe('the log as text', () => {
  it('is a story that needs no git', () => {
    expect(logText(STORY, { paint: PLAIN, columns: 80, patch: false, full: false }))
      .toMatchInlineSnapshot(`
        "Halve it
        b-7k3f9q2m · accepted · briefs/halve.md
        Moved since it was accepted: 2 silent, 1 agreed.

          2026-04-01  written by Ana Novak
          2026-04-02  shaped: goal, guardrails
          2026-04-03  accepted by Bor Kos
          2026-05-10  Due changed, 30 days earlier (stricter)
                      2026-06-30 → 2026-05-31
                      in silence: the brief has no record of it
                      Quality criteria changed, 98 → 99 % (stricter)
                      - Deployment success rate stays at 98 % or better
                      + Deployment success rate stays at 99 % or better
                      agreed by Ana Novak and Bor Kos, recorded later (94d06f25): The
                      audit wants it.
                      1f0c2ab3 Ana Novak: Security freeze
          uncommitted Guardrails taken out, 30 days earlier (easier)
                      - No new paid services
                      in silence: the brief has no record of it
                      not committed
        "
      `);
  });

  it('marks the words that changed', () => {
    const text = logText(STORY, { paint: PLAIN, columns: 80, patch: true, full: false });
    expect(text).toContain('stays at [-98-] {+99+} % or better');
  });

  it.each([40, 60, 80, 200])('fits into %d columns', (columns) => {
    for (const line of logText(STORY, { paint: PLAIN, columns, patch: false, full: false }).split(
      '\n',
    )) {
      expect(displayWidth(line)).toBeLessThanOrEqual(columns);
    }
  });

  it('shows escape codes, and sends none', () => {
    const hostile = '\u001b[31mred\u202e\n::error::x';
    const all = result(
      [
        move(1, {
          before: hostile,
          after: hostile + hostile,
          subject: hostile,
          reason: hostile,
          author: { name: hostile, email: hostile },
        }),
      ],
      [note(2, { note: 'agreement-rewritten', before: hostile, after: hostile })],
      { title: hostile, path: hostile },
    );
    const look = { paint: PLAIN, columns: 80 };
    const shown = [
      logText(all, { ...look, patch: false, full: false }),
      logText(all, { ...look, patch: true, full: false }),
      logOneline(all),
      logMarkdown(all),
    ];
    for (const text of shown) {
      // eslint-disable-next-line no-control-regex
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
      expect(text).not.toMatch(/^\s*::error/m);
    }
  });

  it('is empty when nothing happened', () => {
    expect(logText(result([]), { paint: PLAIN, columns: 80, patch: false, full: false })).toBe('');
    expect(logMarkdown(result([]))).toBe('No goalpost moved.\n');
  });
});

describe('the log in one line a move', () => {
  it('is made for grep', () => {
    expect(logOneline(STORY).split('\n')[2]).toBe(
      '1f0c2ab3 2026-05-10 silent timeline.due changed tightened b-7k3f9q2m Halve it: "2026-06-30" → "2026-05-31"',
    );
  });
});

describe('the log as markdown', () => {
  it('is a table', () => {
    expect(logMarkdown(STORY)).toContain(
      '| 2026-05-10 | Due changed, 30 days earlier (stricter) | 2026-06-30 | 2026-05-31 | **in silence: the brief has no record of it** |',
    );
  });

  it.each([
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['[a](javascript:x)', '\\[a\\](javascript:x)'],
    ['![](http://x/y)', '\\!\\[\\](http&#58;//x/y)'],
    ['@ana see #12 and www.x.y', '@&#8203;ana see #&#8203;12 and www&#46;x.y'],
    ['a@b.c, o/r#1, gh-2, # x', 'a&#64;b.c, o/r#&#8203;1, gh-&#8203;2, &#35; x'],
    ['a | b `c` *d*', 'a \\| b \\`c\\` \\*d\\*'],
    ['a\nb', 'a\\\\nb'],
  ])('shows %j as it is', (text, expected) => {
    expect(markdownText(text)).toBe(expected);
  });
});

describe('the log in a workflow of GitHub', () => {
  const shown = logGithub(STORY, { paint: PLAIN, columns: 80, patch: false, full: false });
  const annotations = shown.split('\n').filter((line) => line.startsWith('::'));

  it('is the story, and an annotation for what wants somebody', () => {
    expect(shown).toContain('Due changed, 30 days earlier (stricter)\n');
    expect(annotations).toHaveLength(2);
    expect(annotations[0]).toMatch(
      /^::error file=briefs\/halve\.md,title=A goalpost moved in silence::In "Halve it": Due changed.*%0ABefore: 2026-06-30%0AAfter: 2026-05-31%0A.*delegate amend b-7k3f9q2m --reason/,
    );
  });

  it('is quieter about what is recorded, and never a command of a stranger', () => {
    const title = 'x\n::error::y';
    const story = result(
      [
        move(1, {
          standing: 'open',
          awaits: ['Bor Kos'],
          by: 'Ana Novak',
          subject: '::warning::z',
        }),
        move(2, { standing: 'disputed', objections: [{ by: 'Bor Kos', reason: 'Too early' }] }),
        move(3, { standing: 'agreed' }),
      ],
      [note(4, { note: 'change-dropped', before: '##[error]a' })],
      { title },
    );
    const lines = logGithub(story, { paint: PLAIN, columns: 80, patch: false, full: false }).split(
      '\n',
    );
    const commands = lines.filter((line) => /^\s*::|##\[/.test(line));
    expect(commands.map((line) => line.slice(0, 40))).toEqual([
      '::notice file=briefs/halve.md,title=A ch',
      '::warning file=briefs/halve.md,title=A c',
      '::error file=briefs/halve.md,title=A rec',
    ]);
    expect(commands[1]).toContain('Bor Kos objects: Too early');
  });
});

describe('the log of many briefs', () => {
  const one = (title: string, standing: Move['standing'], id: string) =>
    result([move(1, { standing })], [], { title, id, net: [] }).briefs;
  const many: LogResult = {
    ...result([]),
    briefs: [
      ...one('Agreed', 'agreed', 'b-00000001'),
      ...one('Open', 'open', 'b-00000002'),
      ...one('Silent\nand long', 'silent', 'b-00000003'),
      ...one('Disputed', 'disputed', 'b-00000004'),
      ...one('Taken back', 'withdrawn', 'b-00000005'),
    ],
  };
  const shown = (full: boolean, columns = 80) =>
    logText(many, { paint: PLAIN, columns, patch: false, full });

  it('is a line each, the gravest first, and how to see more', () => {
    expect(shown(false)).toMatchInlineSnapshot(`
      "5 of 5 briefs moved after they were accepted, 1 in silence, 1 disputed, 1 open:
        Silent\\nand long: 1 silent · b-00000003
        Disputed: 1 disputed · b-00000004
        Open: 1 open · b-00000002
        Taken back: 1 withdrawn · b-00000005
        Agreed: 1 agreed · b-00000001

      delegate log BRIEF tells the story of one, delegate log --full of all.
      "
    `);
    expect(
      Math.max(
        ...shown(false, 30)
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThan(31);
  });

  it('and the story of each below, where all is asked for', () => {
    expect(shown(true)).toContain('5 of 5 briefs moved');
    expect(shown(true).match(/Due changed/g)).toHaveLength(5);
    expect(shown(true)).not.toContain('--full');
  });

  it('a brief with several moves leads with what was accepted and what is', () => {
    const [change] = result([move(1, {})]).briefs[0]?.moves ?? [];
    const net = [{ ...(change as Move), standing: 'silent' as const }];
    const story = result([move(1, {}), move(2, { commit: 'f'.repeat(40) })], [], { net });
    expect(logText(story, { paint: PLAIN, columns: 80, patch: false, full: false })).toContain(
      'From what was accepted to what is now:\n  Due: 2026-06-30 → 2026-05-31 (silent)\n',
    );
  });

  it('one line a move is cut at the terminal, and whole elsewhere', () => {
    expect(
      Math.max(
        ...logOneline(STORY, 40)
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBe(40);
  });
});
