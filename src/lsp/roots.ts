/** The workspaces that open documents belong to: each found once, its configuration read anew when it changes. */
import { dirname, sep } from 'node:path';
import { DEFAULT_CONFIG, readConfig } from '../config/config.ts';
import { Failure } from '../failure.ts';
import type { Workspace } from '../files/workspace.ts';
import { openWorkspace } from '../lint/workspace.ts';
import { pathInside, realFolder } from '../files/workspace.ts';
import { findRepository } from '../git/repository.ts';
import type { Host } from '../host.ts';
import { RULES } from '../rules/index.ts';
import type { Folder } from './folder.ts';
import { createFolder } from './folder.ts';
import { configStamp, existingFolder } from './places.ts';

/** A workspace with what the server knows of it. */
export interface Root {
  workspace: Workspace;
  folder: Folder;
  stamp: string;
}

/** Where a document stands. */
export interface Home {
  readonly root: Root;
  /** Below the root, with `/`. */
  readonly path: string;
}

/** The workspaces of one server. */
export interface Roots {
  readonly homeOf: (file: string) => Promise<Home | undefined>;
  /** Reads the configuration again where it changed; true when it did. */
  readonly reload: (root: Root) => boolean;
  readonly all: () => readonly Root[];
  readonly stop: () => void;
}

interface Calls {
  /** Folders that the editor has open, absolute and real. */
  readonly folders: () => readonly string[];
  /** What was read in the background is there. */
  readonly changed: (root: Root) => void;
  /** The configuration is wrong: the last good one, or the default, counts. */
  readonly warn: (message: string) => void;
}

export function createRoots(host: Host, calls: Calls): Roots {
  const byRoot = new Map<string, Root>();
  const byFolder = new Map<string, Promise<Root | undefined>>();

  async function find(folder: string): Promise<Root | undefined> {
    const cwd = existingFolder(folder);
    let workspace = await openOr(cwd);
    if (workspace === undefined) return undefined;
    if (workspace.repository === undefined && workspace.root === cwd) {
      const outer = calls
        .folders()
        .filter((open) => cwd === open || cwd.startsWith(open + sep))
        .toSorted((a, b) => b.length - a.length)[0];
      if (outer !== undefined) workspace = (await openOr(outer)) ?? workspace;
    }
    const known = byRoot.get(workspace.root);
    if (known !== undefined) return known;
    const root: Root = {
      workspace,
      stamp: configStamp(workspace.root),
      folder: undefined as never,
    };
    root.folder = folderOf(root);
    byRoot.set(workspace.root, root);
    return root;
  }

  /** A configuration that is wrong must not take the editor's help away. */
  async function openOr(cwd: string): Promise<Workspace | undefined> {
    try {
      return await openWorkspace({ ...host, cwd });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      calls.warn(wordsOf(error));
      const repository = await findRepository(cwd, host.env).catch(() => undefined);
      const root = repository === undefined || repository.bare ? cwd : realFolder(repository.root);
      return { host: { ...host, cwd }, root, repository, config: DEFAULT_CONFIG, cwd };
    }
  }

  function folderOf(root: Root): Folder {
    const folder = createFolder(
      root.workspace,
      () => host.now().getTime(),
      () => calls.changed(root),
    );
    // After what is being answered now: the first finding comes before the other briefs.
    setTimeout(() => void folder.refresh().catch(() => {}), 20).unref();
    return folder;
  }

  return {
    async homeOf(file) {
      const folder = dirname(file);
      let found = byFolder.get(folder);
      if (found === undefined) {
        found = find(folder);
        byFolder.set(folder, found);
      }
      const root = await found;
      const path = root && pathInside(root.workspace, file);
      return root === undefined || path === undefined ? undefined : { root, path };
    },
    reload(root) {
      const stamp = configStamp(root.workspace.root);
      if (stamp === root.stamp) return false;
      root.stamp = stamp;
      try {
        const config = readConfig(root.workspace.root, RULES);
        const before = root.workspace.config.folder;
        root.workspace = { ...root.workspace, config };
        if (before.join('\n') !== config.folder.join('\n')) {
          root.folder.stop();
          root.folder = folderOf(root);
        }
        return true;
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        calls.warn(wordsOf(error));
        return false;
      }
    },
    all: () => [...byRoot.values()],
    stop() {
      for (const root of byRoot.values()) root.folder.stop();
    },
  };
}

function wordsOf(failure: Failure): string {
  return failure.help === undefined ? failure.message : `${failure.message}. ${failure.help}`;
}
