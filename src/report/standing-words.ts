import type { Standing } from '../history/types.ts';

/** What a move is called in a word, by how it stands. */
export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  silent: 'in silence',
  disputed: 'disputed',
  open: 'not agreed yet',
  agreed: 'agreed',
  undone: 'put back',
  withdrawn: 'of an agreement taken back',
  shaping: 'before acceptance',
  free: 'of the context',
};
