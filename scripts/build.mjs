// Bundles the program into dist/: one file to start with, the rest loaded when a command asks for it.
// It is built beside and moved into place, so that a run at the same time finds the old or the new one.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const fresh = join(root, `dist.${process.pid}`);
const old = join(root, `dist.${process.pid}.old`);

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['src/start.ts', 'src/lint/worker.ts'],
  outbase: 'src',
  outdir: fresh,
  plugins: [lazyYaml(), withoutEngines()],
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  chunkNames: 'chunks/[name]-[hash]',
  define: { DELEGATE_VERSION: JSON.stringify(version) },
  banner: {
    // For bundled CommonJS. Made when it is called: making one in each of the files costs as much as
    // reading them.
    js: "import{createRequire as __createRequire}from'node:module';const require=(id)=>__createRequire(import.meta.url)(id);",
  },
  metafile: true,
  logLevel: 'warning',
});
const { metafile: ofYaml } = await build({
  absWorkingDir: root,
  stdin: { contents: "module.exports = require('yaml')", resolveDir: root },
  outfile: join(fresh, 'yaml.cjs'),
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  minify: true,
  metafile: true,
  logLevel: 'warning',
});
const inputs = [metafile, ofYaml].flatMap((each) => Object.keys(each.inputs));
writeFileSync(join(fresh, 'LICENSES.txt'), licenses(inputs));

try {
  renameSync(join(root, 'dist'), old);
} catch (error) {
  if (error.code !== 'ENOENT') throw error;
}
mkdirSync(dirname(old), { recursive: true });
renameSync(fresh, join(root, 'dist'));
rmSync(old, { recursive: true, force: true });

/**
 * The YAML library takes longer to start than most commands to run, and plain briefs do without it
 * (src/brief/yaml/quick.ts): it is a file of its own, read when one of its functions is called.
 */
function lazyYaml() {
  const functions = ['parseDocument', 'isAlias', 'isMap', 'isScalar', 'isSeq'];
  const shim = [
    "import { createRequire } from 'node:module';",
    'const here = import.meta.url;',
    "const file = /\\/dist[^/]*\\/[^/]+$/.test(here) ? './yaml.cjs' : '../yaml.cjs';",
    'let library; const yaml = () => (library ??= createRequire(here)(file));',
    ...functions.map((name) => `export const ${name} = (...args) => yaml().${name}(...args);`),
    'export const Document = new Proxy(function () {}, {',
    '  construct: (_, args) => new (yaml().Document)(...args),',
    '});',
  ].join('\n');
  return {
    name: 'lazy-yaml',
    setup(bundle) {
      bundle.onResolve({ filter: /^yaml$/ }, () => ({ path: 'yaml', namespace: 'lazy-yaml' }));
      bundle.onLoad({ filter: /^yaml$/, namespace: 'lazy-yaml' }, () => {
        return { contents: shim, loader: 'js', resolveDir: root };
      });
    },
  };
}

/**
 * gray-matter's own engines are js-yaml and one that runs code. We hand it ours
 * (src/commands/new/document.ts), so neither is in the package.
 */
function withoutEngines() {
  return {
    name: 'without-engines',
    setup(bundle) {
      bundle.onLoad({ filter: /[\\/]gray-matter[\\/]lib[\\/]engines\.js$/ }, () => {
        return { contents: 'module.exports = {};', loader: 'js' };
      });
    },
  };
}

/** The licences of what is bundled, as they ask to be passed on. */
function licenses(inputs) {
  const folders = new Set();
  for (const input of inputs) {
    const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (found) folders.add(found[1]);
  }
  const texts = [...folders].toSorted().map((folder) => {
    const {
      name,
      version: its,
      license,
    } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    for (const file of [
      'LICENSE',
      'LICENSE.md',
      'license.md',
      'License.txt',
      'license',
      'LICENCE',
    ]) {
      try {
        return `${name} ${its} (${license})\n\n${readFileSync(join(root, folder, file), 'utf8')}`;
      } catch {
        // The next name; a package without a file is named with its licence.
      }
    }
    return `${name} ${its} (${license})\n`;
  });
  return texts.join(`\n${'-'.repeat(72)}\n\n`);
}
