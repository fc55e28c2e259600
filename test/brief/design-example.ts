/** The example of the design, as accepted: what the seal's published figure is of. */
export { GOOD_BRIEF as EXAMPLE } from '../support/briefs.ts';
