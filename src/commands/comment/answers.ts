/** What can be answered in a comment: its first word, and the command that it stands for. */
import { readAnswer } from '../../agreement/answer.ts';
import type { CommandModule } from '../command.ts';

/** A comment that answers. */
export interface Answer {
  /** The brief that it names, by its id. */
  readonly brief?: string;
  readonly name: string;
  readonly load: () => Promise<CommandModule>;
  /** The options and arguments after the brief; undefined where words are missing. */
  readonly args: readonly string[] | undefined;
  /** How it is written. */
  readonly form: string;
}

interface Kind {
  readonly name: string;
  readonly load: () => Promise<CommandModule>;
  readonly form: string;
  readonly argsOf: (words: string) => readonly string[] | undefined;
}

const KINDS: Readonly<Record<string, Kind>> = {
  '/accept': {
    name: 'accept',
    load: () => import('../lifecycle/accept.ts'),
    form: '/accept the goal, the scope and the freedom in your own words',
    argsOf: (words) => (words === '' ? undefined : [`--backbrief=${words}`]),
  },
  '/object': {
    name: 'accept',
    load: () => import('../lifecycle/accept.ts'),
    form: '/object what stands in the way',
    argsOf: (words) => (words === '' ? undefined : [`--object=${words}`]),
  },
  '/agree': {
    name: 'agree',
    load: () => import('../lifecycle/agree.ts'),
    form: '/agree, or /agree 2 for one change of several',
    argsOf: (words) => (words === '' ? [] : numbered(words)),
  },
  '/dispute': {
    name: 'dispute',
    load: () => import('../lifecycle/dispute.ts'),
    form: '/dispute what you have against the change',
    argsOf: (words) => (words === '' ? undefined : [`--reason=${words}`]),
  },
  '/check-in': {
    name: 'check-in',
    load: () => import('../lifecycle/check-in.ts'),
    form: '/check-in on-track (or at-risk, blocked) and what there is to say',
    argsOf: (words) => {
      const [, state, note = ''] = /^(on-track|at-risk|blocked)\b[:,]?\s*(.*)$/is.exec(words) ?? [];
      return state === undefined ? undefined : [`--state=${state}`, `--note=${note}`];
    },
  },
};

/** A number alone is a change's; other words beside an agreement are talk. */
function numbered(words: string): readonly string[] {
  const [, number] = /^#?(\d{1,4})\b/.exec(words) ?? [];
  return number === undefined ? [] : [number];
}

/**
 * Reads a comment.
 *
 * @returns Undefined where its first word is none of ours.
 */
export function answerIn(text: string, from: string): Answer | undefined {
  const [, word = '', rest = ''] = /^\s*(\S+)(.*)$/s.exec(text) ?? [];
  const kind = Object.hasOwn(KINDS, word) ? KINDS[word] : undefined;
  if (kind === undefined) return undefined;
  const [, brief, said = rest] = /^\s*`?(b-[0-9a-z]{8})`?(?![\w-])[:,]?(.*)$/s.exec(rest) ?? [];
  const words = readAnswer(said, from).words.trim();
  const { name, load, form } = kind;
  return { name, load, form, args: kind.argsOf(words), ...(brief && { brief }) };
}
