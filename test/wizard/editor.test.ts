/** A text in the person's editor, which here is a line of shell. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Failure } from '../../src/failure.ts';
import { editText } from '../../src/wizard/editor.ts';
import { makeHost } from '../support/index.ts';

const edit = (script: string): Promise<string> =>
  editText(makeHost({ env: { EDITOR: `f() { ${script}; }; f` } }), 'As it was.\n');

test('is taken as it was left', async () => {
  expect(await edit('echo "More." >> "$1"')).toBe('As it was.\nMore.\n');
});

test('is kept where the editor ends with an error', async () => {
  const error = (await edit('echo "More." >> "$1"; exit 3').catch(
    (one: Failure) => one,
  )) as Failure;
  expect(error.message).toContain('ended with status 3');
  const file = /kept in (.*)\.$/.exec(error.help ?? '')?.[1] ?? '';
  expect(readFileSync(file, 'utf8')).toBe('As it was.\nMore.\n');
});

test('is not kept where nothing was written in it', async () => {
  const error = (await edit('echo "$1" > "$1.name"; exit 3').catch(
    (one: Failure) => one,
  )) as Failure;
  expect(error.help).toBe('Set VISUAL or EDITOR to one that works.');
});
