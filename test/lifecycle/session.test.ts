/** The use cases as any caller has them: without a command, its flags and its words. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import { goalpostMoved } from '../../src/agreement/seals.ts';
import { acceptBrief, objectToBrief } from '../../src/lifecycle/accept.ts';
import { amendBrief, changeContext, planAmendment } from '../../src/lifecycle/amend.ts';
import { briefStates } from '../../src/lifecycle/brief-states.ts';
import { checkIn } from '../../src/lifecycle/check-in.ts';
import { closeBrief } from '../../src/lifecycle/close.ts';
import { commitHash, isUnfinished } from '../../src/lifecycle/commit-brief.ts';
import {
  commitEdit,
  reopenEdited,
  unrecordedMove,
  withCommittedMeanwhile,
} from '../../src/lifecycle/edit.ts';
import { pauseBrief, resumeBrief } from '../../src/lifecycle/pause.ts';
import { proposeBrief } from '../../src/lifecycle/propose.ts';
import { saveAndCommit } from '../../src/lifecycle/save.ts';
import { reassignBrief, withdrawBrief } from '../../src/lifecycle/withdraw.ts';
import { sealedValues } from '../../src/lint/sealed-values.ts';
import { assertTransition, openBrief } from '../../src/lifecycle/session.ts';
import { openWorkspace } from '../../src/lint/workspace.ts';
import {
  GOOD_BRIEF,
  commitAll,
  draftBrief,
  git,
  makeHost,
  tempRepo,
  write,
} from '../support/index.ts';

const PATH = 'briefs/halve.md';
const BOR = 'Bor Kos <bor@example.com>';

/** A repository with one brief, and how it is opened. */
function repository(text: string) {
  const repo = tempRepo({ [PATH]: text });
  const workspace = () => openWorkspace(makeHost({ cwd: repo }));
  return {
    repo,
    workspace,
    text: () => readFileSync(join(repo, PATH), 'utf8'),
    open: async (options: { today?: string; commit?: boolean } = {}) =>
      openBrief(await workspace(), 'halve', { today: '2026-04-17', ...options }),
  };
}

describe('a brief from draft to end', () => {
  it('is moved on by use cases that say in data what they did', async () => {
    const { open, repo } = repository(draftBrief());
    const proposed = await proposeBrief(await open());
    expect(proposed).toMatchObject({ path: PATH, status: 'proposed', hadEdits: false });
    const accepted = await acceptBrief(await open(), { by: BOR, backbrief: 'The wait is mine.' });
    expect(accepted).toMatchObject({
      status: 'accepted',
      agreement: { by: BOR, date: '2026-04-17' },
    });
    const paused = await pauseBrief(await open(), { reason: ' An\nincident. ' });
    expect([paused.status, paused.next]).toEqual(['paused', undefined]);
    expect((await resumeBrief(await open(), {})).status).toBe('accepted');
    const noted = await checkIn(await open(), { state: 'at-risk', note: 'Slow.' });
    expect(noted.checkIn).toEqual({ date: '2026-04-17', state: 'at-risk', note: 'Slow.' });
    const closed = await closeBrief(await open(), {
      as: 'done',
      summary: '18 minutes.',
      criteria: [],
      journey: { helped: 'A free\nhand' },
    });
    expect(closed.outcome).toEqual({ date: '2026-04-17', summary: '18 minutes.', criteria: [] });
    expect(commitHash(closed.commit)).toBe(git(repo, 'rev-parse', 'HEAD'));
    expect(closed.values.status).toBe('done');
    expect(git(repo, 'log', '--format=%s').split('\n').toReversed()).toEqual([
      'start',
      'brief: Halve deployment time: proposed',
      'brief: Halve deployment time: accepted by Bor Kos',
      'brief: Halve deployment time: paused',
      'brief: Halve deployment time: resumed',
      'brief: Halve deployment time: check-in, at risk',
      'brief: Halve deployment time: done',
    ]);
  });

  it('goes back to draft by an objection', async () => {
    const { open, text } = repository(draftBrief().replace('status: draft', 'status: proposed'));
    const saved = await objectToBrief(await open(), { by: BOR, objection: 'Two\n days.' });
    expect(saved.status).toBe('draft');
    expect(text()).toContain('- 2026-04-17, Bor Kos: Two days.');
  });

  it('refuses what makes no sense, whoever calls', async () => {
    const session = await repository(draftBrief()).open();
    expect(() => assertTransition(session, 'resume', 'resumed')).toThrow(
      `${PATH} is draft, and cannot be resumed`,
    );
    await expect(pauseBrief(session, {})).rejects.toThrow(/cannot be paused/);
    await expect(checkIn(session, { state: 'on-track', note: '' })).rejects.toThrow(/is draft/);
    await expect(planAmendment(session, {})).rejects.toThrow(/not accepted yet/);
  });

  it('is not written over what somebody else wrote meanwhile', async () => {
    const { open, repo, text } = repository(draftBrief());
    const session = await open();
    write(repo, PATH, draftBrief('Another title'));
    await expect(proposeBrief(session)).rejects.toThrow(/changed by somebody else/);
    expect(text()).toBe(draftBrief('Another title'));
  });

  it('is opened, and then others write it: who is not touched by that writes after them', async () => {
    const { open, text } = repository(GOOD_BRIEF);
    const [first, second] = [await open(), await open()];
    await checkIn(first, { state: 'on-track', note: 'First.' });
    const { hadEdits } = await checkIn(second, { state: 'at-risk', note: 'Second.' });
    expect(text()).toMatch(/First\.\n.*Second\.\n/);
    expect(hadEdits).toBe(false);
  });

  it('is opened, and then the contract is another: nobody says a word to what they have not read', async () => {
    const { open, text } = repository(draftBrief().replace('status: draft', 'status: proposed'));
    const session = await open();
    const fresh = await open();
    await reassignBrief(fresh, { side: 'delegator', to: 'Cai Roy', by: BOR, reason: 'Leave.' });
    const before = text();
    await expect(acceptBrief(session, { by: BOR, backbrief: 'The wait is mine.' })).rejects.toThrow(
      /was changed by somebody else just now/,
    );
    expect(text()).toBe(before);
  });

  it('is withdrawn, and what somebody has added to the agreement is kept with it', async () => {
    const own = `  x-note: "precious: 5"\n  "x-odd: key": [a, {b: c}]\n  x-none:\n`;
    const { open, text } = repository(GOOD_BRIEF.replace(/^agreement:\n/m, `agreement:\n${own}`));
    await withdrawBrief(await open(), { by: BOR, reason: 'Too early.' });
    const { problems, values } = readBrief(text());
    expect(values.agreement).toBeUndefined();
    expect(problems.map(({ message }) => message)).toEqual([]);
    expect(text()).toContain(
      '      x-note: "precious: 5"\n      "x-odd: key":\n        - a\n        - b: c\n',
    );
    expect(text()).not.toContain('x-none');
  });

  it('is closed, and an outcome that somebody had written by hand is kept in the text', async () => {
    const outcome = 'outcome: half of it,\n  and no more\n';
    const { open, text } = repository(GOOD_BRIEF.replace('agreement:\n', `${outcome}agreement:\n`));
    await closeBrief(await open(), {
      as: 'done',
      summary: 'All of it.',
      criteria: [],
      journey: {},
    });
    expect(readBrief(text()).values.outcome?.summary).toBe('All of it.');
    expect(text()).toContain(
      '## Outcome\n\nWritten before: half of it, and no more\n\n2026-04-17, done: All of it.\n',
    );
  });

  it('is saved in an editor at that very moment: what was saved is not lost', async () => {
    const { open, repo, text } = repository(GOOD_BRIEF);
    let tries = 0;
    const saved = await saveAndCommit(await open(), ({ brief }) => {
      if (tries++ === 0) write(repo, PATH, `${GOOD_BRIEF}\nSaved in an editor.\n`);
      return { text: `${brief.text}\nOurs.\n`, event: 'more' };
    });
    expect(tries).toBe(2);
    expect(saved.hadEdits).toBe(true);
    expect(text()).toBe(`${GOOD_BRIEF}\nSaved in an editor.\n\nOurs.\n`);
  });

  it('is saved in an editor again and again: nothing is written', async () => {
    const { open, repo, text } = repository(GOOD_BRIEF);
    let tries = 0;
    const saving = saveAndCommit(await open(), ({ brief }) => {
      write(repo, PATH, `${GOOD_BRIEF}\nSaved ${++tries} times.\n`);
      return { text: `${brief.text}\nOurs.\n`, event: 'more' };
    });
    await expect(saving).rejects.toThrow(/changed by somebody else just now/);
    expect(text()).toBe(`${GOOD_BRIEF}\nSaved ${tries} times.\n`);
  });

  it('is written without a commit where that is asked for, and edits go along', async () => {
    const { open, repo } = repository(draftBrief());
    write(repo, PATH, `${draftBrief()}\nMore.\n`);
    const { commit, hadEdits } = await proposeBrief(await open({ commit: false }));
    expect([commit, isUnfinished(commit), hadEdits]).toEqual([{ kind: 'off' }, false, true]);
  });

  it('has no edits where git wrote it down with other line ends', async () => {
    const { open, repo } = repository(draftBrief());
    git(repo, 'config', 'core.autocrlf', 'true');
    write(repo, PATH, draftBrief().replaceAll('\n', '\r\n'));
    expect((await proposeBrief(await open())).hadEdits).toBe(false);
  });
});

describe('an amendment', () => {
  const STRICTER = GOOD_BRIEF.replace('98 %', '99 %');

  it('is planned, and written with its record', async () => {
    const { open, repo } = repository(GOOD_BRIEF);
    const session = await open();
    const amendment = await planAmendment(session, { change: () => STRICTER });
    expect(amendment).toMatchObject({ text: STRICTER, fields: ['quality.criteria'] });
    expect(amendment.moves).toMatchObject([{ kind: 'changed', effect: 'tightened' }]);
    const { record, values } = await amendBrief(session, amendment, {
      reason: 'Audit',
      agreedBy: [{ by: BOR }],
    });
    expect(record.fields).toEqual(['quality.criteria']);
    expect(goalpostMoved(values)).toBe(false);
    expect(git(repo, 'log', '-1', '--format=%(trailers)').trim()).toBe(
      `Brief: b-7k3f9q2m\nGoalpost-Move: quality.criteria\nReason: Audit\nAgreed-by: ${BOR}`,
    );
  });

  it('records what moved by hand, committed long ago, by the seal', async () => {
    const { open, repo, workspace } = repository(GOOD_BRIEF);
    write(repo, PATH, STRICTER);
    commitAll(repo, 'stricter');
    write(repo, PATH, `${STRICTER}\nMore.\n`);
    commitAll(repo, 'more');
    const session = await open();
    expect((await planAmendment(session, {})).fields).toEqual(['quality.criteria']);
    const sealed = await sealedValues(await workspace(), PATH, session.brief.values);
    expect(sealed?.['quality.criteria']).toEqual([
      'Deployment success rate stays at 98 % or better',
    ]);
  });

  it('that would break the brief is refused, and so is one of which nothing tells what moved', async () => {
    const { open } = repository(STRICTER);
    const session = await open();
    const without = STRICTER.replace(/^goal: .*\n/m, '');
    await expect(planAmendment(session, { change: () => without })).rejects.toThrow(
      /nothing was written/,
    );
    await expect(planAmendment(session, { change: () => STRICTER })).rejects.toThrow(
      /git does not show/,
    );
    const named = { change: () => STRICTER, fields: ['goal'] as const };
    expect((await planAmendment(session, named)).fields).toEqual(['goal']);
  });

  it('is made of what others have amended meanwhile', async () => {
    const { open, text } = repository(GOOD_BRIEF);
    const [first, second] = [await open(), await open()];
    const why = { reason: 'Audit', agreedBy: [] };
    const stricter = await planAmendment(first, {
      change: (now) => now.replace('98 %', '99 %'),
    });
    const later = await planAmendment(second, {
      change: (now) => now.replace('2026-06-30', '2026-07-31'),
    });
    await amendBrief(first, stricter, why);
    const { values } = await amendBrief(second, later, why);
    expect(goalpostMoved(values)).toBe(false);
    expect(values.changes?.map(({ fields }) => fields)).toEqual([
      ['quality.criteria'],
      ['timeline.due'],
    ]);
    expect(text()).toMatch(/99 %[^]*2026-07-31/);
  });

  it('does not take along what somebody else has moved meanwhile', async () => {
    const { open, repo, text } = repository(GOOD_BRIEF);
    const session = await open();
    const later = await planAmendment(session, {
      change: (now) => now.replace('2026-06-30', '2026-07-31'),
    });
    write(repo, PATH, STRICTER);
    await expect(amendBrief(session, later, { reason: 'Audit', agreedBy: [] })).rejects.toThrow(
      /was changed by somebody else just now/,
    );
    expect(text()).toBe(STRICTER);
  });

  it('of the context moves nothing, and is no commit when it is no change', async () => {
    const { open } = repository(GOOD_BRIEF);
    const session = await open();
    const same = await planAmendment(session, { change: () => GOOD_BRIEF });
    expect([same.fields, await changeContext(session, same)]).toEqual([[], undefined]);
    const text = GOOD_BRIEF.replace('Hotfixes wait', 'Fixes wait');
    const saved = await changeContext(
      session,
      await planAmendment(session, { change: () => text }),
    );
    expect(saved?.commit.kind).toBe('committed');
  });
});

describe('an edit', () => {
  it('has the fields that it moved and did not record', async () => {
    const { open } = repository(GOOD_BRIEF);
    const before = await open();
    const after = (text: string) => unrecordedMove(before, reopenEdited(before, text));
    const moved = await after(GOOD_BRIEF.replace('98 %', '99 %'));
    expect(moved?.fields).toEqual(['quality.criteria']);
    expect(await after(GOOD_BRIEF.replace('Hotfixes wait', 'Fixes wait'))).toBeUndefined();
    expect(() => reopenEdited(before, '---\ngoal: [\n---\n')).toThrow(/is kept as you left it/);
  });
});

describe('an edit that took a while', () => {
  const CHECK_IN = { state: 'at-risk', note: 'Slow.' } as const;

  it('is put together with what was committed meanwhile', async () => {
    const { open, repo, text } = repository(GOOD_BRIEF);
    const before = await open();
    await checkIn(await open(), CHECK_IN);
    const left = GOOD_BRIEF.replace('six years', 'seven years');
    write(repo, PATH, left);
    const edited = await withCommittedMeanwhile(before, left);
    await commitEdit(reopenEdited(before, edited.text));
    expect(text()).toMatch(/seven years[^]*Slow\./);
    expect(git(repo, 'show', '--format=', '--numstat', 'HEAD')).toBe(`1\t1\t${PATH}`);
  });

  it('is not committed where both changed the same', async () => {
    const { open, repo, text } = repository(GOOD_BRIEF);
    const before = await open();
    write(repo, PATH, GOOD_BRIEF.replace('six years', 'eight years'));
    commitAll(repo, 'theirs');
    const left = GOOD_BRIEF.replace('six years', 'seven years');
    write(repo, PATH, left);
    await expect(withCommittedMeanwhile(before, left)).rejects.toThrow(/while you edited it/);
    expect(text()).toBe(left);
  });
});

describe('all briefs', () => {
  it('have a state, those that cannot be read as well', async () => {
    const { repo, workspace } = repository(GOOD_BRIEF);
    write(repo, 'briefs/broken.md', Buffer.from([0x2d, 0xff]));
    const states = await briefStates(await workspace(), { today: '2026-04-17' });
    expect(states.map(({ path, status, problem }) => [path, status, problem])).toEqual([
      ['briefs/broken.md', null, 'the file is not UTF-8 text'],
      [PATH, 'accepted', null],
    ]);
  });
});

describe('the person at the keyboard', () => {
  const AT_HOME = { GIT_AUTHOR_NAME: 'bor', GIT_AUTHOR_EMAIL: 'bor@home.example' };
  const self = async (files: Record<string, string>) => {
    const repo = tempRepo({ [PATH]: draftBrief(), ...files });
    const workspace = await openWorkspace(makeHost({ cwd: repo, env: AT_HOME }));
    return (await openBrief(workspace, 'halve', { today: '2026-04-17' })).self;
  };

  it('is who the brief names, by the addresses of the configuration or by the mailmap', async () => {
    expect(await self({})).toBe('bor <bor@home.example>');
    const people =
      'people:\n  Bor Kos: {email: [bor@new.example, bor@home.example, bor@example.com]}\n';
    expect(await self({ '.delegate.yaml': people })).toBe(BOR);
    expect(
      await self({
        '.mailmap':
          'Bor <bor@new.example> <bor@example.com>\nBor <bor@new.example> <bor@home.example>\n',
      }),
    ).toBe(BOR);
  });
});
