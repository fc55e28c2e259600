/**
 * The page that follows one delegation from the first thought to its close: every command is run, in
 * a new repository, and its output is what the page shows.
 */
import { inFolder } from './run-program.ts';
import { Teller } from './teller.ts';

const ANA = { name: 'Ana Novak', email: 'ana@example.com' };
const BOR = { name: 'Bor Kos', email: 'bor@example.com' };
const FILE = 'briefs/halve-deployment-time.md';
const SLUG = 'halve-deployment-time';

/** Makes the page. */
export function storyPage(): string {
  return inFolder('web', (repo) => tell(new Teller(repo, FILE, ANA)));
}

const THOUGHT: Readonly<Record<string, string>> = {
  '--delegate': `${BOR.name} <${BOR.email}>`,
  '--approach': 'problem-solving',
  '--goal': 'Improve the deployment of the web service.',
  '--why': 'The deployment of the web service must improve.',
  '--intended-use': 'Teams deploy on merge; support promises fixes within the hour.',
  '--scope-in': 'The CI/CD pipeline of the web service',
  '--scope-out': 'Build machines and other infrastructure',
  '--quality-bar': 'good-enough',
  '--quality-criteria': 'Deployments are simple, if possible',
  '--guardrails': 'No new paid services, obviously',
  '--due': '2026-05-31',
  '--resources': 'One day a week of Bor',
  '--check-ins-every': '1 week',
  '--check-ins-day': 'Friday',
  '--availability': 'Answers within a working day; Friday happens even when short',
  '--assumptions': 'The monorepo split happens after the due date',
  '--decision-rights-delegate': 'Caching, parallel jobs, order of work',
  '--escalation': 'The success rate drops for a day',
  '--fit-experience': 'similar',
};

function tell(story: Teller): string {
  story.say(
    '<!-- Made by scripts/story.ts, which runs every command. -->\n# One delegation, from the first thought to its close',
  );
  story.say(
    'Ana leads the web team. Deployments are too slow, and she would like Bor to take that on. This page follows the two of them. Each command was run as it stands here, on the day that the text says. Without their flags `new`, `accept`, `amend` and `close` ask instead, one question at a time.',
  );
  shape(story);
  agree(story);
  follow(story);
  move(story);
  close(story);
  return story.page();
}

function shape(story: Teller): void {
  story.say('## A first thought\n\n1 April. Ana writes down what she has in mind.');
  story.run('new', 'Halve deployment time', ...Object.entries(THOUGHT).flat());
  story.say('That was quick, and it shows. What would fail the person who has to do the work?');
  story.run('lint');
  story.say('Each rule says why it is there, with a bad and a good example:');
  story.run('rules', 'why-restates-goal');
  story.say('Ana rewrites four lines in her editor. A brief is a file like any other:');
  story.hand(
    'goal: Improve the deployment of the web service.',
    'goal: Cut the median deployment of the web service from 40 to 20 minutes.',
  );
  story.hand(
    'why: The deployment of the web service must improve.',
    'why: Hotfixes wait 40 minutes, so teams batch risky releases.',
  );
  story.hand(
    'Deployments are simple, if possible',
    'Deployment success rate stays at 98 % or better',
  );
  story.hand(
    'No new paid services, obviously',
    'No new paid services',
    'Say what success looks like',
  );
  story.file();
  story.run('lint');
}

function agree(story: Teller): void {
  const { name, email } = BOR;
  story.say('## Said back, and agreed\n\n2 April. Ana hands it over.');
  story.on('2026-04-02');
  story.run('propose', SLUG);
  story.say('Bor reads it. One day a week is too little, and he says so instead of accepting:');
  story.on('2026-04-03', BOR);
  story.run('accept', SLUG, '--object', 'One day a week is not enough until the end of May.');
  story.say(
    'It is a draft again, with his words in it, and its criteria are free to move. They talk; Ana gives two days a week and a month more.',
  );
  story.on('2026-04-06', ANA);
  story.hand('One day a week of Bor', 'Two days a week of Bor');
  story.hand('due: 2026-05-31', 'due: 2026-06-30', 'Two days a week, until the end of June');
  story.run('propose', SLUG);
  story.say('Bor says in his own words what he takes on. Now it is a contract:');
  story.on('2026-04-07', BOR);
  story.run(
    'accept',
    SLUG,
    '--by',
    `${name} <${email}>`,
    '--backbrief',
    'I own halving the wait for a deploy. How is up to me; infrastructure is off limits.',
  );
}

function follow(story: Teller): void {
  story.say('## Followed up, as agreed\n\nFridays, as the brief says.');
  story.on('2026-04-10', ANA);
  story.run('check-in', SLUG, '--state', 'on-track', '--note', 'Baseline measured, 41 minutes.');
  story.on('2026-04-17');
  story.run('check-in', SLUG, '--state', 'at-risk', '--note', 'The cache helps less than hoped.');
  story.say('What is due, for the whole team:');
  story.on('2026-04-20');
  story.run('list');
}

function move(story: Teller): void {
  story.say(
    '## The goalpost moves\n\n21 April. Security announces a freeze from 1 June. Ana is in a hurry: she changes the date in her editor, and commits.',
  );
  story.on('2026-04-21');
  story.hand('due: 2026-06-30', 'due: 2026-05-31', 'Security freeze');
  story.say('The check in CI says that this was not what the two had agreed to:');
  story.run('lint');
  story.say('So does the log, which needs nothing but the history of git:');
  story.run('log');
  story.say('And the health of the brief:');
  story.run('health');
  story.say(
    'Nobody meant harm. Ana calls Bor; they agree that the date holds when less must be reached, and record both:',
  );
  story.on('2026-04-22');
  story.run(
    'amend',
    SLUG,
    '--set',
    'goal=Cut the median deployment of the web service from 40 to 25 minutes.',
    '--reason',
    'The security freeze starts on 1 June.',
    '--agreed-by',
    `${BOR.name} <${BOR.email}>`,
  );
  story.run('lint');
  story.run('log');
}

function close(story: Teller): void {
  story.say(
    '## Closed\n\n29 May. It takes 23 minutes now. When the dust settles, the journey counts too.',
  );
  story.on('2026-04-24');
  for (const [date, note] of [
    ['2026-04-24', 'Parallel jobs work, 33 minutes.'],
    ['2026-05-08', '28 minutes.'],
    ['2026-05-15', '24 minutes.'],
  ] as const) {
    story.on(date);
    story.quietly('check-in', SLUG, '--state', 'on-track', '--note', note);
  }
  story.on('2026-05-29');
  story.run(
    'close',
    SLUG,
    '--as',
    'done',
    '--outcome',
    '23 minutes in the median since 15 May.',
    '--met',
    'all',
    '--helped',
    'The free hand on caching and jobs',
    '--outside',
    'The freeze',
    '--follow-up',
    'Fridays happened, one of them by chat',
    '--next',
    'Ask for the calendar of security before agreeing on a date',
  );
  story.file();
  story.run('log');
  story.run('health');
}
