import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GOOD_BRIEF, commitAll, draftBrief, git, tempRepo, write } from '../support/index.ts';
import { logOf, movesOf, notesOf } from './log-json.ts';

const A = draftBrief('First', 'b-aaaaaaaa');
const B = draftBrief('Second', 'b-bbbbbbbb');
const moved = (text: string, minutes = 25): string => text.replace('to 20', `to ${minutes}`);
const nameless = (text: string): string => text.replace(/^id: .*\n/m, '');

describe('a brief keeps its history', () => {
  it('through a rename with heavy edits in the same commit', async () => {
    const repo = tempRepo({ 'briefs/a.md': A });
    git(repo, 'mv', 'briefs/a.md', 'briefs/z.md');
    const rest = Array.from({ length: 60 }, (_, line) => `line ${line}`).join('\n');
    write(repo, 'briefs/z.md', `${moved(A)}\n${rest}\n`);
    commitAll(repo, 'rename and rewrite');
    const { briefs } = await logOf(repo);
    expect(briefs).toHaveLength(1);
    expect(briefs[0]).toMatchObject({ id: 'b-aaaaaaaa', path: 'briefs/z.md', deleted: false });
    expect(briefs[0]?.moves.map(({ field }) => field)).toEqual(['goal']);
    expect(briefs[0]?.notes.map(({ note }) => note)).toEqual(['created', 'renamed']);
  });

  it('when two swap their paths', async () => {
    const repo = tempRepo({ 'briefs/a.md': A, 'briefs/b.md': B });
    write(repo, 'briefs/a.md', moved(B, 30));
    write(repo, 'briefs/b.md', A);
    commitAll(repo, 'swap');
    const { briefs } = await logOf(repo);
    expect(briefs.map(({ id, path, moves }) => [id, path, moves.length])).toEqual([
      ['b-bbbbbbbb', 'briefs/a.md', 1],
      ['b-aaaaaaaa', 'briefs/b.md', 0],
    ]);
  });

  it('through deletion and return, and tells what changed while it was away', async () => {
    const repo = tempRepo({ 'briefs/a.md': A });
    rmSync(join(repo, 'briefs/a.md'));
    commitAll(repo, 'gone');
    write(repo, 'briefs/later/a.md', moved(A));
    const back = commitAll(repo, 'back');
    const [brief] = (await logOf(repo)).briefs;
    expect(brief?.notes.map(({ note }) => note)).toEqual(['created', 'deleted', 'returned']);
    expect(brief?.moves.map(({ commit, field }) => [commit, field])).toEqual([[back, 'goal']]);
  });

  it('when its id changes, and says so', async () => {
    const repo = tempRepo({ 'briefs/a.md': A });
    write(repo, 'briefs/a.md', moved(A).replace('b-aaaaaaaa', 'b-cccccccc'));
    commitAll(repo, 'another id');
    const { briefs } = await logOf(repo);
    expect(briefs.map(({ id }) => id)).toEqual(['b-cccccccc']);
    expect(briefs[0]?.notes.at(-1)).toMatchObject({
      note: 'id-changed',
      before: 'b-aaaaaaaa',
      after: 'b-cccccccc',
    });
    expect(briefs[0]?.moves).toHaveLength(1);
  });

  it('when its id is copied to a second file, which is told as such', async () => {
    const repo = tempRepo({ 'briefs/a.md': A });
    write(repo, 'briefs/copy.md', A.replace('First', 'Copied'));
    commitAll(repo, 'copy');
    write(repo, 'briefs/a.md', moved(A));
    commitAll(repo, 'move the first');
    const { briefs } = await logOf(repo);
    expect(briefs.map(({ path, moves, notes }) => [path, moves.length, notes[0]?.note])).toEqual([
      ['briefs/a.md', 1, 'created'],
      ['briefs/copy.md', 0, 'copied'],
    ]);
  });

  it('when it was renamed slowly: copied first, the old file deleted later', async () => {
    const repo = tempRepo({ 'briefs/a.md': A });
    write(repo, 'briefs/a.md', moved(A));
    commitAll(repo, 'move');
    write(repo, 'briefs/new.md', moved(A));
    commitAll(repo, 'copy');
    rmSync(join(repo, 'briefs/a.md'));
    commitAll(repo, 'delete the old one');
    write(repo, 'briefs/new.md', moved(A, 30));
    commitAll(repo, 'move again');
    const { briefs } = await logOf(repo);
    expect(briefs.map(({ path, moves }) => [path, moves.length])).toEqual([['briefs/new.md', 2]]);
    expect(briefs[0]?.notes.map(({ note }) => note)).toEqual(['created', 'copied', 'renamed']);
  });

  it('without an id: by the path, the blob, and the file name', async () => {
    const repo = tempRepo({ 'briefs/a.md': nameless(A), 'briefs/b.md': nameless(B) });
    write(repo, 'briefs/a.md', moved(nameless(A)));
    commitAll(repo, 'same path');
    git(repo, 'mv', 'briefs/b.md', 'briefs/other.md');
    commitAll(repo, 'same blob');
    rmSync(join(repo, 'briefs/a.md'));
    write(repo, 'briefs/sub/a.md', moved(nameless(A), 30));
    commitAll(repo, 'same name');
    const { briefs } = await logOf(repo);
    expect(briefs.map(({ path, moves }) => [path, moves.length])).toEqual([
      ['briefs/other.md', 0],
      ['briefs/sub/a.md', 2],
    ]);
  });

  it('or the log says that it does not know', async () => {
    const repo = tempRepo({ 'briefs/a.md': nameless(A) });
    rmSync(join(repo, 'briefs/a.md'));
    write(repo, 'briefs/b.md', moved(nameless(A)));
    commitAll(repo, 'who is it?');
    expect(await notesOf(repo)).toEqual(['created', 'identity-unknown', 'created', 'deleted']);
  });

  it('when the folder of briefs moved', async () => {
    const repo = tempRepo({ 'briefs/a.md': A });
    git(repo, 'mv', 'briefs', 'plans');
    write(repo, '.delegate.yaml', 'folder: plans\n');
    write(repo, 'plans/a.md', moved(A));
    commitAll(repo, 'briefs are plans now');
    git(repo, 'mv', 'plans', 'docs');
    write(repo, '.delegate.yaml', 'folder: docs\n');
    commitAll(repo, 'and documents');
    const [brief, ...others] = (await logOf(repo)).briefs;
    expect(others).toEqual([]);
    expect(brief?.notes.map(({ note }) => note)).toEqual(['created', 'renamed', 'renamed']);
    expect(brief?.moves).toHaveLength(1);
  });
});

describe('a revision that does not parse', () => {
  it('is told, and the next is compared with the last that did', async () => {
    const repo = tempRepo({ 'briefs/a.md': A });
    write(repo, 'briefs/a.md', A.replace('goal:', 'goal: [\ngoal:'));
    commitAll(repo, 'broken');
    write(repo, 'briefs/a.md', moved(A));
    const fixed = commitAll(repo, 'fixed');
    const [brief] = (await logOf(repo)).briefs;
    expect(brief?.notes.map(({ note }) => note)).toEqual(['created', 'unreadable']);
    expect(brief?.moves.map(({ commit }) => commit)).toEqual([fixed]);
  });

  it('is told also when it is no text, or too large', async () => {
    const repo = tempRepo({ 'briefs/a.md': A });
    write(repo, 'briefs/a.md', Buffer.concat([Buffer.from(A), Buffer.from([0xff, 0xfe])]));
    commitAll(repo, 'bytes');
    write(repo, 'briefs/a.md', A + 'x'.repeat(1024 * 1024));
    commitAll(repo, 'large');
    write(repo, 'briefs/a.md', A);
    commitAll(repo, 'good again');
    const [brief] = (await logOf(repo)).briefs;
    expect(brief?.notes.map(({ after }) => after).filter(Boolean)).toEqual([
      'the file is not UTF-8 text',
      'the file is larger than 1 MiB',
    ]);
    expect(brief?.moves).toEqual([]);
  });
});

describe('reformatting', () => {
  it('is silence: YAML styles, line ends, a byte order mark, the body', async () => {
    const repo = tempRepo({ 'briefs/a.md': GOOD_BRIEF });
    write(repo, 'briefs/a.md', GOOD_BRIEF.replaceAll('\n', '\r\n'));
    commitAll(repo, 'CRLF');
    write(repo, 'briefs/a.md', `\uFEFF${GOOD_BRIEF}`);
    commitAll(repo, 'BOM');
    const block = GOOD_BRIEF.replace(
      '  in: [The CI/CD pipeline of the web service]',
      '  in:\n    - "The CI/CD   pipeline of the web service"',
    );
    write(repo, 'briefs/a.md', `${block}\nMore words.\n`);
    commitAll(repo, 'style');
    expect(await movesOf(repo)).toEqual([]);
  });
});
