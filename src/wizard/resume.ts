import type { Ask, Option } from './ask.ts';
import type { AnswersFile } from './kept-answers.ts';
import { dropAnswers } from './kept-answers.ts';

/** More of them than this are not offered: nobody remembers what they were. */
const MAX_OFFERED = 5;

/** Asks whether to go on with answers from before; undefined when a new brief is to be begun. */
export async function askResume(
  ask: Ask,
  files: readonly AnswersFile[],
): Promise<AnswersFile | undefined> {
  if (files.length === 0) return undefined;
  const kept = files.slice(0, MAX_OFFERED);
  const offered: Option<AnswersFile | 'fresh' | 'drop'>[] = kept.map((one) => {
    const { title } = one.answers.values;
    const name = title === undefined ? 'a brief without a title' : `"${title}"`;
    return { value: one, name: `go on with ${name}`, means: 'from where you stopped' };
  });
  const chosen = await ask.choice<AnswersFile | 'fresh' | 'drop'>(
    { label: 'Go on', ask: 'There are answers from before.', required: true, first: true },
    [
      ...offered,
      { value: 'fresh', name: 'begin a new brief', means: 'what is kept stays kept' },
      { value: 'drop', name: 'throw them away', means: 'and begin a new brief' },
    ],
  );
  if (chosen === 'drop') for (const { file } of kept) dropAnswers(file);
  return typeof chosen === 'object' ? chosen : undefined;
}
