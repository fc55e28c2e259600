import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver/node';
import type { Diagnostic } from 'vscode-languageserver/node';
import { draftBrief, runDelegate, tempRepo, write } from '../support/index.ts';
import { startHere } from './client.ts';

const [ONE, TWO] = ['briefs/one.md', 'briefs/two.md'];
const first = draftBrief('One', 'b-11111111').replace('goal:', 'gaol:');

const codes = (found: readonly Diagnostic[]) => found.map(({ code }) => code);
const has = (code: string) => (found: readonly Diagnostic[]) => codes(found).includes(code);

describe('the problems of briefs that are not open', () => {
  it('are told as lint finds them', async () => {
    const root = tempRepo({ [ONE]: first, [TWO]: draftBrief('Two', 'b-11111111') });
    const client = await startHere(root);
    const found = await client.diagnostics(ONE, has('duplicate-id'));
    const { out } = await runDelegate(['lint', ONE, '--format', 'json'], { cwd: root });
    const { findings } = JSON.parse(out) as { findings: { rule: string }[] };
    expect(codes(found).toSorted()).toEqual(findings.map(({ rule }) => rule).toSorted());
    await client.diagnostics(TWO, has('duplicate-id'));
  });

  it('follow what is open, what is saved, and what is gone', async () => {
    const root = tempRepo({ [ONE]: first, [TWO]: draftBrief('Two', 'b-11111111') });
    const client = await startHere(root);
    await client.diagnostics(ONE, has('duplicate-id'));
    client.open(TWO, draftBrief('Two', 'b-22222222'));
    await client.diagnostics(ONE, (found) => !has('duplicate-id')(found));
    client.close(TWO);
    await client.diagnostics(ONE, has('duplicate-id'));
    await client.diagnostics(TWO, has('duplicate-id'));
    write(root, ONE, readFileSync(join(root, ONE), 'utf8').replace('gaol:', 'goal:'));
    const changed = (path: string, type: FileChangeType): void => {
      void client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: client.uri(path), type }],
      });
    };
    changed(ONE, FileChangeType.Changed);
    await client.diagnostics(ONE, (found) => !has('unknown-field')(found));
    rmSync(join(root, ONE));
    changed(ONE, FileChangeType.Deleted);
    await client.diagnostics(ONE, (found) => found.length === 0);
    await client.diagnostics(TWO, (found) => !has('duplicate-id')(found));
  });

  it('follow the configuration', async () => {
    const root = tempRepo({ [ONE]: first });
    const client = await startHere(root);
    await client.diagnostics(ONE, has('unknown-field'));
    write(root, '.delegate.yaml', 'rules:\n  unknown-field: off\n');
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: client.uri('.delegate.yaml'), type: FileChangeType.Created }],
    });
    await client.diagnostics(ONE, (found) => !has('unknown-field')(found));
  });
});
