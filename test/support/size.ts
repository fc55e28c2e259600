/** True in `npm run test:long`, which tries far more of what chance or time may bring. */
export const LONG = process.env['TEST_SIZE'] === 'long';

/** True in `npm run mutate`, where the same tests run for each of hundreds of mutants. */
const FEW = process.env['TEST_SIZE'] === 'few';

/** How much a test tries: the first with `npm test`, the second with `npm run test:long`. */
export function sized(modest: number, long: number): number {
  if (FEW) return Math.ceil(modest / 10);
  return LONG ? long : modest;
}

/** The seeds of generated cases; `TEST_SEEDS=2001-2500` tries others than the first. */
export function seeds(modest: number, long: number): readonly number[] {
  const asked = /^(\d+)-(\d+)$/.exec(process.env['TEST_SEEDS'] ?? '');
  const [from, to] =
    asked === null ? [1, sized(modest, long)] : [Number(asked[1]), Number(asked[2])];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
