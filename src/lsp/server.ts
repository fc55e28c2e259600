/** The language server as a whole: from the first message of an editor to its end. */
import { createConnection } from 'vscode-languageserver';
import {
  StreamMessageReader,
  StreamMessageWriter,
  createProtocolConnection,
} from 'vscode-languageserver/node';
import type { Host, Result } from '../host.ts';
import { EXIT } from '../host.ts';
import { attachAnswers } from './answers.ts';
import { watchParent } from './parent.ts';
import { attachSession } from './session.ts';

type Status = NonNullable<Result['status']>;

/** Serves an editor until it says goodbye, closes its end, or dies. */
export async function serve(host: Host): Promise<Status> {
  return new Promise<Status>((done) => {
    let shutdown = false;
    let stopWatch = (): void => {};
    let ended = false;
    const end = (code: number): void => {
      if (ended) return;
      ended = true;
      stopWatch();
      session.stop();
      connection.dispose();
      host.stdin.destroy();
      // The protocol's own statuses: 1 for an end without a goodbye.
      done(code === 0 ? EXIT.ok : EXIT.findings);
    };
    const connection = createConnection(
      (logger) =>
        createProtocolConnection(
          new StreamMessageReader(host.stdin),
          new StreamMessageWriter(host.stdout),
          logger,
        ),
      {
        initialize: ({ processId }) => {
          stopWatch = watchParent(host, processId, () => end(1));
        },
        get shutdownReceived() {
          return shutdown;
        },
        set shutdownReceived(value) {
          shutdown = value;
        },
        exit: end,
      },
    );
    const gone = (): void => end(shutdown ? 0 : 1);
    for (const event of ['end', 'close', 'error']) host.stdin.once(event, gone);
    const session = attachSession(connection, host, () => shutdown);
    attachAnswers(connection, session);
    connection.listen();
  });
}
