/** The language server as a whole: from the first message of an editor to its end. */
import {
  StreamMessageReader,
  StreamMessageWriter,
  createMessageConnection,
} from 'vscode-jsonrpc/node';
import type { MessageType } from 'vscode-languageserver';
import { Failure } from '../failure.ts';
import type { Host, Result } from '../host.ts';
import { EXIT } from '../host.ts';
import { attachAnswers } from './answers.ts';
import { frameWatch } from './frames.ts';
import { EXIT as GOODBYE, MESSAGE, SHUTDOWN, logTo } from './messages.ts';
import { watchParent } from './parent.ts';
import { attachSession } from './session.ts';

/** What comes in after it cannot be understood any more, and an editor would wait for ever. */
const NO_EDITOR = 'What is written to it must be the messages of an editor: see docs/editors.md.';

type Status = NonNullable<Result['status']>;

/** Serves an editor until it says goodbye, closes its end, or dies. A Failure when it cannot be understood. */
export async function serve(host: Host): Promise<Status> {
  return new Promise<Status>((done, fail) => {
    let shutdown = false;
    let stopWatch = (): void => {};
    let ended = false;
    const stop = (): boolean => {
      if (ended) return false;
      ended = true;
      stopWatch();
      session.stop();
      connection.dispose();
      host.stdin.destroy();
      return true;
    };
    // The protocol's own statuses: 1 for an end without a goodbye.
    const end = (code: number): void => {
      if (stop()) done(code === 0 ? EXIT.ok : EXIT.findings);
    };
    const faultIn = frameWatch();
    host.stdin.on('data', (chunk: Buffer) => {
      const fault = faultIn(chunk);
      if (fault !== undefined && stop()) fail(new Failure(fault, NO_EDITOR));
    });
    const reader = new StreamMessageReader(host.stdin);
    // Its timer for half a message outlives the editor that has sent it.
    reader.partialMessageTimeout = 0;
    const log = (type: MessageType) => (text: string) => logTo(connection, type, text);
    const connection = createMessageConnection(reader, new StreamMessageWriter(host.stdout), {
      error: log(MESSAGE.error),
      warn: log(MESSAGE.warning),
      info: log(MESSAGE.info),
      log: log(MESSAGE.log),
    });
    connection.onRequest(SHUTDOWN, () => {
      shutdown = true;
      return null;
    });
    connection.onNotification(GOODBYE, () => end(shutdown ? 0 : 1));
    const gone = (): void => end(shutdown ? 0 : 1);
    for (const event of ['end', 'close', 'error']) host.stdin.once(event, gone);
    const session = attachSession(connection, host, {
      began: (id) => {
        stopWatch = watchParent(host, id, () => end(1));
      },
      isOver: () => shutdown,
    });
    attachAnswers(connection, session);
    connection.listen();
  });
}
