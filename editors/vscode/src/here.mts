/** Whether there are briefs: in a folder without any, nothing is started and nothing is said. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import * as vscode from 'vscode';

const CONFIG = '.delegate.yaml';
/** Where briefs are when no configuration says otherwise. */
const FOLDER = 'briefs';
/** A brief says what it is at its beginning. */
const HEAD = 4000;

/** True where a folder, or the repository that it is in, keeps briefs. */
export function hasBriefs(folder: string): boolean {
  if (existsSync(join(folder, CONFIG)) || hasMarkdown(join(folder, FOLDER))) return true;
  const above = dirname(folder);
  return above !== folder && !existsSync(join(folder, '.git')) && hasConfig(above);
}

function hasConfig(folder: string): boolean {
  if (existsSync(join(folder, CONFIG))) return true;
  const above = dirname(folder);
  return above !== folder && !existsSync(join(folder, '.git')) && hasConfig(above);
}

function hasMarkdown(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => name.endsWith('.md'));
  } catch {
    return false;
  }
}

/** The folders that are open and keep briefs. */
export function foldersWithBriefs(): readonly vscode.WorkspaceFolder[] {
  return (vscode.workspace.workspaceFolders ?? []).filter(
    ({ uri }) => uri.scheme === 'file' && hasBriefs(uri.fsPath),
  );
}

/** True for a document that may well be a brief: by its id, by where it stands, or by a configuration. */
export function mayBeBrief(document: vscode.TextDocument): boolean {
  const { uri, languageId } = document;
  if (uri.scheme !== 'file' || languageId !== 'markdown') return false;
  if (hasId(document.getText(new vscode.Range(0, 0, 200, 0)))) return true;
  const folder = dirname(uri.fsPath);
  return folder.split(sep).includes(FOLDER) || hasConfig(folder);
}

/** The brief that one looks at; beside its preview or its log it is the one that is shown. */
export function shownBrief(): vscode.TextDocument | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const editors = activeTextEditor === undefined ? [] : [activeTextEditor];
  return [...editors, ...visibleTextEditors].map(({ document }) => document).find(mayBeBrief);
}

/** True where a frontmatter gives the id of a brief. */
export function hasId(text: string): boolean {
  return /^\uFEFF?---[ \t]*\r?\n/.test(text) && /^id:[ \t]*["']?b-\w/m.test(text.slice(0, HEAD));
}
