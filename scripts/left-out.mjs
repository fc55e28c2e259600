// What libraries bring that the program never comes to. Each entry is a file of a library and what
// stands in its place; a library that has no such file any more, in a new version, ends the build.
import { pathToFileURL } from 'node:url';

const NEVER = `() => { throw new Error('This part of a library is left out of the build: scripts/left-out.mjs'); }`;

const LEFT_OUT = [
  {
    // Its own engines are js-yaml and one that runs code. It is handed ours (src/commands/new/document.ts).
    file: 'gray-matter/lib/engines.js',
    code: () => 'module.exports = {};',
  },
  {
    // Finds addresses that are not marked as links, which is switched off (src/report/markdown-html.ts).
    file: 'linkify-it/build/index.mjs',
    code: () => 'export class LinkifyIt {}',
  },
  {
    // simple-git tells it what it does, which nobody reads.
    file: 'debug/src/index.js',
    code: () => `const log = Object.assign(() => {}, { enabled: false, extend: () => log });
module.exports = Object.assign(() => log, { formatters: {} });`,
  },
  {
    // ajv, for schemas that the server for agents is handed: it is handed none (src/commands/mcp/server.ts).
    file: '@modelcontextprotocol/server/dist/shimsNode.mjs',
    code: () =>
      "export class DefaultJsonSchemaValidator {} export { default as process } from 'node:process';",
  },
  {
    // The tables of all that the protocol has, those of OAuth among them, for programs that ask for one by name.
    file: /@modelcontextprotocol[\\/]server[\\/]dist[\\/]src-[^\\/]+\.mjs$/,
    code: (source) =>
      without(source, [
        /^for \(const key of SPEC_SCHEMA_KEYS\) register\(.*\);$/m,
        /^for \(const \[key, schema\] of Object\.entries\(authSchemas\)\) register\(.*\);$/m,
      ]),
  },
  {
    // Each shape of the protocol is made when it is loaded: only those that are used.
    file: /@modelcontextprotocol[\\/]core[\\/]dist[\\/](?:schemas|auth)-[^\\/]+\.mjs$/,
    code: (source) =>
      changed(
        source,
        /^const (\w+Schema) = (\w.*\)|\w.*\n(?:\t.*\n)*[^\t\n].*\));$/gm,
        'const $1 = /* @__PURE__ */ (() => $2)();',
      ),
  },
  {
    // Each type of the protocol is made by a function that is called at once: only those that are used.
    file: 'vscode-languageserver-types/lib/esm/main.js',
    code: (source) =>
      changed(
        source,
        /^export var (\w+);\n(?:\/\*\*(?:(?!\*\/)[^])*\*\/\n)?\(function \(\1\) \{\n([^]*?)^\}\)\(\1 \|\| \(\1 = \{\}\)\);$/gm,
        'export const $1 = /* @__PURE__ */ (function ($1) {\n$2return $1;\n})({});',
      ),
  },
  // JSON Schema of zod's: the tools' are valibot's.
  {
    file: 'zod/v4/core/to-json-schema.js',
    code: (_, names) =>
      stub(names, {
        createStandardJSONSchemaMethod: '() => never',
        createToJSONSchemaMethod: '() => never',
      }),
  },
  { file: 'zod/v4/core/json-schema-processors.js', code: (_, names) => stub(names) },
];

/** A module of the same names, whose functions cannot be called. */
function stub(names, own = {}) {
  const lines = names.map((name) => `export const ${name} = ${own[name] ?? 'never'};`);
  return [`const never = ${NEVER};`, ...lines].join('\n');
}

function without(source, patterns) {
  return patterns.reduce((text, pattern) => changed(text, pattern, ''), source);
}

function changed(source, pattern, replacement) {
  const text = source.replace(pattern, replacement);
  if (text === source) throw new Error(`there is no ${pattern} any more to be left out`);
  return text;
}

/** Puts what is left out in its place. */
export function leftOut() {
  const entries = LEFT_OUT.map(({ file, code }) => ({ id: matching(file), code }));
  const met = new Set();
  return {
    name: 'left-out',
    transform: {
      filter: { id: entries.map(({ id }) => id) },
      async handler(source, id) {
        const entry = entries.find((each) => each.id.test(id));
        met.add(entry);
        const isModule = /^export /m.test(source);
        const names = isModule ? Object.keys(await import(pathToFileURL(id).href)) : [];
        return { code: entry.code(source, names), moduleType: 'js', map: null };
      },
    },
    buildEnd() {
      const missing = entries.filter((entry) => !met.has(entry)).map(({ id }) => id.source);
      if (missing.length > 0) this.error(`nothing to leave out: ${missing.join(', ')}`);
    },
  };
}

function matching(file) {
  if (typeof file !== 'string') return file;
  const path = file.split('/').map((part) => part.replaceAll('.', String.raw`\.`));
  return new RegExp(`[\\\\/]node_modules[\\\\/]${path.join(String.raw`[\\/]`)}$`);
}
