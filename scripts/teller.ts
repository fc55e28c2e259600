/** Writes a page while it runs what the page shows, in a new repository. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { plainEnvironment, runDelegate, stableText } from './run-program.ts';

/** Somebody at a keyboard. */
export interface Person {
  readonly name: string;
  readonly email: string;
  /** What their program sets. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Commands that take no day for today. */
const TIMELESS = new Set(['log', 'rules', 'show', 'init', 'handover', 'guard']);

/** Writes the page while it runs what the page shows. */
export class Teller {
  private readonly repo: string;
  /** The brief's file. */
  private readonly path: string;
  private readonly parts: string[] = [];
  private date = '2026-04-01';
  private who: Person;

  constructor(repo: string, path: string, who: Person) {
    this.repo = repo;
    this.path = path;
    this.who = who;
    this.git('init', '-q', '-b', 'main');
  }

  /** A paragraph. */
  say(text: string): void {
    this.parts.push(text);
  }

  /** What follows happens on this day, at this person's keyboard. */
  on(date: string, who = this.who): void {
    this.date = date;
    this.who = who;
  }

  /** Runs `delegate` and shows it with what it printed. */
  run(...args: string[]): void {
    const timeless = TIMELESS.has(args[0] ?? '');
    const dated = timeless ? args : [...args, '--today', this.date];
    const { text } = runDelegate(dated, this.repo, this.env());
    this.parts.push(`\`\`\`console\n$ delegate ${written(args)}\n${text.trimEnd()}\n\`\`\``);
  }

  /** Runs `delegate` without a word on the page. */
  quietly(...args: string[]): void {
    const { text, status } = runDelegate([...args, '--today', this.date], this.repo, this.env());
    if (status !== 0) throw new Error(text);
  }

  /** Changes the file by hand, and commits it the same way when there is a message. */
  hand(from: string, to: string, message?: string): void {
    const file = join(this.repo, this.path);
    const before = readFileSync(file, 'utf8');
    if (!before.includes(from)) throw new Error(`the brief does not say "${from}"`);
    writeFileSync(file, before.replace(from, to));
    if (message === undefined) return;
    this.git('commit', '-qam', message);
    this.parts.push(`\`\`\`console\n$ git commit -qam '${message}'\n\`\`\``);
  }

  /** Shows the file as it is. */
  file(): void {
    this.parts.push(
      `\`\`\`markdown\n${readFileSync(join(this.repo, this.path), 'utf8').trimEnd()}\n\`\`\``,
    );
  }

  page(): string {
    const printed = this.parts
      .join('\n\n')
      .replaceAll(this.repo, '/home/ana/web')
      // What a check says is of the day and the moment on which it is run.
      .replaceAll(/(?<=(?:passed|failed) on \w+, )\d{4}-\d\d-\d\d/g, this.date)
      .replaceAll(/(?<=, in )\d+(?= s\b)/g, '0');
    const text = stableText(printed, this.repo, (at) =>
      createHash('sha256').update(`commit ${at}`).digest('hex'),
    );
    return `${text}\n`;
  }

  private env(): NodeJS.ProcessEnv {
    const { name, email, env } = this.who;
    return {
      ...env,
      ...plainEnvironment(`${this.date}T09:00:00Z`),
      GIT_AUTHOR_NAME: name,
      GIT_COMMITTER_NAME: name,
      GIT_AUTHOR_EMAIL: email,
      GIT_COMMITTER_EMAIL: email,
      COLUMNS: '80',
    };
  }

  /** Writes files without a word on the page. */
  write(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.repo, path)), { recursive: true });
      writeFileSync(join(this.repo, path), text);
    }
  }

  /** Runs git without a word on the page. */
  git(...args: string[]): void {
    execFileSync('git', args, { cwd: this.repo, env: this.env() });
  }
}

/** Arguments as a person types them, one flag a line where there are many. */
function written(args: readonly string[]): string {
  const words = args.map((arg) => (/^[\w@%+=:,./-]+$/.test(arg) ? arg : `"${arg}"`));
  if (words.join(' ').length <= 76) return words.join(' ');
  return words.map((word) => (word.startsWith('--') ? `\\\n    ${word}` : word)).join(' ');
}
