/**
 * The commands' names, the options that all of them share, and the only place that turns errors into
 * text and an exit status.
 */
import { resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import { asCalled } from './commands/called.ts';
import { COMMANDS } from './commands/table.ts';
import { Failure, Interrupted, systemFailure } from './failure.ts';
import type { Host, Result } from './host.ts';
import { EXIT, write } from './host.ts';
import { printable } from './printable.ts';
import { VERSION } from './version.ts';

/**
 * Runs the program.
 *
 * @param argv The arguments after the program's name.
 * @returns The exit status; everything has been written by then.
 */
export async function main(argv: readonly string[], host: Host): Promise<number> {
  const run: Run = { host, result: {}, notes: '', help: (text) => text };
  if (host.terminal && argv.some((word) => /^(?:-h|--help|help)$/.test(word))) {
    const { reflow } = await import('./report/reflow.ts');
    run.help = (text) => reflow(text, run.host.columns, true);
  }
  try {
    const alone = await runAlone(argv, host);
    if (alone === undefined) await build(run).parseAsync(helpLast(argv), { from: 'user' });
    else run.result = alone;
    try {
      await writeOut(host, run.result.out);
    } finally {
      // What was done is told also where its data could not be printed: nobody is to do it again.
      const said = run.notes + (asCalled(host, run.result.err) ?? '');
      await write(host.stderr, await fitted(host, said));
    }
    await write(host.stderr, await quietly(host, run.result.aside));
    return run.result.status ?? EXIT.ok;
  } catch (error) {
    return reportError(error, host);
  }
}

interface Run {
  host: Host;
  result: Result;
  /** What was understood, to be said first. */
  notes: string;
  /** Fits a help into the terminal. */
  help: (text: string) => string;
}

function build(run: Run): Command {
  const program = new Command('delegate')
    .description(
      'Delegation briefs as markdown in git: written, checked, agreed, and told when they move.',
    )
    .version(VERSION, '-V, --version', 'print the version')
    .option('-C <dir>', 'work in this folder, as git has it', (dir: string, before?: string) =>
      resolve(before ?? run.host.cwd, dir),
    )
    .helpOption('-h, --help', 'print help')
    .addHelpCommand(
      new Command('help [command]').description('print help on a command').helpGroup('Set up:'),
    )
    .addHelpText(
      'after',
      '\nBegin with "delegate new". A command has its own help: delegate log --help.',
    )
    .configureOutput({
      writeOut: (text) => run.host.stdout.write(run.help(text)),
      writeErr: (text) => run.host.stderr.write(asCalled(run.host, text)),
      outputError: (text, out) => out(printable(text)),
      getOutHelpWidth: () => Math.min(run.host.columns, 100),
      getErrHelpWidth: () => Math.min(run.host.columns, 100),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    // Without what commander adds to it, such as `(default: [])`.
    .configureHelp({ minWidthToWrap: 20, optionDescription: ({ description }) => description })
    .showHelpAfterError('See "delegate --help".')
    .exitOverride();
  for (const entry of COMMANDS) {
    const { name, alias, group, summary, hidden = false } = entry;
    const command = program.command(name, { hidden }).helpGroup(`${group}:`).description(summary);
    if (alias !== undefined) command.alias(alias);
  }
  program.hook('preAction', async (_, command) => {
    const { today } = command.opts<{ today?: string }>();
    if (today === undefined) return;
    const { dateOf, todayOf, understood } = await import('./commands/options.ts');
    const date = dateOf('--today', today, todayOf({}, run.host));
    command.setOptionValueWithSource('today', date, 'cli');
    const words = understood(today, date);
    if (words !== undefined) run.notes = `Today is taken as ${words}.\n`;
  });
  program.hook('preSubcommand', async (parent, command) => {
    const { C: cwd = run.host.cwd } = parent.opts<{ C?: string }>();
    run.host = inFolder(run.host, cwd);
    const entry = COMMANDS.find(({ name }) => name === command.name());
    const module = await entry?.load();
    command.showHelpAfterError(`See "delegate ${command.name()} --help".`);
    module?.declare(command, async (work) => {
      run.result = await work(run.host);
    });
  });
  return program;
}

/** The host of a command that works in another folder than the person stands in. */
function inFolder(host: Host, cwd: string): Host {
  return cwd === host.cwd ? host : { ...host, cwd, startedIn: host.cwd };
}

/**
 * What needs none of the table: a shell that asks what can be written next; and called without a
 * command, what waits, where there are briefs. Undefined elsewhere.
 */
async function runAlone(argv: readonly string[], host: Host): Promise<Result | undefined> {
  if (argv[0] === 'complete') {
    const { complete } = await import('./commands/completion/complete.ts');
    return complete(argv.slice(1), host);
  }
  let { cwd } = host;
  for (let at = 0; at < argv.length; at += 2) {
    const folder = argv[at + 1];
    if (argv[at] !== '-C' || folder === undefined) return undefined;
    cwd = resolve(cwd, folder);
  }
  const { inboxAlone } = await import('./commands/inbox.ts');
  return inboxAlone(inFolder(host, cwd));
}

/** `help lint` as `lint --help`: a command's options are known only once it is loaded. */
function helpLast(argv: readonly string[]): string[] {
  const at = argv.indexOf('help');
  const before = argv.slice(0, at);
  const isCommand = before.every((word, index) => word === '-C' || before[index - 1] === '-C');
  if (at < 0 || !isCommand) return [...argv];
  const name = argv[at + 1];
  if (name === undefined || name.startsWith('-')) return [...before, '--help'];
  const isKnown = COMMANDS.some((entry) => entry.name === name || entry.alias === name);
  return isKnown ? [...before, name, '--help'] : [...argv];
}

async function reportError(error: unknown, host: Host): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.failed;
  if (error instanceof Interrupted) {
    await write(host.stderr, error.message && `${printable(error.message)}\n`);
    return EXIT.interrupted;
  }
  const debug = host.env['DELEGATE_DEBUG'] === '1';
  const failure = error instanceof Failure ? error : systemFailure(error);
  if (failure !== undefined) {
    const stack = debug ? (failure.cause instanceof Error ? failure.cause : failure).stack : '';
    const lines = [`delegate: ${failure.message}`, failure.help, stack];
    const text = `${printable(lines.filter(Boolean).join('\n'))}\n`;
    await write(host.stderr, await fitted(host, asCalled(host, text)));
    return EXIT.failed;
  }
  const problem = error instanceof Error ? error : new Error(String(error));
  const lines = [
    `delegate: something went wrong that should not: ${problem.message}`,
    debug
      ? problem.stack
      : 'Run it again with DELEGATE_DEBUG=1 for the details, and please report it.',
  ];
  await write(host.stderr, `${printable(lines.join('\n'))}\n`);
  return EXIT.failed;
}

/** What is said to a person, broken at words where their terminal would break inside of one. */
async function fitted(host: Host, text: string): Promise<string> {
  if (!host.terminal || text.length <= host.columns) return text;
  const { reflow } = await import('./report/reflow.ts');
  return reflow(text, host.columns);
}

async function quietly(host: Host, text = ''): Promise<string> {
  if (text === '' || host.colors.err === 0) return text;
  const { paintFor } = await import('./commands/paint.ts');
  return `${paintFor(host, 'err').dim(text.trimEnd())}\n`;
}

/** How many characters of what comes in parts are written at once. */
const CHUNK_LENGTH = 64 * 1024;

/** Writes what a command hands back, as it is made. */
async function writeOut({ stdout }: Host, out: Result['out'] = ''): Promise<void> {
  if (typeof out === 'string') return write(stdout, out);
  let chunk = '';
  for (const part of out) {
    chunk += part;
    if (chunk.length < CHUNK_LENGTH) continue;
    // The next part is made when this one is on its way.
    // oxlint-disable-next-line no-await-in-loop
    await write(stdout, chunk);
    chunk = '';
  }
  return write(stdout, chunk);
}
