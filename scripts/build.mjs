// Bundles the program into dist/: one file to start with, the rest loaded when a command asks for it.
// It is built beside and moved into place, so that a run at the same time finds the old or the new one.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { parseAst } from 'rolldown/parseAst';
import { rolldown } from 'rolldown';
import { leftOut } from './left-out.mjs';
import { licenses } from './licenses.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const fresh = join(root, `dist.${process.pid}`);
const old = join(root, `dist.${process.pid}.old`);

const OURS = /[\\/]src[\\/]/;
const RULES = /[\\/]src[\\/]rules[\\/]/;
const NEED_RULES = new Map();
/** With all that is imported by it. */
const HEALTH = new Set([join(root, 'src/lifecycle/brief-health.ts')]);

/**
 * Loading a file costs as much as reading 40 kB of it. So what four or more of the commands and their
 * later parts share is put together: what needs the rules, which not every command does, and the rest.
 * Health asks a few of the rules only, and does not load the others.
 */
const GROUPS = [
  {
    name: 'base',
    test: /[\\/]src[\\/](?:failure|host|printable|version|files[\\/]package|git[\\/]shell)\.ts$/,
    priority: 2,
  },
  {
    name: (id, modules) => (needsRules(id, modules) ? null : 'core'),
    debugName: 'core',
    test: OURS,
    minShareCount: 4,
    priority: 1,
  },
  {
    name: (id, modules) => (isOfHealth(id, modules) ? 'ambiguity' : null),
    debugName: 'ambiguity',
    test: OURS,
    priority: 0.5,
  },
  { name: 'rules', test: OURS, minShareCount: 4, priority: 0 },
];

/** True for a module of the rules, and for one that imports one, be it through others. */
function needsRules(id, modules) {
  const known = NEED_RULES.get(id);
  if (known !== undefined) return known;
  const imports = OURS.test(id) ? [...(modules.getModuleInfo(id)?.importedIds ?? [])] : [];
  const needed = RULES.test(id) || imports.some((each) => needsRules(each, modules));
  NEED_RULES.set(id, needed);
  return needed;
}

/** True for what judges the health of a brief, and what that imports, be it through others. */
function isOfHealth(id, modules) {
  // A set goes on to what is added to it on the way.
  if (HEALTH.size === 1) {
    for (const each of HEALTH) {
      for (const imported of modules.getModuleInfo(each)?.importedIds ?? []) HEALTH.add(imported);
    }
  }
  return HEALTH.has(id);
}

const SHARED = {
  platform: 'node',
  preserveEntrySignatures: false,
  transform: {
    target: 'node20',
    define: {
      DELEGATE_VERSION: JSON.stringify(version),
      DELEGATE_BUILD: JSON.stringify(sourceDigest()),
    },
  },
  // The worker has its part of the linter without a detour; the linter loads it only when it must.
  // How long a slow machine takes is no fault.
  checks: { ineffectiveDynamicImport: false, bundlerTimings: false },
  // A package that is not found would be left out with a warning.
  onLog: (level, log, tell) => tell(level === 'warn' ? 'error' : level, log),
};
// CommonJS, all in one folder: src/files/single-file.ts puts the files into one as they are.
const FORMAT = {
  format: 'cjs',
  strict: true,
  entryFileNames: '[name].cjs',
  // What is left out has been left out by then: nobody bundles it again.
  comments: { annotation: false, jsdoc: false },
};
const program = await bundle(
  {
    ...SHARED,
    input: { start: 'src/start.ts', worker: 'src/lint/worker.ts' },
    plugins: [lazy(), leftOut(), shortExports()],
  },
  {
    ...FORMAT,
    chunkFileNames: '[name]-[hash].cjs',
    codeSplitting: { groups: GROUPS },
    // Function names are a twentieth of the package; maps, which are not in it, have them all.
    sourcemap: process.argv.includes('--maps'),
    minify: {
      compress: true,
      mangle: { toplevel: true, keepNames: { function: false, class: true } },
      codegen: { removeWhitespace: true },
    },
  },
);
const yaml = await bundle(
  {
    ...SHARED,
    preserveEntrySignatures: 'strict',
    input: { yaml: 'yaml' },
    plugins: [onlyUsed(program)],
  },
  { ...FORMAT, minify: true },
);
const modules = [...program, ...yaml].flatMap((chunk) => Object.keys(chunk.modules ?? {}));
writeFileSync(join(fresh, 'LICENSES.txt'), licenses(modules));
packManPages();

try {
  renameSync(join(root, 'dist'), old);
} catch (error) {
  if (error.code !== 'ENOENT') throw error;
}
mkdirSync(dirname(old), { recursive: true });
renameSync(fresh, join(root, 'dist'));
rmSync(old, { recursive: true, force: true });

/** What the sources are, so that what one build keeps is never taken for another's. */
function sourceDigest() {
  const hash = createHash('sha256').update(version);
  const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, path, name }) => join(parentPath ?? path, name))
    .toSorted();
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/** The manual pages as man reads them too, at half of their size. */
function packManPages() {
  mkdirSync(join(fresh, 'man'));
  for (const name of readdirSync(join(root, 'man'))) {
    const page = readFileSync(join(root, 'man', name));
    writeFileSync(join(fresh, 'man', `${name}.gz`), gzipSync(page, { level: 9 }));
  }
}

/** Bundles into the fresh folder; what was written. */
async function bundle(input, output) {
  const build = await rolldown({ cwd: root, ...input });
  try {
    return (await build.write({ dir: fresh, ...output })).output;
  } finally {
    await build.close();
  }
}

/**
 * What takes longer to start than most commands to run is read when one of its functions is called. The
 * YAML library is a file of its own: plain briefs do without it (src/brief/yaml/quick.ts).
 */
function lazy() {
  const paths = { yaml: './yaml.cjs', 'node:crypto': 'node:crypto' };
  const shim = async (name) => {
    const functions = Object.entries(await import(name)).filter(([key, value]) => {
      return typeof value === 'function' && key !== 'default';
    });
    return [
      `let found; const load = () => (found ??= require('${paths[name]}'));`,
      ...functions.map(([key]) =>
        /^[A-Z]/.test(key)
          ? `export const ${key} = /* @__PURE__ */ new Proxy(function () {}, { construct: (_, args) => new (load().${key})(...args) });`
          : `export const ${key} = (...args) => load().${key}(...args);`,
      ),
    ].join('\n');
  };
  return {
    name: 'lazy',
    resolveId: {
      filter: { id: /^(?:yaml|node:crypto|\.\/yaml\.cjs)$/ },
      handler: (id, importer = '') => {
        if (id === paths.yaml) return { id, external: true };
        return OURS.test(importer) ? `\0lazy:${id}` : undefined;
      },
    },
    load: {
      filter: { id: /^\0lazy:/ },
      handler: async (id) => ({ code: await shim(id.slice('\0lazy:'.length)), moduleType: 'js' }),
    },
  };
}

/** Of the YAML library what the program calls, from the build of it whose parts can be told apart. */
function onlyUsed(chunks) {
  const parts = join(root, 'node_modules/yaml/browser/dist/index.js');
  const names = chunks.flatMap(({ modules = {} }) => modules['\0lazy:yaml']?.renderedExports ?? []);
  return {
    name: 'only-used',
    resolveId: { filter: { id: /^yaml$/ }, handler: (id) => `\0used:${id}` },
    load: {
      filter: { id: /^\0used:/ },
      handler: () => `export { ${names.join(', ')} } from ${JSON.stringify(parts)};`,
    },
  };
}

/**
 * A file's exports to the others, plainly. The bundler writes a getter for each, as if it could still
 * change; what is declared once cannot, and there are seven hundred.
 */
function shortExports() {
  const getter =
    /^Object\.defineProperty\(exports, "(\w+)", \{\s+enumerable: true,\s+get: function \(\) \{\s+return (\w+);\s+\}\s+\}\);$/gm;
  return {
    name: 'short-exports',
    renderChunk(code) {
      const fixed = fixedNames(code);
      const short = code.replace(getter, (all, name, value) =>
        fixed.has(value) ? `exports.${name} = ${value};` : all,
      );
      return { code: short, map: null };
    },
  };
}

/** The names that a file declares at its top for good. */
function fixedNames(code) {
  return new Set(
    parseAst(code).body.flatMap((node) => {
      if (node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration')
        return node.id.name;
      if (node.type !== 'VariableDeclaration' || node.kind !== 'const') return [];
      return node.declarations.flatMap(({ id }) => id.name ?? []);
    }),
  );
}
