/** What an editor asks about a brief, taken to the functions that know. */
import type {
  CancellationToken,
  Connection,
  Range,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { Values } from '../brief/fields.ts';
import { currentSeal, goalpostMoved } from '../agreement/seals.ts';
import type { Span } from '../brief/span.ts';
import { loadFile } from '../files/load.ts';
import { sealedValues } from '../lifecycle/sealed-values.ts';
import { REVEAL, actionsAt } from './actions.ts';
import { completionAt } from './completion.ts';
import { idAt } from './definition.ts';
import { hoverAt } from './hover.ts';
import { foldingOf, lensesOf, symbolsOf } from './outline.ts';
import { pageOf } from './pages.ts';
import { uriOf } from './places.ts';
import type { Home, Root } from './roots.ts';
import type { Open, Session } from './session.ts';
import type { View } from './view.ts';
import { toOffset, toRange, viewOf } from './view.ts';

/** Puts the answers behind the protocol's questions. */
export function attachAnswers(connection: Connection, session: Session): void {
  const sealed = new Map<string, Promise<Values | undefined>>();

  /** Answers about a place in a brief, and with nothing elsewhere. */
  async function at<T>(
    { textDocument, position }: TextDocumentPositionParams,
    token: CancellationToken,
    answer: (entry: Open, offset: number) => T | Promise<T>,
  ): Promise<T | null> {
    const entry = await session.opened(textDocument.uri, token);
    return entry === undefined ? null : answer(entry, toOffset(entry.view, position));
  }

  connection.onCompletion((params, token) =>
    at(params, token, ({ view, home }, offset) => {
      const { folder } = home.root;
      const others = folder.summaries() ?? [];
      return completionAt(view, offset, {
        today: session.today(),
        people: folder.people(),
        briefs: others.flatMap(({ id, title, path }) =>
          id === undefined || path === view.path ? [] : [{ id, title: title ?? path, path }],
        ),
        snippets:
          session.client().textDocument?.completion?.completionItem?.snippetSupport === true,
      });
    }),
  );

  connection.onHover((params, token) =>
    at(params, token, async ({ view, home }, offset) => {
      const known = {
        briefOf: (id: string) => {
          const found = home.root.folder.briefOf(id);
          return found && { title: found.title ?? found.path, path: found.path };
        },
        sealed: await sealedOf(view, home),
      };
      return hoverAt(view, offset, known) ?? null;
    }),
  );

  /** What was agreed to, looked up in git only where the criteria are another. */
  async function sealedOf(view: View, home: Home): Promise<Values | undefined> {
    const { values } = view.brief;
    const seal = goalpostMoved(values) ? currentSeal(values) : undefined;
    if (seal === undefined) return undefined;
    const key = `${home.root.workspace.root}\n${view.path}\n${seal}`;
    let found = sealed.get(key);
    if (found === undefined) {
      found = sealedValues(home.root.workspace, view.path, values).catch(() => undefined);
      sealed.set(key, found);
      // It may be committed a minute later.
      void found.then((known) => known ?? setTimeout(() => sealed.delete(key), 10_000).unref());
    }
    return found;
  }

  connection.onCodeAction(async ({ textDocument, range, context }, token) => {
    const entry = await session.opened(textDocument.uri, token);
    if (entry === undefined) return null;
    const { view, home, findings } = entry;
    const span = touchedBy(view, range);
    const actions = actionsAt(view, span, findings, {
      today: session.today(),
      sealed: await sealedOf(view, home),
      pageOf,
    });
    const canShow = session.client().window?.showDocument?.support === true;
    return actions
      .filter(({ kind }) => wanted(kind ?? '', context.only))
      .map(({ command, ...action }) =>
        canShow && command !== undefined ? { ...action, command } : action,
      );
  });

  connection.onExecuteCommand(async ({ command, arguments: [uri, selection] = [] }) => {
    if (command !== REVEAL || typeof uri !== 'string') return;
    await connection.window.showDocument({ uri, selection, takeFocus: true });
  });

  connection.onDefinition((params, token) =>
    at(params, token, ({ view, home }, offset) => {
      const id = idAt(view.brief.text, offset)?.id;
      const found = id === undefined ? undefined : home.root.folder.briefOf(id);
      if (found === undefined) return null;
      const { workspace } = home.root;
      const uri = uriOf(workspace.root, found.path);
      const text = session.textOf(uri) ?? savedText(home.root, found.path);
      const target = viewOf(uri, found.path, text);
      const place = target.brief.places.get('id');
      return { uri, range: toRange(target, place?.node ?? { start: 0, end: 0 }) };
    }),
  );

  connection.onDocumentSymbol(async ({ textDocument }, token) => {
    const entry = await session.opened(textDocument.uri, token);
    return entry === undefined ? null : symbolsOf(entry.view);
  });
  connection.onFoldingRanges(async ({ textDocument }, token) => {
    const entry = await session.opened(textDocument.uri, token);
    return entry === undefined ? null : foldingOf(entry.view);
  });
  connection.onCodeLens(async ({ textDocument }, token) => {
    const entry = await session.opened(textDocument.uri, token);
    return entry === undefined ? null : lensesOf(entry.view);
  });
}

/** A cursor alone asks about its line: nobody aims at the first letter of a value. */
function touchedBy(view: View, { start, end }: Range): Span {
  const alone = start.line === end.line && start.character === end.character;
  const from = alone ? { line: start.line, character: 0 } : start;
  const to = alone ? { line: start.line, character: Number.MAX_SAFE_INTEGER } : end;
  return { start: toOffset(view, from), end: toOffset(view, to) };
}

function savedText(root: Root, path: string): string {
  const loaded = loadFile(root.workspace, path);
  return 'text' in loaded ? loaded.text : '';
}

/** `quickfix` asks for all kinds below it as well. */
function wanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`));
}
