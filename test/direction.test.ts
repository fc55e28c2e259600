/**
 * How the rooms stand to each other: imports run down the list only and in no circle, the pure rooms
 * stay pure, and what only one place may touch is touched there.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';

/**
 * The rooms, from the top down: each may import itself and what stands after it. A list is all that a
 * pure room takes from outside of the program; the others may take anything.
 */
const ROOMS = new Map<string, 'anything' | readonly string[]>([
  ['start', 'anything'],
  ['main', 'anything'],
  ['commands', 'anything'],
  ['wizard', 'anything'],
  ['prompts', 'anything'],
  ['lsp', 'anything'],
  [
    'report',
    [
      'node:crypto',
      'markdown-it',
      'ical-generator',
      'preact',
      'preact-render-to-string',
      'd3-time',
      'valibot',
      '@valibot/to-json-schema',
    ],
  ],
  ['lifecycle', 'anything'],
  ['lint', 'anything'],
  ['history', []],
  ['rules', []],
  ['merge', []],
  ['agreement', []],
  ['files', 'anything'],
  ['config', 'anything'],
  ['git', 'anything'],
  ['brief', ['yaml', 'node:crypto']],
  ['host', 'anything'],
  ['failure', []],
  ['printable', []],
  ['version', []],
]);

/** What only some places may import: by the name of what is imported, the places and why. */
const HOMES: readonly (readonly [name: RegExp, places: RegExp, why: string])[] = [
  [
    /^node:child_process$/,
    /^(?:git\/run|wizard\/editor|commands\/log\/pager|lifecycle\/verify\/run-check|lsp\/run-program)\.ts$/,
    "git's processes, the program itself, the two programs that a person chose themselves (editor and pager), and the checks that one said yes to",
  ],
  [/^simple-git$/, /^git\/write\.ts$/, 'it writes, and is loaded only to write'],
  [/^gray-matter$/, /^commands\/new\/document\.ts$/, "never for a stranger's brief"],
  [/inquirer/, /^prompts\//, 'the only room that waits for keys'],
  [
    /^markdown-it$/,
    /^report\/markdown-html\.ts$/,
    'what a stranger wrote becomes HTML in one place',
  ],
  [/^preact/, /^report\/page\/.*\.tsx$/, 'what is drawn, and escaped by default'],
  [/^d3-time$/, /^report\/page\/axis\.ts$/, 'the only axis of time'],
  [/^open$/, /^commands\/report\/hand-over\.ts$/, 'the only place that opens a browser'],
  [/^node:process$/, /^start\.ts$/, 'the only file that touches the process'],
  [/(?:^|\/)git\/(?:run|write)\.ts$/, /^git\//, "git's arguments are made in its room"],
];

const ROOT = join(import.meta.dirname, '..');
const IMPORT = /^(?:import|export)\b[^;]*?\bfrom\s+'([^']+)'|^import\s+'([^']+)'/gm;
const LAZY_IMPORT = /\bimport\(\s*'([^']+)'\s*\)/g;
const COMMENT = /(?<=^|\s)(?:\/\*[\s\S]*?\*\/|\/\/.*$)/gm;

interface Source {
  /** Below `src`. */
  readonly file: string;
  readonly room: string;
  /** Without comments. */
  readonly code: string;
  /** Packages by name, files by their path below `src`. */
  readonly imports: readonly string[];
  /** Loaded when they are needed, by `import()`. */
  readonly lazy: readonly string[];
}

function readSource(file: string): Source {
  const code = readFileSync(join(ROOT, 'src', file), 'utf8').replace(COMMENT, '');
  const targets = (pattern: RegExp): string[] =>
    [...code.matchAll(pattern)].map((match) => {
      const from = (match[1] ?? match[2]) as string;
      return from.startsWith('.') ? posix.join(posix.dirname(file), from) : from;
    });
  return { file, room: roomOf(file), code, imports: targets(IMPORT), lazy: targets(LAZY_IMPORT) };
}

function roomOf(file: string): string {
  return (file.includes('/') ? file.slice(0, file.indexOf('/')) : file).replace(/\.ts$/, '');
}

const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map(readSource);
const files = new Set(sources.map(({ file }) => file));
const order = [...ROOMS.keys()];

/** Every violation of what one file says, of all files. */
function violations(of: (source: Source) => readonly string[]): string[] {
  return sources.flatMap((source) => of(source).map((what) => `${source.file}: ${what}`));
}

test('every file stands in a room, and imports run down the list', () => {
  const found = violations(({ room, imports, lazy }) => {
    if (!ROOMS.has(room)) return ['stands in no room'];
    return [...imports, ...lazy]
      .filter((target) => files.has(target) && order.indexOf(roomOf(target)) < order.indexOf(room))
      .map((target) => `imports up: ${target}`);
  });
  expect(found).toEqual([]);
});

test('pure rooms take nothing from outside but what is named, not even the clock or chance', () => {
  const found = violations(({ room, code, imports, lazy }) => {
    const outside = ROOMS.get(room);
    if (outside === undefined || outside === 'anything') return [];
    const foreign = [...imports, ...lazy].filter(
      (target) => !files.has(target) && !outside.includes(target),
    );
    return [...foreign, ...(/\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b/.exec(code) ?? [])];
  });
  expect(found).toEqual([]);
});

test('what has a home is imported there alone', () => {
  const found = violations(({ file, imports, lazy }) =>
    HOMES.filter(([, places]) => !places.test(file)).flatMap(([name, , why]) =>
      [...imports, ...lazy]
        .filter((target) => name.test(target))
        .map((target) => `imports ${target} (${why})`),
    ),
  );
  expect(found).toEqual([]);
});

test('simple-git and gray-matter are loaded when they are needed', () => {
  const eager = violations(({ file, code }) => {
    const statically = /^import\s+(?!type\b)[^;]*?from\s+'simple-git'/m.exec(code);
    return statically === null ? [] : [`imports simple-git at once in ${file}`];
  });
  expect(eager).toEqual([]);
  const importers = sources.filter(({ imports }) => imports.includes('commands/new/document.ts'));
  expect(importers).toEqual([]);
});

test('only start.ts touches the process, and nothing the console', () => {
  const touch = /(?<![\w.'-])process(?:\s*\??\.\s*\w|\[)|=\s*process\b|\bglobalThis\.process\b/;
  const found = violations(({ room, code }) => [
    ...(room === 'start' ? [] : (touch.exec(code) ?? [])),
    ...(/(?<!\.)\bconsole\./.exec(code) ?? []),
  ]);
  expect(found).toEqual([]);
});

test('no file imports itself through others, not for a type either', () => {
  expect(circles()).toEqual([]);
});

/** The ways that lead back to their beginning, each told once. */
function circles(): string[] {
  const importsOf = new Map(sources.map(({ file, imports }) => [file, imports]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) found.push([...path.slice(at), file].join(' → '));
    if (at >= 0 || done.has(file)) return;
    for (const target of importsOf.get(file) ?? []) {
      if (files.has(target)) visit(target, [...path, file]);
    }
    done.add(file);
  };
  for (const file of files) visit(file, []);
  return found;
}

test('CONTRIBUTING has the same rooms in the same order', () => {
  const page = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
  const rows = [...page.matchAll(/^\| `src\/([a-z]+)(?:\/|\.ts)`\s*\|[^|]*\|([^|]*)\|$/gm)];
  const named = rows.map(([, room, outside = '']) => {
    const packages = [...outside.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
    return [room, outside.trim() === 'anything' ? 'anything' : packages];
  });
  expect(named).toEqual([...ROOMS]);
});

test('the linter restricts the imports of the same rooms', () => {
  interface Override {
    readonly files: readonly string[];
    readonly rules: Readonly<Record<string, [string, { patterns: { group: string[] }[] }]>>;
  }
  const { overrides } = JSON.parse(readFileSync(join(ROOT, '.oxlintrc.json'), 'utf8')) as {
    overrides: readonly Override[];
  };
  const restricted = overrides.flatMap(({ files: [folder = ''], rules }) => {
    const rule = rules['no-restricted-imports'];
    return rule === undefined ? [] : [[folder, rule[1].patterns.flatMap(({ group }) => group)]];
  });
  const pure = [...ROOMS].flatMap(([room, outside]) =>
    outside === 'anything' || files.has(`${room}.ts`)
      ? []
      : [[`src/${room}/**`, ['*', '!./**', '!../**', ...outside.map((name) => `!${name}`)]]],
  );
  expect(restricted).toEqual(pure);
});
