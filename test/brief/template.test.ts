/** Templates: which places stand open in one, and what is made of it with answers. */
import { describe, expect, it } from 'vitest';
import { fillTemplate, parseTemplate } from '../../src/brief/template.ts';

const LINE = '# Answer what stands in <…>, and take this line away.\n';
const TEMPLATE = `---
title: <A few words>
status: draft
${LINE}goal: <what must be true?>
why: a < b and c > d
scope:
  in:
    - <what belongs to it>
quality:
  criteria: kept
guardrails:
  - <one rule>
  - two
intended-use: <said by nobody
escalation: said by nobody>
---
## Context
`;

describe('a template', () => {
  it('has its fields, and answers some of them', () => {
    expect(parseTemplate(TEMPLATE)).toEqual({
      fields: [
        'title',
        'status',
        'goal',
        'why',
        'intended-use',
        'scope.in',
        'quality.criteria',
        'guardrails',
        'escalation',
      ],
      values: {
        status: 'draft',
        why: 'a < b and c > d',
        'intended-use': '<said by nobody',
        'quality.criteria': ['kept'],
        escalation: ['said by nobody>'],
      },
    });
  });

  it('takes answers in their places, and keeps the rest', () => {
    const filled = fillTemplate(TEMPLATE, {
      title: 'Move',
      goal: 'Moved',
      'check-ins.every': '1 week',
    });
    expect(filled).toBe(
      TEMPLATE.replace('<A few words>', 'Move')
        .replace('<what must be true?>', 'Moved')
        .replace('by nobody>\n', 'by nobody>\ncheck-ins:\n  every: 1 week\n'),
    );
  });

  it('loses the places that nobody answered', () => {
    const filled = fillTemplate(TEMPLATE, { title: 'Move' }, ['goal', 'scope.in', 'availability']);
    expect(filled).not.toMatch(/^goal|^scope|^ {2}in:/m);
    expect(filled).toContain('title: Move\n');
    expect(filled).toContain('guardrails:\n  - <one rule>\n');
    expect(filled).toContain(LINE);
  });

  it('loses the line that says to answer, when nothing is open any more', () => {
    const answers = {
      title: 'Move',
      goal: 'Moved',
      'scope.in': ['The house'],
      guardrails: ['One'],
    };
    const filled = fillTemplate(TEMPLATE.replace('<said', 'said'), answers);
    expect(filled).not.toContain('<…>');
    expect(filled).toContain('status: draft\ngoal: Moved\n');
    // A remark of one's own stays, and so does the line while something is open.
    const own = '# See the wiki.\n# Of <…> I know nothing.\n';
    const kept = fillTemplate(`---\n${own}goal: <a word>\n---\nx # <…>\n`, { goal: 'A' });
    expect(kept).toBe('---\n# See the wiki.\ngoal: A\n---\nx # <…>\n');
    expect(fillTemplate(`---\n${own}goal: <a word>\nwhy: <b>\n---\n`, { goal: 'A' })).toContain(
      own,
    );
    expect(
      fillTemplate(`---\n${own}goal: <a word>\nguardrails:\n  - <b>\n---\n`, { goal: 'A' }),
    ).toContain(own);
    expect(
      fillTemplate(`---\n${own}goal: <a word>\n  # why: <b>\n---\n`, { goal: 'A' }),
    ).not.toContain('Of <…>');
  });
});
