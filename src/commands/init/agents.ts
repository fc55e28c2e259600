/** `delegate init --agents`: what tells coding agents how to work on a brief, set up and taken back. */
import { existsSync, readdirSync, rmSync, rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from '../../failure.ts';
import { loadFile } from '../../files/load.ts';
import { readTemplate } from '../../files/package.ts';
import { saveFile } from '../../files/save.ts';
import type { Workspace } from '../../files/workspace.ts';
import type { SetupContext } from './setup.ts';
import { createMissing, noteExisting } from './setup.ts';

/** Where programs of agents look for skills, in the open format of agentskills.io. */
const SKILL = '.agents/skills/delegate/SKILL.md';
const AGENTS = 'AGENTS.md';

const BEGIN = '<!-- delegate: begin (delegate init --agents) -->';
const END = '<!-- delegate: end -->';

const WHO = [
  'Say in .delegate.yaml who is an agent, with the address of its commits:',
  '',
  '    people:',
  '      Build Agent: {email: agent@example.com, agent: true}',
  '',
];

/** Writes the skill, as far as it is not there, and the paragraph in `AGENTS.md`. */
export async function setAgents(context: SetupContext): Promise<void> {
  const { workspace, made, done, advice } = context;
  if (!workspace.config.people.some(({ agent }) => agent)) advice.push(...WHO);
  const skill = readTemplate('agents/SKILL.md');
  const state = await createMissing(context, SKILL, skill, 'how an agent works on a brief');
  noteExisting(context, SKILL, state);
  const before = readAgents(workspace);
  const paragraph = `${BEGIN}\n${paragraphOf(workspace).trim()}\n${END}\n`;
  if (before === undefined) {
    await createMissing(context, AGENTS, paragraph, 'it points agents to the briefs');
    return;
  }
  const after = withParagraph(before, paragraph);
  if (after === before) {
    done.push(`${AGENTS} has its paragraph already.`);
    return;
  }
  saveFile(workspace, AGENTS, after, before);
  made.push(AGENTS);
  done.push(`${AGENTS}: a paragraph points agents to the briefs.`);
}

/**
 * Takes back what `setAgents` did, and nothing else.
 *
 * @returns What was done, a line each.
 */
export function removeAgents(workspace: Workspace): string[] {
  const done: string[] = [];
  const skill = loadFile(workspace, SKILL);
  if ('text' in skill && skill.text === readTemplate('agents/SKILL.md')) {
    rmSync(join(workspace.root, SKILL));
    removeEmpty(workspace.root, dirname(SKILL));
    done.push(`${SKILL} is gone (commit it)`);
  } else if ('text' in skill) {
    done.push(`${SKILL} has changes, and was left alone`);
  }
  const before = readAgents(workspace);
  const after = before === undefined ? undefined : withParagraph(before, '');
  if (before === undefined || after === undefined || after === before) return done;
  if (after.trim() === '') rmSync(join(workspace.root, AGENTS));
  else saveFile(workspace, AGENTS, after, before);
  done.push(`${AGENTS}: the paragraph is gone (commit it)`);
  return done;
}

function paragraphOf({ config }: Workspace): string {
  return readTemplate('agents/AGENTS.md', {
    FOLDER: config.folder.map((name) => `\`${name}/\``).join(', '),
  });
}

/** What stands there now. The file is the repository's: a link is not followed out of it. */
function readAgents(workspace: Workspace): string | undefined {
  const loaded = loadFile(workspace, AGENTS);
  if ('text' in loaded) return loaded.text;
  if (loaded.missing) return undefined;
  throw new Failure(`${AGENTS}: ${loaded.problem.message}`, 'Put the file itself there.');
}

/** The text with this in the place of our paragraph, at the end where it has none. */
function withParagraph(text: string, paragraph: string): string {
  const start = text.indexOf(BEGIN);
  const end = text.indexOf(END, start);
  if (start >= 0 && end >= 0) {
    const next = end + END.length;
    const rest = text.slice(next).replace(/^\r?\n/, '');
    const before = text.slice(0, start);
    // The blank line before it came with it.
    return paragraph === '' ? before.replace(/\n\r?\n$/, '\n') + rest : before + paragraph + rest;
  }
  if (paragraph === '' || text.trim() === '') return paragraph === '' ? text : paragraph;
  return `${text}${text.endsWith('\n') ? '' : '\n'}\n${paragraph}`;
}

/** The folders that are empty by then, from this one up, as far as they are below the root. */
function removeEmpty(root: string, folder: string): void {
  for (let at = folder; at !== '.'; at = dirname(at)) {
    const full = join(root, at);
    if (!existsSync(full) || readdirSync(full).length > 0) return;
    rmdirSync(full);
  }
}
