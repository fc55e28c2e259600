/** How the evidence of a brief stands, in words. */
import type { EvidenceState } from '../brief/evidence-lines.ts';
import { verdictText } from '../brief/evidence-lines.ts';
import { clip } from '../brief/value-text.ts';

/** What is known of one way to see that it is reached; undefined for one in words. */
export function evidenceText({ check, last }: EvidenceState): string | undefined {
  if (check === undefined) return undefined;
  return last === undefined ? 'never run' : verdictText(last);
}

/** What a check has shown, what one has not, and what is only a word: a line for each that there is. */
export function evidenceSummary(states: readonly EvidenceState[]): readonly string[] {
  const hasPassed = ({ last }: EvidenceState): boolean => last?.verdict === 'passed' && last.agreed;
  const passed = states.filter(hasPassed);
  const open = states.filter((state) => state.check !== undefined && !hasPassed(state));
  const words = states.filter(({ check }) => check === undefined);
  const named = (all: readonly EvidenceState[]): string =>
    all
      .map((state) => {
        const text = evidenceText(state);
        return text === undefined ? `"${clip(state.item, 60)}"` : `${state.check} (${text})`;
      })
      .join('; ');
  return [
    ...(passed.length === 0 ? [] : [`Shown by a check: ${named(passed)}`]),
    ...(open.length === 0 ? [] : [`Not shown by its check: ${named(open)}`]),
    ...(words.length === 0 ? [] : [`Only a word: ${named(words)}`]),
  ];
}
