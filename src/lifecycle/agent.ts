/**
 * What a coding agent does not do in a person's place: agree, close, or take something on in their name.
 * It is known by the identity that git has, or by its program, since many commit as their human.
 */
import { isAgent } from '../brief/known-people.ts';
import { parsePerson } from '../brief/people.ts';
import { Failure } from '../failure.ts';
import { agentProgram } from './agent-programs.ts';
import type { BriefSession } from './session.ts';
import { refOf } from './session.ts';

type AtWork = Pick<BriefSession, 'workspace' | 'self'>;

/** How it is known that an agent is at work, as a sentence begins; undefined for a person. */
function agentAtWork({ workspace, self }: AtWork): string | undefined {
  const { config, host } = workspace;
  if (self !== undefined && isAgent(self, config.people)) {
    return `${self} is an agent (people in .delegate.yaml)`;
  }
  const program = agentProgram(host.env);
  return program && `this was started by ${program.name} (${program.variable} is set)`;
}

/** True where an agent's program is at work under the name of a person, or of nobody. */
export function isUnderPersonsName(session: AtWork): boolean {
  const { workspace, self } = session;
  const ownName = self !== undefined && isAgent(self, workspace.config.people);
  return !ownName && agentAtWork(session) !== undefined;
}

/**
 * Who says something that is no promise: the agent whom the brief names, where its program works under the
 * name of a person, else whoever git knows. A Failure where git knows nobody.
 */
export function speakerOf(session: BriefSession): string {
  const { brief, workspace, self } = session;
  const { delegate, delegator } = brief.values;
  const agent = [delegate, delegator].find((one) => one && isAgent(one, workspace.config.people));
  const speaker = isUnderPersonsName(session) ? (agent ?? self) : self;
  if (speaker !== undefined) return speaker;
  throw new Failure(
    'git does not know who you are',
    'Say it: git config user.name "…" and git config user.email …',
  );
}

/** Who agrees, and what they would have to run for it. */
export interface PersonsDeed {
  /** As the command has it: `accept`. */
  readonly verb: string;
  /** What is to be run, where it is more than the verb and the brief. */
  readonly command?: string;
}

/** Refuses an agent that gives the word of a person. Its own it may give. */
export function assertOwnWord(session: BriefSession, by: string, deed: PersonsDeed): void {
  const how = agentAtWork(session);
  const { people } = session.workspace.config;
  if (how === undefined || isAgent(by, people)) return;
  const { name } = parsePerson(by);
  const known = `If ${name} is an agent: "agent: true" for them under people in .delegate.yaml, written by a person.`;
  throw new Failure(
    `${how}, and an agent does not ${deed.verb} in the name of ${by}`,
    `${name} can, in a terminal of their own: ${commandOf(session, deed)}\n${known}`,
  );
}

/** Refuses an agent where only a person decides, whoever it is. */
export function assertPerson(session: BriefSession, deed: PersonsDeed): void {
  const how = agentAtWork(session);
  if (how === undefined) return;
  throw new Failure(
    `${how}, and an agent does not ${deed.verb} a brief`,
    `${personOf(session)} can, in a terminal of their own: ${commandOf(session, deed)}`,
  );
}

/**
 * Refuses an agent to do what would free it of its own contract: to hand over, take up again or give away a
 * brief of a person that an agent has, or gets.
 *
 * @param to Who gets it, where it is given away.
 */
export function assertPersonLeads(session: BriefSession, deed: PersonsDeed, to?: string): void {
  const { people } = session.workspace.config;
  const { delegate, delegator } = session.brief.values;
  if (delegator !== undefined && isAgent(delegator, people)) return;
  const isAgents = [delegate, to].some((one) => one !== undefined && isAgent(one, people));
  if (isAgents) assertPerson(session, deed);
}

/** Refuses an agent that records a change in a person's name, or that a person has agreed to it. */
export function assertOwnRecord(session: BriefSession, agreedBy: readonly string[]): void {
  const { self } = session;
  for (const by of agreedBy) assertOwnWord(session, by, { verb: 'agree' });
  if (!isUnderPersonsName(session)) return;
  const ref = refOf(session);
  const whose = self === undefined ? '' : ` in the name of ${self}`;
  throw new Failure(
    `${agentAtWork(session)}, and an agent does not amend${whose}`,
    `It can propose it: delegate amend ${ref} --propose --set FIELD=VALUE --reason "…"\n${personOf(session)} takes it over, in a terminal of their own: delegate amend ${ref} --from-proposal`,
  );
}

/** The person of a brief who is no agent, the one who handed it over before all. */
function personOf({ brief, workspace }: BriefSession): string {
  const { delegator, delegate } = brief.values;
  const person = [delegator, delegate].find((one) => {
    return one !== undefined && !isAgent(one, workspace.config.people);
  });
  return person ?? 'A person';
}

function commandOf(session: BriefSession, { verb, command }: PersonsDeed): string {
  return command ?? `delegate ${verb} ${refOf(session)}`;
}
