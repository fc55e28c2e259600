/** The items of `evidence`: a way to see that it is reached, in words or as the name of a check. */

/** What a check may be called. */
export const CHECK_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;

const CHECK_ITEM = /^check\s*:\s*(\S.*)$/iu;

/** The name of the check that an item names; undefined for one in words. */
export function checkNameOf(item: string): string | undefined {
  return CHECK_ITEM.exec(item)?.[1]?.trim();
}

/** The checks that the evidence of a brief names, each once, in its order. */
export function checkNames(evidence: readonly string[] = []): readonly string[] {
  return [...new Set(evidence.flatMap((item) => checkNameOf(item) ?? []))];
}

/** Names that some readers of YAML take for something other than a text. */
const READ_ELSEWHERE = /^(?:[^A-Za-z]|(?:y|n|yes|no|on|off|true|false|null)$)/i;

/** True for an item that names a check, where every reader of YAML reads its name as that. */
export function isCheckItem(item: string): boolean {
  const name = checkNameOf(item);
  if (name === undefined || !CHECK_NAME.test(name) || READ_ELSEWHERE.test(name)) return false;
  return item === checkItem(name);
}

/** An item that names a check. */
export function checkItem(name: string): string {
  return `check: ${name}`;
}
