import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Proposal } from '../../src/agreement/proposals.ts';
import { proposalText, readProposals, settledOn } from '../../src/agreement/proposals.ts';
import { readBrief } from '../../src/brief/read.ts';
import { applyEdits } from '../../src/brief/text-edit.ts';

const brief = (lines: string) =>
  readBrief(
    `---\ngoal: A\n---\n## Proposals\n\n${lines}\n\n## Later\n\n- 2026-04-20, Cai: Not here.\n  - set goal: nothing → "B"\n`,
  );
const read = (lines: string) => readProposals(brief(lines));
const SET = '  - set goal: "A" → "B"';

describe('proposals in a brief', () => {
  it('are read as they were written, whatever their texts hold', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .filter((one) => !/[\r\n\u2028\u2029\u0085\v\f]/.test(one));
    const change = fc.oneof(
      fc.record({
        kind: fc.constant('set' as const),
        field: fc.constantFrom('timeline.due', 'goal', 'check-ins.every'),
        from: fc.option(text, { nil: undefined }),
        value: fc.oneof(text, fc.constant('')),
      }),
      fc.record({
        kind: fc.constantFrom('add' as const, 'remove' as const),
        field: fc.constant('decision-rights.ask-first'),
        from: fc.constant(undefined),
        value: text,
      }),
    );
    const proposal = fc.record({
      date: fc.constantFrom('2026-04-17', '2024-02-29'),
      by: fc.constantFrom('Build Agent', 'Ana Novak'),
      reason: fc.constantFrom('The freeze begins: on 1 June.', 'Why not?'),
      changes: fc.array(change, { minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(proposal, { minLength: 1, maxLength: 3 }), (all) => {
        const found = read(all.map((one) => proposalText(one)).join('\n'));
        expect(found).toEqual(
          all.map((one, at) => ({
            ...one,
            number: at + 1,
            nameEnd: expect.any(Number),
            settled: undefined,
          })),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('stand on lines of their own, with the name of who proposes', () => {
    const proposal: Proposal = {
      date: '2026-04-17',
      by: 'Build: Agent <agent@example.com>',
      reason: '  The freeze\n begins. ',
      changes: [
        { kind: 'set', field: 'goal', from: '', value: '' },
        { kind: 'add', field: 'guardrails', value: 'No "x"' },
      ],
    };
    expect(proposalText(proposal)).toBe(
      [
        '- 2026-04-17, Build Agent: The freeze begins.',
        '  - set goal: nothing → nothing',
        '  - add guardrails: "No \\"x\\""',
      ].join('\n'),
    );
  });

  it('are told as settled behind the name, once and for all', () => {
    const lines = `- 2026-04-17, Ana Novak: 2026-04-17, Ana Novak.\n${SET}\n- 2026-04-18, Cai: C.\n${SET}`;
    const [first, second] = read(lines);
    const one = brief(lines);
    const text = applyEdits(one.text, [
      ...settledOn(first as never, 'taken over', '2026-04-19'),
      ...settledOn(second as never, 'declined', '2026-04-20'),
    ]);
    expect(text).toContain('- 2026-04-17, Ana Novak, taken over on 2026-04-19: 2026-04-17, Ana');
    expect(text).toContain('- 2026-04-18, Cai, declined on 2026-04-20: C.');
    expect(readProposals(readBrief(text)).map(({ by, settled }) => [by, settled])).toEqual([
      ['Ana Novak', 'taken over'],
      ['Cai', 'declined'],
    ]);
  });

  it.each([
    ['without a change', '- 2026-04-17, Cai: Words only.'],
    ['on a day that is none', `- 2026-02-30, Cai: No such day.\n${SET}`],
    ['in code', `\`\`\`\n- 2026-04-17, Cai: Shown.\n${SET}\n\`\`\``],
    ['of no one', `- 2026-04-17: Nobody.\n${SET}`],
    ['deep in a list', `    - 2026-04-17, Cai: Deep.\n${SET}`],
    ['of another kind', '- 2026-04-17, Cai: What?\n  - drop goal: "A"\n- set goal: "A" → "B"'],
    ['of a name that is none', '- 2026-04-17, Cai: What?\n  - set Goal.x.y: "A" → "B"'],
    ['with more behind', '- 2026-04-17, Cai: What?\n  - set goal: "A" → "B" please'],
  ])('that stand %s are none', (_, lines) => {
    expect(read(lines)).toEqual([]);
  });

  it('may say of a text only nothing that can be read', () => {
    expect(read(`- 2026-04-17, Cai: C.\n  - set goal: "\\q" → "B"`)[0]?.changes).toEqual([
      { kind: 'set', field: 'goal', from: undefined, value: 'B' },
    ]);
    expect(readProposals(readBrief('---\ngoal: A\n---\nNo such heading.\n'))).toEqual([]);
  });
});
