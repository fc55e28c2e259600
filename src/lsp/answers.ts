/** What an editor asks about a brief, taken to the functions that know. */
import type { MessageConnection } from 'vscode-jsonrpc/node';
import type {
  CancellationToken,
  CodeAction,
  CodeActionParams,
  CompletionList,
  Definition,
  ExecuteCommandParams,
  Range,
  TextDocumentIdentifier,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import { nextSteps } from '../agreement/next-steps.ts';
import { RUN, ranText } from './acting.ts';
import type { Ran } from './run-program.ts';
import { runProgram } from './run-program.ts';
import type { Values } from '../brief/fields.ts';
import type { Span } from '../brief/span.ts';
import { loadFile } from '../files/load.ts';
import { actionsAt } from './actions.ts';
import { completionAt } from './completion.ts';
import { idAt } from './definition.ts';
import type { HoverContext } from './hover.ts';
import { hoverAt } from './hover.ts';
import { foldingOf, lensesOf, symbolsOf } from './outline.ts';
import { uriOf } from './places.ts';
import { createSelfCache } from './self-cache.ts';
import {
  ACTIONS,
  COMMAND,
  COMPLETION,
  DEFINITION,
  FOLDING,
  HINTS,
  HOVER,
  LENSES,
  SHOW_DOCUMENT,
  SYMBOLS,
  TOKENS,
} from './messages.ts';
import type { Before } from './moved.ts';
import { MOVES, movedHints, movedIn, movedLenses, movedMarks } from './moved.ts';
import { REVEAL } from './reveal.ts';
import type { Home, Root } from './roots.ts';
import { createSealedCache } from './sealed-cache.ts';
import { semanticTokensOf } from './semantic-tokens.ts';
import type { OpenBrief } from './open-briefs.ts';
import type { Session } from './session.ts';
import type { View } from './view.ts';
import { toOffset, toRange, viewOf } from './view.ts';

interface DocumentParams {
  readonly textDocument: TextDocumentIdentifier;
}

/** Gives the answers to the protocol's questions. */
export function attachAnswers(connection: MessageConnection, session: Session): void {
  const fromGit = createSealedCache();
  const selfOf = createSelfCache(() => session.host.now().getTime());

  /** Answers about a brief, and with nothing for any other document. */
  async function about<T>(
    { textDocument }: DocumentParams,
    token: CancellationToken,
    answer: (brief: OpenBrief) => T | Promise<T>,
  ): Promise<T | null> {
    const brief = await session.opened(textDocument.uri, token);
    return brief === undefined ? null : answer(brief);
  }

  /** The same about a place in it. */
  function at<T>(
    params: TextDocumentPositionParams,
    token: CancellationToken,
    answer: (brief: OpenBrief, offset: number) => T | Promise<T>,
  ): Promise<T | null> {
    return about(params, token, (brief) => answer(brief, toOffset(brief.view, params.position)));
  }

  connection.onRequest(COMPLETION, (params, token) =>
    at(params, token, (brief, offset) => completions(session, brief, offset)),
  );
  connection.onRequest(HOVER, (params, token) =>
    at(params, token, async (brief, offset) => {
      const context = hoverContext(brief.home, await fromGit.sealed(brief));
      return hoverAt(brief.view, offset, context) ?? null;
    }),
  );
  connection.onRequest(ACTIONS, (params, token) =>
    about(params, token, async (brief) =>
      actions(session, brief, params, await fromGit.sealed(brief)),
    ),
  );
  connection.onRequest(COMMAND, execute);
  connection.onRequest(DEFINITION, (params, token) =>
    at(params, token, (brief, offset) => definition(session, brief, offset)),
  );
  connection.onRequest(SYMBOLS, (params, token) =>
    about(params, token, ({ view }) => symbolsOf(view)),
  );
  connection.onRequest(FOLDING, (params, token) =>
    about(params, token, ({ view }) => foldingOf(view)),
  );
  connection.onRequest(
    TOKENS,
    async (params, token) =>
      (await about(params, token, ({ view }) => semanticTokensOf(view))) ?? { data: [] },
  );
  connection.onRequest(LENSES, (params, token) =>
    about(params, token, async (brief) => {
      const { view, home } = brief;
      const today = session.today();
      const self = await selfOf(home.root.workspace, view.brief.values);
      const steps = nextSteps(view.brief, self, today);
      const moved = movedIn(view, await before(brief));
      return [...lensesOf(view, { today, steps }), ...movedLenses(view, moved, steps.length > 0)];
    }),
  );
  connection.onRequest(HINTS, (params, token) =>
    about(params, token, async (brief) => {
      const { start, end } = params.range;
      const hints = movedHints(brief.view, movedIn(brief.view, await before(brief)));
      return hints.filter(({ position: { line } }) => start.line <= line && line <= end.line);
    }),
  );

  async function before(brief: OpenBrief): Promise<Before> {
    const [agreed, sealed] = await Promise.all([fromGit.agreed(brief), fromGit.sealed(brief)]);
    return { agreed, sealed };
  }

  async function execute(
    { command, arguments: [uri, given] = [] }: ExecuteCommandParams,
    token: CancellationToken,
  ): Promise<unknown> {
    if (typeof uri !== 'string') return null;
    switch (command) {
      case REVEAL:
        await connection.sendRequest(SHOW_DOCUMENT, { uri, selection: given, takeFocus: true });
        return null;
      case MOVES:
        return about({ textDocument: { uri } }, token, async (brief) =>
          movedMarks(movedIn(brief.view, await before(brief))),
        );
      case RUN:
        return isWords(given) ? about({ textDocument: { uri } }, token, run(given)) : null;
      default:
        return null;
    }
  }

  /** Runs the program on a brief, and shows what it says. */
  function run(args: readonly string[]): (brief: OpenBrief) => Promise<Ran | null> {
    return async ({ view, home: { root } }) => {
      if (view.brief.text !== savedText(root, view.path)) {
        const words = `Save ${view.path} first: the command reads the file.`;
        session.editor.tell('refused', words);
        return null;
      }
      const ran = await runProgram(session.host, root.workspace.root, args);
      session.editor.tell(ran.status === 0 ? 'done' : 'refused', ranText(ran, args));
      return ran;
    };
  }
}

function isWords(given: unknown): given is readonly string[] {
  return Array.isArray(given) && given.every((word) => typeof word === 'string');
}

function completions(
  { today, editor }: Session,
  { view, home }: OpenBrief,
  offset: number,
): CompletionList {
  const { briefs } = home.root;
  const others = briefs.summaries() ?? [];
  const { textDocument, window } = editor.capabilities();
  const { snippetSupport, labelDetailsSupport } = textDocument?.completion?.completionItem ?? {};
  return completionAt(view, offset, {
    today: today(),
    people: briefs.people(),
    briefs: others.flatMap(({ id, title, path }) =>
      id === undefined || path === view.path ? [] : [{ id, title: title ?? path, path }],
    ),
    snippets: snippetSupport === true,
    notes: labelDetailsSupport === true,
    shows: window?.showDocument?.support === true,
  });
}

function hoverContext({ root }: Home, sealed: Values | undefined): HoverContext {
  return {
    briefOf(id) {
      const found = root.briefs.briefOf(id);
      return found && { title: found.title ?? found.path, path: found.path };
    },
    sealed,
  };
}

function actions(
  session: Session,
  brief: OpenBrief,
  { range, context }: CodeActionParams,
  sealed: Values | undefined,
): CodeAction[] {
  const { view, findings } = brief;
  const all = actionsAt(view, touchedBy(view, range), findings, {
    today: session.today(),
    sealed,
    pageOf: session.pageOf,
    fixedText: () => session.fixedText(brief),
  });
  const canShow = session.editor.capabilities().window?.showDocument?.support === true;
  return all
    .filter(({ kind }) => isWanted(kind ?? '', context.only))
    .map(({ command, ...action }) =>
      canShow && command !== undefined ? { ...action, command } : action,
    );
}

/** The brief whose id stands at an offset. */
function definition(
  session: Session,
  { view, home }: OpenBrief,
  offset: number,
): Definition | null {
  const { root } = home;
  const id = idAt(view.brief.text, offset)?.id;
  const found = id === undefined ? undefined : root.briefs.briefOf(id);
  if (found === undefined) return null;
  const uri = uriOf(root.workspace.root, found.path);
  const target = viewOf(uri, found.path, session.textOf(uri) ?? savedText(root, found.path));
  const place = target.brief.places.get('id');
  return { uri, range: toRange(target, place?.node ?? { start: 0, end: 0 }) };
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
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`));
}
