/** An answer that came by mail or in a chat, from a file: their own words, and what was left out. */
import type { Cut } from '../../agreement/answer.ts';
import { readAnswer, unwrapped } from '../../agreement/answer.ts';
import { parsePerson } from '../../brief/people.ts';
import { clip } from '../../brief/value-text.ts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { readGiven } from '../given-file.ts';

/** What somebody answered. */
export interface GivenAnswer {
  readonly words: string;
  /** What was kept and what was left out, a line each. */
  readonly remarks: readonly string[];
}

/**
 * Reads somebody's answer. A Failure where there is nothing of their own in it.
 *
 * @param flag The option that takes the words themselves, for a message.
 */
export async function readAnswerFile(
  host: Host,
  name: string,
  by: string,
  flag: string,
): Promise<GivenAnswer> {
  const { text, where } = await readGiven(host, name);
  if (isWholeMail(text)) {
    throw new Failure(
      `${where} is a mail as it was sent, with its headers`,
      'Save its text alone, or paste that: with - for the file it is read from standard input.',
    );
  }
  const { words, cut } = readAnswer(text, by);
  if (words === '') {
    throw new Failure(
      `${where} has no words of ${parsePerson(by).name}: ${cut.length === 0 ? 'it is empty' : 'all of it repeats a mail or signs one'}`,
      `Give their words: ${flag} "…"`,
    );
  }
  const kept = unwrapped(words);
  return { words: kept, remarks: [`Their words: ${clip(kept, 400)}`, ...cut.map(cutText)] };
}

/** Headers that no person writes into their answer. */
const HEADER = /^(?:MIME-Version|Content-Type|Received|Return-Path|Delivered-To|Message-ID):/im;

function isWholeMail(text: string): boolean {
  const [head = ''] = text.slice(0, 20_000).split(/\r?\n\r?\n/, 1);
  return HEADER.test(head);
}

const KINDS = {
  greeting: 'the greeting',
  quote: 'what is quoted',
  signature: 'the signature',
} as const;

/** `Left out the signature: Cheers, Bor`; of a long part the beginning. */
function cutText({ kind, text }: Cut): string {
  const lines = text.split('\n').length;
  const size = lines > 3 ? ` (${lines} lines)` : '';
  return `Left out ${KINDS[kind]}${size}: ${clip(text, 100)}`;
}
