import { expect, it } from 'vitest';
import { symbolsOf } from '../../src/lsp/outline.ts';
import { viewOf } from '../../src/lsp/view.ts';

it('the outline lists no heading that stands inside a fence of four tildes', () => {
  const body = '## One\n\n~~~~\n~~~\n## Shown\n~~~\n~~~~\n\n### Two ###\n\n##\n\n## Three\n';
  const view = viewOf('file:///a.md', 'briefs/a.md', `---\ntitle: x\n---\n${body}`);
  const symbols = symbolsOf(view);
  expect(symbols.map(({ name }) => name)).toEqual(['Title', 'One', 'Three']);
  expect(symbols[1]?.children?.map(({ name }) => name)).toEqual(['Two']);
});
