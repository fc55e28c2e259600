/** What the delegate answers to a brief: by the options of `accept`, from a file, or as they are asked. */
import type { Host } from '../../host.ts';
import type { BriefSession } from '../../lifecycle/session.ts';
import type { Reply } from '../../wizard/accept.ts';
import type { Ask } from '../../wizard/ask.ts';
import { readAnswerFile } from './answer-file.ts';

/** The options that answer. */
export interface ReplyOptions {
  readonly backbrief?: string;
  readonly from?: string;
  readonly object?: string;
  readonly objectFrom?: string;
}

/** False where none of them is given, and the person is to be asked. */
export function isAnswered({ backbrief, from, object, objectFrom }: ReplyOptions): boolean {
  return [backbrief, from, object, objectFrom].some((option) => option !== undefined);
}

interface Answer {
  readonly reply: Reply;
  /** What was left out of an answer, a line each. */
  readonly remarks: readonly string[];
}

/** What the flags say to the brief, else what the person says who is asked. */
export async function replyOf(
  host: Host,
  { brief }: BriefSession,
  { object, objectFrom, backbrief, from }: ReplyOptions,
  by: string,
  ask: Ask | undefined,
): Promise<Answer> {
  if (objectFrom !== undefined) {
    const { words, remarks } = await readAnswerFile(host, objectFrom, by, '--object');
    return { reply: { kind: 'object', objection: words }, remarks };
  }
  if (from !== undefined) {
    const { words, remarks } = await readAnswerFile(host, from, by, '--backbrief');
    return { reply: { kind: 'accept', backbrief: words }, remarks };
  }
  if (object !== undefined) return { reply: { kind: 'object', objection: object }, remarks: [] };
  if (backbrief !== undefined || ask === undefined) {
    return { reply: { kind: 'accept', backbrief: backbrief ?? '' }, remarks: [] };
  }
  const { askReply } = await import('../../wizard/accept.ts');
  return { reply: await askReply(ask, brief.values), remarks: [] };
}
