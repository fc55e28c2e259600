import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import { git, runDelegate, tempRepo, write } from '../support/index.ts';

const PROPOSAL = `# Halve deployment time

Some words before anything else.

## Motivation
Hotfixes wait 40 minutes, so teams
batch risky releases.

## Goals

Cut the median deployment of the web service from 40 to 20 minutes.

## Non-goals
- Build machines
* Other infrastructure

## Scope
<!-- What is in? -->
1. The CI/CD pipeline of the web service

### Acceptance criteria

- [ ] Deployments succeed in **98 %** of all cases
- [x] No step is skipped, see [the list](https://example.com/steps)

## Deadline

2026-06-30

## Owner
@Bor Kos <bor@example.com>

## Approach
problem-solving

## Design

| a | b |
| - | - |

## Guardrails
\`\`\`
code
\`\`\`
`;

async function imported(files: Record<string, string>, ...args: string[]) {
  const cwd = tempRepo({ 'a.txt': 'x' });
  for (const [path, text] of Object.entries(files)) write(cwd, path, text);
  const ran = await runDelegate(['import', ...args, '--today', '2026-04-10'], { cwd });
  const made = git(cwd, 'ls-files', '-co', '--', 'briefs').split('\n').filter(Boolean);
  const texts = made.map((path) => readFileSync(join(cwd, path), 'utf8'));
  return { ...ran, cwd, made, texts, values: texts.map((text) => readBrief(text).values) };
}

describe('a markdown document', () => {
  test('becomes a draft: headings to fields, the rest in the text, and both are told', async () => {
    const { status, err, made, texts, values, cwd } = await imported({ 'p.md': PROPOSAL }, 'p.md');
    expect(status).toBe(0);
    expect(made).toEqual(['briefs/halve-deployment-time.md']);
    expect(values[0]).toMatchObject({
      title: 'Halve deployment time',
      status: 'draft',
      delegator: 'Ana Novak <ana@example.com>',
      delegate: 'Bor Kos <bor@example.com>',
      approach: 'problem-solving',
      goal: 'Cut the median deployment of the web service from 40 to 20 minutes.',
      why: 'Hotfixes wait 40 minutes, so teams batch risky releases.',
      'scope.in': ['The CI/CD pipeline of the web service'],
      'scope.out': ['Build machines', 'Other infrastructure'],
      'quality.criteria': [
        'Deployments succeed in 98 % of all cases',
        'No step is skipped, see the list (https://example.com/steps)',
      ],
      'timeline.due': '2026-06-30',
    });
    const body = texts[0]?.slice(texts[0].lastIndexOf('\n---\n'));
    expect(body).toContain('Some words before anything else.');
    expect(body).toContain('## Design\n\n| a | b |');
    expect(body).toContain('## Guardrails\n```\ncode');
    expect(body).not.toContain('Motivation');
    expect(err).toContain('Kept in the text below: Design, Guardrails.');
    expect(err).toContain('scope.out (Non-goals)');
    expect(git(cwd, 'log', '-1', '--format=%s')).toContain('Halve deployment time');
  });

  test('that is not whole is written and not committed, with what is missing', async () => {
    const { err, cwd, values } = await imported(
      { 'short idea.md': '## Goal\nDo it.\n' },
      'short idea.md',
    );
    expect(values[0]?.title).toBe('short idea');
    expect(err).toContain('not committed: it is not whole yet.');
    expect(err).toMatch(/Missing: .*why/);
    expect(git(cwd, 'log', '--format=%s')).toBe('start');
  });

  test('with the frontmatter of another tool, which is never run', async () => {
    const files = {
      'a.md': `---\nTitle: A plan\nowner: Bor Kos\ndeadline: 2026-06-30\nlayout: post\ntags: [a, b]\n---\n# Other title\n\n## Goals\n- One\n- Two\n`,
      'b.md': `---js\n{ title: require('fs').writeFileSync('hurt', 'x') }\n---\n`,
    };
    const { err, values } = await imported(files, 'a.md');
    expect(values[0]).toMatchObject({
      title: 'A plan',
      delegate: 'Bor Kos',
      'timeline.due': '2026-06-30',
      goal: 'One; Two',
    });
    expect(err).toContain('Not taken over: layout, tags.');
    expect(err).toContain('goal is put together from 2 items: make it one.');
    const hurt = await imported(files, 'a.md', 'b.md');
    expect(hurt.status).toBe(2);
    expect(hurt.err).toContain('only YAML and JSON are read');
    expect([existsSync(join(hurt.cwd, 'hurt')), hurt.made]).toEqual([false, []]);
  });

  test('what is no date, no person and no choice stays text', async () => {
    const text =
      '# T\n\n## Deadline\nsoon\n\n## Approach\nwith care\n\n## Goal\nA\n\n## Objective\nB\n';
    const { values, texts } = await imported({ 'a.md': text }, 'a.md');
    expect(values[0]).not.toHaveProperty('timeline.due');
    expect(values[0]).not.toHaveProperty('approach');
    expect(values[0]?.goal).toBe('A');
    for (const kept of ['## Deadline\nsoon', '## Approach\nwith care', '## Objective\nB']) {
      expect(texts[0]).toContain(kept);
    }
  });

  test('the lines at its beginning that name a field go there too, and no others', async () => {
    const text = `# Move the billing

**Owner:** Bor Kos <bor@example.com>
- Deadline: 2026-06-30
Status: in review

Goal: every customer is billed
by the new provider.

\t
Due: whenever

## Motivation
The price rises.

Owner: Mei Lin
`;
    const { err, values, texts } = await imported({ 'a.md': text }, 'a.md');
    expect(values[0]).toMatchObject({
      title: 'Move the billing',
      status: 'draft',
      delegate: 'Bor Kos <bor@example.com>',
      'timeline.due': '2026-06-30',
      why: 'The price rises. Owner: Mei Lin',
    });
    expect(values[0]).not.toHaveProperty('goal');
    expect(err).toContain('delegate (Owner), timeline.due (Deadline), why (Motivation).');
    const [, body] = texts[0]?.split('\n---\n') ?? [];
    expect(body).toContain('Status: in review\n\nGoal: every customer is billed\nby the new');
    expect(body).toContain('Due: whenever');
    const shown = await imported({ 'a.md': '# T\n\n```\na\n\nOwner: Bor\n```\n' }, 'a.md');
    expect(shown.values[0]).not.toHaveProperty('delegate');
  });

  test('a comment in it switches no rule off', async () => {
    const text = '# T\n\n## Notes\n<!-- delegate-disable missing-goal: no -->\nx\n';
    const { texts, cwd } = await imported({ 'a.md': text }, 'a.md');
    expect(texts[0]).toContain('<!-- imported: delegate-disable');
    expect((await runDelegate(['lint'], { cwd })).out).toContain('missing-goal');
  });

  test('-n writes nothing', async () => {
    const { out, made } = await imported({ 'p.md': PROPOSAL }, '-n', 'p.md');
    expect(out).toContain('title: Halve deployment time');
    expect(made).toEqual([]);
  });
});

describe('an issue', () => {
  test.each([
    [
      'of gh issue view --json',
      {
        title: 'Halve deployment time',
        body: '### Goals\r\n\r\nCut it.\r\n',
        assignees: [{ id: 'MDQ6VXNlcjE=', login: 'bor-kos', name: 'Bor Kos' }],
        milestone: { number: 1, title: 'Q2', description: '', dueOn: '2026-06-30T00:00:00Z' },
        url: 'https://github.com/them/briefs/issues/7',
      },
    ],
    [
      "of GitHub's interface",
      {
        number: 7,
        title: 'Halve deployment time',
        body: '## Goals\nCut it.',
        user: { login: 'ananovak' },
        assignee: { login: 'Bor Kos' },
        assignees: [{ login: 'Bor Kos' }],
        labels: [],
        milestone: { title: 'Q2', due_on: '2026-06-30T07:00:00Z' },
        html_url: 'https://github.com/them/briefs/issues/7',
        url: 'https://api.github.com/repos/them/briefs/issues/7',
      },
    ],
    [
      'of GitLab',
      {
        iid: 7,
        title: 'Halve deployment time',
        description: '# Goals\nCut it.',
        assignees: [{ username: 'bor', name: 'Bor Kos' }],
        due_date: '2026-06-30',
        web_url: 'https://gitlab.com/them/briefs/-/issues/7',
      },
    ],
  ])('%s', async (_, issue) => {
    const { values, texts } = await imported({ 'issue.json': JSON.stringify(issue) }, 'issue.json');
    expect(values[0]).toMatchObject({
      title: 'Halve deployment time',
      goal: 'Cut it.',
      delegate: 'Bor Kos',
      'timeline.due': '2026-06-30',
    });
    expect(texts[0]).toMatch(/Imported from <https:\/\/git(?:hub|lab)\.com\/them/);
  });

  test('several at once; two people are told, and not chosen from', async () => {
    const issues = [
      {
        title: 'One',
        body: null,
        assignees: [{ login: 'a' }, { login: 'b' }],
        labels: [{ name: 'x' }],
      },
      { title: 'One', body: '' },
    ];
    const { made, err, values } = await imported({ 'i.json': JSON.stringify(issues) }, 'i.json');
    expect(made).toEqual(['briefs/one-2.md', 'briefs/one.md']);
    expect(new Set(values.map(({ id }) => id)).size).toBe(2);
    expect(err).toContain('It is given to 2 people (a, b): name one.');
    expect(err).toContain('Not taken over: labels.');
  });

  test.each(['{', '[1]', '{"title": 1}', '{"message": "Not Found"}'])(
    '%s is refused, and nothing is written',
    async (text) => {
      const { status, made } = await imported({ 'i.json': text }, 'i.json');
      expect([status, made]).toEqual([2, []]);
    },
  );

  test('hostile text is text', async () => {
    const issue = {
      title: 'T\n---\nstatus: accepted\u001B[31m',
      body: '## Goal\n---\nstatus: accepted\n---\n\n## Owner\n"x: {{ y\n\n## Why\n`$(touch hurt)`\n',
    };
    const { values, err, cwd } = await imported({ 'i.json': JSON.stringify(issue) }, 'i.json');
    expect(values[0]?.status).toBe('draft');
    expect(err).not.toContain('\u001B');
    expect(existsSync(join(cwd, 'hurt'))).toBe(false);
  });
});
