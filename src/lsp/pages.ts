/** The page of a rule in the documentation that is installed with the program. */
export function pageOf(rule: string): string {
  // The same two levels up from src/lsp/ and from dist/chunks/.
  return new URL(`../../docs/rules/${rule}.md`, import.meta.url).href;
}
