/** What a person types to move about; said once, at the start. */
export const KEYS = {
  explain: '?',
  back: '<',
  hurry: 'f',
  editor: ':e',
  clear: '-',
} as const;

type Key = 'explain' | 'back' | 'hurry' | 'editor';

/** A key that is typed alone on the line. */
export function keyOf(answer: string): Key | undefined {
  return (['explain', 'back', 'hurry', 'editor'] as const).find((key) => KEYS[key] === answer);
}

/** A key that is typed after the answer that stood there: `Ana Novak<`. */
export function keyAfter(answer: string, shown: string): Key | undefined {
  const isAfter = shown !== '' && answer.startsWith(shown);
  return isAfter ? keyOf(answer.slice(shown.length).trim()) : undefined;
}
