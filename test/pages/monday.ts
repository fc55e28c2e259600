/** A repository as a CTO has it on a Monday: eight briefs, and what became of them. */
import { seal } from '../../src/brief/canonical.ts';
import { readBrief } from '../../src/brief/read.ts';
import type { MadeCommit } from '../support/index.ts';
import { importCommits, tempRepo } from '../support/index.ts';

/** The Monday on which it is looked at. */
export const MONDAY = '2026-10-12';

const ANA = 'Ana Novak <ana@example.com>';
const BOR = 'Bor Kos <bor@example.com>';
const MEI = 'Mei Lin <mei@example.com>';
const IVO = 'Ivo Horvat <ivo@example.com>';

interface Draft {
  id: string;
  slug: string;
  title: string;
  from: string;
  to: string;
  status: string;
  goal: string;
  why: string;
  scope: string;
  criteria: string[];
  guardrails: string[];
  due: string;
  every: string;
  approach: string;
  agreement: string;
  changes: string[];
  outcome: string;
  context: string;
  checkIns: string[];
  more: string;
}

/** A brief that is written, changed and committed again and again. */
class Story {
  readonly commits: MadeCommit[];
  readonly draft: Draft;

  constructor(
    commits: MadeCommit[],
    draft: Partial<Draft> & Pick<Draft, 'id' | 'slug' | 'title' | 'goal'>,
  ) {
    this.commits = commits;
    this.draft = {
      from: ANA,
      to: BOR,
      status: 'draft',
      why: 'It costs the teams a day a week, and customers notice.',
      scope: 'What the team owns today',
      criteria: ['No regression in the weekly numbers of support'],
      guardrails: ['No new paid services'],
      due: '2026-11-30',
      every: '2 weeks',
      approach: 'problem-solving',
      agreement: '',
      changes: [],
      outcome: '',
      context: 'This has been on the list for a year.',
      checkIns: [],
      more: '',
      ...draft,
    };
  }

  text(): string {
    const { draft } = this;
    const list = (items: readonly string[]) => items.map((item) => `    - ${item}`).join('\n');
    return `---
id: ${draft.id}
title: ${draft.title}
status: ${draft.status}
delegator: ${draft.from}
delegate: ${draft.to}
approach: ${draft.approach}
goal: ${draft.goal}
why: ${draft.why}
scope:
  in: [${draft.scope}]
quality:
  bar: good-enough
  criteria:
${list(draft.criteria)}
guardrails:
${list(draft.guardrails)}
timeline:
  due: ${draft.due}
check-ins:
  every: ${draft.every}
availability: Answers within a working day
escalation: [A blocker, the day it appears]
fit: {experience: similar}
${draft.agreement}${draft.changes.length === 0 ? '' : `changes:\n${draft.changes.join('')}`}${draft.outcome}---
## Context

${draft.context}
${draft.checkIns.length === 0 ? '' : `\n## Check-ins\n\n${draft.checkIns.join('\n')}\n`}${draft.more}`;
  }

  seal(): string {
    return seal(readBrief(this.text()).values);
  }

  commit(
    date: string,
    author: string,
    what: string,
    change: (draft: Draft) => void = () => {},
  ): this {
    change(this.draft);
    const { slug, title } = this.draft;
    const message = `brief: ${title}: ${what}`;
    this.commits.push({ date, author, message, path: `briefs/${slug}.md`, text: this.text() });
    return this;
  }

  written(date: string): this {
    return this.commit(date, this.draft.from, 'written');
  }

  proposed(date: string): this {
    return this.commit(date, this.draft.from, 'proposed', (draft) => {
      draft.status = 'proposed';
    });
  }

  accepted(date: string, backbrief: string): this {
    return this.commit(date, this.draft.to, 'accepted', (draft) => {
      draft.status = 'accepted';
      draft.agreement = `agreement:\n  date: ${date}\n  by: ${draft.to}\n  backbrief: ${backbrief}\n  criteria: ${this.seal()}\n`;
    });
  }

  /** @param agreed Who agreed beside whoever recorded it; `objects: …` for somebody who does not. */
  amended(
    date: string,
    by: string,
    field: string,
    reason: string,
    agreed: string,
    change: (draft: Draft) => void,
  ): this {
    return this.commit(date, by, `${field} changed`, (draft) => {
      change(draft);
      const word = agreed.startsWith('objects: ')
        ? `    objections:\n      - date: ${date}\n        by: ${draft.to}\n        reason: ${agreed.slice('objects: '.length)}\n`
        : agreed === ''
          ? ''
          : `    agreed-by: ${agreed}\n`;
      draft.changes.push(
        `  - date: ${date}\n    fields: [${field}]\n    reason: ${reason}\n    by: ${by}\n${word}    criteria: ${this.seal()}\n`,
      );
    });
  }

  checkIn(date: string, state: string, note: string): this {
    return this.commit(date, this.draft.from, 'check-in', (draft) => {
      draft.checkIns.push(`- ${date} (${state}): ${note}`);
    });
  }
}

/** Makes the repository; its folder. */
export function makeMonday(): string {
  const commits: MadeCommit[] = [];
  const deploys = new Story(commits, {
    id: 'b-7k3f9q2m',
    slug: 'halve-deployment-time',
    title: 'Halve deployment time',
    goal: 'Cut the median deployment of the web service from 40 to 20 minutes.',
    why: 'Hotfixes wait 40 minutes, so teams batch risky releases.',
    scope: 'The CI/CD pipeline of the web service',
    criteria: ['Deployment success rate stays at 98 % or better'],
    due: '2026-06-30',
    every: '1 week',
    context:
      'The web service deploys from one pipeline that has grown for six years. See [the notes](https://example.com/notes).',
  })
    .written('2026-03-30')
    .proposed('2026-04-01')
    .accepted('2026-04-03', 'I own halving the wait; how is up to me, infra is off limits.')
    .checkIn('2026-04-10', 'on track', 'Baseline measured, 41 minutes.')
    .checkIn('2026-04-17', 'on track', 'Caching of dependencies brings 6 minutes.')
    .checkIn('2026-04-24', 'at risk', 'The cache is thrown away on every merge.');
  const hiring = new Story(commits, {
    id: 'b-2m8x4p6r',
    slug: 'hire-a-second-accountant',
    title: 'Hire a second accountant',
    from: MEI,
    to: IVO,
    goal: '2 accountants are under contract, where there is 1 today.',
    why: 'The books close 9 days late, and one illness would stop the payroll.',
    due: '2026-08-31',
    every: '2 weeks',
    guardrails: ['The offer stays within the band'],
  })
    .written('2026-05-04')
    .proposed('2026-05-06')
    .accepted('2026-05-11', 'I find and hire one more; the band is the limit.')
    .checkIn('2026-05-25', 'on track', '14 applications.')
    .checkIn('2026-06-08', 'on track', 'Four first talks.');
  deploys
    .amended(
      '2026-05-10',
      ANA,
      'timeline.due',
      'The security freeze starts on 1 June.',
      BOR,
      (draft) => {
        draft.due = '2026-07-31';
      },
    )
    .checkIn('2026-05-22', 'on track', 'Parallel tests, 27 minutes.')
    .checkIn('2026-06-05', 'on track', '25 minutes.');
  new Story(commits, {
    id: 'b-5c9d2h7k',
    slug: 'api-documentation',
    title: 'API documentation that partners can work from',
    from: ANA,
    to: MEI,
    goal: 'A new partner makes the first call within 1 hour, where it takes 2 days today.',
    due: '2026-09-15',
    every: '1 month',
  })
    .written('2026-02-02')
    .proposed('2026-02-03')
    .accepted('2026-02-09', 'Partners start alone; the tool is my choice.')
    .checkIn('2026-03-09', 'on track', 'Interviews with three partners.')
    .checkIn('2026-04-09', 'on track', 'First ten pages.')
    .checkIn('2026-05-11', 'on track', 'A partner tried it, 3 hours.')
    .checkIn('2026-06-10', 'on track', '70 minutes.')
    .commit('2026-06-29', ANA, 'done', (draft) => {
      draft.status = 'done';
      draft.outcome = `outcome:
  date: 2026-06-29
  summary: A new partner makes the first call within 50 minutes.
  criteria:
    - what: ${draft.goal}
      result: met
    - what: No regression in the weekly numbers of support
      result: partly
`;
      draft.more = `
## Outcome

2026-06-29, done: A new partner makes the first call within 50 minutes.

- What helped: three partners who tried it every month
- Within the delegate's influence: what to write first, and for whom
- Outside of it: the sandbox was down for two weeks
- How the delegator followed up: once a month, and never in between
- What to do differently: ask support earlier
`;
    });
  const billing = new Story(commits, {
    id: 'b-9f4j6t3w',
    slug: 'invoices-without-paper',
    title: 'Invoices without paper',
    from: MEI,
    to: BOR,
    goal: 'Send 95 % of the invoices without paper, where it is 40 % today.',
    criteria: ['The tax office accepts the format', 'No customer is billed twice'],
    due: '2026-12-15',
  })
    .written('2026-06-15')
    .proposed('2026-06-16')
    .commit('2026-06-17', MEI, 'goal sharpened', (draft) => {
      draft.goal = 'Send 90 % of the invoices without paper, where it is 40 % today.';
    })
    .accepted('2026-06-22', 'Nine in ten go out without paper by December.')
    .checkIn('2026-07-06', 'on track', 'Format chosen.');
  hiring
    .checkIn('2026-06-22', 'at risk', 'The best one took another job.')
    .amended('2026-07-01', MEI, 'timeline.due', 'The market is empty in summer.', IVO, (draft) => {
      draft.due = '2026-09-30';
    });
  deploys
    .amended(
      '2026-07-20',
      ANA,
      'timeline.due',
      'The split of the repository came first.',
      BOR,
      (draft) => {
        draft.due = '2026-09-30';
      },
    )
    .commit('2026-07-27', ANA, 'paused', (draft) => {
      draft.status = 'paused';
      draft.more = '\n## Pauses\n\n- 2026-07-27, paused until 2026-08-24: Bor is on leave.\n';
    })
    .commit('2026-08-24', ANA, 'resumed', (draft) => {
      draft.status = 'accepted';
      draft.more += '- 2026-08-24, resumed: Back.\n';
    })
    .checkIn('2026-09-04', 'on track', '22 minutes.');
  new Story(commits, {
    id: 'b-3n7v5b8y',
    slug: 'weekend-on-call',
    title: 'Weekend on-call that nobody dreads',
    from: ANA,
    to: IVO,
    goal: 'Cut pages on weekends from 12 to 3 a month.',
    due: '2026-10-31',
  })
    .written('2026-08-03')
    .proposed('2026-08-04')
    .accepted('2026-08-10', 'I bring the pages down; the tools stay.')
    .checkIn('2026-08-24', 'on track', 'Half of the pages are one alert.')
    .checkIn('2026-09-07', 'on track', '7 pages in August.')
    .checkIn('2026-09-21', 'on track', '5 pages.')
    .checkIn('2026-10-05', 'on track', '4 pages in September.');
  billing
    .checkIn('2026-07-20', 'on track', 'The first 100 customers.')
    .amended(
      '2026-08-17',
      MEI,
      'quality.criteria',
      'The auditors ask for it.',
      'objects: It doubles the work.',
      (draft) => {
        draft.criteria = [...draft.criteria, 'Every invoice is archived for ten years'];
      },
    );
  hiring.amended(
    '2026-09-21',
    MEI,
    'timeline.due',
    'The candidate can start in December only.',
    '',
    (draft) => {
      draft.due = '2026-12-01';
    },
  );
  new Story(commits, {
    id: 'b-6q2w8e4r',
    slug: 'one-login',
    title: 'One login for all products',
    from: ANA,
    to: MEI,
    goal: 'Customers sign in once for all 3 products, where they sign in 3 times today.',
    due: '2027-03-31',
  })
    .written('2026-09-28')
    .proposed('2026-10-01');
  new Story(commits, {
    id: 'b-8h5g3d7s',
    slug: 'old-billing-service',
    title: 'Switch the old billing service off',
    from: MEI,
    to: BOR,
    goal: 'The old billing service is off, and nobody calls it.',
    due: '2026-08-15',
  })
    .written('2026-05-18')
    .proposed('2026-05-19')
    .accepted('2026-05-25', 'It is off in August.')
    .commit('2026-07-13', MEI, 'cancelled', (draft) => {
      draft.status = 'cancelled';
      draft.outcome =
        'outcome:\n  date: 2026-07-13\n  summary: A partner still needs it until 2027.\n';
    });
  deploys.commit('2026-10-07', ANA, 'tightened', (draft) => {
    draft.goal = 'Cut the median deployment of the web service from 40 to 15 minutes.';
  });
  deploys.commit('2026-10-08', ANA, 'later', (draft) => {
    draft.due = '2026-11-15';
  });
  billing.amended('2026-10-09', MEI, 'timeline.due', 'The archive takes a month.', BOR, (draft) => {
    draft.due = '2027-01-15';
  });
  const repo = tempRepo();
  importCommits(repo, commits);
  return repo;
}
