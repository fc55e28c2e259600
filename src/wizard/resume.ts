import type { Ask, Option } from './ask.ts';
import type { KeptDraft } from './draft.ts';
import { dropDraft } from './draft.ts';

/** More of them than this are not offered: nobody remembers what they were. */
const MAX_OFFERED = 5;

/** Asks whether to go on with answers from before; undefined when a new brief is to be begun. */
export async function askResume(
  ask: Ask,
  drafts: readonly KeptDraft[],
): Promise<KeptDraft | undefined> {
  if (drafts.length === 0) return undefined;
  const kept = drafts.slice(0, MAX_OFFERED);
  const offered: Option<KeptDraft | 'fresh' | 'drop'>[] = kept.map((one) => {
    const { title } = one.draft.values;
    const name = title === undefined ? 'a brief without a title' : `"${title}"`;
    return { value: one, name: `go on with ${name}`, means: 'from where you stopped' };
  });
  const chosen = await ask.choice<KeptDraft | 'fresh' | 'drop'>(
    { label: 'Go on', ask: 'There are answers from before.', required: true, first: true },
    [
      ...offered,
      { value: 'fresh', name: 'begin a new brief', means: 'what is kept stays kept' },
      { value: 'drop', name: 'throw them away', means: 'and begin a new brief' },
    ],
  );
  if (chosen === 'drop') for (const { file } of kept) dropDraft(file);
  return typeof chosen === 'object' ? chosen : undefined;
}
