import { expect, it } from 'vitest';
import { SemanticTokensRequest } from 'vscode-languageserver/node';
import { fieldsOf, keysOf } from '../../src/brief/fields.ts';
import { LEGEND, semanticTokensOf } from '../../src/lsp/semantic-tokens.ts';
import { viewOf } from '../../src/lsp/view.ts';
import { GOOD_BRIEF, tempRepo } from '../support/index.ts';
import { startHere } from './client.ts';

function tokens(text: string): readonly string[] {
  return decoded(text, semanticTokensOf(viewOf('file:///a.md', 'briefs/a.md', text)).data);
}

/** Each token's text and type. */
function decoded(text: string, data: readonly number[]): readonly string[] {
  const lines = text.split('\n');
  let [line, start] = [0, 0];
  return Array.from({ length: data.length / 5 }, (_, at) => {
    const [down, right, length, type] = data.slice(at * 5) as [number, number, number, number];
    line += down;
    start = down === 0 ? start + right : right;
    return `${lines[line]?.slice(start, start + length)} ${LEGEND.tokenTypes[type]}`;
  });
}

it('tells criteria from other keys, and what is not written by hand', () => {
  const found = tokens(GOOD_BRIEF);
  expect(found).toEqual(
    expect.arrayContaining([
      'title property',
      'b-7k3f9q2m macro',
      'accepted enumMember',
      '2026-06-30 number',
    ]),
  );
  expect(found.some((one) => /^v1-[0-9a-f]+ macro$/.test(one))).toBe(true);
  const criteria = new Set(fieldsOf('criteria').map(({ name }) => keysOf(name)[0]));
  for (const key of criteria) {
    if (GOOD_BRIEF.includes(`\n${key}:`)) expect(found).toContain(`${key} keyword`);
  }
  expect(found).not.toContain('criteria keyword');
});

it('has none in markdown, and survives what cannot be read', () => {
  expect(tokens('# Hello\n')).toEqual([]);
  expect(() => tokens('---\ngoal: "x\nscope: [a\n---\n')).not.toThrow();
});

it('are answered over the protocol, for the text as it stands in the editor', async () => {
  const path = 'briefs/good.md';
  const client = await startHere(tempRepo({ [path]: GOOD_BRIEF }));
  const ask = async (): Promise<readonly number[]> => {
    const textDocument = { uri: client.uri(path) };
    const answer = await client.connection.sendRequest(SemanticTokensRequest.type, {
      textDocument,
    });
    return answer?.data ?? [];
  };
  client.open(path, GOOD_BRIEF);
  expect(decoded(GOOD_BRIEF, await ask())).toEqual(tokens(GOOD_BRIEF));
  const later = GOOD_BRIEF.replace('2026-06-30', '2027-01-31');
  client.change(path, [{ text: later }]);
  expect(decoded(later, await ask())).toContain('2027-01-31 number');
});
