/** Every command that works on a repository reads the same configuration, and refuses it the same. */
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/commands/table.ts';
import { GOOD_BRIEF, runDelegate, tempRepo } from '../support/index.ts';

/** Commands that read no configuration: git and editors start them, or they only print. */
const WITHOUT: readonly string[] = [
  'demo',
  // Of an event that is no comment it reads no more.
  'comment',
  'completion',
  'schema',
  'lsp',
  // Its tools are the commands.
  'mcp',
  'textconv',
  'merge-driver',
];

/** What the others are given, where a name is not enough. */
const ARGS: Readonly<Record<string, readonly string[]>> = {
  new: ['A title', '--template', 'small'],
  edit: ['a'],
  propose: ['a'],
  accept: ['a', '--backbrief', 'In my words.'],
  amend: ['a', '--reason', 'So.'],
  import: ['a.md'],
  'check-in': ['a', '--state', 'on-track'],
  pause: ['a'],
  resume: ['a'],
  agree: ['a'],
  dispute: ['a', '--reason', 'So.'],
  withdraw: ['a', '--reason', 'So.'],
  reassign: ['a', '--to', 'Mei Lin', '--reason', 'So.'],
  reopen: ['a', '--reason', 'So.'],
  close: ['a', '--as', 'done', '--outcome', 'Fine.'],
  show: ['a'],
  handover: ['a'],
  verify: ['a'],
  guard: ['a', 'HEAD..HEAD'],
};

const commands = COMMANDS.map(({ name }) => name).filter((name) => !WITHOUT.includes(name));

describe.each([
  [
    'rules:\n  approval-heavy: {mots: 3}\n',
    'delegate: .delegate.yaml:2:20: the rule approval-heavy has no option "mots"\nDid you mean "most"?\n',
  ],
  [
    'rules:\n  approval-heavy: {most: few}\n',
    'delegate: .delegate.yaml:2:26: the option most of approval-heavy must be a number\nFor example: most: 5\n',
  ],
  [
    'rules: {vage-term: off}\n',
    'delegate: .delegate.yaml:1:9: there is no rule "vage-term"\nDid you mean "vague-term"?\n',
  ],
  [
    'words: {vage-term: {add: [x]}}\ncommit: maybe\n',
    'delegate: .delegate.yaml:1:9: there is no rule "vage-term"\nDid you mean "vague-term"?\n',
  ],
  ['commit: maybe\n', 'delegate: .delegate.yaml:1:9: commit must be true or false\n'],
  ['flder: x\n', 'delegate: .delegate.yaml:1:1: unknown key "flder"\nDid you mean "folder"?\n'],
])('a configuration of %j', (config, err) => {
  const repo = tempRepo({ '.delegate.yaml': config, 'briefs/a.md': GOOD_BRIEF });

  test.each(commands)('is refused by %s', async (command) => {
    expect(await runDelegate([command, ...(ARGS[command] ?? [])], { cwd: repo })).toEqual({
      status: 2,
      out: '',
      err,
    });
  });
});
