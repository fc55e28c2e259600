/** The commands: each runs the program, in a terminal where it asks, else with the editor's own inputs. */
import { basename, dirname } from 'node:path';
import * as vscode from 'vscode';
import type { Delegate, ProgramCommand } from './delegate.mts';
import { foldersWithBriefs, mayBeBrief, shownBrief } from './here.mts';
import { run } from './program.mts';
import { showPage, showText } from './show.mts';
import { terminalRun } from './tasks.mts';

/** A brief, as the program is told of it: its file's folder, and its name there. */
export interface Target {
  readonly cwd: string;
  readonly ref: string;
}

/** A file as the program is told of it: no name of a file is taken for an option. */
export function targetAt(file: string): Target {
  return { cwd: dirname(file), ref: `./${basename(file)}` };
}

/** Answers that are asked for in the editor; undefined when the person thinks better of it. */
type Asked = readonly string[] | undefined;

/** What is short enough for the editor's own inputs; all else asks in a terminal. */
const INPUTS: Readonly<Record<string, (delegate: Delegate) => Promise<Asked>>> = {
  propose: async () => [],
  'check-in': askCheckIn,
  dispute: () => asked('--reason', 'Why do you object to the change?'),
};

/** What only tells is shown as a text, not in a terminal. */
const TOLD: Readonly<Record<string, (delegate: Delegate, target: Target) => Promise<void>>> = {
  log: (delegate, target) =>
    showText(delegate, ['log', target.ref, '--no-pager'], target.cwd, 'log'),
  health: (delegate, target) => showText(delegate, ['health', target.ref], target.cwd, 'health'),
  show: async () => preview(),
  handover: (delegate, target) =>
    showText(delegate, ['handover', target.ref], target.cwd, 'handover'),
  inbox: async () => {
    await vscode.commands.executeCommand('delegate.waits.focus');
  },
  list: async () => {
    await vscode.commands.executeCommand('delegate.list.focus');
  },
  report: (delegate, target) => showPage(delegate, ['report'], target.cwd),
};

/** Runs a command of the program on the brief of the editor, or on one that is handed in. */
export async function act(delegate: Delegate, name: string, given?: unknown): Promise<void> {
  const command = delegate.tables.commands.find((one) => one.name === name);
  const target = await targetOf(given, command);
  if (target === undefined) return;
  const tell = TOLD[name];
  if (tell !== undefined) return tell(delegate, target);
  const ask = INPUTS[name];
  const ref = command?.takesBrief === true ? [target.ref] : [];
  if (ask === undefined) return inTerminal(delegate, [name, ...ref], target.cwd);
  const answers = await ask(delegate);
  if (answers !== undefined) await quietly(delegate, [name, ...ref, ...answers], target.cwd);
}

/** Says no to a proposal, with the reason. */
export async function object(delegate: Delegate, given?: unknown): Promise<void> {
  const target = await targetOf(given, { takesBrief: true });
  const answers = target && (await asked('--object', 'Why do you not take it on as it stands?'));
  if (answers === undefined || target === undefined) return;
  await quietly(delegate, ['accept', target.ref, ...answers], target.cwd);
}

/** Runs what the server offers over a brief, or what waits: `amend --take-back disputed`. */
export async function answer(delegate: Delegate, words: string, target: Target): Promise<void> {
  const [name = '', ...options] = words.split(' ');
  if (options.length === 0) return act(delegate, name, target);
  return inTerminal(delegate, [name, target.ref, ...options], target.cwd);
}

/** Shows the brief for reading: the editor's own preview, in which ours renders it. */
export async function preview(): Promise<void> {
  await vscode.commands.executeCommand('markdown.showPreviewToSide', shownBrief()?.uri);
}

/** Lets the person pick from what can be done with the brief. */
export async function pickAction(delegate: Delegate): Promise<void> {
  const items = delegate.tables.commands
    .filter(({ takesBrief }) => takesBrief)
    .map(({ name, title }) => ({ label: title.split(':')[0] ?? name, detail: title, name }));
  const picked = await vscode.window.showQuickPick(items, { matchOnDetail: true });
  if (picked !== undefined) await act(delegate, picked.name);
}

async function targetOf(
  given: unknown,
  command: Pick<ProgramCommand, 'takesBrief'> | undefined,
): Promise<Target | undefined> {
  if (isTarget(given)) return given;
  const document =
    given instanceof vscode.Uri ? await vscode.workspace.openTextDocument(given) : shownBrief();
  if (document !== undefined && mayBeBrief(document)) {
    // The program reads the file.
    if (document.isDirty && !(await document.save())) return undefined;
    return targetAt(document.uri.fsPath);
  }
  if (command?.takesBrief === true) {
    void vscode.window.showInformationMessage('Open the brief first: the command is about it.');
    return undefined;
  }
  const folders = foldersWithBriefs();
  const folder = folders.length > 1 ? await vscode.window.showWorkspaceFolderPick() : folders[0];
  const cwd = (folder ?? vscode.workspace.workspaceFolders?.[0])?.uri.fsPath;
  return cwd === undefined ? undefined : { cwd, ref: '' };
}

function isTarget(given: unknown): given is Target {
  return typeof given === 'object' && given !== null && 'cwd' in given && 'ref' in given;
}

async function asked(option: string, prompt: string): Promise<Asked> {
  const text = await vscode.window.showInputBox({ prompt, ignoreFocusOut: true });
  return text === undefined || text.trim() === '' ? undefined : [`${option}=${text}`];
}

async function askCheckIn({ tables }: Delegate): Promise<Asked> {
  const items = tables.states.map((state) => ({ label: state.replaceAll('-', ' '), state }));
  const picked = await vscode.window.showQuickPick(items, { placeHolder: 'How does it go?' });
  if (picked === undefined) return undefined;
  const note = await vscode.window.showInputBox({
    prompt: `What was said, in a line? (${picked.label})`,
    ignoreFocusOut: true,
  });
  return note === undefined ? undefined : [`--state=${picked.state}`, `--note=${note}`];
}

/** Runs what needs no more answers, and shows what it says, git's part of it too. */
async function quietly(delegate: Delegate, args: readonly string[], cwd: string): Promise<void> {
  const { status, out, err } = await run(await delegate.program(), args, cwd);
  delegate.done.fire();
  const said = plain(err.trim() === '' ? out : err);
  if (status === 0) {
    void vscode.window.showInformationMessage(said === '' ? 'Done.' : said);
    return;
  }
  const choice = await vscode.window.showWarningMessage(said, 'In a Terminal');
  if (choice !== undefined) await inTerminal(delegate, args, cwd);
}

/** A notice makes a link of `[…](command:…)`: nothing of a brief is to be one. */
function plain(text: string): string {
  return text.trim().replace(/\](?=\()/g, '] ');
}

/** Runs the program in a terminal, which stays to be read. */
async function inTerminal(delegate: Delegate, args: readonly string[], cwd: string): Promise<void> {
  const [name = ''] = args;
  const task = new vscode.Task(
    { type: 'delegate', task: name },
    vscode.TaskScope.Workspace,
    name,
    'delegate',
    terminalRun(await delegate.program(), args, cwd),
    [],
  );
  task.presentationOptions = {
    reveal: vscode.TaskRevealKind.Always,
    panel: vscode.TaskPanelKind.Dedicated,
    focus: true,
    clear: true,
    echo: false,
  };
  const started = await vscode.tasks.executeTask(task);
  const ended = vscode.tasks.onDidEndTaskProcess(({ execution }) => {
    if (execution !== started) return;
    ended.dispose();
    delegate.done.fire();
  });
}
