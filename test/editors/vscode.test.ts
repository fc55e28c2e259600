import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import { packVsix } from '../../scripts/vsix.ts';
import { snippets } from '../../scripts/snippets.ts';
import { PACKAGE, draftBrief, runDelegate, tempFolder, tempRepo } from '../support/index.ts';

interface Manifest {
  readonly version: string;
  readonly main: string;
  readonly contributes: {
    readonly grammars: readonly { path: string }[];
    readonly snippets: readonly { path: string }[];
    readonly yamlValidation: readonly { url: string }[];
    readonly problemPatterns: readonly { regexp: string }[];
  };
}

let files: Record<string, string>;
let manifest: Manifest;

beforeAll(async () => {
  const packed = unzipSync(readFileSync(await packVsix(tempFolder())));
  files = Object.fromEntries(Object.entries(packed).map(([name, data]) => [name, strFromU8(data)]));
  manifest = JSON.parse(files['extension/package.json'] as string) as Manifest;
});

describe('the package of the VS Code extension', () => {
  it('has everything that its manifest names', () => {
    const { contributes, main } = manifest;
    const paths = [...contributes.grammars, ...contributes.snippets].map(({ path }) => path);
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

  it('is the same each time it is made', async () => {
    const [one, two] = await Promise.all([packVsix(tempFolder()), packVsix(tempFolder())]);
    expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
  });

  it('holds a program that loads', () => {
    const code = files['extension/dist/extension.js'] as string;
    const module = { exports: {} as { activate?: unknown; deactivate?: unknown } };
    const nothing: unknown = new Proxy(function () {}, {
      get: (_, key) => (key === Symbol.toPrimitive ? () => 0 : nothing),
      apply: () => nothing,
      construct: () => nothing as object,
    });
    const load = createRequire(import.meta.url);
    const run = compileFunction(code, ['module', 'exports', 'require']) as (
      ...given: unknown[]
    ) => void;
    run(module, module.exports, (name: string) => (name === 'vscode' ? nothing : load(name)));
    expect(module.exports.activate).toBeTypeOf('function');
    expect(module.exports.deactivate).toBeTypeOf('function');
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

describe('the snippets', () => {
  /** What stands in the text when one only presses Tab. */
  function filled(body: readonly string[]): string {
    return body
      .join('\n')
      .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
      .replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, '$1')
      .replace(/\$\d+/g, '')
      .replace(/\\([\\$}])/g, '$1');
  }

  it('make a brief that reads without a problem', () => {
    const whole = snippets()['A brief'];
    const brief = readBrief(filled(whole?.body ?? []));
    expect(brief.problems).toEqual([]);
    expect(brief.values).toMatchObject({ status: 'draft', approach: 'problem-solving' });
  });

  it.each(Object.entries(snippets()).filter(([name]) => name !== 'A brief'))(
    '%s is read as a field',
    (_, { body }) => {
      const brief = readBrief(`---\n${filled(body)}\n---\n`);
      expect(brief.problems).toEqual([]);
      expect(brief.places.size).toBeGreaterThan(0);
    },
  );
});
