import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rulePage } from '../report/rules-markdown.ts';
import { ruleOf } from '../rules/index.ts';

/** The pages of the rules, for an editor that opens the link of a finding. */
export interface RulePages {
  /** The address of a rule's page; undefined where it cannot be written. */
  readonly of: (rule: string) => string | undefined;
  /** Takes them away. */
  readonly stop: () => void;
}

/** Writes the page of a rule when a finding leads there first, into a folder of its own. */
export function createRulePages(): RulePages {
  const written = new Map<string, string | undefined>();
  let folder: string | undefined;

  function write(id: string): string | undefined {
    const rule = ruleOf(id);
    if (rule === undefined) return undefined;
    try {
      folder ??= mkdtempSync(join(tmpdir(), 'delegate-rules-'));
      const file = join(folder, `${id}.md`);
      writeFileSync(file, rulePage(rule));
      return pathToFileURL(file).href;
    } catch {
      // A finding does not need its link.
      return undefined;
    }
  }

  return {
    of(id) {
      if (!written.has(id)) written.set(id, write(id));
      return written.get(id);
    },
    stop() {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
