import { tmpdir } from 'node:os';
import { COMMANDS } from '../src/commands/table.ts';
import { runDelegate } from './run-program.ts';

/** The reference page of the commands: each one's help, as the program prints it. */
export function commandPage(): string {
  const help = (args: readonly string[]) =>
    runDelegate([...args, '--help'], tmpdir()).text.trimEnd();
  const shown = COMMANDS.filter((entry) => entry.hidden !== true);
  const sections = shown.map(
    ({ name }) => `## delegate ${name}\n\n\`\`\`text\n${help([name])}\n\`\`\``,
  );
  return `<!-- Made by scripts/command-page.ts from the program's own help. -->\n# The commands\n\n\`\`\`text\n${help([])}\n\`\`\`\n\n${sections.join('\n\n')}\n`;
}
