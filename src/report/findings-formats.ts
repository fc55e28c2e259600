/** The formats that findings can be printed in. A new one is one file and one entry. */
import type { Rule } from '../rules/rule.ts';
import type { Report } from '../lint/findings.ts';
import { githubParts } from './findings-github.ts';
import { gitlabParts } from './findings-gitlab.ts';
import { jsonParts } from './findings-json.ts';
import { junitParts } from './findings-junit.ts';
import { sarifParts } from './findings-sarif.ts';
import { textParts } from './findings-text.ts';
import { unixParts } from './findings-unix.ts';
import type { RenderOptions } from './paint.ts';

/** What some of the formats need beside the findings. */
export interface FormatOptions extends RenderOptions {
  readonly rules: readonly Rule[];
  /** The program's own. */
  readonly version: string;
}

export type FormatName = 'text' | 'json' | 'github' | 'sarif' | 'junit' | 'gitlab' | 'unix';

export const FORMATS: Readonly<
  Record<FormatName, (report: Report, options: FormatOptions) => Iterable<string>>
> = {
  text: textParts,
  json: jsonParts,
  github: githubParts,
  sarif: sarifParts,
  junit: junitParts,
  gitlab: gitlabParts,
  unix: unixParts,
};
