/** The words of a line, in lower case: letters only, whatever stands between them. */
export function lettersOf(line: string): string[] {
  return (
    line
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  );
}
