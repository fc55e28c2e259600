import type { Fix } from '../brief/text-edit.ts';
import type { Span } from '../brief/span.ts';

/** How much a finding matters; design, section 4, says what is an error. */
export type FindingLevel = 'error' | 'warning' | 'info';

/** Something that a rule found in a brief: plain data, rendered by `src/report/`. */
export interface Finding {
  /** The rule's id. */
  readonly rule: string;
  readonly level: FindingLevel;
  /** What is the matter, in plain words, on one line. It may quote the brief: print it with care. */
  readonly message: string;
  /** What to do about it. */
  readonly help: string;
  /** As it came in with the context. */
  readonly path: string;
  /** Where, in the brief's text. */
  readonly span: Span;
  /** Of a contradiction, the other of the two places. */
  readonly other?: Span;
  /** What can be done safely without asking. */
  readonly fix?: Fix;
}
