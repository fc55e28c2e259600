/** The formats of the log. */
import type { BriefHistory, LogResult } from '../history/types.ts';
import { briefLinesJson, endLineJson, logJson } from './log-json.ts';
import { logGithub } from './log-github.ts';
import { logMarkdown } from './log-markdown.ts';
import { logOneline } from './log-oneline.ts';
import type { LogTextOptions } from './log-text.ts';
import { logText } from './log-text.ts';

export interface LogRenderOptions extends LogTextOptions {
  /** One line a move instead of a story. */
  readonly oneline: boolean;
  /** The output is a terminal, whose width cuts lines. */
  readonly terminal: boolean;
}

/** A format that is rendered when everything is known. */
interface WholeFormat {
  /** Whether briefs in which nothing moved are left out, unless they are named. */
  readonly onlyNoteworthy: boolean;
  readonly render: (result: LogResult, options: LogRenderOptions) => string;
}

/** A format that is rendered brief by brief, as they are found. */
export interface StreamedFormat {
  readonly onlyNoteworthy: boolean;
  readonly renderBrief: (brief: BriefHistory) => string;
  readonly renderEnd: (result: LogResult) => string;
}

const TEXT: WholeFormat = {
  onlyNoteworthy: true,
  render: (result, options) =>
    options.oneline
      ? logOneline(result, options.terminal ? options.columns : undefined)
      : logText(result, options),
};
const JSON_FORMAT: WholeFormat = { onlyNoteworthy: false, render: logJson };
const JSONL: StreamedFormat = {
  onlyNoteworthy: false,
  renderBrief: briefLinesJson,
  renderEnd: endLineJson,
};
const MARKDOWN: WholeFormat = { onlyNoteworthy: true, render: logMarkdown };

const GITHUB: WholeFormat = { onlyNoteworthy: true, render: logGithub };

/** How the log can be rendered, by the name of the format. */
export const LOG_FORMATS = {
  text: TEXT,
  json: JSON_FORMAT,
  jsonl: JSONL,
  markdown: MARKDOWN,
  github: GITHUB,
};
export type LogFormatName = keyof typeof LOG_FORMATS;
