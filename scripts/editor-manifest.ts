/**
 * What the extension's manifest has from the tables of the program: its commands, the states of a brief,
 * the answers of a check-in. A new command is in the palette without a word here.
 */
import { Command } from 'commander';
import { STATES } from '../src/brief/check-ins.ts';
import { field } from '../src/brief/fields.ts';
import type { FromTables, ProgramCommand } from '../editors/vscode/src/delegate.mts';
import { COMMANDS } from '../src/commands/table.ts';

/** The editor itself is the better place for these, or they want more than a brief's name. */
const LEFT_OUT = new Set(['import', 'edit', 'rules', 'comment', 'calendar']);

/** Reads the tables. */
export async function fromTables(): Promise<FromTables> {
  const shown = COMMANDS.filter(({ name, group, hidden }) => {
    return hidden !== true && group !== 'Set up' && !LEFT_OUT.has(name);
  });
  const commands = await Promise.all(
    shown.map(async ({ name, summary, load }): Promise<ProgramCommand> => {
      const command = new Command(name);
      (await load()).declare(command, async () => {});
      const words = name.replaceAll('-', ' ');
      const title = `${words.charAt(0).toUpperCase()}${words.slice(1)}: ${summary}`;
      return { name, title, takesBrief: command.registeredArguments[0]?.name() === 'brief' };
    }),
  );
  const statuses = (field('status').choices ?? []).map(({ value }) => value);
  return { commands, statuses, states: [...STATES] };
}

const BRIEF = 'delegate.brief';

/** The manifest with what follows from the tables. */
export function completeManifest<T extends { contributes: Contributes }>(
  manifest: T,
  tables: FromTables,
): T & { fromTables: FromTables } {
  const { contributes } = manifest;
  const own = tables.commands.map(({ name, title, takesBrief }) => ({
    command: `delegate.${name}`,
    title,
    category: 'delegate',
    enablement:
      name === 'new' ? 'workspaceFolderCount > 0' : takesBrief ? BRIEF : 'delegate.briefs',
  }));
  const ofBrief = tables.commands.filter(({ takesBrief }) => takesBrief);
  return {
    ...manifest,
    fromTables: tables,
    contributes: {
      ...contributes,
      commands: [...own, ...contributes.commands],
      menus: {
        ...contributes.menus,
        'delegate.brief': [
          ...ofBrief.map(({ name }, at) => ({ command: `delegate.${name}`, group: `1@${at}` })),
          { command: 'delegate.object', group: '2@1' },
        ],
      },
    },
  };
}

interface Contributes {
  readonly commands: readonly object[];
  readonly menus: Readonly<Record<string, readonly object[]>>;
}
