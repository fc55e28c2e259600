/** Every command that a page shows is one that the program takes: its name, options and choices. */
import { Command, CommanderError } from 'commander';
import { expect, test } from 'vitest';
import { splitLine } from '../../src/commands/completion/split-line.ts';
import { COMMANDS } from '../../src/commands/table.ts';
import { Failure } from '../../src/failure.ts';
import { shownCommands } from './shown-commands.ts';

/** The words up to a pipe, a redirection, a comment, or what is left out. */
function wordsOf(line: string): string[] {
  const own = line.split(/ (?:[|>&#]|2>|…)/)[0] as string;
  return splitLine(own.trim(), '').words.filter((word) => word !== '');
}

const shown = shownCommands();

test('there are some to look at', () => {
  expect(shown.length).toBeGreaterThan(60);
});

test.each(shown)('$page: delegate $line', async ({ line }) => {
  const words = wordsOf(line);
  while (words[0] === '-C') words.splice(0, 2);
  const [name = '', ...args] = words;
  if (name.startsWith('-') || name === 'help') return;
  const entry = COMMANDS.find((one) => one.name === name || one.alias === name);
  expect(entry, `there is no command ${name}`).toBeDefined();
  const command = new Command(name)
    .exitOverride()
    .configureOutput({ writeErr: () => {}, writeOut: () => {} });
  let isRun = false;
  (await entry?.load())?.declare(command, () => {
    isRun = true;
    return Promise.resolve();
  });
  try {
    await command.parseAsync(args, { from: 'user' });
    expect(isRun).toBe(true);
  } catch (error) {
    if (error instanceof CommanderError && error.code === 'commander.helpDisplayed') return;
    // A value that stands for another, `…` or DATE, is none.
    if (error instanceof Failure && /…|DATE|WHO/.test(line)) return;
    throw error;
  }
});
