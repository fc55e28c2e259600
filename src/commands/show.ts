import type { Command } from 'commander';
import { isAccepted } from '../agreement/transitions.ts';
import { evidenceStates } from '../brief/evidence-lines.ts';
import { whyUnreadable } from '../brief/unread.ts';
import { Failure } from '../failure.ts';
import type { FoundBrief } from '../files/find.ts';
import { findBrief } from '../files/find.ts';
import type { Workspace } from '../files/workspace.ts';
import type { Move } from '../history/types.ts';
import type { Host, Result } from '../host.ts';
import { stateOf } from '../lifecycle/brief-states.ts';
import { openWorkspace } from '../lint/workspace.ts';
import { concerns } from '../report/list.ts';
import type { Letter } from '../report/letter-parts.ts';
import type { RenderOptions } from '../report/paint.ts';
import { showJson, showText } from '../report/show.ts';
import type { Execute } from './command.ts';
import type { FormatOptions } from './options.ts';
import { JSON_FORMAT, TODAY, dateOf, formatOf, formatOption, todayOf } from './options.ts';
import { pickedBrief } from './lifecycle/brief-command.ts';
import { renderOptions } from './paint.ts';
import { shellQuote } from '../git/shell.ts';

const SCREENS = { screen: showText, json: showJson };

type LetterFormat = (letter: Letter, options: RenderOptions) => string;

/** The letters, for somebody without git: each is loaded when it is asked for. */
const LETTERS: Readonly<Record<'text' | 'markdown' | 'html', () => Promise<LetterFormat>>> = {
  text: async () => (await import('../report/letter-text.ts')).letterText,
  markdown: async () => (await import('../report/letter-markdown.ts')).letterMarkdown,
  html: async () => (await import('../report/letter-html.ts')).letterHtml,
};

const FORMATS = { ...SCREENS, ...LETTERS };

interface ShowOptions extends FormatOptions<keyof typeof FORMATS> {
  readonly answerBy?: string;
  readonly today?: string;
}

/** `delegate show BRIEF`: one brief, rendered for reading, or as a letter to somebody without git. */
export function declare(command: Command, execute: Execute): void {
  command
    .argument(
      '[brief]',
      "its id, its path, its file's name, or a part of one; asked for in a terminal",
    )
    .option(...formatOption(FORMATS))
    .option(...JSON_FORMAT)
    .option('--answer-by <date>', 'in a letter: by when you hope for an answer')
    .option(...TODAY)
    .addHelpText(
      'after',
      `
text, markdown and html are a letter for somebody who has no git: the whole brief in plain words, and
how to say it back or object. html is one page that needs nothing else and prints on a page or two.

Examples:
  delegate show halve-deployment-time
  delegate show b-7k3 --format html > letter.html
  delegate show b-7k3 --format text --answer-by friday
  delegate show b-7k3 --json`,
    )
    .action((name: string | undefined, options: ShowOptions) =>
      execute((host) => run(host, name, options)),
    );
}

async function run(host: Host, name: string | undefined, options: ShowOptions): Promise<Result> {
  const format = formatOf(options, 'screen');
  const today = todayOf(options, host);
  const answerBy = answerDate(options, format, today);
  const workspace = await openWorkspace(host);
  const found = await findBrief(
    workspace,
    name ?? (await pickedBrief(host, workspace, () => true)),
  );
  const { path, brief } = found;
  const { values, readable } = brief;
  if (!readable && format !== 'json') {
    throw new Failure(
      `${path}: ${whyUnreadable(brief)}`,
      `See "delegate lint ${shellQuote(path)}".`,
    );
  }
  const body = brief.text.slice(brief.split?.body ?? 0);
  const rendering = renderOptions(host);
  if (format in SCREENS) {
    const texts = concerns(await stateOf(workspace, path, brief, today)).map(({ text }) => text);
    const evidence = evidenceStates(brief);
    const shown = { path, readable, values, body, concerns: texts, evidence };
    return { out: SCREENS[format as keyof typeof SCREENS](shown, rendering) };
  }
  const { letterOf } = await import('../report/letter.ts');
  const letter = letterOf({
    path,
    values,
    body,
    language: workspace.config.language,
    nextCheckIn: (await stateOf(workspace, path, brief, today)).nextCheckIn ?? undefined,
    answerBy,
    moves: isAccepted(values) ? await movesOf(workspace, found) : undefined,
  });
  const render = await LETTERS[format as keyof typeof LETTERS]();
  return { out: render(letter, rendering) };
}

function answerDate(
  { answerBy }: ShowOptions,
  format: keyof typeof FORMATS,
  today: string,
): string | undefined {
  if (answerBy === undefined) return undefined;
  if (format in SCREENS) {
    throw new Failure('--answer-by is for a letter', 'Add --format text, markdown or html.');
  }
  return dateOf('--answer-by', answerBy, today);
}

/** What moved in a brief, as the log tells it; undefined where there is no history. */
async function movesOf(
  workspace: Workspace,
  { path }: FoundBrief,
): Promise<readonly Move[] | undefined> {
  const { repository } = workspace;
  if (repository === undefined) return undefined;
  const { collect, openLog } = await import('./log/query.ts');
  const log = await openLog(workspace, repository, {
    names: [path],
    range: undefined,
    firstParent: false,
    filters: { authors: [], fields: [], standings: [] },
    withContext: false,
    onlyNoteworthy: false,
  });
  const { briefs } = await collect(log);
  return briefs.flatMap(({ moves }) => moves);
}
