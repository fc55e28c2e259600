/**
 * The page that follows one delegation to a coding agent. The agent is this script, so that every run of it
 * does the same; every command is run, in a new repository, and its output is what the page shows.
 */
import { inFolder } from './run-program.ts';
import { Teller } from './teller.ts';

const ANA = { name: 'Ana Novak', email: 'ana@example.com' };
const AGENT = {
  name: 'Build Agent',
  email: 'agent@example.com',
  // As the programs of agents say it; this one also commits under an address of its own.
  env: { AI_AGENT: 'build-agent' },
};
const SLUG = 'halve-deployment-time';
const FILE = `briefs/${SLUG}.md`;
const PIPELINE = 'pipeline/deploy.json';

const CONFIG = `people:
  Ana Novak: {email: ana@example.com}
  Build Agent: {email: agent@example.com, agent: true}
checks:
  deploy-time:
    run: [node, checks/deploy-time.mjs]
    protects: [checks/**]
`;

const CHECK = `import { readFileSync } from 'node:fs';
const { minutes } = JSON.parse(readFileSync('pipeline/deploy.json', 'utf8'));
console.log(\`a deployment takes \${minutes} minutes\`);
process.exitCode = minutes <= 20 ? 0 : 1;
`;

const BRIEF: Readonly<Record<string, string>> = {
  '--delegate': `${AGENT.name} <${AGENT.email}>`,
  '--approach': 'problem-solving',
  '--goal': 'Cut the median deployment of the web service from 40 to 20 minutes.',
  '--why': 'Hotfixes wait 40 minutes, so teams batch risky releases.',
  '--intended-use': 'Teams deploy on merge; support promises fixes within the hour.',
  '--scope-in': 'The CI/CD pipeline of the web service',
  '--scope-out': 'Build machines and other infrastructure',
  '--quality-bar': 'good-enough',
  '--quality-criteria': 'Deployment success rate stays at 98 % or better',
  '--guardrails': 'No new paid services',
  '--due': '2026-04-30',
  '--check-ins-every': '1 week',
  '--decision-rights-delegate': 'Caching, parallel jobs, order of work',
  '--fit-experience': 'similar',
};

/** What an agent cannot know, which lint asks for. */
const MORE = `fence:
  in:
    - pipeline/**
evidence:
  - "check: deploy-time"
resources:
  - Three hours of one agent
escalation:
  - A deployment fails twice in a row
`;

const CONTEXT = `The web service deploys from one pipeline, \`pipeline/deploy.json\`, that has grown for six years. Installing takes half of the time. Caching was tried in 2024 and undone, since stale packages reached production: whatever caches has to notice a new lock file.`;

/** Makes the page. */
export function agentsPage(): string {
  return inFolder('web', (repo) => tell(new Teller(repo, FILE, ANA)));
}

function tell(story: Teller): string {
  story.say(
    '<!-- Made by scripts/agents-story.ts, which runs every command and plays the agent. -->\n# A delegate that is a coding agent',
  );
  story.say(
    'What goes wrong when work goes to a coding agent is what goes wrong between people: no why, a scope that creeps, criteria that are bent until the work passes, "done" that nobody has checked. The contract is the same too; it only has to say more, since an agent has nothing but what is written. This page sets an agent up and follows one brief from the first line to the close. Each command was run as it stands here, and the agent is a script.',
  );
  setUp(story);
  write(story);
  handOver(story);
  work(story);
  cheat(story);
  close(story);
  limits(story);
  return story.page();
}

function setUp(story: Teller): void {
  story.say(
    '## Who is an agent\n\nAna says so in `.delegate.yaml`, with every address of its commits and of their `Co-authored-by`, and what shows that a deployment is quick:',
  );
  story.say(`\`\`\`yaml\n${CONFIG.trimEnd()}\n\`\`\``);
  story.say(
    "Many agents commit under the name of the person whose program they are. So the commands also know an agent by the variables that its program sets, such as `CLAUDECODE`, `GEMINI_CLI`, `CURSOR_AGENT`, `CODEX_SANDBOX`, `OPENCODE`, `COPILOT_CLI` or `AI_AGENT`. However it is known, an agent takes on what is delegated to it, checks in, objects and proposes; it does not close a brief, agree or accept in the name of a person, nor amend under a person's name; nor does it hand over, take up again or give away a brief that it has.",
  );
  story.write({
    '.delegate.yaml': CONFIG,
    'checks/deploy-time.mjs': CHECK,
    [PIPELINE]: '{"minutes": 40}\n',
  });
  story.git('add', '-A');
  story.git('commit', '-qm', 'A pipeline, and a check of it');
  story.say('How an agent works on a brief, it reads from a skill in the open format:');
  story.run('init', '--agents');
  story.git('add', '-A');
  story.git('commit', '-qm', 'Briefs, and how agents work on them');
  story.say(
    '`delegate init --agents --remove` takes both back. A program that speaks the Model Context Protocol can have tools instead of commands, five of them, none of which agrees, amends or closes; its settings say:',
  );
  story.say(
    '```json\n{ "mcpServers": { "delegate": { "command": "delegate", "args": ["mcp"] } } }\n```',
  );
  story.say(
    'Where the repository has the program in it (`delegate init --vendor`), the command is `node` and its arguments are `.delegate/delegate.cjs` and `mcp`. Most programs of agents start it in the folder that they work in; else `-C` names it, before `mcp`.',
  );
}

function write(story: Teller): void {
  story.say(
    '## A brief for somebody who knows nothing\n\n1 April. Ana writes it as for a colleague.',
  );
  story.run('new', 'Halve deployment time', ...Object.entries(BRIEF).flat());
  story.say('Lint asks for what a colleague would know, and an agent cannot:');
  story.run('lint');
  story.say('She adds it in her editor, the fields above the line and the context below it:');
  story.say(`\`\`\`yaml\n${MORE.trimEnd()}\n\`\`\``);
  story.say(`\`\`\`markdown\n## Context\n\n${CONTEXT}\n\`\`\``);
  story.hand('check-ins:', `${MORE}check-ins:`);
  story.hand('## Context\n', `## Context\n\n${CONTEXT}\n`, 'What an agent cannot know');
  story.run('lint');
  story.run('propose', SLUG);
}

function handOver(story: Teller): void {
  story.say(
    '## Handed over, and said back\n\n2 April. The agent is given the brief as a prompt. What the brief says stands behind `>`, so that no text in it can pose as a word of the program:',
  );
  story.on('2026-04-02', AGENT);
  story.run('handover', SLUG);
  story.say('It says back what it has understood. Now the criteria are sealed:');
  story.run(
    'accept',
    SLUG,
    '--backbrief',
    'I own the wait for a deployment, within pipeline/ alone. How is up to me; a cache must notice a new lock file.',
  );
}

function work(story: Teller): void {
  story.say('## At work\n\nIt works on a branch, and checks in.');
  story.git('switch', '-qc', 'agent/halve');
  story.write({ [PIPELINE]: '{"minutes": 26, "cache": "by lock file"}\n' });
  story.git('commit', '-qam', 'Cache what is installed, by the lock file');
  story.on('2026-04-09');
  story.run('check-in', SLUG, '--state', 'at-risk', '--note', 'A cache by lock file: 26 minutes.');
  story.say(
    'It would need more time. It proposes that, and goes on with what was agreed: a proposal moves nothing.',
  );
  story.run(
    'amend',
    SLUG,
    '--propose',
    '--set',
    'timeline.due=2026-05-15',
    '--reason',
    'Parallel jobs need a second week.',
  );
  story.say('On the branch of the agent, all is as it was agreed:');
  story.run('guard', SLUG, 'main..HEAD');
}

function cheat(story: Teller): void {
  story.say(
    '## A criterion moves\n\n10 April. Under pressure to finish, the agent bends the goal to what it has reached, tidies up next door, and commits all of it with the work:',
  );
  story.on('2026-04-10');
  story.write({ 'docs/style.md': '# Style\n' });
  story.git('add', 'docs/style.md');
  story.hand(
    'from 40 to 20 minutes',
    'from 40 to 26 minutes',
    'Deployments are quick, and the docs tidy',
  );
  story.say('In CI and before a push, `guard` holds each commit against what was agreed:');
  story.run('guard', SLUG, 'main..HEAD');
  story.say('Nor does it get rid of the brief:');
  story.run('close', SLUG, '--as', 'done', '--outcome', '26 minutes.');
  story.say('It takes the commit back, and does the work.');
  // Kept, so that its name on the page is one that the page knows.
  story.git('branch', '-q', 'taken-back');
  story.git('reset', '-q', '--hard', 'HEAD~1');
  story.write({ [PIPELINE]: '{"minutes": 18, "cache": "by lock file", "jobs": 4}\n' });
  story.git('commit', '-qam', 'Four jobs at a time');
  story.on('2026-04-16');
  story.run('guard', SLUG, 'main..HEAD');
}

function close(story: Teller): void {
  story.say(
    '## Shown, and closed\n\n16 April. What the agent says to have shown is told as its claim:',
  );
  story.run(
    'check-in',
    SLUG,
    '--state',
    'on-track',
    '--note',
    'Four jobs at a time: 18 minutes.',
    '--evidence',
    'node checks/deploy-time.mjs passes',
  );
  story.say(
    'Ana looks. A result is recorded by `verify` alone, which runs the checks as they were defined when the brief was agreed to:',
  );
  story.on('2026-04-17', ANA);
  story.run('verify', SLUG, '--yes');
  story.say('And a person closes it.');
  story.run(
    'close',
    SLUG,
    '--as',
    'done',
    '--outcome',
    '18 minutes in the median.',
    '--met',
    'all',
    '--helped',
    'What was tried in 2024 stood in the brief',
  );
  story.run('log', SLUG);
}

function limits(story: Teller): void {
  story.say(`## What cannot be caught

- **Who is at the keyboard.** An agent whose program sets no variable, or that takes it away, and that commits as its human, is that human for every command. The commit is in the history under that name, and \`guard\` judges commits whoever made them.
- **What was not agreed.** A fence, a check or a criterion that nobody wrote down holds nothing.
- **What a check does not look at.** \`verify\` runs what was agreed, and \`protects\` names the files that it stands on; a check that can be passed without the work being done will be passed.
- **Who may write \`.delegate.yaml\`.** Whoever merges a change of \`people\` or \`checks\` decides who is an agent and what is run. \`guard\` tells it; a review has to read it.
- **A prompt that is not ours.** \`handover\` quotes what a brief says. What else an agent reads on its way, an issue, a page, the code, can still talk to it.`);
}
