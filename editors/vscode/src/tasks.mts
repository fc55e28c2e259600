/** The checks as tasks, and the commands in a terminal, where they can ask. */
import * as vscode from 'vscode';
import { foldersWithBriefs } from './here.mts';
import type { Program } from './program.mts';
import { needsShell } from './program.mts';

/** Runs the program in a terminal that stays, without a shell between where there need be none. */
export function terminalRun(
  { command, args, env, ...program }: Program,
  more: readonly string[],
  cwd: string,
): vscode.ProcessExecution | vscode.ShellExecution {
  const all = [...args, ...more];
  return needsShell({ command, args, env, ...program })
    ? new vscode.ShellExecution(command, all, { cwd, env })
    : new vscode.ProcessExecution(command, all, { cwd, env });
}

const TITLES = { lint: 'lint all briefs', fix: 'make the safe fixes in all briefs' } as const;

function task(
  program: Program,
  name: keyof typeof TITLES,
  folder: vscode.WorkspaceFolder,
): vscode.Task {
  const args = ['lint', '--format', 'unix', ...(name === 'fix' ? ['--fix'] : [])];
  // No matcher: the server lists what is found already, of the briefs that are not open too.
  return new vscode.Task(
    { type: 'delegate', task: name },
    folder,
    TITLES[name],
    'delegate',
    terminalRun(program, args, folder.uri.fsPath),
    [],
  );
}

/** Offers the checks as tasks of each folder with briefs. */
export function taskProvider(program: () => Promise<Program>): vscode.TaskProvider {
  return {
    async provideTasks() {
      const folders = foldersWithBriefs();
      if (folders.length === 0) return [];
      const own = await program();
      return folders.flatMap((folder) => [task(own, 'lint', folder), task(own, 'fix', folder)]);
    },
    async resolveTask({ definition, scope }) {
      const name = (definition as { task?: unknown }).task;
      const known = name === 'lint' || name === 'fix';
      return known && typeof scope === 'object' ? task(await program(), name, scope) : undefined;
    },
  };
}
