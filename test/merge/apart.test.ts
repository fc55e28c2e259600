import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import { mergeBriefs } from '../../src/merge/merge.ts';
import type { MergeText } from '../../src/merge/merge-text.ts';
import type { Edit } from './versions.ts';
import { BASE, MARKERS, merged, swap } from './versions.ts';

/** What cannot put lines together: whatever is merged all the same was merged by its meaning. */
const neverByLines: MergeText = async () => ({ text: 'no lines were merged', clean: false });

const WITH_COMMENT = BASE.replace('x-team: web\n', 'x-team: web # the team\nx-since: 2019\n');

/** Changes of different places, each of which two people may make apart from each other. */
const EDITS: Readonly<Record<string, Edit>> = {
  'another goal': swap('20 minutes', '15 minutes'),
  'a reason taken out': swap(
    `why: >\n  Hotfixes wait 40 minutes,\n  so teams batch\n  risky releases\n  every single week.\n`,
    '',
  ),
  'a list in another layout': swap(
    '  in: [The CI/CD pipeline]\n',
    '  in:\n    - The CI/CD pipeline of the web service\n',
  ),
  'a list taken out': swap('  out: [Build machines] # not ours\n', ''),
  'an item more': swap('the day it appears\n', 'the day it appears\n  - No weekend work\n'),
  'another due date': swap('due: 2026-06-30', 'due: 2026-05-31'),
  'milestones beside it': swap('timeline: {', 'timeline: {milestones: [2026-05-01 a plan], '),
  'an answer more': swap('timeline: {', 'resources:\n  - Two days a week\ntimeline: {'),
  'another team': swap('x-team: web', 'x-team: core'),
  'other words below': swap('Words.\n', 'Other words.\n'),
  'a status that is none': swap('status: draft', 'status: acepted'),
  'a key before all': swap('---\nid', '---\nx-first: 1\nid'),
  'a key taken out': swap('x-since: 2019\n', ''),
  'a new key': swap('id: b-7k3f9q2m\n', 'id: b-7k3f9q2m\nx-cost: {a: 1} # in EUR\n'),
};
const NAMES = Object.keys(EDITS);

const edited = (names: readonly string[]): string =>
  names.reduce((text, name) => (EDITS[name] as Edit)(text), WITH_COMMENT);
const merge = (ours: string, theirs: string) =>
  mergeBriefs({ base: WITH_COMMENT, ours, theirs }, neverByLines, MARKERS);
const meaning = (text: string) => {
  const { values, root, split } = readBrief(text);
  const keys = root?.pairs.map(({ key, value }) => [
    key.value,
    value.kind === 'text' && value.value,
  ]);
  return { values, keys: keys?.toSorted(), body: text.slice(split?.body) };
};

describe('changes of different places', () => {
  it.each(NAMES)('one side made: %s', async (name) => {
    const changed = edited([name]);
    for (const [ours, theirs] of [
      [changed, WITH_COMMENT],
      [WITH_COMMENT, changed],
      [changed, changed],
    ] as const) {
      const result = await merge(ours, theirs);
      expect(result).toMatchObject({ conflicts: [], byLines: false });
      expect(meaning(result.text)).toEqual(meaning(changed));
    }
  });

  it('are all there, whoever made them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(NAMES),
        fc.array(fc.boolean(), { minLength: NAMES.length, maxLength: NAMES.length }),
        async (names, isOurs) => {
          const mine = names.filter((_, index) => isOurs[index]);
          const other = names.filter((_, index) => !isOurs[index]);
          const result = await merge(edited(mine), edited(other));
          expect(result).toMatchObject({ conflicts: [], byLines: false });
          expect(meaning(result.text)).toEqual(meaning(edited(names)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are no changes where only the layout is another', async () => {
    const relaid = (text: string) =>
      [
        swap('title: Halve deployment time', 'title: "Halve   deployment time"'),
        swap('in: [The CI/CD pipeline]', 'in:\n    - The CI/CD pipeline'),
        swap('x-cost: {a: 1}', 'x-cost: {a:   1}'),
      ].reduce((before, edit) => edit(before), text);
    const base = edited(['a new key']);
    const theirs = swap(
      'title: Halve',
      'title: Cut',
    )(swap('[The CI', '[Not the CI')(swap('{a: 1}', '{a: 2}')(base)));
    for (const [ours, other] of [
      [relaid(base), theirs],
      [theirs, relaid(base)],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const result = await mergeBriefs({ base, ours, theirs: other }, neverByLines, MARKERS);
      expect(result).toMatchObject({ conflicts: [], byLines: false });
      expect(meaning(result.text)).toEqual(meaning(theirs));
    }
  });

  it('are taken over in the layout of ours where theirs is indented otherwise', async () => {
    const theirs = WITH_COMMENT.replace('  in: [The CI/CD', '    in: [All of the CI/CD').replace(
      '  out:',
      '    out:',
    );
    expect((await merge(edited(['another goal']), theirs)).text).toBe(
      edited(['another goal']).replace('in: [The', 'in: [All of the'),
    );
  });

  it('leave ours as it is written, and bring their own lines and comments', async () => {
    const result = await merge(
      edited(['another goal', 'a key taken out']),
      edited(['a new key', 'a list in another layout', 'another team']),
    );
    expect(result.text).toBe(
      edited([
        'another goal',
        'a key taken out',
        'a new key',
        'a list in another layout',
        'another team',
      ]),
    );
  });
});

describe('what git merges into something else', () => {
  it('the same rule, added in two places, stands once', async () => {
    const result = await merged(
      swap('guardrails:\n', 'guardrails:\n  - No weekend work\n'),
      swap('the day it appears\n', 'the day it appears\n  - No weekend work\n'),
    );
    expect(result.conflicts).toEqual([]);
    expect(readBrief(result.text).values.guardrails).toEqual([
      'No weekend work',
      'No new paid services',
      'Escalate a blocker the day it appears',
    ]);
  });

  it('the same answer, added in two places, stands once', async () => {
    const result = await merged(
      swap('title:', 'intended-use: Teams deploy on merge\ntitle:'),
      swap('x-team:', 'intended-use: Teams deploy on merge\nx-team:'),
    );
    expect(result.conflicts).toEqual([]);
    expect(result.text.match(/intended-use/g)).toHaveLength(1);
  });

  it('keeps a comment of theirs where it comes to the same', async () => {
    const result = await merged(
      swap('20 minutes', '15 minutes'),
      swap('x-team: web\n', '# Asked on Monday\nx-team: web\n'),
    );
    expect(result.text).toBe(
      BASE.replace('20 minutes', '15 minutes').replace('x-team', '# Asked on Monday\nx-team'),
    );
  });

  it('what has no brief to come from is left to git', async () => {
    const base = BASE.replace('scope:', 'scope: [');
    const ours = BASE.replace('x-team: web', 'x-team: core');
    const result = await mergeBriefs({ base, ours, theirs: BASE }, neverByLines, MARKERS);
    expect(result).toEqual({ text: 'no lines were merged', conflicts: ['file'], byLines: true });
  });

  it('a brief that both sides added is merged, not doubled', async () => {
    const ours = BASE.replace('x-team: web\n', '');
    const theirs = BASE.replace('timeline: {due: 2026-06-30}\n', '');
    for (const base of ['', '\n']) {
      const result = await mergeBriefs({ base, ours, theirs }, neverByLines, MARKERS);
      expect(result).toMatchObject({ conflicts: [], byLines: false });
      expect(meaning(result.text)).toEqual(meaning(BASE));
    }
  });
});
