import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { PLAIN } from '../../src/report/paint.ts';
import { displayWidth } from '../../src/report/width.ts';
import { ruleText, rulesTable } from '../../src/report/rules.ts';
import { rulePage, rulesIndex } from '../../src/report/rules-markdown.ts';
import { RULES, ruleIds } from '../../src/rules/index.ts';
import { PACKAGE, runDelegate, tempFolder, write } from '../support/index.ts';
import { LONG } from '../support/size.ts';

describe('delegate rules', () => {
  it('lists every rule with its level and what it finds', async () => {
    const { status, out, err } = await runDelegate(['rules'], { cwd: tempFolder() });
    expect({ status, err }).toEqual({ status: 0, err: '' });
    for (const { id, level } of RULES) expect(out).toMatch(new RegExp(`^  ${id} +${level} `, 'm'));
  });

  it('tells the level of the configuration', async () => {
    const cwd = tempFolder();
    write(cwd, '.delegate.yaml', 'rules: {loophole: error}\n');
    const { out } = await runDelegate(['rules', 'loophole'], { cwd });
    expect(out).toContain('loophole (clarity, error here, warning by default)');
    const json = JSON.parse((await runDelegate(['rules', 'loophole', '--json'], { cwd })).out);
    expect(json.rules).toMatchObject([{ id: 'loophole', level: 'error', default: 'warning' }]);
  });

  it('prints one rule with its reason, examples, options and how to change it', async () => {
    const { out } = await runDelegate(['rules', 'check-ins-too-frequent'], { cwd: tempFolder() });
    expect(out).toMatchInlineSnapshot(`
      "check-ins-too-frequent (autonomy, warning)

        The whole problem is handed over, and followed up every day or two.

      Why
        Delegating and then hovering around is "the helicopter".
        Source: Essay, "You yourself?"

      Bad
        check-ins:
          every: 1 day

      Good
        check-ins:
          every: 1 week
          day: Friday

      Options
        days (3): days between check-ins from which on it is fine.

      Change it
        For all briefs, in .delegate.yaml:
          rules:
            check-ins-too-frequent: {level: warning, days: 4}
        For one brief, in its body:
          <!-- delegate-disable check-ins-too-frequent: the reason -->
      "
    `);
  });

  it('is JSON and markdown for others', async () => {
    const cwd = tempFolder();
    const { out } = await runDelegate(['rules', '--json'], { cwd });
    expect(JSON.parse(out).rules.map(({ id }: { id: string }) => id)).toEqual(ruleIds);
    const markdown = await runDelegate(['rules', 'loophole', '--markdown'], { cwd });
    expect(markdown.out).toContain('# `loophole`');
    expect((await runDelegate(['rules', '--json', '--markdown'], { cwd })).status).toBe(2);
  });

  it('names the nearest rule for one that does not exist', async () => {
    const { status, err } = await runDelegate(['rules', 'loop-hole'], { cwd: tempFolder() });
    expect({ status, err }).toEqual({
      status: 2,
      err: 'delegate: there is no rule "loop-hole"\nDid you mean "loophole"?\n',
    });
  });
});

describe('the text of rules', () => {
  const shown = RULES.map((rule) => ({ rule, level: rule.level }));

  it('fits into 40 columns but for examples, which are copied', () => {
    const table = rulesTable(shown, { columns: 40, paint: PLAIN });
    for (const line of table.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(40);
    for (const rule of shown) {
      const [head = ''] = ruleText(rule, { columns: 40, paint: PLAIN }).split('\nBad\n');
      for (const line of head.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(40);
    }
  });

  it('shows configuration that is YAML', () => {
    for (const rule of shown) {
      const text = ruleText(rule, { columns: 80, paint: PLAIN });
      const lines = /in \.delegate\.yaml:\n((?: {4}.*\n)+)/.exec(text)?.[1] ?? '';
      expect(Object.keys(parse(lines).rules)).toEqual([rule.rule.id]);
    }
  });
});

describe('docs/rules', () => {
  it('has the text of each rule, and the list of all', () => {
    const page = (name: string): string =>
      readFileSync(join(PACKAGE, 'docs/rules', `${name}.md`), 'utf8');
    expect(page('README')).toContain(rulesIndex(RULES, (id) => `${id}.md`));
    for (const rule of RULES) {
      // What is said of the bad example, and how often it is right, is found by running the rule.
      const made = rulePage(rule, '\0', '\0');
      for (const part of made.split(/It says:\n\n```text\n\0\n```\n\n|\n- Measured: \0/)) {
        expect(page(rule.id)).toContain(part);
      }
    }
  });

  if (LONG) {
    it('is what the table of rules makes', () => {
      const script = join(PACKAGE, 'scripts/rules-docs.ts');
      const tsx = join(PACKAGE, 'node_modules/tsx/dist/cli.mjs');
      expect(execFileSync(process.execPath, [tsx, script, '--check'], { encoding: 'utf8' })).toBe(
        '',
      );
    });
  }
});
