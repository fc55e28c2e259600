/** What `delegate health` found: for people, each pattern with its evidence and one piece of advice. */
import type { Mode } from '../history/health.ts';
import type { BriefHealth, HealthReport } from '../lifecycle/health.ts';
import { jsonText } from './escape.ts';
import type { RenderOptions } from './paint.ts';
import { printable } from '../printable.ts';
import { wrap } from './width.ts';

/** What each pattern is called. */
export const MODE_TITLES: Readonly<Record<Mode, string>> = {
  'fire-and-forget': 'The fire and forget',
  'rubber-band': 'The rubber band',
  helicopter: 'The helicopter',
  'just-do-it': 'The just do it',
  'moving-goalpost': 'The moving goalpost',
  ambiguity: 'The ambiguity',
};

/** All that was found, for programs. `version` changes when the shape does. */
export function healthJson(report: HealthReport): string {
  return `${jsonText({ version: 1, ...report }, 2)}\n`;
}

/** The briefs in which something was found. */
export function healthText({ briefs }: HealthReport, options: RenderOptions): string {
  return briefs
    .filter(({ concerns }) => concerns.length > 0)
    .map((brief) => `${block(brief, options)}\n`)
    .join('\n');
}

function block({ title, path, concerns }: BriefHealth, { columns, paint }: RenderOptions): string {
  const width = Math.max(20, Math.min(columns, 100));
  const say = (text: string, indent: string): string[] =>
    wrap(printable(text, true), width - indent.length).map((line) => indent + line);
  const lines = [
    ...say(title ?? path, '').map((line) => paint.bold(line)),
    ...(title === null ? [] : say(path, '').map((line) => paint.dim(line))),
  ];
  for (const { mode, certain, evidence, advice } of concerns) {
    const name = `${MODE_TITLES[mode]}${certain ? '' : ' (a hint)'}`;
    lines.push(...say(name, '  ').map((line) => (certain ? paint.yellow(line) : paint.cyan(line))));
    for (const { date, commit, text } of evidence) {
      const where = commit === null ? '' : ` [${commit.slice(0, 8)}]`;
      lines.push(...say(`${date === null ? '' : `${date}: `}${text}${where}`, '    '));
    }
    lines.push(...say(advice, '    ').map((line) => paint.dim(line)));
  }
  return lines.join('\n');
}

/** The line that ends a run. */
export function healthSummary(briefs: readonly BriefHealth[]): string {
  const count = `${briefs.length} ${briefs.length === 1 ? 'brief' : 'briefs'}`;
  if (briefs.length === 0) return 'No accepted brief to look at.';
  const found = briefs.filter(({ concerns }) => concerns.some(({ certain }) => certain)).length;
  const hints = briefs.filter(({ concerns }) => concerns.length > 0).length - found;
  if (found + hints === 0) return `${count} looked at, nothing to tell.`;
  const parts = [
    found > 0 && `something to talk about in ${found}`,
    hints > 0 && `a hint in ${hints}`,
  ].filter((part) => part !== false);
  return `${count} looked at: ${parts.join(', ')}.`;
}
