import { describe, expect, it } from 'vitest';
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
        standing: 'recorded',
        reason: 'The security freeze starts on 1 June.',
        agreedBy: 'Bor Kos <bor@example.com>',
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
    expect(brief?.moves).toMatchObject([{ standing: 'recorded', recordedIn: record }]);
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

  it('recorded by the trailers of its commit where the file says nothing', async () => {
    const repo = tempRepo({ [PATH]: GOOD_BRIEF });
    write(repo, PATH, goal(GOOD_BRIEF, 25));
    const id = commitAll(
      repo,
      'brief: less\n\nA word.\n\nReason: The vendor was late,\n  and said so\nAgreed-by: Bor Kos <bor@example.com>',
    );
    const [brief] = (await logOf(repo)).briefs;
    expect(brief?.moves).toMatchObject([
      {
        standing: 'recorded',
        reason: 'The vendor was late, and said so',
        agreedBy: 'Bor Kos <bor@example.com>',
        recordedIn: id,
      },
    ]);
  });

  it('a trailer that names its field speaks for no other', async () => {
    const repo = tempRepo({ [PATH]: GOOD_BRIEF });
    write(repo, PATH, goal(CHANGED_BRIEF, 25).replace(/^changes:\n(?: {2}.*\n)+/m, ''));
    commitAll(repo, 'x\n\nGoalpost-Move: timeline.due\nReason: the freeze');
    expect((await movesOf(repo)).toSorted()).toEqual([
      'recorded timeline.due changed',
      'silent goal changed',
    ]);
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
      'change-rewritten',
      'change-dropped',
      'agreement-rewritten',
    ]);
    expect(log.counts).toMatchObject({ records: 3 });
  });
});
