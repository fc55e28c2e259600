// Bundles the program into dist/: one file to start with, the rest loaded when a command asks for it.
// It is built beside and moved into place, so that a run at the same time finds the old or the new one.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const fresh = join(root, `dist.${process.pid}`);
const old = join(root, `dist.${process.pid}.old`);

/**
 * Loading a file costs as much as reading 40 kB of it. What four or more of the commands and their
 * later parts share is one file, the rules are another; what the start needs of both stands alone.
 */
const GROUPS = [
  { name: 'base', test: /[\\/]src[\\/](?:failure|host|printable|version)\.ts$/, priority: 2 },
  { name: 'shared', test: /[\\/]src[\\/](?!rules|lint)/, minShareCount: 4, priority: 1 },
  {
    name: 'rules',
    test: /[\\/]src[\\/](?:rules|lint)[\\/](?!pool|worker)/,
    minShareCount: 2,
    priority: 0,
  },
];

const SHARED = {
  platform: 'node',
  preserveEntrySignatures: false,
  transform: { target: 'node20', define: { DELEGATE_VERSION: JSON.stringify(version) } },
  // The worker has its part of the linter without a detour; the linter loads it only when it must.
  checks: { ineffectiveDynamicImport: false },
  // A package that is not found would be left out with a warning.
  onLog: (level, log, tell) => tell(level === 'warn' ? 'error' : level, log),
};
const program = await bundle(
  {
    ...SHARED,
    input: { start: 'src/start.ts', 'lint/worker': 'src/lint/worker.ts' },
    plugins: [lazyYaml(), withoutEngines()],
  },
  {
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    codeSplitting: { groups: GROUPS },
    // Stack traces name the functions that the source names.
    minify: {
      compress: true,
      mangle: { toplevel: false, keepNames: { function: true, class: true } },
      codegen: { removeWhitespace: true },
    },
  },
);
const yaml = await bundle(
  { ...SHARED, input: { yaml: 'yaml' } },
  { format: 'cjs', entryFileNames: '[name].cjs', minify: true },
);
writeFileSync(join(fresh, 'LICENSES.txt'), licenses([...program, ...yaml]));

try {
  renameSync(join(root, 'dist'), old);
} catch (error) {
  if (error.code !== 'ENOENT') throw error;
}
mkdirSync(dirname(old), { recursive: true });
renameSync(fresh, join(root, 'dist'));
rmSync(old, { recursive: true, force: true });

/** Bundles into the fresh folder; the modules that are in it. */
async function bundle(input, output) {
  const build = await rolldown({ cwd: root, ...input });
  try {
    const written = await build.write({ dir: fresh, ...output });
    return written.output.flatMap(({ moduleIds = [] }) => moduleIds);
  } finally {
    await build.close();
  }
}

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
  const id = '\0lazy-yaml';
  return {
    name: 'lazy-yaml',
    resolveId: { filter: { id: /^yaml$/ }, handler: () => id },
    load: { filter: { id: /^\0lazy-yaml$/ }, handler: () => ({ code: shim, moduleType: 'js' }) },
  };
}

/**
 * gray-matter's own engines are js-yaml and one that runs code. We hand it ours
 * (src/commands/new/document.ts), so neither is in the package.
 */
function withoutEngines() {
  return {
    name: 'without-engines',
    load: {
      filter: { id: /[\\/]gray-matter[\\/]lib[\\/]engines\.js$/ },
      handler: () => ({ code: 'module.exports = {};', moduleType: 'js' }),
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
    } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    for (const file of [
      'LICENSE',
      'LICENSE.md',
      'license.md',
      'License.txt',
      'license',
      'LICENCE',
    ]) {
      try {
        return `${name} ${its} (${license})\n\n${readFileSync(join(folder, file), 'utf8')}`;
      } catch {
        // The next name; a package without a file is named with its licence.
      }
    }
    return `${name} ${its} (${license})\n`;
  });
  return texts.join(`\n${'-'.repeat(72)}\n\n`);
}
