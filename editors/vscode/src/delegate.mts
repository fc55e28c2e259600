/** What the parts of the extension share. */
import type * as vscode from 'vscode';
import type { Server } from './client.mts';
import type { Program } from './program.mts';

/** A command of the program, as scripts/editor-manifest.ts writes it into the manifest. */
export interface ProgramCommand {
  readonly name: string;
  readonly title: string;
  /** It is about a brief: that of the editor. */
  readonly takesBrief: boolean;
}

/** What of the program's tables stands in the manifest. */
export interface FromTables {
  readonly commands: readonly ProgramCommand[];
  readonly statuses: readonly string[];
  readonly states: readonly string[];
}

export interface Delegate {
  readonly context: vscode.ExtensionContext;
  readonly tables: FromTables;
  /** The program that is run. */
  readonly program: () => Promise<Program>;
  /** The server, where one runs. */
  readonly server: () => Promise<Server | undefined>;
  /** Something was done that moves a brief on. */
  readonly done: vscode.EventEmitter<void>;
}
