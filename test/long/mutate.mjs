/**
 * How many small faults the tests of a layer notice: Stryker changes the source in one place at a time.
 *
 *     npm run mutate -- [LAYER…] [--full] [--sample 300] [--seed 1]
 *
 * A sample is drawn by a seed, so that the same one is looked at again; `--full` takes all. What no test
 * noticed is printed with its place. Ends with 1 where a layer has less than it should.
 */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { createInstrumenter } from '@stryker-mutator/instrumenter';
import { createInjector } from 'typed-inject';

/** Of a hundred mutants so many are to be noticed, in every layer. */
const AIM = 85;
/**
 * The tests that are asked of each layer, and below what it fails: what was reached when it was last
 * measured, less what chance makes of a small sample; it may rise and not fall.
 */
const LAYERS = {
  brief: {
    tests: [
      'test/brief',
      'test/by-hand/documents',
      'test/by-hand/lines',
      'test/by-hand/slips',
      'test/fuzz/quick-tree',
      'test/fuzz/pieces',
    ],
    least: 83,
  },
  agreement: { tests: ['test/agreement'], least: 85 },
  merge: { tests: ['test/merge'], least: 85 },
  history: { tests: ['test/history'], least: 82 },
  rules: {
    tests: ['test/rules', 'test/by-hand/slips', 'test/by-hand/lines', 'test/by-hand/whole'],
    least: 74,
  },
};
/** A place with more mutants inside it would take most of a sample. */
const MAX_NESTED = 8;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    full: { type: 'boolean', default: false },
    sample: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
  },
});
const root = join(import.meta.dirname, '../..');
process.chdir(root);
const layers = positionals.length === 0 ? Object.keys(LAYERS) : positionals;
let isEnough = true;
// One after the other: each takes all that the machine has.
for (const layer of layers) {
  // oxlint-disable-next-line no-await-in-loop
  isEnough = (await mutate(layer)) && isEnough;
}
process.exitCode = isEnough ? 0 : 1;

async function mutate(layer) {
  if (LAYERS[layer] === undefined) throw new Error(`there is no layer ${layer}`);
  const { tests, least } = LAYERS[layer];
  const all = await mutantsOf(layer);
  const chosen = values.full ? [`src/${layer}/**/*.ts`] : sampleOf(all, Number(values.sample));
  process.env.MUTATED_TESTS = tests
    .flatMap((test) => [`${test}.test.ts`, `${test}/**/*.test.ts`])
    .join(' ');
  const results = await new Stryker({
    testRunner: 'vitest',
    vitest: { configFile: 'test/long/mutated.vitest.config.ts', related: false },
    mutate: chosen,
    coverageAnalysis: 'perTest',
    // What is worked out once, when a file is read, would want all tests anew for each.
    ignoreStatic: !values.full,
    // TypeScript 7 has no interface that Stryker could rewrite a configuration with.
    tsconfigFile: 'no-such-tsconfig.json',
    disableTypeChecks: false,
    ignorePatterns: ['/dist*', '/docs', '/man', '/bench', '/editors', '/reports', '.bench'],
    tempDirName: '.stryker-tmp',
    concurrency: 1,
    timeoutMS: 15_000,
    timeoutFactor: 2,
    dryRunTimeoutMinutes: 30,
    reporters: ['progress-append-only'],
    logLevel: 'warn',
    allowConsoleColors: false,
  }).runMutationTest();
  return report(layer, results) >= least;
}

/** Every mutant of a layer: its file, and its place as Stryker takes it. */
async function mutantsOf(layer) {
  const logger = new Proxy({}, { get: () => () => false });
  const instrumenter = createInjector()
    .provideValue('logger', logger)
    .injectFunction(createInstrumenter);
  const found = [];
  for (const name of filesIn(`src/${layer}`)) {
    const file = { name, content: readFileSync(name, 'utf8'), mutate: true };
    const options = { plugins: null, excludedMutations: [], ignorers: [], noHeader: true };
    // oxlint-disable-next-line no-await-in-loop
    const { mutants } = await instrumenter.instrument([file], options);
    for (const { location } of mutants) found.push({ name, ...location });
  }
  return found;
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
    .toSorted();
}

/** Places by chance, until they hold so many mutants. */
function sampleOf(all, size) {
  const random = randomFrom(Number(values.seed));
  const shuffled = all
    .map((mutant) => ({ mutant, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ mutant }) => mutant);
  const taken = new Set();
  const places = new Set();
  for (const outer of shuffled) {
    if (taken.size >= size) break;
    const inside = all.filter((inner) => isInside(inner, outer));
    if (inside.length > MAX_NESTED) continue;
    for (const inner of inside) taken.add(inner);
    const { name, start, end } = outer;
    places.add(`${name}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`);
  }
  return [...places];
}

function isInside(inner, outer) {
  const isAfter = (a, b) => a.line > b.line || (a.line === b.line && a.column >= b.column);
  return (
    inner.name === outer.name && isAfter(inner.start, outer.start) && isAfter(outer.end, inner.end)
  );
}

/** mulberry32, as in test/fuzz/mutate.ts. */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Prints what came of it, and each that lived; how many of a hundred were noticed. */
function report(layer, results) {
  const count = (...statuses) => results.filter(({ status }) => statuses.includes(status)).length;
  const noticed = count('Killed', 'Timeout');
  const covered = noticed + count('Survived');
  const score = covered === 0 ? 100 : (noticed / covered) * 100;
  const lines = results
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .map(({ fileName, location: { start }, mutatorName, replacement, status }) => {
      const name = fileName.slice(fileName.indexOf('src/'));
      const place = `${name}:${start.line}:${start.column}`;
      return `${status} ${place} ${mutatorName}: ${(replacement ?? '').slice(0, 160)}`;
    });
  mkdirSync('reports', { recursive: true });
  writeFileSync(`reports/mutants-${layer}.txt`, lines.map((line) => `${line}\n`).join(''));
  process.stdout.write(
    `${layer}: ${score.toFixed(1)} % of ${covered} noticed${score < AIM ? `, and ${AIM} % is the aim` : ''}; ` +
      `${count('NoCoverage')} in no test, ${count('Ignored')} left out\n${lines.join('\n')}\n`,
  );
  return score;
}
