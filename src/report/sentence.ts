/** The help of a finding as a sentence of its own. */
export function sentence(help: string): string {
  const whole = help.slice(0, 1).toUpperCase() + help.slice(1);
  return /[.?!]$/.test(whole) ? whole : `${whole}.`;
}
