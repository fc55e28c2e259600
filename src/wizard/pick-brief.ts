import { parsePerson } from '../brief/people.ts';
import type { BriefChoice } from '../lifecycle/brief-choices.ts';
import type { Ask } from './ask.ts';
import { BACK } from './ask.ts';

/** The path of the brief that a person picks; where there is only one, that one at once. */
export async function pickBrief(ask: Ask, choices: readonly BriefChoice[]): Promise<string> {
  const [only, ...others] = choices as [BriefChoice];
  if (others.length === 0) {
    ask.say(`${only.title} (${only.path})`, 'dim');
    return only.path;
  }
  for (;;) {
    const path = await ask.choice<string>(
      { label: 'Brief', ask: 'Which one?', required: true, first: true },
      choices.map((choice) => ({ value: choice.path, name: choice.title, means: meansOf(choice) })),
    );
    if (path !== BACK && path !== undefined) return path;
  }
}

function meansOf({ status, delegate }: BriefChoice): string {
  return delegate === undefined ? status : `${status}, ${parsePerson(delegate).name}`;
}
