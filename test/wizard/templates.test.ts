import { expect, test } from 'vitest';
import { TEMPLATES, templatePage } from '../../scripts/template-page.ts';
import { readBrief } from '../../src/brief/read.ts';
import { readTemplate } from '../../src/files/package.ts';
import { checkBrief } from '../../src/rules/index.ts';

test.each(Object.entries(TEMPLATES))(
  '%s ships as the table of fields makes it',
  (name, template) => {
    expect(readTemplate(`briefs/${name}.md`)).toBe(templatePage(template));
  },
);

test.each(Object.entries(TEMPLATES))(
  '%s: lint finds each open place, and no fault beside',
  (_, template) => {
    const { size } = template;
    const text = templatePage(template);
    const brief = readBrief(text);
    expect(brief.readable).toBe(true);
    const findings = checkBrief(brief, { path: 'briefs/x.md' });
    const errors = findings.filter(({ level }) => level === 'error');
    const open = [...text.matchAll(/<[a-z][^<>@]*>$/gm)].map(({ index }) => index);
    // A small one leaves out what a brief can be without.
    const beside = findings.filter(
      ({ rule, span }) =>
        !open.includes(span.start) && (size === 'full' || !/^missing-|^also-not-said$/.test(rule)),
    );
    expect(beside.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    expect(errors.map(({ span }) => span.start).toSorted((a, b) => a - b)).toEqual(open);
  },
);

test.each(['hiring', 'event', 'incident'])(
  '%s: filled in by its own examples, lint has nothing to say of it',
  (name) => {
    const text = templatePage(TEMPLATES[name] as never)
      .replace('<id>', 'b-7k3f9q2m')
      .replace('<title>', 'Title')
      .replace('due: <by when>', 'due: 2026-06-30')
      .replace('<experience>', 'similar')
      .replace(
        / *# For example: (.*)\n( *[a-z-]+:(?:\n +-)?) <.*>$/gm,
        (_, example: string, key: string) => `${key} ${JSON.stringify(example)}`,
      );
    expect(text.match(/<[a-z ]+>$/gm)).toBeNull();
    const findings = checkBrief(readBrief(text), { path: 'briefs/x.md' });
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  },
);
