import { describe, expect, it } from 'vitest';
import { seal } from '../../src/brief/canonical.ts';
import { readBrief } from '../../src/brief/read.ts';
import { CHANGED_BRIEF, GOOD_BRIEF, commitAll, git, tempRepo, write } from '../support/index.ts';
import { logOf, movesOf, notesOf } from './log-json.ts';

const PATH = 'briefs/halve.md';
const DRAFT = GOOD_BRIEF.replace('status: accepted', 'status: proposed').replace(
  /^agreement:\n(?: {2}.*\n)+/m,
  '',
);
const goal = (text: string, minutes: number): string =>
  text.replace('to 20 minutes', `to ${minutes} minutes`);

describe('how a move stands', () => {
  it('shaping before acceptance, and in the very commit that accepts', async () => {
    const repo = tempRepo({ [PATH]: goal(DRAFT, 30) });
    write(repo, PATH, goal(DRAFT, 25));
    commitAll(repo, 'shape');
    write(repo, PATH, GOOD_BRIEF);
    commitAll(repo, 'accept');
    expect(await movesOf(repo)).toEqual(['shaping goal changed', 'shaping goal changed']);
  });

  it('silent after it, recorded in the same commit', async () => {
    const repo = tempRepo({ [PATH]: GOOD_BRIEF });
    write(repo, PATH, CHANGED_BRIEF);
    const amend = commitAll(repo, 'amend');
    write(repo, PATH, goal(CHANGED_BRIEF, 25));
    commitAll(repo, 'typo');
    const [brief] = (await logOf(repo)).briefs;
    expect(brief?.moves).toMatchObject([
      {
        field: 'timeline.due',
        kind: 'changed',
        before: '2026-06-30',
        after: '2026-05-31',
        standing: 'agreed',
        reason: 'The security freeze starts on 1 June.',
        agreedBy: [{ by: 'Bor Kos <bor@example.com>', recordedBy: null }],
        recordedIn: amend,
      },
      { field: 'goal', standing: 'silent', reason: null, recordedIn: null },
    ]);
  });

  it('recorded by a later commit', async () => {
    const repo = tempRepo({ [PATH]: GOOD_BRIEF });
    write(repo, PATH, GOOD_BRIEF.replace('due: 2026-06-30', 'due: 2026-05-31'));
    commitAll(repo, 'move');
    write(repo, PATH, CHANGED_BRIEF);
    const record = commitAll(repo, 'record');
    const [brief] = (await logOf(repo)).briefs;
    expect(brief?.moves).toMatchObject([{ standing: 'agreed', recordedIn: record }]);
  });

  it('silent when the record names another field, or its seal is not of the result', async () => {
    const repo = tempRepo({ [PATH]: GOOD_BRIEF });
    write(repo, PATH, CHANGED_BRIEF.replace('fields: [timeline.due]', 'fields: [goal]'));
    commitAll(repo, 'wrong name');
    expect(await movesOf(repo)).toEqual(['silent timeline.due changed']);
    const other = tempRepo({ [PATH]: GOOD_BRIEF });
    write(other, PATH, CHANGED_BRIEF.replace('v1-fd02756f2fa4af74', 'v1-0000000000000000'));
    commitAll(other, 'wrong seal');
    expect(await movesOf(other)).toEqual(['silent timeline.due changed']);
  });

  it('silent when only its commit says why, in words that a squash merge would lose', async () => {
    const repo = tempRepo({ [PATH]: GOOD_BRIEF });
    write(repo, PATH, goal(GOOD_BRIEF, 25));
    commitAll(
      repo,
      'brief: less\n\nA word.\n\nReason: The vendor was late,\n  and said so\nAgreed-by: Bor Kos <bor@example.com>',
    );
    const [brief] = (await logOf(repo)).briefs;
    expect(brief?.moves).toMatchObject([
      {
        standing: 'silent',
        reason: 'The vendor was late, and said so',
        agreedBy: [],
        recordedIn: null,
      },
    ]);
  });

  it('explained by a trailer only where that names its field', async () => {
    const repo = tempRepo({ [PATH]: GOOD_BRIEF });
    write(repo, PATH, goal(CHANGED_BRIEF, 25).replace(/^changes:\n(?: {2}.*\n)+/m, ''));
    commitAll(repo, 'x\n\nGoalpost-Move: timeline.due\nReason: the freeze');
    const [brief] = (await logOf(repo)).briefs;
    expect(brief?.moves.map(({ field, reason }) => [field, reason]).toSorted()).toEqual([
      ['goal', null],
      ['timeline.due', 'the freeze'],
    ]);
  });

  it('open until both have agreed, disputed while one objects: as the brief says at the end', async () => {
    const open = CHANGED_BRIEF.replace(
      / {4}agreed-by: .*\n/,
      '    by: Ana Novak <ana@example.com>\n',
    );
    const repo = tempRepo({ [PATH]: GOOD_BRIEF });
    const standing = async () => (await logOf(repo)).briefs[0]?.moves[0];
    write(repo, PATH, open);
    const amend = commitAll(repo, 'amend');
    expect(await standing()).toMatchObject({
      standing: 'open',
      by: 'Ana Novak <ana@example.com>',
      awaits: ['Bor Kos <bor@example.com>'],
      recordedIn: amend,
    });
    const objection =
      '    objections:\n      - {date: 2026-05-11, by: Bor Kos <bor@example.com>, reason: Too early}\n';
    write(repo, PATH, open.replace(/(?= {4}criteria: v1-fd)/, objection));
    commitAll(repo, 'dispute');
    expect(await standing()).toMatchObject({
      standing: 'disputed',
      objections: [{ reason: 'Too early' }],
    });
    const agreed = `    agreed-by: Bor Kos <bor@example.com>\n${objection}`;
    write(repo, PATH, open.replace(/(?= {4}criteria: v1-fd)/, agreed));
    commitAll(repo, 'agree');
    expect(await standing()).toMatchObject({ standing: 'agreed', awaits: [], recordedIn: amend });
    expect(await notesOf(repo)).toEqual(['created', 'accepted', 'disputed', 'agreed']);
    write(repo, PATH, open);
    commitAll(repo, 'strike their words out');
    expect((await notesOf(repo)).at(-1)).toBe('change-rewritten');
  });

  it('agreed by one side where it only rewords, and not where it says so and does more', async () => {
    const record = (text: string) =>
      text.replace(
        /^changes:\n(?: {2}.*\n)+/m,
        `changes:\n  - fields: [goal]\n    reason: A typo\n    kind: reworded\n    criteria: ${seal(readBrief(text).values)}\n`,
      );
    const plain = CHANGED_BRIEF.replace('due: 2026-05-31', 'due: 2026-06-30');
    const repo = tempRepo({ [PATH]: GOOD_BRIEF });
    write(repo, PATH, record(plain.replace('Cut the median', 'cut the "median"')));
    commitAll(repo, 'reword');
    expect(await movesOf(repo)).toEqual(['agreed goal reworded']);
    const other = tempRepo({ [PATH]: GOOD_BRIEF });
    write(other, PATH, record(goal(plain, 25)));
    commitAll(other, 'no rewording');
    expect(await movesOf(other)).toEqual(['open goal changed']);
  });

  it('shaping again from where an agreement was openly withdrawn', async () => {
    const withdrawn = (text: string) =>
      text
        .replace('status: accepted', 'status: draft')
        .replace(/^agreement:\n((?: {2}.*\n)+)/m, (_, agreement: string) => {
          const deeper = agreement.replace(/^/gm, '    ').trimEnd();
          return `withdrawn:\n  - date: 2026-05-01\n    by: Ana Novak\n    reason: Not now\n    agreement:\n${deeper}\n`;
        });
    const repo = tempRepo({ [PATH]: GOOD_BRIEF });
    write(repo, PATH, withdrawn(GOOD_BRIEF));
    commitAll(repo, 'withdraw');
    write(repo, PATH, goal(withdrawn(GOOD_BRIEF), 25));
    commitAll(repo, 'shape');
    const anew = goal(GOOD_BRIEF, 25);
    const sealed = anew.replace(/criteria: v1-.*/, `criteria: ${seal(readBrief(anew).values)}`);
    write(
      repo,
      PATH,
      sealed.replace(
        /^agreement:/m,
        `${/^withdrawn:\n(?: {2}.*\n)+/m.exec(withdrawn(GOOD_BRIEF))?.[0]}agreement:`,
      ),
    );
    commitAll(repo, 'accept anew');
    expect(await movesOf(repo)).toEqual(['shaping goal changed']);
    expect(await notesOf(repo)).toEqual(['created', 'accepted', 'withdrawn', 'accepted']);
  });

  it('undone when it was put back', async () => {
    const repo = tempRepo({ [PATH]: GOOD_BRIEF });
    write(repo, PATH, goal(GOOD_BRIEF, 25));
    commitAll(repo, 'move');
    write(repo, PATH, GOOD_BRIEF);
    commitAll(repo, 'put back');
    write(repo, PATH, goal(GOOD_BRIEF, 30));
    commitAll(repo, 'again');
    expect(await movesOf(repo)).toEqual([
      'undone goal changed',
      'undone goal changed',
      'silent goal changed',
    ]);
  });

  it('goes by ancestry, not by dates', async () => {
    const repo = tempRepo({ [PATH]: DRAFT });
    write(repo, PATH, GOOD_BRIEF);
    commitAll(repo, 'accept', { date: '2026-04-03' });
    write(repo, PATH, goal(GOOD_BRIEF, 25));
    commitAll(repo, 'a clock that is wrong', { date: '1999-01-01' });
    expect(await movesOf(repo)).toEqual(['silent goal changed']);
  });

  it('a move on a branch from before the acceptance was not agreed to', async () => {
    const repo = tempRepo({ [PATH]: DRAFT });
    git(repo, 'switch', '-q', '-c', 'side');
    write(repo, PATH, goal(DRAFT, 25));
    commitAll(repo, 'move beside');
    git(repo, 'switch', '-q', 'main');
    write(repo, PATH, GOOD_BRIEF);
    commitAll(repo, 'accept');
    git(repo, 'merge', '-q', '--no-commit', '-X', 'ours', 'side');
    write(repo, PATH, goal(GOOD_BRIEF, 25));
    commitAll(repo, 'merge');
    expect(await movesOf(repo)).toEqual(['silent goal changed']);
  });

  it('going back to a draft opens nothing', async () => {
    const repo = tempRepo({ [PATH]: GOOD_BRIEF });
    write(repo, PATH, DRAFT);
    commitAll(repo, 'not accepted, really');
    write(repo, PATH, goal(DRAFT, 25));
    commitAll(repo, 'move');
    expect(await movesOf(repo)).toEqual(['silent goal changed']);
    expect(await notesOf(repo)).toContain('agreement-dropped');
  });
});

describe('records that must stay as they are', () => {
  it('are findings when they are rewritten or dropped', async () => {
    const repo = tempRepo({ [PATH]: CHANGED_BRIEF });
    write(repo, PATH, CHANGED_BRIEF.replace('The security freeze', 'The holiday'));
    commitAll(repo, 'rewrite');
    write(repo, PATH, GOOD_BRIEF.replace('due: 2026-06-30', 'due: 2026-05-31'));
    commitAll(repo, 'drop');
    write(
      repo,
      PATH,
      GOOD_BRIEF.replace('due: 2026-06-30', 'due: 2026-05-31').replace('v1-aa3', 'v1-bb3'),
    );
    commitAll(repo, 'another seal');
    const log = await logOf(repo, ['--fail-on', 'silent']);
    expect(log.briefs[0]?.notes.map(({ note }) => note)).toEqual([
      'created',
      'accepted',
      'recorded',
      'change-rewritten',
      'change-dropped',
      'agreement-rewritten',
      'seal-differs',
    ]);
    expect(log.counts).toMatchObject({ records: 4 });
  });
});
