/**
 * The editor's own preview of markdown, with the frontmatter of a brief as headings and lists. What
 * reads a brief is loaded when the first one is previewed.
 */
import { createRequire } from 'node:module';
import { hasId } from './here.mts';

/** As much of markdown-it as is used here. */
export interface MarkdownIt {
  readonly core: {
    readonly ruler: {
      before: (name: string, own: string, rule: (state: State) => void) => void;
      after: (name: string, own: string, rule: (state: State) => void) => void;
    };
  };
}

interface State {
  src: string;
  env: { delegateBrief?: string };
  tokens: object[];
  readonly Token: new (type: string, tag: string, nesting: number) => { content: string };
}

/** Adds the rule; a document that is no brief stays as it is. */
export function briefPlugin(md: MarkdownIt): MarkdownIt {
  md.core.ruler.before('block', 'delegate_brief', (state) => {
    if (!hasId(state.src)) return;
    const load = createRequire(__filename);
    const { briefParts } = load('./preview.js') as typeof import('./preview.mts');
    const parts = briefParts(state.src);
    if (parts === undefined) return;
    state.env.delegateBrief = parts.html;
    // As many lines as before: the preview scrolls with the text.
    state.src = parts.blanked;
  });
  md.core.ruler.after('block', 'delegate_brief_shown', (state) => {
    if (state.env.delegateBrief === undefined) return;
    const token = new state.Token('html_block', '', 0);
    token.content = state.env.delegateBrief;
    delete state.env.delegateBrief;
    state.tokens.unshift(token);
  });
  return md;
}
