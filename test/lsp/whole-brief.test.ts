import { describe, expect, it } from 'vitest';
import type { CompletionItem, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fieldsOf } from '../../src/brief/fields.ts';
import { isInSize } from '../../src/brief/field-facts.ts';
import { readBrief } from '../../src/brief/read.ts';
import { completionAt } from '../../src/lsp/completion.ts';
import { viewOf } from '../../src/lsp/view.ts';
import { draftBrief, runDelegate, tempRepo } from '../support/index.ts';

function offers(marked: string, snippets = true): { text: string; items: CompletionItem[] } {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const view = viewOf('file:///a.md', 'briefs/a.md', text);
  const context = {
    today: '2026-04-10',
    people: [],
    briefs: [],
    snippets,
    notes: false,
    shows: false,
  };
  return { text, items: completionAt(view, offset, context).items };
}

/** The text after the whole brief was taken. */
function taken(marked: string, snippets = true): string {
  const { text, items } = offers(marked, snippets);
  const item = items.find(({ label }) => label === 'brief') as CompletionItem;
  const edits = [item.textEdit as TextEdit, ...(item.additionalTextEdits ?? [])];
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits);
}

/** What stands in the text when one only presses Tab. */
function untouched(snippet: string): string {
  return snippet.replace(/\$\{\d+:?((?:[^}\\]|\\.)*)\}/g, '$1').replace(/\\([\\$}])/g, '$1');
}

describe('a whole brief', () => {
  it.each(['|', 'bri|', '---|', '---\n|', '---\n|\n---\n', '\uFEFF|'])(
    'is offered in a file that says nothing: %j',
    (marked) => {
      expect(taken(marked)).toBe(taken('|'));
    },
  );

  it.each(['# Notes\n|', 'brief and more|', draftBrief().replace('goal:', '|goal:')])(
    'is not where something is written',
    (marked) => {
      expect(offers(marked).items.map(({ label }) => label)).not.toContain('brief');
    },
  );

  it('reads as a brief, and lint finds each question that is not answered', async () => {
    const text = untouched(taken('|'));
    const { places } = readBrief(text);
    const asked = fieldsOf('criteria').filter((field) => isInSize(field, 'short'));
    for (const { name } of asked) expect(places.has(name), name).toBe(true);
    const root = tempRepo({ 'briefs/a.md': text });
    const { status, out } = await runDelegate(['lint', '--format', 'unix'], { cwd: root });
    expect(status).toBe(1);
    for (const name of ['goal', 'why', 'guardrails', 'delegate', 'timeline.due']) {
      expect(out, name).toMatch(new RegExp(`error: .*\\b${name.replace('.', '\\.')}\\b`));
    }
  });

  it('has empty places for an editor without snippets', () => {
    expect(taken('|', false)).toMatch(/^goal: ?\n/m);
    expect(taken('|', false)).not.toContain('?');
  });
});
