import type { AnyValue, FieldName } from '../brief/fields.ts';
import { ANSWERS, field } from '../brief/fields.ts';
import { readBrief } from '../brief/read.ts';
import { workOf } from '../brief/work.ts';
import { valueText } from '../brief/value-text.ts';
import { contractText } from '../report/show.ts';
import { cutTo } from '../report/width.ts';
import { openness } from './advice.ts';
import type { Ask, Option } from './ask.ts';
import { BACK } from './ask.ts';
import { Failure } from '../failure.ts';
import { askField, withAnswer } from './ask-field.ts';
import type { AskContext } from './parse-answer.ts';
import type { Verdict } from './verdict.ts';

/** What the end of the wizard works with. */
export interface FinishContext extends AskContext {
  readonly ask: Ask;
  readonly check: (text: string) => Verdict;
  /** False when the commands are told not to commit. */
  readonly commits: boolean;
  /** Kept after each change. */
  readonly save: (text: string) => void;
}

type Ending = 'commit' | 'keep' | 'discard';

/** The text as it was left, and what is to become of it. */
export interface Finished {
  readonly text: string;
  readonly ending: Ending;
}

/** Shows what will be agreed and what lint says of it, until the person has chosen its end. */
export async function finish(setup: FinishContext, start: string): Promise<Finished> {
  const { ask } = setup;
  let text = start;
  let show = true;
  for (;;) {
    const verdict = setup.check(text);
    if (show) showBrief(ask, text, verdict);
    const chosen = await ask.choice(
      { label: 'End', ask: 'What now?', required: true, first: true },
      endings(setup.commits, verdict),
    );
    show = false;
    if (chosen === 'hints') ask.say(`\n${verdict.hints.join('\n')}`);
    else if (chosen === BACK || chosen === 'change') {
      const before = text;
      text = await change(setup, text);
      setup.save(text);
      show = text !== before;
    } else if (chosen === 'edit') {
      text = await edited(ask, text);
      setup.save(text);
      show = true;
    } else if (chosen !== 'discard') return { text, ending: chosen ?? 'keep' };
    else if (await ask.confirm('Throw the answers away? They cannot be brought back.', false)) {
      return { text, ending: 'discard' };
    }
  }
}

/**
 * What will be agreed, as it is read back from the text, so that an item that was cut or split is seen;
 * what lint says of it; and how much it leaves open.
 */
function showBrief(ask: Ask, text: string, { shown }: Verdict): void {
  const { values, readable } = readBrief(text);
  if (readable) {
    ask.say(`\nWhat will be agreed:\n\n${values.title ?? ''}`, 'bold');
    ask.show((options) => contractText(values, options));
  } else ask.say(`\nThe brief as it stands:\n\n${text.trimEnd()}`);
  ask.say(`\n${shown}`);
  if (readable) ask.say(`\n${openness(values)}`, 'bold');
}

type Choice = Ending | 'edit' | 'change' | 'hints';

function endings(commits: boolean, { errors, hints }: Verdict): Option<Choice>[] {
  const refused = errors > 0 ? 'as it is; lint will refuse it in CI' : 'in a commit of its own';
  const commit: Option<Choice> = { value: 'commit', name: 'commit', means: refused };
  return [
    ...(commits ? [commit] : []),
    { value: 'change', name: 'change an answer' },
    { value: 'edit', name: 'edit', means: 'the whole of it, in your editor' },
    ...(hints.length > 0 ? [{ value: 'hints', name: 'read the hints' } as const] : []),
    { value: 'keep', name: 'keep', means: 'as a file, without a commit' },
    { value: 'discard', name: 'throw away' },
  ];
}

async function edited(ask: Ask, text: string): Promise<string> {
  try {
    return await ask.edit(text);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    ask.say(`${error.message}. ${error.help ?? ''}`);
    return text;
  }
}

async function change({ ask, ...context }: FinishContext, text: string): Promise<string> {
  const brief = readBrief(text);
  if (!brief.readable) {
    ask.say('The frontmatter cannot be read as it is: edit it first.');
    return text;
  }
  const name = await ask.choice<FieldName>(
    { label: 'Change', ask: 'Which answer?', required: true },
    ANSWERS.map((entry) => ({
      value: entry.name,
      name: entry.label,
      means: inShort(brief.values[entry.name]),
    })),
  );
  if (name === BACK || name === undefined) return text;
  const answer = await askField(ask, field(name), brief.values[name], context, {
    work: workOf(brief.values.title ?? ''),
  });
  if (answer === BACK) return text;
  return withAnswer(brief, name, answer);
}

/** An answer in one short line. */
function inShort(value: AnyValue | undefined): string {
  if (value === undefined) return 'not answered';
  return cutTo(valueText(value, ' ').replaceAll('\n', ' '), 50);
}
