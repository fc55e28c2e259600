/** What a range of commits did outside of what was agreed, as text, JSON and annotations. */
import { GUARD_KINDS } from '../agreement/guarded.ts';
import type { GuardKind } from '../agreement/guarded.ts';
import type { GuardFinding } from '../lifecycle/guard/finding.ts';
import type { Guarded } from '../lifecycle/guard/guard.ts';
import { printable, withoutCommands } from '../printable.ts';
import { annotationLine } from './annotation.ts';
import { jsonText } from './escape.ts';
import type { RenderOptions } from './paint.ts';
import { wrap } from './width.ts';

/** Of one kind in one commit so many paths are shown. */
const MAX_SHOWN = 20;

/** By commit what was found, each with where it is and what to do; then what it was held against. */
export function guardText(guarded: Guarded, { columns, paint }: RenderOptions): string {
  const width = Math.max(20, Math.min(columns, 96));
  const lines: string[] = [];
  const say = (text: string, indent: number, style = (line: string): string => line): void => {
    for (const line of wrap(printable(text, true), width - indent, 2)) {
      lines.push(' '.repeat(indent) + style(line));
    }
  };
  for (const [commit, findings] of byCommit(guarded.findings)) {
    if (lines.length > 0) lines.push('');
    say(commitText(guarded, commit), 0, paint.bold);
    for (const [kind, all] of byKind(findings)) {
      say(GUARD_KINDS[kind], 2, paint.red);
      for (const finding of all.slice(0, MAX_SHOWN)) {
        say(
          finding.line === undefined
            ? finding.message
            : `${finding.path}:${finding.line}: ${finding.message}`,
          4,
        );
      }
      if (all.length > MAX_SHOWN) say(`and ${all.length - MAX_SHOWN} more`, 4, paint.dim);
      say(all[0]?.help ?? '', 4, paint.dim);
    }
  }
  if (lines.length > 0) lines.push('');
  for (const sentence of summarySentences(guarded)) say(sentence, 0);
  return withoutCommands(`${lines.join('\n')}\n`);
}

function byCommit(
  findings: readonly GuardFinding[],
): ReadonlyMap<string | null, readonly GuardFinding[]> {
  const groups = new Map<string | null, GuardFinding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.commit);
    if (group === undefined) groups.set(finding.commit, [finding]);
    else group.push(finding);
  }
  return groups;
}

/** The gravest kinds first. */
function byKind(
  findings: readonly GuardFinding[],
): readonly (readonly [GuardKind, readonly GuardFinding[]])[] {
  return (Object.keys(GUARD_KINDS) as GuardKind[]).flatMap((kind) => {
    const own = findings.filter((finding) => finding.kind === kind);
    return own.length === 0 ? [] : [[kind, own] as const];
  });
}

/** `1a2b3c4d Bor Kos: Faster builds`. */
function commitText({ facts, range }: Guarded, commit: string | null): string {
  if (commit === null) return `As a whole, up to ${range.to.slice(0, 8)}`;
  const known = facts.get(commit);
  return `${commit.slice(0, 8)}${known === undefined ? '' : ` ${known.author.name}: ${known.subject}`}`;
}

/** What was looked at, by what, and how much was found. */
function summarySentences({ title, path, range, basis, findings }: Guarded): readonly string[] {
  const { commits, name, base } = range;
  const count = commits.length === 1 ? '1 commit' : `${commits.length} commits`;
  const without = base === undefined ? '' : `, without what ${base.name} has`;
  const kept =
    basis.commit === undefined
      ? 'by the brief as it begins there: it was not there before'
      : basis.isAgreed
        ? `by what was agreed in ${basis.commit.slice(0, 12)}`
        : `by the brief as it was in ${basis.commit.slice(0, 12)}: nobody had accepted it`;
  const found =
    findings.length === 0
      ? 'Nothing to tell.'
      : `${findings.length === 1 ? '1 thing' : `${findings.length} things`} to look at.`;
  return [`${title ?? path}: ${count} of ${name}${without}, judged ${kept}. ${found}`];
}

/** For programs. `version` changes when the shape does. */
export function guardJson({ id, title, path, range, basis, findings }: Guarded): string {
  const json = {
    version: 1,
    id,
    title,
    path,
    range: { name: range.name, from: range.from, to: range.to, base: range.base?.commit ?? null },
    agreed: basis.isAgreed ? (basis.commit ?? null) : null,
    fence: basis.fence,
    commits: range.commits.map((commit) => commit.id),
    findings: findings.map(({ line = null, ...finding }) => ({ ...finding, line })),
  };
  return `${jsonText(json, 2)}\n`;
}

/** The text, then an annotation for each finding. */
export function guardGithub(guarded: Guarded, options: RenderOptions): string {
  const annotations = guarded.findings.map((finding) => {
    const { kind, path, line, message, help } = finding;
    return annotationLine({
      level: 'error',
      path,
      ...(line === undefined ? {} : { line }),
      title: `guard: ${GUARD_KINDS[kind]}`,
      text: `${printable(message, true)}\n${printable(commitText(guarded, finding.commit), true)}\n${printable(help, true)}`,
    });
  });
  return guardText(guarded, options) + annotations.join('');
}
