/** The variables by which the programs of coding agents say that a command was started by one. */
import type { Host } from '../host.ts';

interface AgentProgram {
  readonly variable: string;
  readonly name: string;
  /** The values that count, where others use the variable for something else. */
  readonly values?: RegExp;
}

/**
 * One row for each that somebody who makes the program, or reads its source, says it sets for commands:
 * not what also stands in a person's own terminal (CURSOR_TRACE_ID, TERM_PROGRAM), nor what a person
 * sets to configure a program (AIDER_*, CODEX_HOME, GOOSE_PROVIDER). aider sets none: its commits have a trailer.
 */
export const AGENT_PROGRAMS: readonly AgentProgram[] = [
  // `delegate mcp` itself: whoever speaks to it is an agent
  { variable: 'DELEGATE_MCP', name: 'delegate mcp' },
  // github.com/anthropics/claude-code, issue 531
  { variable: 'CLAUDECODE', name: 'Claude Code' },
  // forum.cursor.com/t/132427
  { variable: 'CURSOR_AGENT', name: 'Cursor' },
  // google-gemini.github.io/gemini-cli/docs/tools/shell.html#environment-variables
  { variable: 'GEMINI_CLI', name: 'Gemini CLI' },
  // developers.openai.com/codex/environment-variables; github.com/openai/codex, issue 36883
  { variable: 'CODEX_SANDBOX', name: 'Codex' },
  { variable: 'CODEX_THREAD_ID', name: 'Codex' },
  // github.com/aws/aws-cdk-cli, pull request 1855
  { variable: 'CODEX_CI', name: 'Codex' },
  // github.com/github/copilot-cli, changelog.md; std-env 4.3
  { variable: 'COPILOT_CLI', name: 'GitHub Copilot CLI' },
  { variable: 'COPILOT_AGENT', name: 'GitHub Copilot' },
  // @vercel/detect-agent 1.2.7
  { variable: 'ANTIGRAVITY_AGENT', name: 'Antigravity' },
  // github.com/anomalyco/opencode, packages/opencode/src/index.ts
  { variable: 'OPENCODE', name: 'opencode' },
  // github.com/QwenLM/qwen-code, docs on shell mode
  { variable: 'QWEN_CODE', name: 'Qwen Code' },
  // docs.augmentcode.com/cli/reference#shell-environment
  { variable: 'AUGMENT_AGENT', name: 'Augment' },
  // github.com/cline/cline, discussion 5366
  { variable: 'CLINE_ACTIVE', name: 'Cline' },
  // github.com/block/goose, pull request 7017
  { variable: 'GOOSE_TERMINAL', name: 'Goose' },
  // github.com/vercel/vercel, packages/detect-agent: any agent says its name; Claude Code does since 2.1.120
  { variable: 'AI_AGENT', name: 'a coding agent' },
  // github.com/agentsmd/agents.md, issue 136: a word that others have uses for, so only what agents set
  { variable: 'AGENT', name: 'a coding agent', values: /^(?:1|amp|crush|goose|opencode)$/i },
];

/** The agent's program that a command was started by; undefined for a person. */
export function agentProgram(env: Host['env']): AgentProgram | undefined {
  return AGENT_PROGRAMS.find(({ variable, values = /\S/ }) => {
    const value = env[variable] ?? '';
    return values.test(value) && !/^(?:0|false|no|off)$/i.test(value);
  });
}
