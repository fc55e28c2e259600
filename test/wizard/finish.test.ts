import { expect, test } from 'vitest';
import { composeBrief } from '../../src/brief/compose.ts';
import { readBrief } from '../../src/brief/read.ts';
import { Failure } from '../../src/failure.ts';
import { BACK } from '../../src/wizard/ask.ts';
import { finish } from '../../src/wizard/finish.ts';
import type { Answer, Script } from './script.ts';
import { script } from './script.ts';

const START = composeBrief({
  id: 'b-3m9x2c7p',
  title: 'Halve deployment time',
  status: 'draft',
  approach: 'problem-solving',
  goal: 'From 40 to 20 minutes.',
});

async function end(
  answers: Readonly<Record<string, readonly Answer[]>>,
  { errors = 0, hints = [] as string[], commits = true, ask = script(answers) } = {},
): Promise<{ text: string; ending: string; ask: Script; saved: string[] }> {
  const saved: string[] = [];
  const done = await finish(
    {
      ask,
      today: '2026-04-10',
      ids: () => [],
      check: () => ({ shown: `${errors} errors`, hints, errors }),
      commits,
      save: (text) => saved.push(text),
    },
    START,
  );
  return { ...done, ask, saved };
}

test('shows what will be agreed as it is read back, what lint says, and how much is left open', async () => {
  const { ask, text, ending } = await end({ End: ['commit'] });
  expect(ending).toBe('commit');
  expect(text).toBe(START);
  expect(ask.said[0]).toContain('Halve deployment time');
  expect(ask.said[1]).toMatch(/^Approach .*\nGoal +From 40 to 20 minutes\.$/);
  expect(ask.said[2]).toContain('0 errors');
  expect(ask.said[3]).toContain('The whole how is theirs');
  expect(ask.asked).toEqual(['End']);
});

test('the hints are read before there is a file, and what is above them is not said again', async () => {
  const { ask } = await end({ End: ['hints', 'keep'] }, { hints: ['- hint: one', '- hint: two'] });
  expect(ask.said.slice(4)).toEqual(['\n- hint: one\n- hint: two']);
  await expect(end({ End: ['hints'] })).rejects.toThrow('End has no hints');
});

test('an answer is changed in its place, and the brief is shown again', async () => {
  const { text, ask, saved } = await end({
    End: ['change', 'keep'],
    Change: ['goal'],
    Goal: ['From 40 to 15 minutes.'],
  });
  expect(text).toBe(START.replace('20 minutes', '15 minutes'));
  expect(saved.at(-1)).toBe(text);
  expect(ask.said.filter((said) => said.includes('will be agreed'))).toHaveLength(2);
});

test('items are numbered where there are several, so that one that YAML has cut is seen', async () => {
  const { ask } = await end({
    Editor: [START.replace('---\n## Context', 'scope:\n  - Builds # and more\n  - tests\n---\n')],
    End: ['edit', 'keep'],
  });
  expect(ask.said.join('\n')).toMatch(/In scope +1\. Builds\n +2\. tests/);
});

test('an answer that is left open is taken out, and one that was open is put in', async () => {
  const { text } = await end({
    End: ['change', 'change', 'commit'],
    Change: ['guardrails', 'goal'],
    Guardrails: [['No new paid services']],
    Goal: [BACK],
  });
  expect(readBrief(text).values).toMatchObject({
    guardrails: ['No new paid services'],
    goal: 'From 40 to 20 minutes.',
  });
});

test('edited in the editor, it is taken as it was left', async () => {
  const { text, saved } = await end({ Editor: [`${START}\nMore.\n`], End: ['edit', 'commit'] });
  expect(text).toBe(`${START}\nMore.\n`);
  expect(saved).toEqual([text]);
});

test('an editor that does not start loses nothing', async () => {
  const answers = script({ End: ['edit', 'keep'] });
  const ask: Script = {
    ...answers,
    edit: async () => {
      throw new Failure('the editor (nano) ended with status 127', 'Set EDITOR.');
    },
  };
  const { text, ending } = await end({}, { ask });
  expect({ text, ending }).toEqual({ text: START, ending: 'keep' });
  expect(ask.said.join('\n')).toContain('ended with status 127. Set EDITOR.');
});

test('thrown away only after a second yes', async () => {
  const { ending } = await end({ End: ['discard', 'keep'], Confirm: [false] });
  expect(ending).toBe('keep');
  const sure = await end({ End: ['discard'], Confirm: [true] });
  expect(sure.ending).toBe('discard');
});

test('a frontmatter that was broken in the editor can be edited, not changed by questions', async () => {
  const broken = START.replace('goal: ', 'goal: [');
  const { text, ask } = await end({
    Editor: [broken],
    End: ['edit', 'change', 'keep'],
  });
  expect(text).toBe(broken);
  expect(ask.said.join('\n')).toContain('cannot be read as it is');
});

test('without commits it offers none', async () => {
  await expect(end({ End: ['commit'] }, { commits: false })).rejects.toThrow('End has no commit');
});
