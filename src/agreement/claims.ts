/** Evidence as somebody says it is: told as claimed, since only `delegate verify` records a result. */
import { appendToSection } from '../brief/body.ts';
import { editInSteps } from '../brief/edit-steps.ts';
import { EVIDENCE } from '../brief/evidence-lines.ts';
import { parsePerson } from '../brief/people.ts';

interface Claim {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `Name <email>`. */
  readonly by: string;
  readonly text: string;
}

/** The text of a brief with a claim more: `- 2026-04-17, Build Agent, claimed: All tests pass.` */
export function withClaim(text: string, claim: Claim): string {
  const name = parsePerson(claim.by).name.replaceAll(/[:\s]+/g, ' ');
  const line = `- ${claim.date}, ${name}, claimed: ${claim.text.replaceAll(/\s+/g, ' ').trim()}`;
  return editInSteps(text, (now) => appendToSection(now, EVIDENCE, line));
}
