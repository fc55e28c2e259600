/** Merges recorded changes: a record is the same one whoever has agreed to it on either side. */
import { changeKey } from '../agreement/record.ts';
import type { Change, Consent, Objection } from '../brief/fields.ts';
import { samePerson } from '../brief/people.ts';
import { mergeLists } from './list.ts';

/** The records of both sides, each with the words of both; undefined where people must decide. */
export function mergeRecords(
  base: readonly Change[],
  ours: readonly Change[],
  theirs: readonly Change[],
): Change[] | undefined {
  const merged = mergeLists(base, ours, theirs, changeKey);
  return merged?.map((record) => {
    const [before, our, their] = [base, ours, theirs].map((records) =>
      records.find((one) => changeKey(one) === changeKey(record)),
    );
    return our === undefined ? record : withWords(before, our, their);
  });
}

/** A record of ours, with who agreed and who objects on either side. */
function withWords(before: Change | undefined, our: Change, their: Change | undefined): Change {
  const agreed = mergeWords(
    [before, our, their].map((one) => one?.['agreed-by'] ?? []),
    (one: Consent, other: Consent) => samePerson(one.by, other.by),
  );
  const objections = mergeWords(
    [before, our, their].map((one) => one?.objections ?? []),
    (one: Objection, other: Objection) => JSON.stringify(one) === JSON.stringify(other),
  );
  const { 'agreed-by': _, objections: __, ...rest } = our;
  return {
    ...rest,
    ...(agreed.length === 0 ? {} : { 'agreed-by': agreed }),
    ...(objections.length === 0 ? {} : { objections }),
  };
}

/** What both sides have, and what either added; what one side struck out is gone. */
function mergeWords<T>(
  [before = [], ours = [], theirs = []]: readonly (readonly T[])[],
  isSame: (one: T, other: T) => boolean,
): readonly T[] {
  const has = (words: readonly T[], word: T) => words.some((one) => isSame(one, word));
  const kept = ours.filter((word) => !has(before, word) || has(theirs, word));
  return [...kept, ...theirs.filter((word) => !has(before, word) && !has(ours, word))];
}
