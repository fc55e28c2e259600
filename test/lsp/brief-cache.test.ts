import { describe, expect, it } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import { listBriefs } from '../../src/files/list.ts';
import { openWorkspace } from '../../src/lint/workspace.ts';
import { createBriefCache, isBriefPath } from '../../src/lsp/brief-cache.ts';
import { draftBrief, makeHost, tempRepo, write } from '../support/index.ts';

const FILES = [
  'a.md',
  'briefs/a.md',
  'briefs/README.md',
  'briefs/.hidden.md',
  'briefs/deep/er/b.md',
  'teams/web/briefs/c.md',
  'teams/web/other/d.md',
  'teams/ops/brief-e.md',
];

describe('isBriefPath', () => {
  it.each(['briefs', '.', 'teams/*/briefs', 'teams/**', '**/briefs', 'teams/*/brief-*.md'])(
    'agrees with what is listed: %s',
    async (folder) => {
      const files = Object.fromEntries(FILES.map((path) => [path, draftBrief()]));
      const root = tempRepo({ ...files, '.delegate.yaml': `folder: "${folder}"\n` });
      const workspace = await openWorkspace(makeHost({ cwd: root }));
      const listed = await listBriefs(workspace);
      expect(listed.length).toBeGreaterThan(0);
      expect(FILES.filter((path) => isBriefPath(workspace, path)).toSorted()).toEqual(listed);
    },
  );
});

describe('createBriefCache', () => {
  async function cacheOf(files: Record<string, string>) {
    const root = tempRepo(files);
    const workspace = await openWorkspace(makeHost({ cwd: root }));
    let changes = 0;
    let clock = 0;
    // Every look at the clock is a slice of its own.
    const cache = createBriefCache(
      workspace,
      () => (clock += 1000),
      () => changes++,
    );
    return { root, cache, changes: () => changes };
  }

  it('hands out the same array until something changed', async () => {
    const { root, cache, changes } = await cacheOf({
      'briefs/a.md': draftBrief('A', 'b-11111111'),
      'briefs/b.md': draftBrief('B', 'b-22222222'),
    });
    expect(cache.summaries()).toBeUndefined();
    await cache.refresh();
    const first = cache.summaries();
    expect(first?.map(({ id }) => id).toSorted()).toEqual(['b-11111111', 'b-22222222']);
    expect(cache.summaries()).toBe(first);
    expect(cache.open('briefs/a.md', readBrief(`${draftBrief('A', 'b-11111111')}More.\n`))).toBe(
      false,
    );
    expect(cache.summaries()).toBe(first);
    expect(cache.open('briefs/a.md', readBrief(draftBrief('C', 'b-33333333')))).toBe(true);
    expect(cache.briefOf('b-33333333')?.title).toBe('C');
    expect(cache.briefOf('b-11111111')).toBeUndefined();
    cache.close('briefs/a.md');
    expect(cache.briefOf('b-11111111')?.title).toBe('A');
    write(root, 'briefs/b.md', draftBrief('B', 'b-44444444'));
    await cache.refresh(['briefs/b.md']);
    expect(cache.briefOf('b-44444444')?.title).toBe('B');
    expect(changes()).toBe(3);
  });

  it('names people by how often they are seen', async () => {
    const { cache } = await cacheOf({
      'briefs/a.md': draftBrief('A', 'b-11111111'),
      'briefs/b.md': draftBrief('B', 'b-22222222').replace('Bor Kos <bor@example.com>', 'Mei Lin'),
    });
    await cache.refresh();
    expect(cache.people()[0]).toBe('Ana Novak <ana@example.com>');
    expect(cache.people()).toHaveLength(3);
  });

  it('stops in the middle', async () => {
    const { cache, changes } = await cacheOf({ 'briefs/a.md': draftBrief() });
    const reading = cache.refresh();
    cache.stop();
    await reading;
    expect(changes()).toBe(0);
  });
});
