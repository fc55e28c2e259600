import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/brief/text-edit.ts';
import { readBrief } from '../../src/brief/read.ts';
import { checkBrief } from '../../src/rules/index.ts';
import { EXAMPLE } from '../brief/design-example.ts';
import { sized } from '../support/size.ts';
import { expand } from './example.ts';

const RUNS = sized(30, 100_000);
const CASES = join(import.meta.dirname, '../cases/rules');
const SEEDS = ['good', 'planted'].flatMap((folder) =>
  readdirSync(join(CASES, folder))
    .filter((file) => file.endsWith('.md'))
    .map((file) => readFileSync(join(CASES, folder, file), 'utf8')),
);

function check(text: string) {
  const others = [{ path: 'a.md', id: 'b-7k3f9q2m' }];
  const rules = {
    'due-in-past': { level: 'info', options: {} },
    'check-in-overdue': { level: 'info', options: {} },
  } as const;
  return checkBrief(readBrief(text), {
    path: 'briefs/x.md',
    today: '2026-05-01',
    others: () => others,
    newId: () => 'b-00000000',
    config: { rules, required: ['growth'] },
  });
}

/** What must hold for any text. */
function holds(text: string): void {
  for (const finding of check(text)) {
    const { start, end } = finding.span;
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(text.length);
    expect(finding.message).not.toContain('undefined');
    expect(finding.message).not.toBe('');
    expect(finding.help).not.toBe('');
    if (finding.fix !== undefined) applyEdits(text, finding.fix.edits);
  }
}

/** Pieces that mean something somewhere in a brief. */
const PIECES = fc.constantFrom(
  ...'---,\n,\r\n,: ,- ,#,",\',[,],{,},|,>,>-,~,!,&a,*a,<<,<!--,-->,`,„,“,”,«,…,\0,\t,\uD800,\uFEFF,é,🎉'.split(
    ',',
  ),
  ...'goal:,why:,scope:,quality:,plan:,changes:,agreement:,outcome:,delegate:,timeline:,fit:,status: done,status: accepted,as … as possible,first,then,finally,simple,by 50 %,TODO,<name>,soon,Q2,etc.,delegate-disable,loophole: x,2026-06-30,@,<<<<<<< HEAD,=======,>>>>>>> b'.split(
    ',',
  ),
);

describe('whatever a text holds', () => {
  it('a brief with pieces put in, taken out and moved: no crash, no finding outside', () => {
    const change = fc.record({
      at: fc.nat(4000),
      drop: fc.nat(40),
      insert: fc.oneof(PIECES, fc.string({ maxLength: 8, unit: 'binary' })),
    });
    const changes = fc.array(change, { maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom(EXAMPLE, ...SEEDS), changes, (seed, edits) => {
        let text = seed;
        for (const { at, drop, insert } of edits) {
          const from = at % (text.length + 1);
          text = text.slice(0, from) + insert + text.slice(from + drop);
        }
        holds(text);
      }),
      { numRuns: RUNS },
    );
  });

  it('pieces thrown together', () => {
    const soup = fc.array(PIECES, { maxLength: 60 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(soup, (text) => {
        holds(text);
        holds(`---\n${text}\n---\n${text}`);
        holds(expand('goal: x').replace('goal: x', `goal: ${JSON.stringify(text)}`));
      }),
      { numRuns: RUNS },
    );
  });

  it('the same text gives the same findings', () => {
    for (const seed of SEEDS) expect(check(seed)).toEqual(check(seed));
  });
});

describe('safe fixes', () => {
  it('leave nothing to fix the second time, and every other byte alone', () => {
    const good = expand(
      'id: b-00000000\ntimeline: 2026-06-30\nstatus: draft\nguardrails:\n  - "Note: no new services"',
    ).replaceAll('\n', '\r\n');
    const bad = good
      .replace('id: b-00000000', 'id:')
      .replace('2026-06-30', '30 June 2026')
      .replace('status: draft', 'status: drafts')
      .replace('guardrails:', 'guardrail:')
      .replace('"Note: no new services"', 'Note: no new services  ')
      .replace('Bor Kos', 'Bor\u00A0Kos');
    const mend = (text: string): string =>
      applyEdits(
        text,
        check(text).flatMap(({ fix }) => fix?.edits ?? []),
      );
    // What stands under a misspelt key is read once the key is fixed.
    const fixed = mend(mend(bad));
    expect(fixed).toBe(good.replace('Bor Kos', 'Bor\u00A0Kos'));
    expect(check(fixed).filter(({ fix }) => fix !== undefined)).toEqual([]);
  });

  it('do not write a key a second time', () => {
    const text = expand('goal: Sell 4 of them.').replace('why:', 'goals: x\ngoall: y\nwhy:');
    expect(check(text).filter(({ rule }) => rule === 'unknown-field')).toHaveLength(2);
    expect(check(text).flatMap(({ fix }) => fix ?? [])).toEqual([]);
  });
});
