/** Which `delegate` is run: that of the setting, the workspace's own, the PATH's, or the one that comes along. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import * as vscode from 'vscode';

/** A program that can be started, and who named it. */
export interface Program {
  readonly from: 'setting' | 'workspace' | 'PATH' | 'extension';
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** What a run of it said. */
export interface Said {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** A repository's own copies, as "npm install" and "delegate init --vendor" leave them. */
const OWN_COPIES = ['node_modules/delegate-briefs/bin/delegate.js', '.delegate/delegate.cjs'];

/** The programs there are, the first to be tried first. */
export function programs(context: vscode.ExtensionContext): readonly Program[] {
  return [
    ...fromSetting(),
    ...fromWorkspace(),
    ...fromPath(),
    byNode('extension', context.asAbsolutePath('dist/delegate.cjs')),
  ];
}

/** In a folder that is not trusted, VS Code leaves out what the folder's settings say. */
function fromSetting(): readonly Program[] {
  const [command, ...args] = vscode.workspace
    .getConfiguration('delegate')
    .get<string[]>('command', []);
  return command === undefined ? [] : [{ from: 'setting', command, args, env: {} }];
}

/** What a folder brings along is run only where its owner said that they trust it. */
function fromWorkspace(): readonly Program[] {
  if (!vscode.workspace.isTrusted) return [];
  return (vscode.workspace.workspaceFolders ?? [])
    .filter(({ uri }) => uri.scheme === 'file')
    .flatMap(({ uri }) => OWN_COPIES.map((copy) => join(uri.fsPath, copy)))
    .filter((file) => existsSync(file))
    .map((file) => byNode('workspace', file));
}

function fromPath(): readonly Program[] {
  const name = process.platform === 'win32' ? 'delegate.cmd' : 'delegate';
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const file = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
  return file === undefined ? [] : [{ from: 'PATH', command: file, args: [], env: {} }];
}

/** The editor's own program runs as Node. */
function byNode(from: Program['from'], file: string): Program {
  return { from, command: process.execPath, args: [file], env: { ELECTRON_RUN_AS_NODE: '1' } };
}

/** Windows runs delegate.cmd only through a shell. */
export function needsShell({ command }: Program): boolean {
  return process.platform === 'win32' && !command.toLowerCase().endsWith('.exe');
}

/** Runs it without a terminal: it asks nothing. */
export function run(program: Program, args: readonly string[], cwd: string): Promise<Said> {
  return new Promise((done) => {
    const child = spawn(program.command, [...program.args, ...args], {
      cwd,
      env: { ...process.env, ...program.env },
      shell: needsShell(program),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', ({ message }) => done({ status: null, out, err: message }));
    child.on('close', (status) => done({ status, out, err }));
  });
}
