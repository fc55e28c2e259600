import type { GuardKind } from '../../agreement/guarded.ts';

/** Something in a range that both have not agreed to, and where. */
export interface GuardFinding {
  readonly kind: GuardKind;
  /** The commit that did it; null for the range as a whole. */
  readonly commit: string | null;
  readonly path: string;
  /** In the file as it is at the end of the range. */
  readonly line?: number | undefined;
  readonly message: string;
  /** What to do. */
  readonly help: string;
}
