import { describe, expect, test } from 'vitest';
import type { FieldName, Values } from '../../src/brief/fields.ts';
import { exampleOf } from '../../src/brief/field-facts.ts';
import { field } from '../../src/brief/fields.ts';
import { WORKS } from '../../src/brief/work.ts';
import type { Question } from '../../src/wizard/ask.ts';
import { BACK } from '../../src/wizard/ask.ts';
import type { KeptAnswers } from '../../src/wizard/kept-answers.ts';
import { interview } from '../../src/wizard/interview.ts';
import { OFFERED, QUESTIONS } from '../../src/wizard/questions.ts';
import type { Answer, Script } from './script.ts';
import { ScriptEnded, script } from './script.ts';

const MORE = OFFERED.map(({ name }) => name);

/** What somebody who knows their case answers. */
const CASE: Readonly<Record<string, readonly Answer[]>> = {
  Able: ['yes'],
  Willing: ['yes'],
  Title: ['Halve deployment time'],
  Goal: ['Cut the median deployment from 40 to 20 minutes.'],
  Why: ['Hotfixes wait 40 minutes.'],
  'In scope': [['The pipeline of the web service']],
  'Quality criteria': [['Success rate stays at 98 % or better']],
  Due: ['in 6 weeks'],
  Delegate: ['Bor Kos <bor@example.com>'],
  Experience: ['similar'],
  'Check-ins': ['1 week'],
  'Check-in day': ['Friday'],
};

interface Held {
  readonly values: Values;
  readonly kept: KeptAnswers[];
  readonly ask: Script;
}

async function hold(
  answers: Readonly<Record<string, readonly Answer[]>>,
  {
    known = {},
    given = [] as FieldName[],
    before,
  }: { known?: Values; given?: FieldName[]; before?: KeptAnswers } = {},
): Promise<Held> {
  const kept: KeptAnswers[] = [];
  const ask = script(answers);
  const values = await interview({
    ask,
    known,
    settled: new Set(given),
    before,
    today: '2026-04-10',
    ids: () => ['b-3m9x2c7p'],
    save: (answers) => kept.push(answers),
  });
  return { values, kept, ask };
}

describe('the order of the questions', () => {
  test('is the goal first, how much of it is handed over, then the rest of the essay’s', async () => {
    const { ask, values } = await hold(CASE);
    expect(ask.asked).toEqual([
      'Title',
      'Goal',
      'Able',
      'Willing',
      'Approach',
      'Why',
      'Intended use',
      'In scope',
      'Out of scope',
      'Quality bar',
      'Quality criteria',
      'Guardrails',
      'Due',
      'Resources',
      'Delegator',
      'Delegate',
      'Experience',
      'Support',
      'Theirs to decide',
      'Ask first',
      'Escalation',
      'Check-ins',
      'Check-in day',
      'More',
    ]);
    expect(values).toEqual({
      approach: 'problem-solving',
      title: 'Halve deployment time',
      goal: 'Cut the median deployment from 40 to 20 minutes.',
      why: 'Hotfixes wait 40 minutes.',
      'scope.in': ['The pipeline of the web service'],
      'quality.criteria': ['Success rate stays at 98 % or better'],
      'timeline.due': '2026-05-22',
      delegate: 'Bor Kos <bor@example.com>',
      'fit.experience': 'similar',
      'check-ins.every': '1 week',
      'check-ins.day': 'Friday',
    });
  });

  test('is about a dozen parts, each counted where it begins', async () => {
    const { ask } = await hold(CASE);
    const parts = ask.questions.flatMap(({ part }) => part ?? []);
    expect(parts).toHaveLength(12);
    expect(parts[0]).toBe('Name, 1 of 12');
    expect(ask.questions.find(({ label }) => label === 'Able')?.part).toBe('Approach, 3 of 12');
    expect(parts[4]).toBe('Scope, 5 of 12');
    expect(parts.at(-1)).toBe('Check-ins, 12 of 12');
  });

  test('puts no question twice', async () => {
    const { ask } = await hold({ ...CASE, More: [MORE] });
    expect(new Set(ask.asked).size).toBe(ask.asked.length);
    expect(ask.asked.slice(-MORE.length)).toEqual(MORE.map((name) => field(name).label));
  });

  test('takes every word of a question from the table of fields', async () => {
    const { ask } = await hold({ ...CASE, More: [MORE] });
    const own = new Set(['Able', 'Willing', 'More']);
    const names = [...QUESTIONS.map(({ name }) => name), ...MORE];
    for (const question of ask.questions.filter(({ label }) => !own.has(label))) {
      const entry = names.map(field).find(({ label }) => label === question.label);
      expect(question).toMatchObject({ ask: entry?.ask, help: entry?.help });
    }
  });

  test('insists on what a brief cannot do without, and on nothing else', async () => {
    const { ask } = await hold(CASE);
    const required = ask.questions.filter((question) => question.required === true);
    expect(required.map(({ label }) => label)).toEqual([
      'Title',
      'Goal',
      'Approach',
      'Why',
      'In scope',
      'Quality criteria',
      'Delegate',
    ]);
  });
});

describe('the two private questions', () => {
  test('are about the goal, and about the delegate where that is known', async () => {
    const { ask } = await hold(CASE);
    const [able] = ask.questions.filter(({ label }) => label === 'Able');
    expect(able?.ask).toBe(
      'Is the person you have in mind able to solve this: "Cut the median deployment from 40 to 20 minutes"?',
    );
    const known = { delegate: 'Bor Kos <bor@example.com>', goal: 'G'.repeat(500) };
    const again = await hold(CASE, { known, given: ['delegate'] });
    const question = again.ask.questions.find(({ label }) => label === 'Able')?.ask ?? '';
    expect(question).toMatch(/^Is Bor Kos able to solve this/);
    expect(question.length).toBeLessThan(180);
  });

  test('steer the advice, and are kept nowhere', async () => {
    const { ask, kept: all, values } = await hold({ ...CASE, Able: ['not yet'], Plan: [['One']] });
    expect(ask.said.join('\n')).toContain('Advice: execution.');
    expect(values.approach).toBe('execution');
    const kept = JSON.stringify(all);
    expect(kept).not.toMatch(/able|willing|not yet/i);
  });

  test('may be left open: then there is no advice, and the approach is asked without one', async () => {
    const { ask, values } = await hold({
      ...CASE,
      Able: [undefined],
      Willing: [undefined],
      Approach: ['shared'],
    });
    expect(ask.said.join('\n')).not.toContain('Advice');
    expect(values.approach).toBe('shared');
  });

  test('advice is advice: another approach may be chosen', async () => {
    const { values } = await hold({ ...CASE, Able: ['not yet'], Approach: ['problem-solving'] });
    expect(values.approach).toBe('problem-solving');
  });
});

describe('what depends on an answer', () => {
  test('execution asks for the plan, and not for what is theirs to decide', async () => {
    const { ask, values } = await hold({
      ...CASE,
      Approach: ['execution'],
      Plan: [['One', 'Two']],
    });
    expect(ask.asked).toContain('Plan');
    expect(ask.asked).not.toContain('Theirs to decide');
    expect(values.plan).toEqual(['One', 'Two']);
  });

  test('who has done it before is not asked for support; no cadence, no day', async () => {
    const { ask } = await hold({
      ...CASE,
      Experience: ['done-before'],
      'Check-ins': ['at milestones'],
    });
    expect(ask.asked).not.toContain('Support');
    expect(ask.asked).not.toContain('Check-in day');
  });

  test('what flags gave is not asked', async () => {
    const { ask, values } = await hold(CASE, {
      known: { goal: 'Known', 'scope.in': ['That'] },
      given: ['goal', 'scope.in'],
    });
    expect(ask.asked).not.toContain('Goal');
    expect(values.goal).toBe('Known');
    expect(ask.questions.flatMap(({ part }) => part ?? []).at(-1)).toBe('Check-ins, 11 of 11');
  });
});

describe('what is said at the start', () => {
  test('is how many answers are needed, by the table of fields, and how many are offered', async () => {
    const { ask } = await hold(CASE);
    const needed = ask.questions.filter(({ required }) => required === true).length;
    expect(needed).toBe(7);
    // The private questions and the offer are no answers, and on which day depends on how often.
    const own = new Set(['Able', 'Willing', 'More', 'Check-in day']);
    const offered = ask.asked.filter((label) => !own.has(label)).length - needed + MORE.length;
    expect(ask.said[0]).toBe(
      `7 answers are needed; ${offered} more are offered, and Enter skips them.`,
    );
  });

  test('leaves out what is known', async () => {
    const { ask } = await hold(CASE, { known: { title: 'T', why: 'W' }, given: ['title', 'goal'] });
    expect(ask.said[0]).toMatch(/^4 answers are needed; /);
  });
});

describe('in a hurry', () => {
  const hurry = ({ hurry }: Question): Answer => {
    expect(hurry?.()).toMatch(/^From here only what is needed: \d answers?\.$/);
    return '';
  };
  const HURRIED = { ...CASE, Able: [], Approach: ['shared'] };

  test('only what is needed is asked from there on', async () => {
    const { ask, values } = await hold({ ...HURRIED, 'Intended use': [hurry] });
    expect(ask.asked).toEqual([
      ...['Title', 'Goal', 'Able', 'Willing', 'Approach', 'Why', 'Intended use'],
      ...['In scope', 'Quality criteria', 'Delegate'],
    ]);
    expect(values.delegate).toBe('Bor Kos <bor@example.com>');
    // It is offered as long as there is something to leave out.
    expect(ask.questions.map((question) => question.hurry !== undefined)).toEqual([
      ...[true, true, true, true, true, true, true, false, false, false],
    ]);
  });

  test('what is answered already is not counted among what is needed', async () => {
    const said: (string | undefined)[] = [];
    const inList = ({ hurry }: Question): Answer => {
      said.push(hurry?.(), hurry?.(true));
      return ['Mail to support'];
    };
    await hold({ ...HURRIED, 'In scope': [inList] });
    expect(said).toEqual([
      'From here only what is needed: 3 answers.',
      'From here only what is needed: 2 answers.',
    ]);
  });

  test('a plan is asked for where the tasks are handed over', async () => {
    const execution = { ...HURRIED, Approach: ['execution'], Plan: [['One']] };
    const { ask } = await hold({ ...execution, 'Intended use': [hurry] });
    expect(ask.asked).toContain('Plan');
  });

  test('it stays so when the interview goes on', async () => {
    const { kept } = await hold({ ...CASE, 'Intended use': [hurry] });
    const before = kept.find(({ asked }) => asked.at(-1) === 'intended-use');
    const { ask } = await hold(CASE, { known: before?.values ?? {}, ...(before && { before }) });
    expect(ask.asked).toEqual(['In scope', 'Quality criteria', 'Delegate']);
  });

  test('going back goes to what was asked', async () => {
    const { ask } = await hold({
      ...HURRIED,
      'Intended use': [hurry],
      'Quality criteria': [BACK, ['Q']],
      'In scope': [['S'], BACK, ['S']],
    });
    expect(ask.asked.slice(6, 12)).toEqual([
      ...['Intended use', 'In scope', 'Quality criteria', 'In scope', 'Intended use', 'In scope'],
    ]);
  });
});

describe('the examples', () => {
  const shown = ({ questions }: Script, label: string): string | undefined =>
    questions.find((question) => question.label === label)?.example;

  test.each(WORKS)(
    'of one brief are all from the field of work that its title is of: %s',
    async (work) => {
      const title = exampleOf(field('title'), work);
      const { ask } = await hold({ ...CASE, Title: [title], More: [MORE] });
      for (const { label, example } of ask.questions) {
        const entry = QUESTIONS.concat(OFFERED).find((one) => one.label === label);
        if (entry === undefined || example === undefined || entry.name === 'title') continue;
        expect([label, example]).toEqual([label, exampleOf(entry, work)]);
      }
    },
  );

  test('of a title are one of each, while nothing is known', async () => {
    const { ask } = await hold(CASE);
    expect(shown(ask, 'Title')).toBe(
      'Halve deployment time; Hire a second accountant; Answer customers within a day; Hold the spring customer day',
    );
  });
});

describe('going back', () => {
  test('puts the question before again, with its answer', async () => {
    const { ask, values } = await hold({
      ...CASE,
      'Intended use': [BACK, 'U'],
      Why: ['First', 'Second'],
    });
    const at = ask.asked.indexOf('Why');
    expect(ask.asked.slice(at, at + 4)).toEqual(['Why', 'Intended use', 'Why', 'Intended use']);
    expect(values).toMatchObject({ why: 'Second', 'intended-use': 'U' });
  });

  test('is one question at a time, the private ones and those that were chosen among them', async () => {
    const { ask } = await hold({
      ...CASE,
      Willing: [BACK, 'yes', 'yes', 'yes'],
      Approach: ['shared', BACK, 'shared', 'shared'],
      Why: [BACK, BACK, 'W'],
      More: [
        ['growth', 'assumptions'],
        ['growth', 'assumptions'],
      ],
      Growth: ['G', BACK, 'G'],
      Assumptions: [BACK, ['A']],
    });
    expect(ask.asked.slice(0, 15)).toEqual([
      ...['Title', 'Goal', 'Able', 'Willing', 'Able', 'Willing', 'Approach', 'Why'],
      ...['Approach', 'Willing', 'Approach', 'Why', 'Approach', 'Why', 'Intended use'],
    ]);
    expect(ask.asked.slice(-8)).toEqual([
      ...[
        'Check-in day',
        'More',
        'Growth',
        'Assumptions',
        'Growth',
        'More',
        'Growth',
        'Assumptions',
      ],
    ]);
  });

  test('from the offer of more goes to the last question; what is not chosen again is taken out', async () => {
    const { ask, values } = await hold({
      ...CASE,
      More: [BACK, ['growth', 'assumptions'], ['assumptions']],
      Growth: ['G'],
      Assumptions: [BACK, BACK, ['A']],
    });
    const { asked } = ask;
    expect(asked.slice(asked.indexOf('More'), -1).slice(0, 3)).toEqual([
      'More',
      'Check-in day',
      'More',
    ]);
    expect(values).toMatchObject({ assumptions: ['A'] });
  });

  test('where the questions before were answered by flags stays at the first', async () => {
    const { ask, values } = await hold(
      { ...CASE, Goal: [BACK, 'G'] },
      { known: { approach: 'shared', title: 'T' }, given: ['approach', 'title'] },
    );
    expect(ask.asked.slice(0, 3)).toEqual(['Goal', 'Goal', 'Why']);
    expect(values.goal).toBe('G');
  });

  test('over a question that no longer applies', async () => {
    const { ask } = await hold({
      ...CASE,
      Experience: ['done-before'],
      'Theirs to decide': [BACK, ['Order of work']],
    });
    const at = ask.asked.indexOf('Theirs to decide');
    expect(ask.asked.slice(at, at + 3)).toEqual([
      'Theirs to decide',
      'Experience',
      'Theirs to decide',
    ]);
  });
});

describe('nothing typed is lost', () => {
  test('each answer is kept as it is given', async () => {
    const { kept, values } = await hold(CASE);
    expect(kept).toHaveLength(21);
    expect(kept.at(-1)?.values).toEqual(values);
    for (const [index, answers] of kept.entries()) {
      const before = kept[index - 1];
      if (before) expect(answers.values).toMatchObject(before.values);
    }
  });

  test.each([1, 4, 9, 14, 20])(
    'stopped after %i answers it goes on with the next',
    async (count) => {
      const whole = await hold(CASE);
      const kept = whole.kept[count - 1] as KeptAnswers;
      const again = await hold(CASE, { known: kept.values, before: kept });
      expect(again.values).toEqual(whole.values);
      expect(again.ask.asked).toEqual(whole.ask.asked.slice(-again.ask.asked.length));
      // The private answers are kept nowhere: before the approach they are asked for again.
      const isPast = kept.asked.includes('approach');
      expect(again.ask.asked.length + count + (isPast ? 2 : 0)).toBe(whole.ask.asked.length);
    },
  );

  test('of a list that is not done its items are kept, and it is asked again with them', async () => {
    const kept: KeptAnswers[] = [];
    const first = script({
      ...CASE,
      'In scope': [
        (question) => {
          question.keep?.(['The pipeline of the web service']);
          throw new ScriptEnded('stopped');
        },
      ],
    });
    const stopped = interview({
      ask: first,
      known: {},
      settled: new Set(),
      today: '2026-04-10',
      ids: () => [],
      save: (answers) => kept.push(answers),
    });
    await expect(stopped).rejects.toThrow(ScriptEnded);
    const before = kept.at(-1) as KeptAnswers;
    expect(before.values['scope.in']).toEqual(['The pipeline of the web service']);
    const { 'In scope': _asItWas, ...others } = CASE;
    const { ask, values } = await hold(others, { known: before.values, before });
    expect(ask.asked).toContain('In scope');
    expect(values['scope.in']).toEqual(['The pipeline of the web service']);
  });

  test('the answers to "anything more?" are kept too', async () => {
    const { kept } = await hold({
      ...CASE,
      More: [['growth', 'assumptions']],
      Growth: ['Owns a number'],
      Assumptions: [['No reorganisation']],
    });
    expect(kept.at(-1)?.values).toMatchObject({
      growth: 'Owns a number',
      assumptions: ['No reorganisation'],
    });
  });
});

describe('answers are checked as they are given', () => {
  test.each([
    ['Due', 'whenever', 'no date'],
    ['Delegate', 'Bor and Mei', 'one person'],
    ['Check-ins', 'now and then', 'number of days'],
  ])('%s: %s', async (label, answer, told) => {
    await expect(hold({ ...CASE, [label]: [answer] })).rejects.toThrow(told);
    await expect(hold({ ...CASE, [label]: [answer] })).rejects.toBeInstanceOf(ScriptEnded);
  });

  test('a date is said back in full', async () => {
    const { ask } = await hold({ ...CASE, Due: ['end of june'] });
    expect(ask.said).toContain('= Tuesday, 2026-06-30');
  });

  test('milestones are a date and what is there by then', async () => {
    const { values } = await hold({
      ...CASE,
      More: [['timeline.milestones', 'parent']],
      Milestones: [['in 2 weeks: a first measurement']],
      'Part of': ['b-3m9x2c7p'],
    });
    expect(values['timeline.milestones']).toEqual([
      { date: '2026-04-24', what: 'a first measurement' },
    ]);
    expect(values.parent).toBe('b-3m9x2c7p');
  });

  test('a larger piece has to be there', async () => {
    const answers = { ...CASE, More: [['parent']], 'Part of': ['b-00000000'] };
    await expect(hold(answers)).rejects.toThrow('no brief of that id');
  });
});
