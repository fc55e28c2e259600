import { appendFileSync } from 'node:fs';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';

/** Adds markdown to the page of the workflow's run, where GitHub offers one. */
export function appendStepSummary(host: Host, markdown: string): void {
  const file = host.env['GITHUB_STEP_SUMMARY'];
  if (file === undefined || file === '') return;
  try {
    appendFileSync(file, markdown);
  } catch (error) {
    throw new Failure(`the step summary cannot be written: ${(error as Error).message}`);
  }
}

/** True in a workflow of GitHub, where annotations are the default. */
export function isGithub(host: Host): boolean {
  return host.env['GITHUB_ACTIONS'] === 'true';
}
