/** The whole program as one file that needs nothing but Node: what a team keeps in its repository. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { VERSION } from '../version.ts';
import { PACKED, packageRoot, packed, readPackaged } from './package.ts';

/** Where it stands in a team's repository. */
export const VENDORED = '.delegate/delegate.cjs';

/** How it is run from the root of the repository. */
export const RUN_VENDORED = `node ${VENDORED}`;

/** True for a text that this made, of whatever version. */
export function isSingleFile(text: string): boolean {
  return FIRST_LINES.test(text);
}

const FIRST_LINES = /^#!\/usr\/bin\/env node\n\/\/ delegate \S+, the whole program in one file\.\n/;

/** The text of the file: itself where it runs, else the package's built files put together. */
export function singleFileText(version = VERSION): string {
  if (packed !== undefined) return readFileSync(packed.file, 'utf8');
  const parts = builtNames().map(
    (name) =>
      `${JSON.stringify(name)}: function (module, exports, require) {\n${built(name).trimEnd()}\n},\n`,
  );
  const texts = Object.fromEntries(textPaths().map((path) => [path, readPackaged(path)]));
  return `#!/usr/bin/env node
// delegate ${version}, the whole program in one file.
// It is run with "node ${VENDORED}". "delegate init --vendor" of another version replaces it.
// The licences of all that is in it are at the end.
// @generated
/* eslint-disable */
'use strict';
const FILES = {
${parts.join('')}};
const loaded = new Map();
function load(name) {
  const before = loaded.get(name);
  if (before !== undefined) return before.exports;
  const module = { exports: {} };
  loaded.set(name, module);
  FILES[name](module, module.exports, (id) => (id.startsWith('./') ? load(id.slice(2)) : require(id)));
  return module.exports;
}
globalThis[Symbol.for('${PACKED}')] = {
file: __filename,
texts: ${JSON.stringify(texts, null, 1)},
};
load(require('node:worker_threads').isMainThread ? 'start.cjs' : 'worker.cjs');
${comment(`delegate\n\n${readPackaged('LICENSE')}\n${'-'.repeat(72)}\n\n${built('LICENSES.txt')}`)}`;
}

/** The built files of the program, by name: all stand in one folder (scripts/build.mjs). */
function builtNames(): string[] {
  const names = readdirSync(join(packageRoot(), 'dist'));
  return names.filter((name) => name.endsWith('.cjs')).toSorted();
}

function built(name: string): string {
  return readPackaged(`dist/${name}`);
}

/** What the program reads of the package: its templates. */
function textPaths(): string[] {
  const root = packageRoot();
  const below = readdirSync(join(root, 'templates'), { recursive: true, encoding: 'utf8' });
  return below
    .map((path) => posix.join('templates', path.replaceAll('\\', '/')))
    .filter((path) => statSync(join(root, path)).isFile())
    .toSorted();
}

function comment(text: string): string {
  const lines = text.trimEnd().split(/\r?\n/);
  return lines.map((line) => `${`// ${line}`.trimEnd()}\n`).join('');
}
