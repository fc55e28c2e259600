import type { AnyValue, Field, FieldName } from '../brief/fields.ts';
import { field } from '../brief/fields.ts';
import { readBrief } from '../brief/read.ts';
import { workOf } from '../brief/work.ts';
import { clip, valueText } from '../brief/value-text.ts';
import type { Parties } from '../agreement/consent.ts';
import { roleOf } from '../agreement/consent.ts';
import type { Ask } from './ask.ts';
import { BACK } from './ask.ts';
import { askField, withAnswer } from './ask-field.ts';
import type { AskContext } from './parse-answer.ts';

/** Asks which field changes and to what; makes that change in a text. */
export async function askChange(
  ask: Ask,
  text: string,
  fields: readonly Field[],
  context: AskContext,
): Promise<(text: string) => string> {
  const brief = readBrief(text);
  for (;;) {
    const name = await ask.choice<FieldName>(
      { label: 'Amend', ask: 'What changes?', required: true, first: true },
      goalpostsFirst(fields).map((entry) => ({
        value: entry.name,
        name: entry.label,
        means: currentValue(brief.values[entry.name]),
      })),
    );
    if (name === BACK || name === undefined) continue;
    const answer = await askField(ask, field(name), brief.values[name], context, {
      work: workOf(brief.values.title ?? ''),
    });
    if (answer === BACK) continue;
    return (now) => withAnswer(readBrief(now), name, answer);
  }
}

/** The criteria before the rest: an amendment is mostly of one of them. */
function goalpostsFirst(fields: readonly Field[]): readonly Field[] {
  return [
    ...fields.filter(({ group }) => group === 'criteria'),
    ...fields.filter(({ group }) => group !== 'criteria'),
  ];
}

/** A value in a few words, so that the list of fields shows the brief as it stands. */
function currentValue(value: AnyValue | undefined): string {
  if (value === undefined) return 'not set';
  return clip(valueText(value), 50);
}

/** Asks why a criterion moved. */
export async function askReason(ask: Ask, what: string): Promise<string> {
  for (;;) {
    const reason = await ask.text(
      {
        label: 'Reason',
        ask: `Why does it move: ${what}?`,
        help: 'What has changed around it, in a sentence that the delegate would agree with.',
        example: 'The security freeze starts on 1 June.',
        required: true,
        first: true,
      },
      '',
    );
    if (reason !== BACK) return reason;
  }
}

/** Asks whether the other side has agreed to a move; undefined when they have not yet. */
export async function askAgreed(
  ask: Ask,
  parties: Parties,
  self: string | undefined,
): Promise<string | undefined> {
  const isDelegate = self !== undefined && roleOf(self, parties) === 'delegate';
  const other = isDelegate ? parties.delegator : parties.delegate;
  for (;;) {
    const who = await ask.text(
      {
        label: 'Agreed by',
        ask: 'Who else has agreed to it?',
        help: 'Whom you have spoken with, told on your word; leave it open, and they are asked.',
        ...(other === undefined ? {} : { example: other }),
        first: true,
      },
      '',
    );
    if (who !== BACK) return who === '' ? undefined : who;
  }
}
