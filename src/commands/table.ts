import type { CommandModule } from './command.ts';

interface CommandEntry {
  readonly name: string;
  /** Another name that people try. */
  readonly alias?: string;
  readonly summary: string;
  /** The heading that it stands under in the help. */
  readonly group: 'Write' | 'Agree' | 'Check' | 'Look' | 'Set up';
  /** Left out of the help: git runs it, not people. */
  readonly hidden?: true;
  readonly load: () => Promise<CommandModule>;
}

/** The commands: each is loaded when it is called, so that starting up stays quick. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'new',
    summary: 'write a brief: asks for each part of the context, and commits it',
    group: 'Write',
    load: () => import('./new/new.ts'),
  },
  {
    name: 'import',
    summary: 'drafts from documents, or from issues of GitHub and GitLab',
    group: 'Write',
    load: () => import('./import/import.ts'),
  },
  {
    name: 'edit',
    summary: 'a brief in your editor; lint, and a reason where a goalpost moved',
    group: 'Write',
    load: () => import('./lifecycle/edit.ts'),
  },
  {
    name: 'propose',
    summary: 'hand a draft to its delegate',
    group: 'Agree',
    load: () => import('./lifecycle/propose.ts'),
  },
  {
    name: 'accept',
    summary: 'say a brief back and take it on, or object',
    group: 'Agree',
    load: () => import('./lifecycle/accept.ts'),
  },
  {
    name: 'amend',
    summary: 'move a criterion openly: the reason, and who agreed',
    group: 'Agree',
    load: () => import('./lifecycle/amend.ts'),
  },
  {
    name: 'agree',
    summary: 'agree to a recorded change that waits for you',
    group: 'Agree',
    load: () => import('./lifecycle/agree.ts'),
  },
  {
    name: 'dispute',
    summary: 'object to a recorded change, with the reason',
    group: 'Agree',
    load: () => import('./lifecycle/dispute.ts'),
  },
  {
    name: 'check-in',
    summary: 'record a follow-up: on track, at risk or blocked',
    group: 'Agree',
    load: () => import('./lifecycle/check-in.ts'),
  },
  {
    name: 'pause',
    summary: 'set an accepted brief aside for a while',
    group: 'Agree',
    load: () => import('./lifecycle/pause.ts'),
  },
  {
    name: 'resume',
    summary: 'take a paused brief up again',
    group: 'Agree',
    load: () => import('./lifecycle/resume.ts'),
  },
  {
    name: 'withdraw',
    summary: 'take a proposal or an acceptance back to draft',
    group: 'Agree',
    load: () => import('./lifecycle/withdraw.ts'),
  },
  {
    name: 'reassign',
    summary: 'give a brief to somebody else',
    group: 'Agree',
    load: () => import('./lifecycle/reassign.ts'),
  },
  {
    name: 'close',
    summary: 'the outcome against each criterion, and the journey',
    group: 'Agree',
    load: () => import('./lifecycle/close.ts'),
  },
  {
    name: 'reopen',
    summary: 'take a closed brief up again',
    group: 'Agree',
    load: () => import('./lifecycle/reopen.ts'),
  },
  {
    name: 'lint',
    summary: 'check briefs: what would fail the person who has to do the work',
    group: 'Check',
    load: () => import('./lint/lint.ts'),
  },
  {
    name: 'rules',
    summary: 'the rules of lint, or one: what it finds, why, and an example',
    group: 'Check',
    load: () => import('./rules.ts'),
  },
  {
    name: 'health',
    summary: 'the five failure modes of delegation, each with its evidence',
    group: 'Check',
    load: () => import('./health.ts'),
  },
  {
    name: 'verify',
    summary: 'run the checks that the evidence names, and record what they say',
    group: 'Check',
    load: () => import('./verify.ts'),
  },
  {
    name: 'guard',
    summary: 'hold commits against what was agreed: the fence, the criteria, the checks',
    group: 'Check',
    load: () => import('./guard.ts'),
  },
  {
    name: 'inbox',
    alias: 'status',
    summary: 'what waits for you, each with the command that answers it',
    group: 'Look',
    load: () => import('./inbox.ts'),
  },
  {
    name: 'list',
    alias: 'ls',
    summary: 'the briefs there are, and what is due',
    group: 'Look',
    load: () => import('./list.ts'),
  },
  {
    name: 'show',
    summary: 'one brief, for reading',
    group: 'Look',
    load: () => import('./show.ts'),
  },
  {
    name: 'handover',
    summary: 'a brief as a prompt, for a coding agent that does the work',
    group: 'Look',
    load: () => import('./handover.ts'),
  },
  {
    name: 'calendar',
    summary: 'check-ins, milestones and due dates, for a calendar program',
    group: 'Look',
    load: () => import('./calendar.ts'),
  },
  {
    name: 'log',
    summary: 'every move of a goalpost: who, when, from what to what, why, agreed or not',
    group: 'Look',
    load: () => import('./log/log.ts'),
  },
  {
    name: 'report',
    summary: 'one page: what moved, what waits, which dates slip, how each brief went',
    group: 'Look',
    load: () => import('./report/report.ts'),
  },
  {
    name: 'demo',
    summary: 'a repository to try everything in, with three delegations',
    group: 'Set up',
    load: () => import('./demo.ts'),
  },
  {
    name: 'init',
    summary: 'set a repository up: folder, configuration, CI workflow, hook',
    group: 'Set up',
    load: () => import('./init/init.ts'),
  },
  {
    name: 'comment',
    summary: 'do what somebody answers in a comment on GitHub',
    group: 'Agree',
    load: () => import('./comment/comment.ts'),
  },
  {
    name: 'completion',
    summary: 'print the completion of a shell: bash, zsh, fish, powershell',
    group: 'Set up',
    load: () => import('./completion/completion.ts'),
  },
  {
    name: 'schema',
    summary: 'print the JSON Schema of a brief or of the configuration',
    group: 'Set up',
    load: () => import('./schema.ts'),
  },
  {
    name: 'lsp',
    summary: 'serve editors: the language server, over standard input and output',
    group: 'Set up',
    load: () => import('./lsp.ts'),
  },
  {
    name: 'mcp',
    summary: 'serve coding agents: the Model Context Protocol, over standard input and output',
    group: 'Set up',
    load: () => import('./mcp/mcp.ts'),
  },
  {
    name: 'textconv',
    summary: 'a brief as plain text, criteria first, for git diff',
    group: 'Set up',
    hidden: true,
    load: () => import('./git-drivers/textconv.ts'),
  },
  {
    name: 'merge-driver',
    summary: 'merge two versions of a brief, for git merge',
    group: 'Set up',
    hidden: true,
    load: () => import('./git-drivers/merge-driver.ts'),
  },
];
