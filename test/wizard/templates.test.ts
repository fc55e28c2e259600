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
    const text = templatePage(template);
    const brief = readBrief(text);
    expect(brief.readable).toBe(true);
    const errors = checkBrief(brief, { path: 'briefs/x.md' }).filter(
      ({ level }) => level === 'error',
    );
    const open = [...text.matchAll(/<[a-z][^<>@]*>$/gm)].map(({ index }) => index);
    expect(errors.map(({ span }) => span.start).toSorted((a, b) => a - b)).toEqual(open);
  },
);
