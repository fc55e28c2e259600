/**
 * The problems of the briefs that are not open: found in the background, a few milliseconds at a time,
 * and told the editor, so that its list of problems has all of them.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from 'vscode-languageserver';
import type { Checked } from '../lint/check.ts';
import { checkFile } from '../lint/check.ts';
import { checkSetup } from '../lint/check-context.ts';
import { crossFileFilter, hasCrossFileRules } from '../lint/cross-file.ts';
import { createDebounced } from './debounce.ts';
import { locatedDiagnostic } from './diagnostics.ts';
import { uriOf } from './places.ts';
import type { Root } from './roots.ts';

/** What is known of a brief that is not open. */
interface Known {
  /** Of the file as it was checked. */
  readonly stamp: string;
  /** Without what other briefs make of it. */
  readonly checked: Checked;
  readonly diagnostics: readonly Diagnostic[];
}

/** The briefs that are not open. */
export interface ClosedBriefs {
  /** Checks those of a workspace that something changed for, once one pauses. */
  readonly later: (root: Root) => void;
  /** The editor has closed it: what was shown of it does not count. */
  readonly forget: (uri: string) => void;
  /** What was found, by the address of the brief. */
  readonly found: () => ReadonlyMap<string, readonly Diagnostic[]>;
  readonly stop: () => void;
}

interface Surroundings {
  readonly isOpen: (uri: string) => boolean;
  /** `YYYY-MM-DD`. */
  readonly today: () => string;
  readonly now: () => number;
  /** The address of a rule's page. */
  readonly pageOf: (rule: string) => string | undefined;
  readonly show: (uri: string, diagnostics: readonly Diagnostic[]) => void;
  readonly logError: (error: unknown) => void;
}

/** Nobody waits for it: a key stroke comes first. */
const PAUSE_MS = 300;
/** How long one slice of checking may take. */
const SLICE_MS = 4;
/** So many are told of one brief; who opens it sees more. */
const MAX_DIAGNOSTICS = 50;

export function createClosedBriefs(around: Surroundings): ClosedBriefs {
  const known = new Map<Root, Map<string, Known>>();
  const rounds = new Map<Root, number>();
  const debounced = createDebounced(PAUSE_MS);
  let stopped = false;

  async function check(root: Root): Promise<void> {
    const round = (rounds.get(root) ?? 0) + 1;
    rounds.set(root, round);
    const others = root.briefs.summaries();
    // While they are read for the first time; it is called again when they are there.
    if (others === undefined) return;
    const { workspace, configStamp } = root;
    const before = known.get(root) ?? new Map<string, Known>();
    const after = new Map(before);
    known.set(root, after);
    const setup = checkSetup(workspace, around.today());
    const isConcerned = hasCrossFileRules(workspace.config)
      ? crossFileFilter(setup, others)
      : () => false;
    let until = around.now() + SLICE_MS;
    const paths = root.briefs.paths();
    for (const path of paths) {
      if (around.now() >= until) {
        await new Promise<void>((done) => setImmediate(done));
        until = around.now() + SLICE_MS;
      }
      if (stopped || rounds.get(root) !== round) return;
      const uri = uriOf(workspace.root, path);
      if (around.isOpen(uri)) {
        after.delete(path);
        continue;
      }
      const stamp = `${stampOf(join(workspace.root, path))} ${configStamp} ${setup.today}`;
      const old = after.get(path);
      const checked = old?.stamp === stamp ? old.checked : checkFile(setup, path);
      const { findings } = isConcerned(checked) ? checkFile(setup, path, others) : checked;
      const diagnostics = findings
        .slice(0, MAX_DIAGNOSTICS)
        .map((finding) => locatedDiagnostic(uri, finding, around.pageOf(finding.rule)));
      after.set(path, { stamp, checked, diagnostics });
      if (!isSame(old?.diagnostics ?? [], diagnostics)) around.show(uri, diagnostics);
    }
    const there = new Set(paths);
    for (const path of after.keys()) {
      if (there.has(path)) continue;
      after.delete(path);
      around.show(uriOf(workspace.root, path), []);
    }
  }

  return {
    later(root) {
      debounced.later(root.workspace.root, () => void check(root).catch(around.logError));
    },
    forget(uri) {
      for (const [{ workspace }, briefs] of known) {
        for (const path of briefs.keys()) {
          if (uriOf(workspace.root, path) === uri) briefs.delete(path);
        }
      }
    },
    found() {
      const all = new Map<string, readonly Diagnostic[]>();
      for (const [{ workspace }, briefs] of known) {
        for (const [path, { diagnostics }] of briefs) {
          all.set(uriOf(workspace.root, path), diagnostics);
        }
      }
      return all;
    },
    stop() {
      stopped = true;
      debounced.stop();
    },
  };
}

function stampOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found === undefined ? '' : `${found.mtimeMs} ${found.size}`;
}

function isSame(one: readonly Diagnostic[], other: readonly Diagnostic[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
