/**
 * The few styles that reports use. A report takes a `Paint`, so that it knows nothing of terminals;
 * the commands make one with chalk (`commands/paint.ts`).
 */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly cyan: (text: string) => string;
  readonly underline: (text: string) => string;
}

/** What a report for people is rendered with. */
export interface RenderOptions {
  /** The width to keep to. */
  readonly columns: number;
  readonly paint: Paint;
}

const same = (text: string): string => text;

/** No styles at all: for files, pipes and tests. */
export const PLAIN: Paint = {
  bold: same,
  dim: same,
  red: same,
  yellow: same,
  green: same,
  blue: same,
  cyan: same,
  underline: same,
};
