/** The parts of README.md that come from the program: the transcript of a real run, and the commands. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../src/commands/table.ts';
import { inFolder, plainEnvironment, runDelegate, stableText } from './run-program.ts';

/** Replaces the made part of a name: what stands between `<!-- name…-->` and `<!-- /name -->`. */
function replacePart(text: string, name: string, content: string): string {
  const open = text.indexOf(`<!-- ${name}`);
  const start = text.indexOf('-->', open) + 3;
  const end = text.indexOf(`<!-- /${name} -->`, start);
  if (open < 0 || end < 0) throw new Error(`README.md has no place for ${name}`);
  return `${text.slice(0, start)}\n\n${content}\n\n${text.slice(end)}`;
}

/** README.md with its made parts made anew. */
export function readme(text: string): string {
  const parts = { commands: commandTable(), demo: demo(), transcript: transcript() };
  return Object.entries(parts).reduce((now, [name, made]) => replacePart(now, name, made), text);
}

/** What the first command prints, as somebody sees it who called it through npm. */
function demo(): string {
  return inFolder('delegate', (folder) => {
    const env = { ...plainEnvironment(), npm_command: 'exec' };
    const args = ['demo', '../delegate-demo', '--today', '2026-05-13'];
    return `\`\`\`console\n$ npx delegate demo ../delegate-demo\n${runDelegate(args, folder, env).text.trimEnd()}\n\`\`\``;
  });
}

function commandTable(): string {
  const shown = COMMANDS.filter((entry) => entry.hidden !== true);
  const rows = shown.map(({ name, summary }) => `| \`delegate ${name}\` | ${summary} |`);
  return ['| command | |', '| --- | --- |', ...rows].join('\n');
}

/** A command of the transcript, and how it is run. */
interface Entry {
  /** What the reader sees after the `$`. */
  readonly shown: string;
  readonly run: () => string;
}

function transcript(): string {
  return inFolder('briefs-demo', (repo) => {
    const shown = entries(repo).map((entry) => `$ ${entry.shown}\n${entry.run()}`.trimEnd());
    const text = stableText(shown.join('\n\n'), repo, (at) => COMMITS[at] ?? '');
    return `\`\`\`console\n${text.replace(/^\s*sealed? v1-[0-9a-f]{16}$/gm, '')}\n\`\`\``;
  });
}

/** What the transcript calls its commits. */
const COMMITS = ['1f0c2ab', '7be94d1', 'c3a58e0', '94d06f2', '5a1be37', 'e82c419', '0d7f3b6'];

function entries(repo: string): readonly Entry[] {
  const at = (date: string) => plainEnvironment(`${date}T09:00:00Z`);
  const git = (date: string, ...args: string[]) =>
    execFileSync('git', args, { cwd: repo, env: at(date), encoding: 'utf8' });
  const delegate = (date: string, shown: string, ...args: string[]): Entry => ({
    shown,
    run: () => runDelegate(args, repo, at(date)).text,
  });
  const bor = 'Bor Kos <bor@example.com>';
  const byBor = (date: string, shown: string, ...args: string[]): Entry => ({
    shown,
    run: () => {
      const person = { GIT_AUTHOR_NAME: 'Bor Kos', GIT_AUTHOR_EMAIL: 'bor@example.com' };
      return runDelegate(args, repo, { ...at(date), ...person }).text;
    },
  });
  const flags: Readonly<Record<string, string>> = {
    '--approach': 'problem-solving',
    '--delegate': bor,
    '--goal': 'Cut the median deployment of the web service from 40 to 20 minutes.',
    '--why': 'Hotfixes wait 40 minutes, so teams batch risky releases.',
    '--intended-use': 'Teams deploy on merge.',
    '--scope-in': 'The CI/CD pipeline of the web service',
    '--scope-out': 'Build machines and other infrastructure',
    '--quality-bar': 'good-enough',
    '--quality-criteria': 'Deployment success rate stays at 98 % or better',
    '--guardrails': 'No new paid services',
    '--timeline-due': '2026-06-30',
    '--resources': "Two days a week of Bor's time",
    '--check-ins-every': '1 week',
    '--escalation': 'The success rate drops for a day',
    '--availability': 'Answers within a working day',
    '--assumptions': 'The monorepo split happens after the due date',
    '--fit-experience': 'similar',
  };
  const words = Object.entries(flags).flat();
  const quoted = Object.entries(flags)
    .slice(0, 4)
    .map(([flag, value]) => `    ${flag} ${/[^\w-]/.test(value) ? `"${value}"` : value} \\`);
  const brief = join(repo, 'briefs/halve-deployment-time.md');
  git('2026-04-01', 'init', '-q', '-b', 'main');
  return [
    delegate(
      '2026-04-01',
      `delegate new "Halve deployment time" \\\n${quoted.join('\n')}\n    …          # without flags it asks, one question at a time`,
      'new',
      'Halve deployment time',
      ...words,
      '--today',
      '2026-04-01',
    ),
    delegate('2026-04-02', 'delegate propose halve', 'propose', 'halve', '--today', '2026-04-02'),
    byBor(
      '2026-04-03',
      'delegate accept halve \\\n    --backbrief "I own halving the wait for a deploy; how is up to me, infra is off limits."   # Bor',
      'accept',
      'halve',
      '--backbrief',
      'I own halving the wait for a deploy; how is up to me, infra is off limits.',
      '--today',
      '2026-04-03',
    ),
    {
      shown:
        "sed -i 's/due: 2026-06-30/due: 2026-05-31/' briefs/halve-deployment-time.md\n$ git commit -qam 'Security freeze'",
      run: () => {
        writeFileSync(brief, readFileSync(brief, 'utf8').replace('2026-06-30', '2026-05-31'));
        git('2026-05-10', 'commit', '-qam', 'Security freeze');
        return '';
      },
    },
    delegate('2026-05-10', 'delegate lint', 'lint', '--today', '2026-05-10'),
    delegate('2026-05-10', 'delegate log', 'log'),
    delegate(
      '2026-05-11',
      'delegate amend halve --reason "The security freeze starts on 1 June."',
      'amend',
      'halve',
      '--reason',
      'The security freeze starts on 1 June.',
      '--today',
      '2026-05-11',
    ),
    byBor('2026-05-12', 'delegate agree halve   # Bor', 'agree', 'halve', '--today', '2026-05-12'),
    delegate('2026-05-12', 'delegate log', 'log'),
  ];
}
