/**
 * Whatever a stranger has written, wherever they can: no command shows it so that a terminal, the log of a
 * CI, or whoever reads its JSON, XML, markdown or HTML, does anything with it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { REPORT_FORMATS } from '../../src/commands/report/options.ts';
import { COMMANDS } from '../../src/commands/table.ts';
import { FORMATS } from '../../src/report/findings-formats.ts';
import { LOG_FORMATS } from '../../src/report/log-formats.ts';
import type { Ran } from '../support/index.ts';
import { copyOf, runDelegate, tempFolder } from '../support/index.ts';
import {
  HOSTILE_ID,
  HOSTILE_PATH,
  hazardsIn,
  hostileRepo,
  hostileText,
} from '../support/hostile.ts';
import { LONG } from '../support/size.ts';

const ID = HOSTILE_ID;
const REASON = ['--reason', hostileText(0)];
const BY = ['--by', 'bor@example.com'];

interface Case {
  readonly args: readonly string[];
  /** What the brief is before; accepted where nothing is said. */
  readonly status?: string;
  readonly input?: string;
}

const formats = (command: string, names: readonly string[], ...more: string[]): Case[] =>
  names.map((name) => ({ args: [command, ...more, '--format', name] }));

/** How wide the terminal is; an even one is without colours. */
const WIDTHS = [33, 40, 80];

/** How each command is called: all its ways to print what somebody else wrote. */
const CASES: Readonly<Record<string, readonly Case[]>> = {
  new: [
    { args: ['new', '::error::PWN', '--from', HOSTILE_PATH] },
    { args: ['new', '::error::PWN', '--from', HOSTILE_PATH, '--json'] },
    { args: ['new', '--from', HOSTILE_PATH, '--dry-run'] },
    { args: ['new', '--from', 'broken.md'] },
    { args: ['new', '::error::PWN', '--template', '::error::PWN'] },
  ],
  import: [
    { args: ['import', HOSTILE_PATH] },
    { args: ['import', HOSTILE_PATH, '--dry-run'] },
    { args: ['import', '::error::PWN'] },
    {
      args: ['import', '-'],
      input: JSON.stringify({
        title: hostileText(0),
        body: `## ${hostileText(1)}\n${hostileText(2)}\n\n## Goal\n${hostileText(3)}`,
        assignees: [{ login: hostileText(0) }, { login: hostileText(1) }],
      }),
    },
  ],
  edit: [{ args: ['edit', ID] }],
  propose: [{ args: ['propose', ID], status: 'draft' }],
  accept: [
    {
      args: ['accept', ID, ...BY, '--backbrief', `I own it, in words of mine: ${hostileText(4)}`],
      status: 'proposed',
    },
    { args: ['accept', ID, ...BY, '--object', hostileText(0), '--json'], status: 'proposed' },
    {
      args: ['accept', ID, ...BY, '--from', '-'],
      status: 'proposed',
      input: `I own it, in words of mine: ${hostileText(4)}`,
    },
  ],
  amend: [
    { args: ['amend', ID, '--set', `goal=${hostileText(0)}`, ...REASON] },
    { args: ['amend', ID, '--add', `guardrails=${hostileText(0)}`, ...REASON, '--json'] },
    { args: ['amend', ID, '--set', `goal=${hostileText(0)}`, ...REASON, '--dry-run'] },
    { args: ['amend', ID, '--set', `::error::PWN=x`] },
    { args: ['amend', ID, '--remove', `guardrails=PWN`] },
    { args: ['amend', ID, '--reseal', ...REASON] },
    { args: ['amend', ID, '--propose', '--add', `guardrails=${hostileText(0)}`, ...REASON] },
    { args: ['amend', ID, '--from-proposal'] },
    { args: ['amend', ID, '--from-proposal', '::error::PWN'] },
  ],
  agree: [{ args: ['agree', ID] }, { args: ['agree', ID, 'PWN'] }, { args: ['agree', ID, '9'] }],
  dispute: [{ args: ['dispute', ID, ...REASON] }],
  'check-in': [
    { args: ['check-in', ID, '--state', 'on-track', '--note', hostileText(0)] },
    { args: ['check-in', ID, '--state', 'on-track', '--note', hostileText(0), '--json', '-n'] },
    { args: ['check-in', ID, '--state', 'on-track', '-m', 'x', '--evidence', hostileText(0)] },
  ],
  pause: [{ args: ['pause', ID, ...REASON] }],
  resume: [{ args: ['resume', ID], status: 'paused' }],
  withdraw: [{ args: ['withdraw', ID, ...REASON] }, { args: ['withdraw', ID, ...REASON, '-n'] }],
  reassign: [{ args: ['reassign', ID, '--to', '::error::PWN <x@example.com>', ...REASON] }],
  close: [
    { args: ['close', ID, '--as', 'done', '--outcome', hostileText(0)] },
    { args: ['close', ID, '--as', 'done', '--outcome', hostileText(0), '--met', 'PWN'] },
  ],
  reopen: [
    { args: ['reopen', ID, ...REASON], status: 'done' },
    { args: ['reopen', HOSTILE_PATH, ...REASON] },
  ],
  lint: [
    ...formats('lint', Object.keys(FORMATS)),
    { args: ['lint', '--fix', '--dry-run'] },
    { args: ['lint', '--fix'] },
    { args: ['lint', '--stdin', '--stdin-filename', HOSTILE_PATH], input: '::error::PWN' },
    { args: ['lint', '::error::PWN', '##[error]'] },
    { args: ['lint', '--since', '::error::PWN'] },
  ],
  rules: [{ args: ['rules'] }, { args: ['rules', '::error::PWN'] }],
  health: [{ args: ['health'] }, { args: ['health', '--json'] }, { args: ['health', ID] }],
  guard: [
    ...formats('guard', ['text', 'json', 'github'], ID, 'HEAD~2..HEAD'),
    { args: ['guard', ID, '::error::PWN'] },
    { args: ['guard', '::error::PWN', 'HEAD~1..HEAD'] },
    { args: ['guard', ID] },
  ],
  verify: [
    { args: ['verify', ID] },
    { args: ['verify', ID, '--yes', '--checks-from', 'HEAD'] },
    { args: ['verify', ID, '--yes', '--checks-from', 'HEAD', '--json'] },
    { args: ['verify', ID, '--check', '::error::PWN', '--checks-from', 'HEAD'] },
    { args: ['verify', ID, '--checks-from', '::error::PWN'] },
  ],
  inbox: [
    ...formats('inbox', ['text', 'json', 'markdown'], '--all'),
    { args: ['inbox'] },
    { args: ['inbox', '--for', 'PWN'] },
  ],
  list: [{ args: ['list'] }, { args: ['list', '--json'] }, { args: ['list', '--person', 'PWN'] }],
  show: [
    ...['text', 'markdown', 'html'].map((name) => ({ args: ['show', ID, '--format', name] })),
    { args: ['show', ID] },
    { args: ['show', ID, '--json'] },
    { args: ['show', 'wrong'] },
    { args: ['show', 'broken'] },
    { args: ['show', '::error::PWN'] },
  ],
  handover: [
    { args: ['handover', ID] },
    { args: ['handover', ID, '--json'] },
    { args: ['handover', ID, '--budget', '100'] },
    { args: ['handover', ID, '--budget', '::error::PWN'] },
    { args: ['handover', 'wrong'] },
    { args: ['handover', 'broken'] },
  ],
  calendar: [{ args: ['calendar'] }, { args: ['calendar', '--for', 'PWN'] }],
  log: [
    ...formats('log', Object.keys(LOG_FORMATS), '--all'),
    { args: ['log', '--oneline'] },
    { args: ['log', '--patch', '--full'] },
    { args: ['log', ID] },
    { args: ['log', '::error::PWN'] },
  ],
  report: formats('report', Object.keys(REPORT_FORMATS), '--today', '2026-07-10'),
  demo: [{ args: ['demo', '::error::PWN'] }],
  init: [{ args: ['init', '--hook', '--git-drivers'] }],
  comment: [
    { args: ['comment', '--event', HOSTILE_PATH] },
    { args: ['comment', '--event', '::error::PWN'] },
  ],
  completion: [{ args: ['completion', 'bash'] }, { args: ['completion', '::error::PWN'] }],
  schema: [{ args: ['schema'] }],
  textconv: [
    { args: ['textconv', HOSTILE_PATH] },
    { args: ['textconv', 'wrong ##vso[x].md'] },
    { args: ['textconv', 'broken.md'] },
    { args: ['textconv', '::error::PWN'] },
  ],
  'merge-driver': [{ args: ['merge-driver', 'broken.md', HOSTILE_PATH, 'broken.md'] }],
};

test('every command is tried, but for those that speak to editors and to agents', () => {
  const names = COMMANDS.map(({ name }) => name).filter((name) => !/^(?:lsp|mcp)$/.test(name));
  expect(Object.keys(CASES).toSorted()).toEqual(names.toSorted());
});

const REPOS = new Map<string, string>();

/** Runs it in a copy of the repository. */
async function run({ args, status = 'accepted', input }: Case, columns: number): Promise<Ran> {
  const original = REPOS.get(status) ?? hostileRepo(status);
  REPOS.set(status, original);
  const cwd = copyOf(original);
  const summary = join(tempFolder(), 'summary.md');
  writeFileSync(summary, '');
  const ran = await runDelegate(args, {
    cwd,
    env: { EDITOR: 'true', GITHUB_STEP_SUMMARY: summary },
    ...(input === undefined ? {} : { input }),
    host: { columns, colors: columns % 2 === 0 ? { out: 0, err: 0 } : { out: 1, err: 1 } },
  });
  return { ...ran, err: ran.err + readFileSync(summary, 'utf8') };
}

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  test.each(cases.map((one, at) => [one.args.join(' ').slice(0, 60), one, at] as const))(
    '%j',
    async (_, one, at) => {
      // A command's ways take turns, or each has all.
      for (const columns of LONG ? WIDTHS : [WIDTHS[at % WIDTHS.length] as number]) {
        const { status, out, err } = await run(one, columns);
        expect(err).not.toContain('should not');
        expect([0, 1, 2]).toContain(status);
        expect(hazardsIn(out), 'standard output').toEqual([]);
        expect(hazardsIn(err), 'standard error').toEqual([]);
        // The name of the brief's file has a line break in it, behind which it would speak as the program.
        const lines = out.startsWith('<!doctype html>') ? err : `${out}\n${err}`;
        expect(lines).not.toMatch(/^\s*(?::|\\x3a|&#58;):error::PWN\.md/m);
      }
    },
  );
});

test.each([['show', ID, '--format', 'html'], ['report']])(
  'a page of %s runs and fetches nothing',
  async (...args) => {
    const { out } = await run({ args }, 80);
    expect(out).not.toMatch(/<img|<script|<[^>]* on\w+=|(?:src|href)="(?!https:|mailto:|#)/i);
  },
);

test('JSON is JSON, with every letter that can be one', async () => {
  for (const args of [
    ['list', '--json'],
    ['show', ID, '--json'],
    ['lint', '--format', 'json'],
  ]) {
    const { out } = await run({ args }, 80);
    expect(JSON.stringify(JSON.parse(out))).toContain('::error::PWN');
  }
});
