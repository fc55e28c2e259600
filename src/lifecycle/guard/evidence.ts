/** Results that stand under `## Evidence` at the end of a range, and that no run of a check explains. */
import type { CheckResult, ResultLine } from '../../brief/evidence-lines.ts';
import { evidenceResults, resultText } from '../../brief/evidence-lines.ts';
import { lineIndex } from '../../brief/positions.ts';
import { readBrief } from '../../brief/read.ts';
import { shellQuote } from '../../git/shell.ts';
import { trailerValues } from '../../history/trailers.ts';
import type { GuardFinding } from './finding.ts';

/** What is known of the results of a brief. */
export interface JudgedEvidence {
  readonly path: string;
  /** How the brief is called in a command. */
  readonly ref: string;
  /** Its text before the range, and at its end. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** The messages of the commits of the range that changed it, by commit, parents before children. */
  readonly messages: ReadonlyMap<string, string>;
  /** The commits that results name and that the end of the range leads back to. */
  readonly known: ReadonlySet<string>;
  /** Whether an id begins one of the range's own commits. */
  readonly isOwn: (start: string) => boolean;
}

/** The results of the range that were written by hand, or taken out. */
export function evidenceFindings(judged: JudgedEvidence): readonly GuardFinding[] {
  const { path, ref, before, after, messages, known, isOwn } = judged;
  if (after === undefined) return [];
  const brief = readBrief(after);
  const lines = lineIndex(after);
  const old = before === undefined ? [] : evidenceResults(readBrief(before));
  const now = evidenceResults(brief);
  const recorded = [...messages].flatMap(([commit, message]) =>
    trailerValues(message, 'evidence').map((text) => ({ commit, text })),
  );
  const help = `Let a check say it: delegate verify ${shellQuote(ref)}`;
  const commit = [...messages.keys()].at(-1) ?? null;
  const fresh = now.filter((one) => !old.some((other) => isSame(one, other)));
  const written = fresh.flatMap((one): readonly GuardFinding[] => {
    const text = resultText(one);
    const isRun = recorded.some((record) => record.text === text);
    const why = isRun ? undefined : 'no commit of the range records that it was run';
    const own =
      !one.agreed && isOwn(one.definedIn)
        ? 'what that check runs was taken from the range itself'
        : undefined;
    const reason = known.has(one.commit) ? (why ?? own) : 'there is no such commit in this history';
    if (reason === undefined) return [];
    const { line } = lines.position(one.span.start);
    const message = `"${text}" stands under Evidence, and ${reason}`;
    return [{ kind: 'evidence', commit, path, line, message, help }];
  });
  const wanted = [...old.map(resultText), ...recorded.map(({ text }) => text)];
  const there = new Set(now.map(resultText));
  const lost = [...new Set(wanted)].filter((text) => !there.has(text));
  return [
    ...written,
    ...lost.map((text): GuardFinding => {
      const message = `"${text}" was recorded, and no longer stands under Evidence`;
      return { kind: 'evidence', commit, path, message, help: 'Put the line back.' };
    }),
  ];
}

function isSame({ span: _one, ...a }: ResultLine, { span: _other, ...b }: ResultLine): boolean {
  return JSON.stringify(a satisfies CheckResult) === JSON.stringify(b satisfies CheckResult);
}
