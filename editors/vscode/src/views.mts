/** The two lists at the side, and the line at the bottom. */
import * as vscode from 'vscode';
import type { Board, Listed, Of, Waiting } from './board.mts';
import { fileOf } from './board.mts';
import { shownBrief } from './here.mts';

/** What waits for the person, the oldest first, with its number as a badge. */
export function showWaiting(board: Board): vscode.Disposable {
  const provider = providerOf<Of<Waiting>>(board, board.waiting, (one) => {
    const { title, path, text = one.item.kind, overdue, answer } = one.item;
    const item = new vscode.TreeItem(title ?? path);
    item.description = text;
    item.tooltip = `${title ?? path}\n${text}`;
    item.iconPath = new vscode.ThemeIcon(overdue ? 'warning' : 'mail');
    item.contextValue = answer ? 'waiting' : 'told';
    item.command = opening(fileOf(one));
    return item;
  });
  const view = vscode.window.createTreeView('delegate.waits', { treeDataProvider: provider });
  const count = (): void => {
    const { length } = board.waiting();
    const tooltip = length === 1 ? 'One thing waits for you' : `${length} things wait for you`;
    view.badge = length === 0 ? undefined : { value: length, tooltip };
    // A view that says nothing could be one that does not work.
    view.message = length === 0 ? 'Nothing waits for you.' : '';
  };
  return vscode.Disposable.from(view, board.onChange(count));
}

/** A status, or a brief of it. */
type Node = string | Of<Listed>;

/** All briefs, by their status. */
export function showBriefs(board: Board, statuses: readonly string[]): vscode.Disposable {
  const provider: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: board.onChange,
    getTreeItem: (node) => (typeof node === 'string' ? statusItem(node, board) : briefItem(node)),
    getChildren(node) {
      if (node === undefined) {
        const there = new Set(board.briefs().map(({ item }) => item.status));
        const known = statuses.filter((status) => there.delete(status));
        return [...known, ...there];
      }
      return typeof node === 'string'
        ? board.briefs().filter(({ item }) => item.status === node)
        : [];
    },
  };
  return vscode.window.createTreeView('delegate.list', { treeDataProvider: provider });
}

/** A brief that is closed is looked for less often. */
const CLOSED = new Set(['done', 'cancelled']);

function statusItem(status: string, board: Board): vscode.TreeItem {
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(status, CLOSED.has(status) ? Collapsed : Expanded);
  item.description = String(board.briefs().filter((one) => one.item.status === status).length);
  return item;
}

function briefItem(one: Of<Listed>): vscode.TreeItem {
  const { title, path, delegate, due, overdue } = one.item;
  const item = new vscode.TreeItem(title ?? path);
  const name = delegate?.replace(/ *<.*/, '');
  item.description = [name, due === null ? undefined : `due ${due}`].filter(Boolean).join(' · ');
  item.tooltip = path;
  item.iconPath = new vscode.ThemeIcon(overdue ? 'warning' : 'note');
  item.command = opening(fileOf(one));
  return item;
}

/** Says at the bottom where the open brief stands. */
export function showStatus(board: Board): vscode.Disposable {
  const bar = vscode.window.createStatusBarItem(
    'delegate.status',
    vscode.StatusBarAlignment.Left,
    50,
  );
  bar.name = 'delegate';
  bar.command = 'delegate.actions';
  const update = (): void => {
    const document = shownBrief();
    const file = document?.uri.toString();
    const isHere = (one: Of<{ readonly path: string }>): boolean => fileOf(one).toString() === file;
    const listed = board.briefs().find(isHere);
    void vscode.commands.executeCommand('setContext', 'delegate.brief', document !== undefined);
    if (listed === undefined) {
      bar.hide();
      return;
    }
    const waiting = board.waiting().filter(isHere);
    const more = waiting.length === 0 ? '' : ', waits for you';
    bar.text = `$(checklist) ${listed.item.status}${more}`;
    const texts = waiting.map(({ item }) => item.text ?? item.kind);
    bar.tooltip = [...texts, 'What can be done with this brief …'].join('\n');
    bar.show();
  };
  update();
  return vscode.Disposable.from(
    bar,
    board.onChange(update),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.window.onDidChangeVisibleTextEditors(update),
  );
}

function providerOf<T>(
  board: Board,
  items: () => readonly T[],
  itemOf: (one: T) => vscode.TreeItem,
): vscode.TreeDataProvider<T> {
  return {
    onDidChangeTreeData: board.onChange as vscode.Event<undefined>,
    getTreeItem: itemOf,
    getChildren: (one) => (one === undefined ? [...items()] : []),
  };
}

function opening(uri: vscode.Uri): vscode.Command {
  return { title: 'Open', command: 'vscode.open', arguments: [uri] };
}
