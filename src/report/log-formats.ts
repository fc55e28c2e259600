/** The formats of the log. */
import type { TalliedBrief } from '../history/tally.ts';
import type { BriefHistory, LogResult } from '../history/types.ts';
import { briefLines, endLine } from './lines/write.ts';
import { logJson, repositoriesJson } from './log-json.ts';
import { logGithub } from './log-github.ts';
import { logMarkdown } from './log-markdown.ts';
import { logOneline } from './log-oneline.ts';
import type { LogTextOptions } from './log-text.ts';
import { printable } from '../printable.ts';
import { markdownText } from './escape.ts';
import { logText, overviewText, tellsWhole } from './log-text.ts';

export interface LogRenderOptions extends LogTextOptions {
  /** One line a move instead of a story. */
  readonly oneline: boolean;
  /** The output is a terminal, whose width cuts lines. */
  readonly terminal: boolean;
}

/** A format that is rendered when everything is known. */
export interface WholeFormat {
  /** Whether briefs in which nothing moved are left out, unless they are named. */
  readonly onlyNoteworthy: boolean;
  readonly render: (result: LogResult, options: LogRenderOptions) => string;
  /**
   * Tells all briefs at a glance, from what their stories add up to; undefined where the options ask for
   * the stories. What it makes is undefined where there are so few that their stories are told.
   */
  readonly overview?: (
    options: LogRenderOptions,
  ) => ((briefs: readonly TalliedBrief[]) => string | undefined) | undefined;
  /** Whether it tells how what stands differs from what was accepted. */
  readonly tellsNet: (result: LogResult, options: LogRenderOptions) => boolean;
  /** Of several repositories, each under its name. */
  readonly renderAll: (all: readonly RepositoryLog[], options: LogRenderOptions) => string;
}

/** What was found in one of several repositories. */
export interface RepositoryLog {
  readonly repository: string;
  readonly result: LogResult;
}

/** A format that is rendered brief by brief, as they are found. */
export interface StreamedFormat {
  readonly onlyNoteworthy: boolean;
  /** @param repository What the repository is called. */
  readonly renderBrief: (repository: string, brief: BriefHistory) => string;
  readonly renderEnd: (repository: string, result: LogResult) => string;
}

function text(result: LogResult, options: LogRenderOptions): string {
  return options.oneline
    ? logOneline(result, options.terminal ? options.columns : undefined)
    : logText(result, options);
}

const NOTHING = 'No goalpost moved.\n';

/** Makes the story of several repositories from that of one. */
function underNames(
  render: WholeFormat['render'],
  heading: (name: string, options: LogRenderOptions) => string,
): WholeFormat['renderAll'] {
  return (all, options) =>
    all
      .map(({ repository, result }) => {
        const story = result.briefs.length === 0 ? NOTHING : render(result, options);
        return `${heading(repository, options)}\n\n${story}`;
      })
      .join('\n');
}

const STORY: WholeFormat = {
  onlyNoteworthy: true,
  tellsNet: (result, options) => !options.oneline && tellsWhole(result, options),
  render: text,
  renderAll: underNames(text, (name, { paint }) => paint.underline(printable(name, true))),
};
const TEXT: WholeFormat = {
  ...STORY,
  overview: (options) =>
    options.oneline || options.full || options.patch
      ? undefined
      : (briefs) => overviewText(briefs, options),
};
const JSON_FORMAT: WholeFormat = {
  onlyNoteworthy: false,
  tellsNet: () => false,
  render: logJson,
  renderAll: repositoriesJson,
};
const JSONL: StreamedFormat = {
  onlyNoteworthy: false,
  renderBrief: briefLines,
  renderEnd: endLine,
};
const MARKDOWN: WholeFormat = {
  onlyNoteworthy: true,
  tellsNet: () => false,
  render: logMarkdown,
  renderAll: underNames(logMarkdown, (name) => `## ${markdownText(name)}`),
};

/** An annotation is at a line of this repository: of others there are none. */
const GITHUB: WholeFormat = { ...STORY, tellsNet: () => true, render: logGithub };

/** How the log can be rendered, by the name of the format. */
export const LOG_FORMATS = {
  text: TEXT,
  json: JSON_FORMAT,
  jsonl: JSONL,
  markdown: MARKDOWN,
  github: GITHUB,
};
export type LogFormatName = keyof typeof LOG_FORMATS;
