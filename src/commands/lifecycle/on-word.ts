/** Whose word a command records: of the person at the keyboard, or of somebody who has told them. */
import type { Side } from '../../agreement/consent.ts';
import { namedAsIn } from '../../agreement/consent.ts';
import type { Values } from '../../brief/fields.ts';
import { isAgent } from '../../brief/known-people.ts';
import { parsePerson, samePerson } from '../../brief/people.ts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { assertOwnWord, isUnderPersonsName } from '../../lifecycle/agent.ts';
import type { Word } from '../../lifecycle/agree.ts';
import type { BriefSession } from '../../lifecycle/session.ts';
import { howToSettle, namesakes, personMeant } from '../../lifecycle/people.ts';
import { refOf } from '../../lifecycle/session.ts';
import { askerOf } from './brief-command.ts';

/** The option that names them. */
export const BY = ['--by <who>', 'on whose word, where it is not yours: Name <email>'] as const;

/**
 * Whose word it is. Somebody other than the sides that can give it is asked who has told them, and is
 * recorded as the one who wrote it down; without a terminal `--by` says it. An agent gives no person's.
 *
 * @param verb What they do by it, as the command has it.
 * @param sides Those whose word counts, the likeliest first.
 */
export async function wordOf(
  host: Host,
  session: BriefSession,
  named: string | undefined,
  verb: string,
  sides: readonly Side[],
): Promise<Word> {
  const agent = named === undefined ? agentsSide(session, sides) : undefined;
  const word = agent ?? (await givenWord(host, session, named, sides));
  assertOwnWord(session, word.by, { verb });
  return word;
}

/** Of an agent that works under its human's name: its own word, where the brief names it. */
function agentsSide(session: BriefSession, sides: readonly Side[]): Word | undefined {
  const { self, brief, workspace } = session;
  if (!isUnderPersonsName(session)) return undefined;
  const by = peopleOf(brief.values, sides).find((one) => isAgent(one, workspace.config.people));
  return by === undefined ? undefined : { by, recordedBy: self };
}

async function givenWord(
  host: Host,
  session: BriefSession,
  named: string | undefined,
  sides: readonly Side[],
): Promise<Word> {
  const { self, brief } = session;
  const people = peopleOf(brief.values, sides);
  if (named !== undefined) {
    const by =
      (await personMeant(session.workspace, named, people)) ??
      namedAsIn(brief.values, named.trim());
    assertOneOf(people, by, session);
    return self === undefined || samePerson(self, by) ? { by } : { by, recordedBy: self };
  }
  const own = people.find((person) => self !== undefined && samePerson(person, self));
  if (own !== undefined) return { by: own };
  const [namesake] = self === undefined ? [] : namesakes(self, people);
  if (self !== undefined && namesake !== undefined) {
    return namesakeWord(host, session, self, namesake);
  }
  if (people.length === 0) {
    throw new Failure(
      `${session.path} names nobody who could say so`,
      `Name them: delegate reassign ${refOf(session)} --to "Name <email>"`,
    );
  }
  if (!host.interactive) {
    if (self === undefined) {
      throw new Failure(
        'git does not know who you are',
        'Say whose word it is: --by "Name <email>".',
      );
    }
    const [first] = people as [string];
    const { name, email = name } = parsePerson(first);
    throw new Failure(
      `nothing was written: --by is missing, since ${session.path} names ${name} and not you`,
      `If they have said it to you: --by ${email}. Otherwise let them run it themselves.`,
    );
  }
  const by = await askWhose(host, people, self);
  return self === undefined ? { by } : { by, recordedBy: self };
}

/** The word of somebody whom the brief knows under another address: a slip, or another of that name. */
async function namesakeWord(
  host: Host,
  { path }: BriefSession,
  self: string,
  namesake: string,
): Promise<Word> {
  const settle = howToSettle(self, namesake);
  const { email = namesake } = parsePerson(namesake);
  const both = `git says you are ${self}, and ${path} names ${namesake}`;
  if (!host.interactive) {
    throw new Failure(both, `${settle}\nFor this once: --by ${email}`);
  }
  const ask = await askerOf(host);
  ask.say(`\n${both}.`);
  ask.say(settle);
  if (await ask.confirm(`Are you ${namesake}, or have they said this to you?`, false)) {
    return { by: namesake, recordedBy: self };
  }
  throw new Failure('nothing was written', 'Let them run it themselves, or ask them first.');
}

/** The people of the sides, each once. */
function peopleOf(values: Values, sides: readonly Side[]): readonly string[] {
  const people = sides.flatMap((side) => values[side] ?? []);
  return people.filter((person, at) => people.findIndex((one) => samePerson(one, person)) === at);
}

function assertOneOf(people: readonly string[], by: string, session: BriefSession): void {
  if (people.some((person) => samePerson(person, by))) return;
  throw new Failure(
    `${by} is not ${people.join(' or ')}, whose word ${session.path} asks for`,
    `To give the brief to somebody else: delegate reassign ${refOf(session)} --to "Name <email>" --reason "…"`,
  );
}

async function askWhose(
  host: Host,
  people: readonly string[],
  self: string | undefined,
): Promise<string> {
  const { confirm } = await import('../../wizard/confirm.ts');
  for (const person of people) {
    const { name } = parsePerson(person);
    const you = self === undefined ? '' : `You are ${parsePerson(self).name}. `;
    // oxlint-disable-next-line no-await-in-loop -- one question after the other
    if (await confirm(host, `${you}The brief names ${name}. Have they said this to you?`, false))
      return person;
  }
  throw new Failure('nothing was written', 'Let them run it themselves, or ask them first.');
}
