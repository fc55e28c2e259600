import { describe, expect, it } from 'vitest';
import {
  DiagnosticRefreshRequest,
  DocumentDiagnosticRequest,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver/node';
import type {
  ClientCapabilities,
  FullDocumentDiagnosticReport,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import { draftBrief, tempRepo } from '../support/index.ts';
import type { Client } from './client.ts';
import { startHere } from './client.ts';

const PULLS: ClientCapabilities = {
  textDocument: { diagnostic: {} },
  workspace: { diagnostics: { refreshSupport: true } },
};

const [ONE, TWO] = ['briefs/one.md', 'briefs/two.md'];
const bad = draftBrief('One', 'b-11111111').replace('goal:', 'gaol:');

async function ofOne(client: Client): Promise<readonly unknown[]> {
  const textDocument = { uri: client.uri(ONE) };
  const found = await client.connection.sendRequest(DocumentDiagnosticRequest.type, {
    textDocument,
  });
  return (found as FullDocumentDiagnosticReport).items.map(({ code }) => code);
}

function ofAll(
  client: Client,
  previousResultIds: { uri: string; value: string }[] = [],
): Promise<WorkspaceDiagnosticReport> {
  return client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds });
}

describe('an editor that asks for problems', () => {
  it('is answered of a document, and not told as well', async () => {
    const client = await startHere(tempRepo({ [ONE]: bad }), PULLS);
    let told = 0;
    void client.diagnostics(ONE, (found) => {
      told += found.length;
      return false;
    });
    client.open(ONE, bad);
    expect(await ofOne(client)).toContain('unknown-field');
    client.change(ONE, [{ text: draftBrief('One', 'b-11111111') }]);
    expect(await ofOne(client)).not.toContain('unknown-field');
    expect(told).toBe(0);
  });

  it('is answered of the whole folder, what is open as it stands there', async () => {
    const root = tempRepo({ [ONE]: draftBrief('One', 'b-11111111'), [TWO]: bad });
    const client = await startHere(root, PULLS);
    client.open(ONE, bad);
    const codes = async (path: string): Promise<readonly unknown[]> => {
      const { items } = await ofAll(client);
      const found = items.find(({ uri }) => uri === client.uri(path));
      return found?.kind === 'full' ? found.items.map(({ code }) => code) : [];
    };
    await expect.poll(() => codes(TWO), { timeout: 5000 }).toContain('duplicate-id');
    expect(await codes(ONE)).toContain('unknown-field');
  });

  it('is told to ask again, and of what has not changed that it has not', async () => {
    const root = tempRepo({ [ONE]: bad, [TWO]: bad });
    const client = await startHere(root, PULLS);
    let asked = 0;
    client.connection.onRequest(DiagnosticRefreshRequest.type, () => {
      asked++;
    });
    await ofAll(client);
    await expect.poll(() => asked, { timeout: 5000 }).toBeGreaterThan(0);
    const { items } = await ofAll(client);
    const before = items.map(({ uri, resultId = '' }) => ({ uri, value: resultId }));
    expect(before).toHaveLength(2);
    const again = await ofAll(client, before);
    expect(again.items.map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged']);
    const gone = await ofAll(client, [{ uri: client.uri('briefs/gone.md'), value: 'x' }]);
    expect(gone.items.at(-1)).toMatchObject({ kind: 'full', items: [] });
  });
});
