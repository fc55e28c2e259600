import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import { GOOD_BRIEF, PACKAGE } from '../support/index.ts';

const load = createRequire(import.meta.url);
const oniguruma = load('vscode-oniguruma') as typeof import('vscode-oniguruma');
const textmate = load('vscode-textmate') as typeof import('vscode-textmate');

/** Stand-ins for the editor's own grammars: the frontmatter and headings of markdown, keys of YAML. */
const GRAMMARS: Readonly<Record<string, object>> = {
  'text.html.markdown': {
    scopeName: 'text.html.markdown',
    patterns: [
      {
        begin: '\\A(?=(-{3,}))',
        end: '^(?: {0,3}\\1-*[ \\t]*|[ \\t]*\\.{3})$',
        name: 'meta.of.markdown.itself',
      },
      { match: '^---$', name: 'meta.separator.markdown' },
      { match: '^#.*$', name: 'markup.heading.markdown' },
    ],
    repository: {},
  },
  'source.yaml': {
    scopeName: 'source.yaml',
    // As the editor's own it keeps the block to itself: what is injected beside it is not tried.
    patterns: [
      {
        begin: '(?=\\S)',
        end: '^(?=---)',
        patterns: [{ match: '^\\s*([\\w-]+):', name: 'entity.name.tag.yaml' }],
      },
    ],
    repository: {},
  },
};

interface Grammar {
  readonly scopeName: string;
}

const GRAMMARS_OF_OURS = ['brief-frontmatter', 'brief-words'].map((name) => {
  const file = join(PACKAGE, `editors/vscode/syntaxes/${name}.tmLanguage.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Grammar;
});

let grammar: IGrammar;

beforeAll(async () => {
  await oniguruma.loadWASM(readFileSync(load.resolve('vscode-oniguruma/release/onig.wasm')));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (name) =>
      (GRAMMARS[name] ?? GRAMMARS_OF_OURS.find(({ scopeName }) => scopeName === name)) as never,
    getInjections: (name) =>
      name === 'text.html.markdown' ? GRAMMARS_OF_OURS.map(({ scopeName }) => scopeName) : [],
  });
  grammar = (await registry.loadGrammar('text.html.markdown')) as IGrammar;
});

/** The scopes of the first token that holds a text, by line. */
function scopesOf(text: string, wanted: string): string[] {
  let state = textmate.INITIAL;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    const at = line.indexOf(wanted);
    if (at < 0) continue;
    return (
      tokens.find(({ startIndex, endIndex }) => startIndex <= at && at < endIndex)?.scopes ?? []
    );
  }
  throw new Error(`no ${wanted}`);
}

const MATTER = 'meta.embedded.block.frontmatter.delegate';

describe('the grammar of the VS Code extension', () => {
  it('colours the frontmatter as YAML, and the body as markdown', () => {
    expect(scopesOf(GOOD_BRIEF, 'title')).toEqual(
      expect.arrayContaining([MATTER, 'entity.name.tag.yaml']),
    );
    expect(scopesOf(GOOD_BRIEF, '## Context')).toEqual([
      'text.html.markdown',
      'markup.heading.markdown',
    ]);
  });

  it('marks seals and ids', () => {
    expect(scopesOf(GOOD_BRIEF, 'v1-aa30').join()).toContain('constant.other.seal.delegate');
    expect(scopesOf(GOOD_BRIEF, 'b-7k3f9q2m').join()).toContain('constant.other.id.delegate');
  });

  it('leaves a line of dashes elsewhere alone', () => {
    const text = '# Title\n\n---\ntitle: x\n';
    expect(scopesOf(text, 'title: x')).toEqual(['text.html.markdown']);
    expect(scopesOf(text, '---')).toEqual(['text.html.markdown', 'meta.separator.markdown']);
  });
});
