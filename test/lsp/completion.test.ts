import { describe, expect, it } from 'vitest';
import { completionAt } from '../../src/lsp/completion.ts';
import { cursorAt } from '../../src/lsp/cursor.ts';
import { toRange, viewOf } from '../../src/lsp/view.ts';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** A text with a bar where the cursor stands. */
function at(marked: string) {
  const offset = marked.indexOf('|');
  const view = viewOf('file:///a.md', 'briefs/a.md', marked.replace('|', ''));
  return { view, offset };
}

const KNOWN = {
  today: '2026-04-10',
  people: ['Bor Kos <bor@example.com>'],
  briefs: [{ id: 'b-22222222', title: 'Other', path: 'briefs/other.md' }],
  snippets: false,
  notes: false,
  shows: true,
};

function labels(marked: string): string[] {
  const { view, offset } = at(marked);
  return completionAt(view, offset, KNOWN).items.map(({ label }) => label);
}

/** The text after the offer with this label was taken. */
function taken(marked: string, label: string, snippets = false): string {
  const { view, offset } = at(marked);
  const { items } = completionAt(view, offset, { ...KNOWN, snippets });
  const item = items.find((one) => one.label === label);
  const edit = item?.textEdit;
  if (item === undefined || edit === undefined || !('range' in edit))
    throw new Error(`no ${label}`);
  const edits = [edit, ...(item.additionalTextEdits ?? [])];
  return TextDocument.applyEdits(TextDocument.create('', '', 0, view.brief.text), edits);
}

describe('cursorAt', () => {
  it.each([
    ['---\n|\n---\n', 'key', ''],
    ['---\nsta|\n', 'key', ''],
    ['---\nscope:\n  |\n---\n', 'key', 'scope'],
    ['---\nscope:\n  o|: x\n---\n', 'key', 'scope'],
    ['---\nscope:\n  in:\n    - a\n  |\n---\n', 'key', 'scope'],
    ['---\nstatus: |\n---\n', 'value', 'status'],
    ['---\nscope: {in: a, |}\n---\n', 'key', 'scope'],
    ['---\nquality: {bar: |}\n---\n', 'value', 'quality.bar'],
    ['---\nguardrails: [a, |]\n---\n', 'value', 'guardrails'],
    ['---\nguardrails:\n  - |\n---\n', 'value', 'guardrails'],
    ['---\nguardrails:\n- |\n---\n', 'value', 'guardrails'],
    ['---\nscope:\n  in:\n  - |\n---\n', 'value', 'scope.in'],
    ['---\nchanges:\n  - date: |\n---\n', 'value', 'changes.date'],
    ['---\nchanges:\n  - date: x\n    agreed-by: |\n---\n', 'value', 'changes.agreed-by'],
    ['---\nchanges:\n  - date: x\n    |\n---\n', 'key', 'changes'],
    ['---\r\nquality:\r\n  bar: |\r\n---\r\n', 'value', 'quality.bar'],
  ])('%j', (marked, kind, path) => {
    const { view, offset } = at(marked);
    const cursor = cursorAt(view, offset);
    expect([cursor?.kind, cursor?.path.join('.')]).toEqual([kind, path]);
  });

  it.each([
    '---\ngoal: x\n---\nbo|dy\n',
    'no|thing',
    '-|--\n---\n',
    '---\ngoal: x\n\n## Head|ing\n',
  ])('is outside: %j', (marked) => {
    const { view, offset } = at(marked);
    expect(cursorAt(view, offset)).toBeUndefined();
  });

  it('never points outside of its line', () => {
    const text = '---\nscope: {in: [a, "b: c"], out: x}\nguardrails:\n  - - a\nwhy: >\n  b\n---\n';
    for (let offset = 0; offset <= text.length; offset++) {
      const view = viewOf('file:///a.md', 'a.md', text);
      const cursor = cursorAt(view, offset);
      if (cursor === undefined) continue;
      const range = toRange(view, cursor.span);
      expect(range.start.line).toBe(range.end.line);
      expect(cursor.span.start).toBeLessThanOrEqual(offset);
      expect(cursor.span.end).toBeGreaterThanOrEqual(offset);
      completionAt(view, offset, KNOWN);
    }
  });
});

describe('completionAt', () => {
  it('offers keys as they are written', () => {
    expect(taken('---\nsc|\n---\n', 'scope')).toBe('---\nscope:\n  \n---\n');
    expect(taken('---\nsc|\n---\n', 'guardrails')).toBe('---\nguardrails:\n  - \n---\n');
    expect(taken('---\nscope:\n  |\n---\n', 'in')).toBe('---\nscope:\n  in:\n    - \n---\n');
    expect(taken('---\nscope: {|}\n---\n', 'out')).toBe('---\nscope: {out: ""}\n---\n');
    expect(taken('---\nstat|us: x\n---\n', 'goal')).toBe('---\ngoal: x\n---\n');
  });

  it('offers the keys of a record inside one', () => {
    expect(labels('---\nchanges:\n  - date: 2026-01-01\n    |\n---\n')).toEqual(
      expect.arrayContaining(['reason', 'agreed-by']),
    );
    expect(labels('---\nagreement:\n  |\n---\n')).toEqual([
      'date',
      'by',
      'recorded-by',
      'backbrief',
      'criteria',
      'earlier-changes',
    ]);
  });

  it('offers the fields that a change can name, people, dates and cadences', () => {
    expect(labels('---\nchanges:\n  - fields: [|]\n---\n')).toContain('timeline.due');
    expect(taken('---\nchanges:\n  - fields: |\n---\n', 'goal')).toContain('fields: [goal]\n');
    expect(labels('---\nagreement:\n  by: |\n---\n')).toEqual(['Bor Kos <bor@example.com>']);
    expect(labels('---\nagreement:\n  date: |\n---\n')).toEqual(['2026-04-10']);
    expect(labels('---\ntimeline: |\n---\n')).toContain('2026-04-24');
    expect(labels('---\ncheck-ins:\n  every: |\n---\n')).toContain('at milestones');
    expect(labels('---\ncheck-ins:\n  day: |\n---\n')).toContain('Friday');
    expect(taken('---\nparent: b-|\n---\n', 'b-22222222 Other')).toBe(
      '---\nparent: b-22222222\n---\n',
    );
  });

  it('gives the date of a day in words', () => {
    expect(labels('---\ntimeline:\n  due: in 6 weeks|\n---\n')[0]).toBe('2026-05-22');
    expect(taken('---\ntimeline:\n  due: next friday|\n---\n', '2026-04-17')).toMatch(
      /due: 2026-04-17\n/,
    );
    // What is a date already needs no other.
    expect(labels('---\ntimeline:\n  due: 2026-06-30|\n---\n')).not.toContain('2026-06-30');
  });

  it('does not offer the name that is being written', () => {
    const { view, offset } = at('---\ndelegate: M|\n---\n');
    const { items } = completionAt(view, offset, { ...KNOWN, people: ['M', 'Mei Lin'] });
    expect(items.map(({ label }) => label)).toEqual(['Mei Lin']);
  });

  it('offers nothing where a person writes', () => {
    expect(labels('---\ngoal: |\n---\n')).toEqual([]);
    expect(labels('---\nwhy: >\n  so that |\n---\n')).toEqual([]);
    expect(labels('---\n---\nbody |\n')).toEqual([]);
  });

  it('indents by what stands there', () => {
    expect(taken('---\nscope:\n    |\n---\n', 'in')).toBe('---\nscope:\n    in:\n      - \n---\n');
    const marked = '---\ntimeline:\n  milestones:\n  - |\n---\n';
    expect(taken(marked, '- date and what', true)).toBe(
      '---\ntimeline:\n  milestones:\n  - date: ${1:2026-04-24}\n    what: ${2}\n---\n',
    );
  });

  it('writes a milestone in its two lines', () => {
    expect(taken('---\ntimeline:\n  milestones:\n    |\n---\n', '- date and what')).toBe(
      '---\ntimeline:\n  milestones:\n    - date: \n      what: \n---\n',
    );
  });
});
