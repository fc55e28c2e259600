/** `delegate new` in a terminal: the interview, its kept answers, and its end. */
import type { FieldName, Values } from '../../brief/fields.ts';
import { FIELDS, field } from '../../brief/fields.ts';
import { readBrief } from '../../brief/read.ts';
import { parseTemplate } from '../../brief/template.ts';
import { Failure, Interrupted } from '../../failure.ts';
import type { Workspace } from '../../files/workspace.ts';
import type { Host, Result } from '../../host.ts';
import { EXIT } from '../../host.ts';
import {
  briefIds,
  checkDraft,
  composeDraft,
  createBrief,
  withDelegator,
  writeDraft,
} from '../../lifecycle/create-brief.ts';
import { printable } from '../../printable.ts';
import { contractText } from '../../report/show.ts';
import { displayWidth, wrap } from '../../report/width.ts';
import type { Ask } from '../../wizard/ask.ts';
import type { KeptAnswers, AnswerStore } from '../../wizard/kept-answers.ts';
import { answerStore, answersFiles, newAnswersFile } from '../../wizard/kept-answers.ts';
import type { Finished } from '../../wizard/finish.ts';
import { finish } from '../../wizard/finish.ts';
import { interview } from '../../wizard/interview.ts';
import type { AskContext } from '../../wizard/parse-answer.ts';
import { askResume } from '../../wizard/resume.ts';
import { terminalAsk } from '../../wizard/terminal.ts';
import { verdictOf } from '../../wizard/verdict.ts';
import { paintFor } from '../paint.ts';
import type { NewBriefContext } from './outcome.ts';
import { createdResult } from './outcome.ts';
import { templateText } from './templates.ts';

/** What came with the answers that were given, from a file. */
export interface Given {
  /** The narrative. */
  readonly body?: string | undefined;
  /** What is to be said before anything is asked. */
  readonly notes?: readonly string[];
}

/** Asks for a brief, shows it, and does with it what the person chooses. */
export async function wizard(
  context: NewBriefContext,
  answers: Values,
  given: Given = {},
): Promise<Result> {
  const { host } = context.workspace;
  try {
    const ask = await terminalAsk(host, paintFor(host, 'out'));
    const result = await converse(context, answers, ask, given);
    return { ...result, ...(result.err === undefined ? {} : { err: inColumns(host, result.err) }) };
  } catch (error) {
    throw error instanceof Interrupted ? new Interrupted(inColumns(host, error.message)) : error;
  }
}

/** Lines broken between words, as the questions were; a command stays whole, to be copied. */
function inColumns(host: Host, text: string): string {
  const { columns = host.columns } = host.stdout as { columns?: number };
  return text
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith(' ')) return [line];
      const [, before = line, command] = /^([^:]*:) (delegate .*)$/.exec(line) ?? [];
      const isWhole = displayWidth(line) < columns;
      return isWhole || command === undefined
        ? wrap(line, columns - 1)
        : [...wrap(before, columns - 1), `  ${command}`];
    })
    .join('\n');
}

/** The same with any way of asking. */
export async function converse(
  context: NewBriefContext,
  answers: Values,
  ask: Ask,
  { body, notes = [] }: Given = {},
): Promise<Result> {
  const { workspace, options, today, done } = context;
  for (const line of [...done, ...notes]) ask.say(line);
  const gitDir = options.dryRun === true ? undefined : workspace.repository?.gitDir;
  let store = answerStore(gitDir === undefined ? undefined : newAnswersFile(gitDir));
  try {
    const kept = gitDir === undefined ? undefined : await askResume(ask, answersFiles(gitDir));
    if (kept !== undefined) {
      store = answerStore(kept.file);
      if (kept.answers.text === undefined) recap(ask, kept.answers.values);
    }
    const ids = await briefIds(workspace);
    const asking = { ask, today, ids: () => ids };
    const text =
      kept?.answers.text ??
      (await interviewed(context, answers, asking, store, kept?.answers, body));
    if (options.dryRun) return { out: printable(text) };
    const end = await finish(
      {
        ...asking,
        check: (current) => verdictOf(checkDraft(workspace, today, current).findings),
        commits: options.commit ?? workspace.config.commit,
        save: (current) => saveText(store, current),
      },
      text,
    );
    return await carryOut(context, end, store);
  } catch (error) {
    if (!(error instanceof Interrupted) || error.message !== '') throw error;
    throw new Interrupted(
      store.isKept()
        ? '\nStopped. Your answers are kept: "delegate new" goes on where you were.'
        : '\nStopped. Nothing was written.',
    );
  }
}

/** What was answered before it was stopped. */
function recap(ask: Ask, values: Values): void {
  ask.say(`\nSo far:\n\n${values.title ?? ''}`.trimEnd(), 'bold');
  ask.show((options) => contractText(values, options));
  ask.say('');
}

/** Puts the questions, and returns the text of the brief. */
async function interviewed(
  { workspace, options }: NewBriefContext,
  answers: Values,
  asking: AskContext & { readonly ask: Ask },
  store: AnswerStore,
  kept: KeptAnswers | undefined,
  narrative: string | undefined,
): Promise<string> {
  const name = options.template ?? kept?.template;
  const body = narrative ?? kept?.body;
  const template = templateFor(workspace, asking.ask, name, options.template === undefined);
  const start = template === undefined ? undefined : templateStart(template);
  const self = await withDelegator(workspace, {});
  const given = [...(Object.keys(answers) as FieldName[]), ...(kept?.given ?? [])];
  const values = await interview({
    ...asking,
    known: { ...self, ...start?.known, ...kept?.values, ...answers },
    settled: new Set([...given, ...(start?.settled ?? [])]),
    about: name,
    before: kept,
    save: (now) => store.save({ ...now, given, template: name, body }),
  });
  const leftOpen = start?.asked.filter((asked) => values[asked] === undefined) ?? [];
  const text = composeDraft({ values, body, template, leftOpen }, asking.ids());
  store.save({ values, asked: [], text });
  return text;
}

/** The text of a template. One from before may be gone: its answers are worth a brief without it. */
function templateFor(
  workspace: Workspace,
  ask: Ask,
  name: string | undefined,
  isFromBefore: boolean,
): string | undefined {
  if (name === undefined) return undefined;
  try {
    return templateText(workspace, name);
  } catch (error) {
    if (!isFromBefore || !(error instanceof Failure)) throw error;
    ask.say(`It goes on without its template: ${error.message}.`);
    return undefined;
  }
}

/** What a template answers, what it asks, and what it has decided: the approach, and all it leaves out. */
function templateStart(text: string): {
  readonly known: Values;
  readonly asked: readonly FieldName[];
  readonly settled: readonly FieldName[];
} {
  const { fields, values } = parseTemplate(text);
  const asked = fields.filter((name) => name !== 'approach' && field(name).byCommands !== true);
  const settled = FIELDS.map(({ name }) => name).filter((name) => !asked.includes(name));
  return { known: values, asked, settled };
}

function saveText(store: AnswerStore, text: string): void {
  store.save({ values: readBrief(text).values, asked: [], text });
}

/** Does what the person chose at the end. */
async function carryOut(
  { workspace, options }: NewBriefContext,
  { text, ending }: Finished,
  store: AnswerStore,
): Promise<Result> {
  if (ending === 'discard') {
    store.drop();
    return { err: 'Thrown away; nothing was written.\n' };
  }
  if (ending === 'keep') {
    const path = await writeDraft(workspace, text);
    store.drop();
    const { id } = readBrief(text).values;
    return { err: printable(`Wrote ${path} (${id}); not committed.\n`), status: EXIT.ok };
  }
  // Once the words are in a file of their own, the kept answers can go, whatever git says.
  const created = await createBrief(workspace, text, true, () => store.drop());
  return createdResult({ options, done: [] }, created);
}
