/** `delegate new` in a terminal: the interview, its saved answers, and its end. */
import { composeBrief } from '../../brief/compose.ts';
import type { AnyValue, FieldName, Values } from '../../brief/fields.ts';
import { FIELDS, field } from '../../brief/fields.ts';
import { readBrief } from '../../brief/read.ts';
import { Interrupted } from '../../failure.ts';
import type { Result } from '../../host.ts';
import { EXIT } from '../../host.ts';
import { atLeast } from '../../lint/severity.ts';
import { printable } from '../../printable.ts';
import type { Ask, Option } from '../../wizard/ask.ts';
import type { Draft, KeptDraft } from '../../wizard/draft.ts';
import { dropDraft, keptDrafts, loadDraft, newDraftFile, saveDraft } from '../../wizard/draft.ts';
import type { Verdict } from '../../wizard/finish.ts';
import { finish } from '../../wizard/finish.ts';
import { interview } from '../../wizard/interview.ts';
import { QUESTIONS } from '../../wizard/questions.ts';
import { terminalAsk } from '../../wizard/terminal.ts';
import type { Making } from './create.ts';
import { checkNew, committed, create, filledTemplate, freshId, idsOf, withSelf } from './create.ts';
import { sentence, templateText } from './from.ts';
import { paintFor } from '../paint.ts';

/** Asks for a brief, shows it, and does with it what the person chooses. */
export async function wizard(making: Making, given: Values, body?: string): Promise<Result> {
  const ask = await terminalAsk(making.host, paintFor(making.host, 'out'));
  return converse(making, given, ask, body);
}

/** The same with any way of asking. */
export async function converse(
  making: Making,
  given: Values,
  ask: Ask,
  body?: string,
): Promise<Result> {
  const { workspace, options, today, said } = making;
  for (const line of said) ask.say(line);
  const gitDir = options.dryRun === true ? undefined : workspace.repository?.gitDir;
  let file = gitDir === undefined ? undefined : newDraftFile(gitDir);
  const save = (draft: Draft): void => {
    if (file !== undefined) saveDraft(file, draft);
  };
  try {
    const found = gitDir === undefined ? undefined : await resume(ask, keptDrafts(gitDir));
    file = found?.file ?? file;
    const kept = found?.draft;
    const ids = await idsOf(workspace);
    const setting = { today, ids: () => ids };
    let text = kept?.text;
    if (text === undefined) {
      const name = options.template ?? kept?.template;
      const template = name === undefined ? undefined : templateStart(templateText(name));
      const self = await withSelf(workspace, {});
      const known = { ...template?.known, ...self, ...kept?.values, ...given };
      const names = new Set([...(Object.keys(given) as FieldName[]), ...(template?.fixed ?? [])]);
      const narrative = body ?? kept?.body;
      const keep = (draft: Draft): void => save({ ...draft, template: name, body: narrative });
      const setup = { ...setting, ask, known, settled: names, save: keep };
      const values = await interview(setup, kept?.at ?? 0);
      const whole: Values = { ...values, id: freshId(ids), status: 'draft' };
      text =
        template === undefined
          ? composeBrief(whole, narrative)
          : filledTemplate(
              template.text,
              whole,
              template.asked.filter((name) => values[name] === undefined),
            );
      save({ values, at: QUESTIONS.length, text });
    }
    if (options.dryRun) return { out: printable(text) };
    const check = (current: string): Verdict => verdict(making, current);
    const saveText = (current: string): void => {
      save({ values: readBrief(current).values, at: QUESTIONS.length, text: current });
    };
    const commits = options.commit ?? workspace.config.commit;
    const end = await finish({ ...setting, ask, check, commits, save: saveText }, text);
    return await close(making, end, file);
  } catch (error) {
    if (!(error instanceof Interrupted) || error.message !== '') throw error;
    const place = file !== undefined && loadDraft(file) !== undefined;
    throw new Interrupted(
      place
        ? '\nStopped. Your answers are kept: "delegate new" goes on where you were.'
        : '\nStopped. Nothing was written.',
    );
  }
}

/** What a template answers, what it asks, and what it has decided. */
function templateStart(text: string): {
  readonly text: string;
  readonly known: Values;
  readonly asked: readonly FieldName[];
  /** The approach, and all that the template leaves out. */
  readonly fixed: readonly FieldName[];
} {
  const { values, places } = readBrief(text);
  const names = FIELDS.map(({ name }) => name);
  const asked = names.filter((name) => places.has(name) && name !== 'approach');
  const filled = Object.entries(values).filter(([, value]) => !isOpen(value));
  return {
    text,
    known: Object.fromEntries(filled),
    asked: asked.filter((name) => field(name).byCommands !== true),
    fixed: names.filter((name) => !asked.includes(name)),
  };
}

/** Whether a template's value is a placeholder. */
function isOpen(value: AnyValue): boolean {
  const text = Array.isArray(value) ? value[0] : value;
  return typeof text === 'string' && text.startsWith('<') && text.endsWith('>');
}

/** More of them than this are not offered: nobody remembers what they were. */
const MOST_KEPT = 5;

/** Asks whether to go on with answers from before; undefined when a new brief is to be begun. */
async function resume(ask: Ask, all: readonly KeptDraft[]): Promise<KeptDraft | undefined> {
  if (all.length === 0) return undefined;
  const kept = all.slice(0, MOST_KEPT);
  const offered: Option<KeptDraft | 'fresh' | 'drop'>[] = kept.map((one) => {
    const { title } = one.draft.values;
    const name = title === undefined ? 'a brief without a title' : `"${title}"`;
    return { value: one, name: `go on with ${name}`, means: 'from where you stopped' };
  });
  const chosen = await ask.choice<KeptDraft | 'fresh' | 'drop'>(
    { label: 'Go on', ask: 'There are answers from before.', required: true, first: true },
    [
      ...offered,
      { value: 'fresh', name: 'begin a new brief', means: 'what is kept stays kept' },
      { value: 'drop', name: 'throw them away', means: 'and begin a new brief' },
    ],
  );
  if (chosen === 'drop') for (const { file } of kept) dropDraft(file);
  return typeof chosen === 'object' ? chosen : undefined;
}

function verdict(making: Making, text: string): Verdict {
  const { findings } = checkNew(making, text);
  const errors = atLeast('error', findings).length;
  // Hints can wait: what weighs more would drown in them.
  const loud = atLeast('warning', findings);
  const hints = findings.length - loud.length;
  const lines = loud.map(({ level, message, help }) => {
    return `- ${level}: ${message}.\n  ${sentence(help)}`;
  });
  const more = hints === 1 ? '1 hint' : `${hints} hints`;
  if (hints > 0) lines.push(`${loud.length > 0 ? 'And ' : ''}${more}: "delegate lint" shows them.`);
  const shown =
    lines.length === 0 ? 'Lint has nothing to say.' : ['Lint says:', ...lines].join('\n');
  return { shown, errors };
}

async function close(
  making: Making,
  { text, ending }: Awaited<ReturnType<typeof finish>>,
  file: string | undefined,
): Promise<Result> {
  if (ending === 'discard') {
    if (file !== undefined) dropDraft(file);
    return { err: 'Thrown away; nothing was written.\n' };
  }
  const { values } = readBrief(text);
  const path = await create(making.workspace, values.title ?? '', text);
  // From here on the words are in a file of their own.
  if (file !== undefined) dropDraft(file);
  if (ending === 'keep') {
    return { err: printable(`Wrote ${path} (${values.id}); not committed.\n`), status: EXIT.ok };
  }
  return committed({ ...making, options: { ...making.options, commit: true } }, path, values, '');
}
