import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Merge } from '../../src/merge/merge.ts';
import { mergeBriefs } from '../../src/merge/merge.ts';
import type { MergeText } from '../../src/merge/merge-text.ts';

/** What git itself does with lines. */
export const byGit: MergeText = async (base, ours, theirs) => {
  const dir = mkdtempSync(join(tmpdir(), 'delegate-merge-'));
  try {
    const names = ['ours', 'base', 'theirs'];
    [ours, base, theirs].forEach((text, index) => writeFileSync(join(dir, `${index}`), text));
    const labels = names.flatMap((name) => ['-L', name]);
    const run = spawnSync('git', ['merge-file', '-p', ...labels, '0', '1', '2'], {
      cwd: dir,
      encoding: 'utf8',
    });
    return { text: run.stdout, clean: run.status === 0 };
  } finally {
    rmSync(dir, { recursive: true });
  }
};

export const MARKERS = { size: 7, ours: 'ours', theirs: 'theirs' };

export const BASE = `---
id: b-7k3f9q2m
title: Halve deployment time
status: draft
goal: Cut the median deployment from 40 to 20 minutes.
why: >
  Hotfixes wait 40 minutes,
  so teams batch
  risky releases
  every single week.
scope:
  in: [The CI/CD pipeline]
  out: [Build machines] # not ours
guardrails:
  - No new paid services
  - Escalate a blocker the day it appears
timeline: {due: 2026-06-30}
x-team: web
---
## Context

Words.

## Check-ins

- 2026-04-10 (on track): Baseline measured.
`;

/** One person's change of a text. */
export type Edit = (text: string) => string;

/** What becomes of a brief that two people changed apart from each other. */
export async function merged(ours: Edit, theirs: Edit, base = BASE): Promise<Merge> {
  return mergeBriefs({ base, ours: ours(base), theirs: theirs(base) }, byGit, MARKERS);
}

/** A change that is not made in vain. */
export function swap(from: string, to: string): Edit {
  return (text) => {
    expect(text).toContain(from);
    return text.replace(from, () => to);
  };
}
