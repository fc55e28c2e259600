/** The briefs that are open in an editor: each version of a text read once, and checked by the engine. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { MAX_FILE_BYTES } from '../files/bytes.ts';
import { findingsOf } from '../lint/check.ts';
import { checkSetup } from '../lint/check-context.ts';
import type { FixedText } from '../lint/fix.ts';
import { fixText } from '../lint/fix.ts';
import type { Finding } from '../rules/index.ts';
import { isBriefPath } from './brief-cache.ts';
import { fileOf } from './places.ts';
import type { Home, Root } from './roots.ts';
import type { View } from './view.ts';
import { viewOf } from './view.ts';

/** An open brief: its text as it was last read, and what was found in it. */
export interface OpenBrief {
  readonly version: number;
  readonly home: Home;
  readonly view: View;
  readonly findings: readonly Finding[];
}

export interface OpenBriefs {
  /** The newest reading of a document; undefined for markdown that is no brief. */
  readonly read: (document: TextDocument) => Promise<OpenBrief | undefined>;
  /** The addresses of those that were read. */
  readonly uris: () => readonly string[];
  /** The workspace of a document that was read. */
  readonly rootOf: (uri: string) => Root | undefined;
  /** Checks the briefs of a workspace again, after something around them changed. */
  readonly recheck: (root: Root, except?: string) => void;
  /** Forgets what was read in a workspace: after another configuration it does not count. */
  readonly forget: (root: Root) => void;
  readonly close: (uri: string) => void;
  /** The text of a brief after its safe fixes. */
  readonly fixedText: (brief: OpenBrief) => FixedText;
}

interface Surroundings {
  /** A document as it is now; undefined once it is closed. */
  readonly documentOf: (uri: string) => TextDocument | undefined;
  readonly homeOf: (file: string) => Promise<Home | undefined>;
  /** `YYYY-MM-DD`. */
  readonly today: () => string;
  /** Shows what was found anew in a brief, or nothing more for a document that is none any longer. */
  readonly show: (brief: OpenBrief) => void;
  readonly clear: (uri: string) => void;
  /** Called where a brief was read of which others have to know, once one pauses. */
  readonly afterPause: (root: Root, work: () => void) => void;
}

export function createOpenBriefs(around: Surroundings): OpenBriefs {
  const open = new Map<string, OpenBrief>();

  async function read(document: TextDocument): Promise<OpenBrief | undefined> {
    const { uri, version } = document;
    const known = open.get(uri);
    if (known?.version === version) return known;
    const file = fileOf(uri);
    const home = known?.home ?? (file === undefined ? undefined : await around.homeOf(file));
    // While the workspace was looked for, one may have typed on, or closed it.
    const now = around.documentOf(uri);
    return home === undefined || now === undefined ? undefined : readAt(now, home);
  }

  function readAt(document: TextDocument, home: Home): OpenBrief | undefined {
    const { uri, version } = document;
    const known = open.get(uri);
    if (known?.version === version) return known;
    const text = document.getText();
    // As lint has it: a file of this size is no brief.
    const view = viewOf(uri, home.path, text.length > MAX_FILE_BYTES ? '' : text);
    if (!isBriefPath(home.root.workspace, home.path) && view.brief.values.id === undefined) {
      if (open.delete(uri)) around.clear(uri);
      return undefined;
    }
    const concernsOthers = home.root.briefs.open(home.path, view.brief);
    const entry = { version, home, view, findings: check(view, home.root) };
    open.set(uri, entry);
    if (concernsOthers) around.afterPause(home.root, () => recheck(home.root, uri));
    return entry;
  }

  function setupOf({ workspace }: Root): ReturnType<typeof checkSetup> {
    return checkSetup(workspace, around.today(), around.today());
  }

  function check({ path, brief }: View, root: Root): readonly Finding[] {
    return findingsOf(setupOf(root), path, brief, root.briefs.summaries());
  }

  function recheck(root: Root, except?: string): void {
    for (const [uri, entry] of open) {
      if (entry.home.root !== root || uri === except) continue;
      const findings = check(entry.view, root);
      const fresh = { ...entry, findings };
      open.set(uri, fresh);
      if (JSON.stringify(findings) !== JSON.stringify(entry.findings)) around.show(fresh);
    }
  }

  return {
    read,
    uris: () => [...open.keys()],
    rootOf: (uri) => open.get(uri)?.home.root,
    recheck,
    forget(root) {
      for (const [uri, entry] of open) if (entry.home.root === root) open.delete(uri);
    },
    close(uri) {
      const entry = open.get(uri);
      if (entry === undefined) return;
      open.delete(uri);
      entry.home.root.briefs.close(entry.home.path);
      around.clear(uri);
    },
    fixedText: ({ view, home: { root } }) =>
      fixText(setupOf(root), view.path, view.brief.text, root.briefs.summaries()),
  };
}
