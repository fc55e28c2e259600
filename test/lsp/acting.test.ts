import { describe, expect, it } from 'vitest';
import {
  CodeLensRequest,
  ExecuteCommandRequest,
  InlayHintRequest,
  ShowMessageNotification,
} from 'vscode-languageserver/node';
import type { CodeLens } from 'vscode-languageserver/node';
import { nextSteps } from '../../src/agreement/next-steps.ts';
import { field } from '../../src/brief/fields.ts';
import { readBrief } from '../../src/brief/read.ts';
import { GOOD_BRIEF, buildOnce, draftBrief, git, tempRepo } from '../support/index.ts';
import type { Client } from './client.ts';
import { startHere } from './client.ts';

const PATH = 'briefs/good.md';
const ANA = 'Ana Novak <ana@example.com>';
const BOR = 'Bor Kos <bor@example.com>';

async function lenses(client: Client): Promise<readonly CodeLens[]> {
  const textDocument = { uri: client.uri(PATH) };
  return (await client.connection.sendRequest(CodeLensRequest.type, { textDocument })) ?? [];
}

function run(client: Client, ...args: readonly string[]): Promise<unknown> {
  return client.connection.sendRequest(ExecuteCommandRequest.type, {
    command: 'delegate.run',
    arguments: [client.uri(PATH), args],
  });
}

describe('the next steps', () => {
  const steps = (text: string, self?: string) => nextSteps(readBrief(text), self, '2026-04-10');

  it('are those of the status, for each of the two', () => {
    expect(steps(draftBrief(), ANA)).toEqual(['propose']);
    expect(steps(draftBrief(), BOR)).toEqual([]);
    const proposed = draftBrief().replace('draft', 'proposed');
    expect(steps(proposed, BOR)).toEqual(['accept']);
    expect(steps(proposed, ANA)).toEqual(['withdraw']);
  });

  it('begin with what waits for whoever it is', () => {
    const moved = GOOD_BRIEF.replace('due: 2026-06-30', 'due: 2026-05-31');
    expect(steps(moved, ANA)[0]).toBe('amend');
    expect(steps(GOOD_BRIEF, ANA)).toEqual(['check-in', 'amend', 'close']);
  });

  it('are none for others, and for nobody', () => {
    for (const { value: status } of field('status').choices ?? []) {
      const text = draftBrief().replace('draft', status);
      expect(steps(text, 'Mei Lin <mei@example.com>')).toEqual([]);
      expect(steps(text)).toEqual([]);
    }
  });
});

describe('a lens', () => {
  it('runs the command, and git has what it did', async () => {
    buildOnce();
    const root = tempRepo({ [PATH]: draftBrief() });
    const client = await startHere(root);
    client.open(PATH, draftBrief());
    const said = new Promise<string>((done) => {
      client.connection.onNotification(ShowMessageNotification.type, ({ message }) => {
        done(message);
      });
    });
    const lens = (await lenses(client)).find(({ command }) => command?.title === 'Propose');
    expect(lens?.command?.arguments).toEqual([client.uri(PATH), ['propose', 'b-3m9x2c7p']]);
    expect(
      await client.connection.sendRequest(ExecuteCommandRequest.type, {
        command: lens?.command?.command as string,
        arguments: lens?.command?.arguments as never[],
      }),
    ).toMatchObject({ status: 0 });
    expect(await said).toMatch(/Proposed.*briefs\/good\.md/);
    expect(git(root, 'log', '-1', '--format=%s')).toMatch(/proposed/);
  });

  it('says where to be asked, what a command needs to know', async () => {
    buildOnce();
    const client = await startHere(tempRepo({ [PATH]: GOOD_BRIEF }));
    client.open(PATH, GOOD_BRIEF);
    const said = new Promise<string>((done) => {
      client.connection.onNotification(ShowMessageNotification.type, ({ message }) => {
        done(message);
      });
    });
    expect(await run(client, 'check-in', 'b-7k3f9q2m')).toMatchObject({ status: 2 });
    expect(await said).toMatch(/--state[^]*In a terminal it asks: delegate check-in b-7k3f9q2m/);
  });

  it('runs nothing on a brief that is not saved', async () => {
    const client = await startHere(tempRepo({ [PATH]: draftBrief() }));
    client.open(PATH, draftBrief('Another title'));
    expect(await run(client, 'propose', 'b-3m9x2c7p')).toBeNull();
  });

  it('tells from what to what a field moved in silence', async () => {
    const client = await startHere(tempRepo({ [PATH]: GOOD_BRIEF }));
    client.open(PATH, GOOD_BRIEF.replace('40 to 20 minutes', '40 to 10 minutes'));
    const titles = (await lenses(client)).map(({ command }) => command?.title);
    expect(titles.find((title) => title?.startsWith('Goal'))).toMatch(
      /Goal changed, 20 → 10 minutes.*not recorded/,
    );
  });
});

describe('what moved', () => {
  const moved = GOOD_BRIEF.replace('40 to 20 minutes', '40 to 10 [x](command:y) minutes');

  it('stands beside its field', async () => {
    const client = await startHere(tempRepo({ [PATH]: GOOD_BRIEF }));
    const shorter = GOOD_BRIEF.replace('40 to 20 minutes', '40 to 10 minutes');
    client.open(PATH, shorter);
    const hints = await client.connection.sendRequest(InlayHintRequest.type, {
      textDocument: { uri: client.uri(PATH) },
      range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
    });
    const line = shorter.split('\n').findIndex((one) => one.startsWith('goal:'));
    expect(hints).toMatchObject([{ position: { line }, label: '20 → 10 minutes' }]);
  });

  it('is told for a mark in the margin, and links to nothing', async () => {
    const client = await startHere(tempRepo({ [PATH]: GOOD_BRIEF }));
    client.open(PATH, moved);
    const marks = (await client.connection.sendRequest(ExecuteCommandRequest.type, {
      command: 'delegate.moves',
      arguments: [client.uri(PATH)],
    })) as readonly { readonly markdown: string; readonly isSilent: boolean }[];
    expect(marks).toMatchObject([{ isSilent: true }]);
    expect(marks[0]?.markdown).toMatch(/agreed: Cut the median[^]*now: .*10 \\\[x\\\]\(command/);
  });

  it('is nothing in a brief as it was agreed', async () => {
    const client = await startHere(tempRepo({ [PATH]: GOOD_BRIEF }));
    client.open(PATH, GOOD_BRIEF);
    const uri = client.uri(PATH);
    const params = { command: 'delegate.moves', arguments: [uri] };
    expect(await client.connection.sendRequest(ExecuteCommandRequest.type, params)).toEqual([]);
  });
});
