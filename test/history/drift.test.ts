/** What stands of the moves that nobody recorded, and what a merge lost. */
import { describe, expect, it } from 'vitest';
import { seal } from '../../src/brief/canonical.ts';
import { readBrief } from '../../src/brief/read.ts';
import { GOOD_BRIEF, commitAll, git, gitWith, tempRepo, write } from '../support/index.ts';
import { logOf, movesOf } from './log-json.ts';

const PATH = 'briefs/halve.md';
const RAIL = '  - No new paid services\n';

/** The moves that a row of texts makes, each committed after the one before. */
async function after(...texts: readonly string[]): Promise<string[]> {
  const repo = tempRepo({ [PATH]: GOOD_BRIEF });
  for (const [index, text] of texts.entries()) {
    write(repo, PATH, text);
    commitAll(repo, `${index}`);
  }
  return movesOf(repo);
}

const rails = (...items: string[]) =>
  GOOD_BRIEF.replace(RAIL, items.map((item) => `  - ${item}\n`).join(''));

describe('a silent move', () => {
  it('of an item that was edited on its way and still stands is not undone', async () => {
    const added = [rails('No new paid services', 'No work on Fridays')];
    expect(
      await after(...added, rails('No new paid services', 'No work on Friday nights')),
    ).toEqual(['silent guardrails added', 'silent guardrails changed']);
  });

  it('that took out an agreed item which had been edited before stays silent', async () => {
    expect(await after(rails('No new paid tools and services'), rails())).toEqual([
      'silent guardrails changed',
      'silent guardrails removed',
    ]);
  });

  it('goes with the addition that it edited, when that is taken out', async () => {
    const texts = [
      rails('No new paid services', 'No work on Fridays'),
      rails('No new paid services', 'No work on Friday nights'),
      GOOD_BRIEF,
    ];
    expect(await after(...texts)).toEqual([
      'undone guardrails added',
      'undone guardrails changed',
      'undone guardrails removed',
    ]);
  });

  it('says which one puts it back', async () => {
    const repo = tempRepo({ [PATH]: GOOD_BRIEF });
    write(repo, PATH, GOOD_BRIEF.replace('2026-06-30', '2026-05-31'));
    commitAll(repo, 'sooner');
    write(repo, PATH, GOOD_BRIEF);
    commitAll(repo, 'back');
    const [brief] = (await logOf(repo)).briefs;
    expect(brief?.moves.map(({ putsBack }) => putsBack)).toEqual([false, true]);
    expect((await logText(repo)).match(/puts back what was agreed/g)).toHaveLength(1);
  });

  it('of the order stands while the order does', async () => {
    const first = 'No new paid services';
    const second = 'Escalate a blocker the day it appears';
    const turned = GOOD_BRIEF.replace(`${RAIL}  - ${second}\n`, `  - ${second}\n${RAIL}`);
    const [brief] = (await logOf(await repoOf(turned))).briefs;
    expect(brief?.moves).toMatchObject([
      {
        kind: 'reordered',
        standing: 'silent',
        before: `${first}; ${second}`,
        after: `${second}; ${first}`,
      },
    ]);
    expect(await after(turned, GOOD_BRIEF)).toEqual([
      'undone guardrails reordered',
      'undone guardrails reordered',
    ]);
  });
});

async function repoOf(text: string): Promise<string> {
  const repo = tempRepo({ [PATH]: GOOD_BRIEF });
  write(repo, PATH, text);
  commitAll(repo, 'move');
  return repo;
}

async function logText(repo: string): Promise<string> {
  const { runDelegate } = await import('../support/index.ts');
  return (await runDelegate(['log'], { cwd: repo })).out;
}

describe('a merge', () => {
  /** A branch that amends the due date with a record, and main as it was; the merge takes main. */
  async function merged(text: (side: string) => string): Promise<string> {
    const { runDelegate } = await import('../support/index.ts');
    const repo = tempRepo({ [PATH]: GOOD_BRIEF });
    git(repo, 'switch', '-qc', 'side');
    const amend = ['amend', 'halve', '--set', 'timeline.due=2026-05-31', '-m', 'Freeze'];
    await runDelegate([...amend, '--agreed-by', 'Bor Kos'], { cwd: repo });
    const side = git(repo, 'show', `side:${PATH}`);
    git(repo, 'switch', '-q', 'main');
    write(repo, 'other.txt', 'x');
    commitAll(repo, 'main goes on');
    write(repo, PATH, text(`${side}\n`));
    git(repo, 'add', '-A');
    const tree = git(repo, 'write-tree');
    const id = gitWith({}, repo, 'commit-tree', tree, '-p', 'HEAD', '-p', 'side', '-m', 'merge');
    git(repo, 'reset', '-q', '--hard', id);
    return repo;
  }

  it('that threw an agreed change away wholly tells what it lost, and fails', async () => {
    const { runDelegate } = await import('../support/index.ts');
    const repo = await merged(() => GOOD_BRIEF);
    expect(await movesOf(repo)).toEqual(['silent timeline.due lost']);
    const { status, out } = await runDelegate(['log', '--fail-on', 'silent'], { cwd: repo });
    expect(status).toBe(1);
    expect(out).toContain('Due lost at a merge, 30 days later (easier)');
  });

  it('that kept the record and lost the value tells it once', async () => {
    const repo = await merged((side) => side.replace('due: 2026-05-31', 'due: 2026-06-30'));
    expect(await movesOf(repo)).toEqual([
      'agreed timeline.due changed',
      'silent timeline.due lost',
    ]);
  });

  it('that took it tells nothing lost', async () => {
    expect(await movesOf(await merged((side) => side))).toEqual(['agreed timeline.due changed']);
  });

  it('of drafts loses nothing that anybody agreed to', async () => {
    const draft = GOOD_BRIEF.replace('status: accepted', 'status: draft').replace(
      /^agreement:\n(?: {2}.*\n)+/m,
      '',
    );
    const repo = tempRepo({ [PATH]: draft });
    git(repo, 'switch', '-qc', 'side');
    write(repo, PATH, draft.replace('2026-06-30', '2026-05-31'));
    commitAll(repo, 'side');
    git(repo, 'switch', '-q', 'main');
    write(repo, 'other.txt', 'x');
    commitAll(repo, 'main');
    git(repo, 'merge', '-q', '-s', 'ours', '-m', 'ours', 'side');
    expect(await movesOf(repo)).toEqual([]);
  });

  /** The brief with other guardrails, sealed as they are, and the records that lead there. */
  const recorded = (items: readonly string[], ...records: readonly string[]): string =>
    rails(...items).replace(/\n---\n/, `\nchanges:\n${records.join('')}---\n`);
  const recordOf = (reason: string, items: readonly string[]): string =>
    `  - fields: [guardrails]\n    reason: ${reason}\n    criteria: ${seal(readBrief(rails(...items)).values)}\n`;
  const ONE = ['No new paid services', 'No work on Fridays'];
  const TWO = ['No new paid services', 'No work on Mondays'];

  /** A repository of the brief, and what makes a commit of it: a text with the commits it comes from. */
  function history(): (text: string, ...parents: string[]) => string {
    const repo = tempRepo({ [PATH]: GOOD_BRIEF });
    histories.push(repo);
    return (text, ...parents) => {
      write(repo, PATH, text);
      git(repo, 'add', '-A');
      const from = (parents.length > 0 ? parents : ['HEAD']).flatMap((parent) => ['-p', parent]);
      const id = git(repo, 'commit-tree', git(repo, 'write-tree'), ...from, '-m', 'made');
      git(repo, 'reset', '-q', '--soft', id);
      return id;
    };
  }
  const histories: string[] = [];
  const told = (): Promise<string[]> => movesOf(histories.at(-1) as string);

  it('of two records that has the newest of one side and the value of the other tells what it lost', async () => {
    const commit = history();
    const base = commit(rails(...ONE));
    const mine = commit(recorded(TWO, recordOf('mine', TWO)), base);
    const theirs = commit(recorded(ONE, recordOf('theirs', ONE)), base);
    const both = [recordOf('mine', TWO), recordOf('theirs', ONE)];
    commit(recorded(TWO, ...both), mine, theirs);
    expect(await told()).toEqual([
      'open guardrails added',
      'open guardrails changed',
      'silent guardrails lost',
    ]);
    // In the other order the newest record seals what stands.
    commit(recorded(TWO, ...both.toReversed()), mine, theirs);
    expect(await told()).toEqual(['open guardrails added', 'open guardrails changed']);
  });

  it('that dropped a record leaves what it had recorded silent', async () => {
    const commit = history();
    const base = commit(rails(...ONE));
    const side = commit(recorded(ONE, recordOf('why', ONE)), base);
    commit(rails(...ONE).replace('title: Halve', 'title: To halve'), side, base);
    expect(await told()).toEqual(['silent guardrails added']);
  });

  it('of sides that met in a revision that does not parse loses what one of them had', async () => {
    const commit = history();
    const main = commit(GOOD_BRIEF.replace('id: b-7k3f9q2m', 'id: b-7k3f9q2m\ntags: [one]'));
    const mine = commit(rails(...ONE), main);
    const met = commit(rails(...ONE), mine, main);
    const aside = commit(GOOD_BRIEF, main);
    const broken = commit(GOOD_BRIEF.replace('title:', 'title: ['), met, aside);
    const sealed = commit(recorded(ONE, recordOf('why', ONE)), met);
    commit(
      GOOD_BRIEF.replace(/\n---\n/, `\nchanges:\n${recordOf('why', ONE)}---\n`),
      broken,
      sealed,
    );
    expect(await told()).toEqual(['open guardrails added', 'silent guardrails lost']);
  });

  it('that puts the items that one side agreed to in another order tells that as silent', async () => {
    const commit = history();
    const base = commit(rails(...ONE));
    const sealed = commit(recorded(ONE, recordOf('why', ONE)), base);
    const turned = ONE.toReversed();
    commit(recorded(turned, recordOf('why', ONE)), base, sealed);
    expect(await told()).toEqual(['open guardrails added', 'silent guardrails reordered']);
  });

  it('that does not parse, and lost an agreed move, tells it where the file parses again', async () => {
    const commit = history();
    const base = commit(GOOD_BRIEF.replace('title: Halve', 'title: To halve'));
    const side = commit(recorded(ONE, recordOf('why', ONE)), base);
    const broken = commit(GOOD_BRIEF.replace('title:', 'title: ['), side, base);
    const back = GOOD_BRIEF.replace(/\n---\n/, `\nchanges:\n${recordOf('why', ONE)}---\n`);
    commit(back, broken);
    expect(await told()).toEqual(['open guardrails added', 'silent guardrails lost']);
  });
});
