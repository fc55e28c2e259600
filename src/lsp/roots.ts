/** The workspaces that open documents belong to: each found once, its configuration read anew when it changes. */
import { dirname, sep } from 'node:path';
import { DEFAULT_CONFIG, readConfig } from '../config/config.ts';
import { configText } from '../files/config-text.ts';
import { Failure } from '../failure.ts';
import type { Workspace } from '../files/workspace.ts';
import { pathInside, realFolder } from '../files/workspace.ts';
import { findRepository } from '../git/repository.ts';
import type { Host } from '../host.ts';
import { openWorkspace } from '../lint/workspace.ts';
import { RULES } from '../rules/index.ts';
import type { BriefCache } from './brief-cache.ts';
import { createBriefCache } from './brief-cache.ts';
import { configStamp, existingFolder } from './places.ts';

/** A workspace with what the server knows of it. */
export interface Root {
  workspace: Workspace;
  briefs: BriefCache;
  /** Of the configuration file, as it was when it was read. */
  configStamp: string;
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
  /** Reads the briefs of a folder that an editor has open, before one of them is. */
  readonly open: (folder: string) => Promise<void>;
  /** Reads the configuration again where it changed; true when it did. */
  readonly reload: (root: Root) => boolean;
  readonly all: () => readonly Root[];
  readonly stop: () => void;
}

interface RootEvents {
  /** Folders that the editor has open, absolute and real. */
  readonly folders: () => readonly string[];
  /** What was read in the background is there. */
  readonly changed: (root: Root) => void;
  /** The configuration is wrong: the last good one, or the default, counts. */
  readonly warn: (message: string) => void;
}

/** Finds and keeps the workspaces of an editor's documents. */
export function createRoots(host: Host, events: RootEvents): Roots {
  const byRoot = new Map<string, Root>();
  const byFolder = new Map<string, Promise<Root>>();

  async function find(folder: string): Promise<Root> {
    const workspace = await workspaceOf(host, existingFolder(folder), events);
    const known = byRoot.get(workspace.root);
    if (known !== undefined) return known;
    const root: Root = {
      workspace,
      configStamp: configStamp(workspace.root),
      briefs: undefined as never,
    };
    root.briefs = cacheFor(root);
    byRoot.set(workspace.root, root);
    return root;
  }

  function cacheFor(root: Root): BriefCache {
    const briefs = createBriefCache(
      root.workspace,
      () => host.now().getTime(),
      () => events.changed(root),
    );
    // After what is being answered now: the first finding comes before the other briefs.
    setTimeout(() => void briefs.refresh().catch(() => {}), 20).unref();
    return briefs;
  }

  function rootOf(folder: string): Promise<Root> {
    let found = byFolder.get(folder);
    if (found === undefined) {
      found = find(folder);
      byFolder.set(folder, found);
    }
    return found;
  }

  return {
    async homeOf(file) {
      const root = await rootOf(dirname(file));
      const path = pathInside(root.workspace, file);
      return path === undefined ? undefined : { root, path };
    },
    async open(folder) {
      await rootOf(folder);
    },
    reload(root) {
      const stamp = configStamp(root.workspace.root);
      if (stamp === root.configStamp) return false;
      root.configStamp = stamp;
      try {
        const config = readConfig(configText(root.workspace.root), RULES);
        const before = root.workspace.config.folder;
        root.workspace = { ...root.workspace, config };
        if (before.join('\n') !== config.folder.join('\n')) {
          root.briefs.stop();
          root.briefs = cacheFor(root);
        }
        return true;
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        events.warn(messageOf(error));
        return false;
      }
    },
    all: () => [...byRoot.values()],
    stop() {
      for (const root of byRoot.values()) root.briefs.stop();
    },
  };
}

/** The workspace of a folder; without a repository, that of the editor's folder which it is in. */
async function workspaceOf(host: Host, cwd: string, events: RootEvents): Promise<Workspace> {
  const workspace = await openAnyway(host, cwd, events);
  if (workspace.repository !== undefined || workspace.root !== cwd) return workspace;
  const outer = events
    .folders()
    .filter((open) => cwd === open || cwd.startsWith(open + sep))
    .toSorted((a, b) => b.length - a.length)[0];
  return outer === undefined ? workspace : openAnyway(host, outer, events);
}

/** A configuration that is wrong must not take the editor's help away. */
async function openAnyway(host: Host, cwd: string, { warn }: RootEvents): Promise<Workspace> {
  try {
    return await openWorkspace({ ...host, cwd });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    warn(messageOf(error));
    const repository = await findRepository(cwd, host.env).catch(() => undefined);
    const root = repository === undefined || repository.bare ? cwd : realFolder(repository.root);
    return { host: { ...host, cwd }, root, repository, config: DEFAULT_CONFIG, cwd };
  }
}

function messageOf(failure: Failure): string {
  return failure.help === undefined ? failure.message : `${failure.message}. ${failure.help}`;
}
