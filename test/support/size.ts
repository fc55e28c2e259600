/** True in `npm run test:long`, which tries far more of what chance or time may bring. */
export const LONG = process.env['TEST_SIZE'] === 'long';

/** How much a test tries: the first with `npm test`, the second with `npm run test:long`. */
export function sized(modest: number, long: number): number {
  return LONG ? long : modest;
}
