import { execFileSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/commands/table.ts';
import { packVsix } from '../../scripts/vsix.ts';
import {
  PACKAGE,
  TEST_ENV,
  buildOnce,
  draftBrief,
  runDelegate,
  tempFolder,
  tempRepo,
} from '../support/index.ts';

interface Manifest {
  readonly version: string;
  readonly main: string;
  readonly contributes: {
    readonly commands: readonly { command: string }[];
    readonly menus: Readonly<Record<string, readonly { command: string }[]>>;
    readonly grammars: readonly { path: string }[];
    readonly yamlValidation: readonly { url: string }[];
    readonly problemPatterns: readonly { regexp: string }[];
  };
}

let file: string;
let files: Record<string, string>;
let manifest: Manifest;

beforeAll(async () => {
  buildOnce();
  file = await packVsix(tempFolder());
  const packed = unzipSync(readFileSync(file));
  files = Object.fromEntries(Object.entries(packed).map(([name, data]) => [name, strFromU8(data)]));
  manifest = JSON.parse(files['extension/package.json'] as string) as Manifest;
});

describe('the package of the VS Code extension', () => {
  it('has everything that its manifest names', () => {
    const { contributes, main } = manifest;
    const paths = contributes.grammars.map(({ path }) => path);
    for (const path of [...paths, contributes.yamlValidation[0]?.url ?? '', main]) {
      expect(Object.keys(files)).toContain(`extension/${path.replace('./', '')}`);
    }
    expect(files['extension/LICENSE.txt']).toMatch(
      /^MIT License[^]*vscode-languageclient .*\n[^]*\n\n\S/,
    );
    expect(files['[Content_Types].xml']).toContain('Extension=".js"');
    expect(files['extension.vsixmanifest']).toContain(`Version="${manifest.version}"`);
    const own = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as Manifest;
    expect(manifest.version).toBe(own.version);
  });

  it('is fit for the marketplaces: an icon, a changelog, no link that leads nowhere', () => {
    expect(manifest).toMatchObject({ icon: 'media/icon.png', license: 'MIT', pricing: 'Free' });
    expect(files['extension/media/icon.png']?.slice(1, 4)).toBe('PNG');
    expect(files['extension/changelog.md']).toContain('## Unreleased');
    for (const page of ['readme', 'changelog']) {
      const links = files[`extension/${page}.md`]?.matchAll(/\]\(([^)]+)\)/g) ?? [];
      for (const [, link] of links) expect(link).toMatch(/^https:/);
    }
    const assets = files['extension.vsixmanifest']?.matchAll(/ Path="([^"]+)"/g) ?? [];
    for (const [, path] of assets) expect(Object.keys(files)).toContain(path);
  });

  it('has the commands of the program that are about briefs, without a word here', () => {
    const { commands, menus } = manifest.contributes;
    const names = commands.map(({ command }) => command);
    const about = COMMANDS.filter(({ name, group }) => group === 'Agree' && name !== 'comment');
    for (const { name } of about) expect(names).toContain(`delegate.${name}`);
    expect(new Set(names).size).toBe(names.length);
    const inMenu = menus['delegate.brief']?.map(({ command }) => command);
    expect(inMenu).toEqual(expect.arrayContaining(['delegate.propose', 'delegate.log']));
    expect(inMenu).not.toContain('delegate.new');
  });

  it('is the same each time it is made', async () => {
    const again = await packVsix(tempFolder());
    expect(readFileSync(again).equals(readFileSync(file))).toBe(true);
  });

  it('holds a program that loads', () => {
    const nothing: unknown = new Proxy(function () {}, {
      get: (_, key) => (key === Symbol.toPrimitive ? () => 0 : nothing),
      apply: () => nothing,
      construct: () => nothing as object,
    });
    const load = createRequire(import.meta.url);
    const loadOwn = (name: string): Record<string, unknown> => {
      const code = files[`extension/dist/${name}`] as string;
      const module = { exports: {} };
      const run = compileFunction(code, ['module', 'exports', 'require']) as (
        ...given: unknown[]
      ) => void;
      run(module, module.exports, (id: string) =>
        id === 'vscode' ? nothing : id.startsWith('./') ? loadOwn(id.slice(2)) : load(id),
      );
      return module.exports;
    };
    const { activate, deactivate } = loadOwn('extension.js');
    expect(activate).toBeTypeOf('function');
    expect(deactivate).toBeTypeOf('function');
  });

  it('brings the whole program, in a megabyte', async () => {
    const folder = tempFolder();
    expect(statSync(file).size).toBeLessThan(1024 * 1024);
    const own = join(folder, 'delegate.cjs');
    writeFileSync(own, files['extension/dist/delegate.cjs'] as string);
    const out = execFileSync(process.execPath, [own, '--version'], { env: TEST_ENV });
    expect(out.toString().trim()).toBe(manifest.version);
  });

  it('reads what lint prints, line by line', async () => {
    const root = tempRepo({ 'briefs/a.md': draftBrief().replace('goal:', 'gaol:') });
    const { out } = await runDelegate(['lint', '--format', 'unix'], { cwd: root });
    const pattern = new RegExp(manifest.contributes.problemPatterns[0]?.regexp as string);
    const lines = out.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line).toMatch(pattern);
    const found = lines.map((line) => pattern.exec(line) as RegExpExecArray);
    const unknown = found.find((match) => match[6] === 'unknown-field');
    expect(unknown?.slice(1, 4)).toEqual(['briefs/a.md', '8', '1']);
  });
});
