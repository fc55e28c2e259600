/** What is there once there are briefs: the lists, the line at the bottom, the marks. */
import * as vscode from 'vscode';
import { createBoard } from './board.mts';
import type { Delegate } from './delegate.mts';
import { showMarks } from './marks.mts';
import { showBriefs, showStatus, showWaiting } from './views.mts';

/** Called once, the first time that there is a brief. */
export function wakeUp(delegate: Delegate): void {
  const board = createBoard(delegate);
  delegate.context.subscriptions.push(
    showWaiting(board),
    showBriefs(board, delegate.tables.statuses),
    showStatus(board),
    showMarks(delegate),
    vscode.commands.registerCommand('delegate.refresh', board.refresh),
  );
}
