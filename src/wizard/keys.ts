/** What a person types to move about; said once, at the start. */
export const KEYS = {
  back: '<',
  editor: ':e',
  clear: '-',
} as const;

/** The key that was typed: alone on the line, or after the answer that stood there. */
export function keyIn(answer: string, shown: string): 'back' | 'editor' | undefined {
  const isAfter = shown !== '' && answer.startsWith(shown);
  const typed = (isAfter ? answer.slice(shown.length) : answer).trim();
  if (typed === KEYS.back) return 'back';
  return typed === KEYS.editor ? 'editor' : undefined;
}
