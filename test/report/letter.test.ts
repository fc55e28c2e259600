import { createHash } from 'node:crypto';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { ANSWERS, field } from '../../src/brief/fields.ts';
import type { Values } from '../../src/brief/fields.ts';
import { readBrief } from '../../src/brief/read.ts';
import type { LetterInput } from '../../src/report/letter-parts.ts';
import { letterHtml } from '../../src/report/letter-html.ts';
import { letterMarkdown } from '../../src/report/letter-markdown.ts';
import { letterText } from '../../src/report/letter-text.ts';
import { letterOf } from '../../src/report/letter.ts';
import { CHANGED_BRIEF, GOOD_BRIEF, draftBrief } from '../support/index.ts';
import { LONG, sized } from '../support/size.ts';

const PROPOSED = GOOD_BRIEF.replace('status: accepted', 'status: proposed').replace(
  /agreement:[\s\S]*?---/,
  '---',
);

function letter(source: string, more: Partial<LetterInput> = {}) {
  const brief = readBrief(source);
  return letterOf({
    path: 'briefs/x.md',
    values: brief.values,
    body: source.slice(brief.split?.body ?? 0),
    language: 'en',
    nextCheckIn: undefined,
    answerBy: undefined,
    moves: undefined,
    ...more,
  });
}

const RENDERERS = {
  text: (source: string, more?: Partial<LetterInput>) =>
    letterText(letter(source, more), { columns: 80 }),
  markdown: (source: string, more?: Partial<LetterInput>) => letterMarkdown(letter(source, more)),
  html: (source: string, more?: Partial<LetterInput>) => letterHtml(letter(source, more)),
};
const FORMATS = Object.keys(RENDERERS) as (keyof typeof RENDERERS)[];

/** What a person reads on the page. */
function visible(page: string): string {
  return page
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]*>/g, '\n')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

describe('a letter', () => {
  it('has who hands over to whom, where it stands, and how to answer', () => {
    const text = RENDERERS.text(PROPOSED);
    expect(text.split('\n\n').slice(0, 3).join('\n\n')).toMatchInlineSnapshot(`
      "Halve deployment time
      =====================

      Ana Novak hands this over to you, Bor Kos.
      Where it stands: Proposed (handed to the delegate to say back).
      You are asked to answer: see the end.

      The brief
      ---------"
    `);
    expect(text.slice(text.indexOf('Your answer'))).toMatchInlineSnapshot(`
      "Your answer
      -----------

      Bor Kos, either of these is a good answer, in a few sentences:

      1. You take it on. Say it back in your own words: what you will reach,
         what lies outside, what is yours to decide, and what you need for it.
         Not the goal word for word: own words show early where two people
         understood it differently.
      2. You object. Say what is missing or cannot work, or what you would
         change so that you could take it on. Nothing is agreed then, and it
         is shaped further.

      Write to Ana Novak: ana@example.com

      No date is set for the answer.

      Your words go into the brief under your name, as you wrote them.
      "
    `);
  });

  it.each(FORMATS)('says by when, where somebody said it: %s', (format) => {
    const shown = RENDERERS[format](PROPOSED, { answerBy: '2026-04-17' });
    expect(shown).toContain('Please answer by Friday 17 April 2026.');
    expect(shown).not.toContain('No date is set');
  });

  it.each(FORMATS)('has every field that a brief can have, with its question: %s', (format) => {
    const text = `---\n${ANSWERS.map(({ name, type, example }) => {
      const value = type === 'milestones' ? [{ date: '2026-05-15', what: 'a plan' }] : example;
      return `${JSON.stringify(name)}: ${JSON.stringify(value)}`;
    }).join('\n')}\n---\n`;
    const values = Object.fromEntries(
      ANSWERS.map(({ name, type, example }) => {
        if (type === 'milestones') return [name, [{ date: '2026-05-15', what: 'a plan' }]];
        return [name, example];
      }),
    ) as Values;
    const shown = visible(RENDERERS[format](text, { values }));
    const head = new Set(['title', 'delegator', 'delegate']);
    for (const { name, label, ask } of ANSWERS) {
      if (head.has(name)) continue;
      expect(shown.replace(/\s+/g, ' ')).toContain(label);
      expect(shown.replace(/\s+/g, ' ')).toContain(ask);
    }
    expect(shown).toContain('Friday 15 May 2026: a plan');
    expect(shown).toContain('Tuesday 30 June 2026');
    expect(shown).toContain('Every week');
    expect(shown).toContain(field('trade-off').choices?.[0]?.means);
  });

  it('numbers items where there are several, so that one that was cut in two is seen', () => {
    const text = RENDERERS.text(PROPOSED);
    expect(text).toContain('  1. No new paid services\n  2. Escalate a blocker');
    expect(text).toContain('  - The CI/CD pipeline of the web service');
    // A comma between brackets cuts.
    expect(text).toContain('  1. Caching\n  2. parallel jobs\n  3. order of work');
  });

  it('names what the brief does not say', () => {
    expect(RENDERERS.text(draftBrief()).replace(/\s+/g, ' ')).toContain(
      'It says nothing about: intended use, out of scope,',
    );
  });

  it('asks for nothing while it is a draft, and when it is closed', () => {
    const draft = RENDERERS.text(draftBrief());
    expect(draft).toContain('This is a draft: nothing is agreed, and no answer is due yet.');
    expect(draft).not.toContain('No date is set');
    const closed = RENDERERS.text(GOOD_BRIEF.replace('status: accepted', 'status: cancelled'));
    expect(closed).not.toContain('Write to');
  });

  it('tells what was agreed, when, and on whose word', () => {
    const text = RENDERERS.text(GOOD_BRIEF, { nextCheckIn: '2026-04-17', moves: [] });
    expect(text).toContain('The next check-in is on Friday 17 April 2026.');
    expect(text).toContain('Bor Kos accepted it on Friday 3 April 2026, and said it back so:');
    expect(text).toContain('Nothing has moved since.');
    const onWord = GOOD_BRIEF.replace('  backbrief:', '  recorded-by: Ana Novak\n  backbrief:');
    expect(RENDERERS.text(onWord)).toContain('Bor Kos (on the word of Ana Novak) accepted it');
    const unknown = GOOD_BRIEF.replace(/agreement:[\s\S]*?---/, '---');
    expect(RENDERERS.text(unknown)).toContain('It is marked as accepted; who agreed to it');
  });

  it('without history tells what the brief itself records', () => {
    expect(RENDERERS.text(CHANGED_BRIEF)).toMatch(
      /Sunday 10 May 2026, due: The security freeze starts on 1 June\./,
    );
  });

  it('shows the narrative without comments and empty sections', () => {
    const text = RENDERERS.text(
      `${draftBrief()}## Context\n\nIt grew. <!-- hint -->\n\n## Empty\n\n### Also empty\n\n\`\`\`\n<!-- code -->\n## no heading\n\`\`\`\n\n## Check-ins\n`,
    );
    expect(text).toContain('## Context\n\nIt grew.\n');
    expect(text).toContain('<!-- code -->\n## no heading');
    expect(text).toContain('### Also empty');
    expect(text).not.toMatch(/hint|Check-ins\n\n/);
  });

  it('keeps to a line of mail', () => {
    for (const line of RENDERERS.text(PROPOSED).split('\n')) {
      expect(line.length).toBeLessThanOrEqual(72);
    }
  });
});

describe('the page', () => {
  const page = RENDERERS.html(PROPOSED);

  it('needs nothing else, and says so to the browser', () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] as string;
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\ssrc=|\son\w+=|\sstyle=|@import|url\(/i);
    expect(page.length).toBeLessThan(20_000);
  });

  it('is in English, its values in the language of the brief, under headings in order', () => {
    const german = RENDERERS.html(PROPOSED, { language: 'de' });
    expect(german).toMatch(/<html lang="en">/);
    expect(german).toContain('<div class="value" lang="de" dir="auto">');
    const levels = [...page.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [at, level] of levels.entries()) {
      expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
    }
  });

  it('writes to the delegator', () => {
    expect(page).toContain(
      '<a href="mailto:ana@example.com?subject=Re%3A%20Halve%20deployment%20time%20(b-7k3f9q2m)">',
    );
  });
});

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><style>*{}</style>',
  '</main></body></html>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt&#58;alert(1))',
  '<javascript:alert(1)>',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x]: javascript:alert(1)\n\n[x]',
  '![](https://evil.example/p.png)',
  '# Heading',
  'Heading\n===',
  '- item\n  - item',
  '1. one',
  '> quoted',
  '```\ncode',
  '    code',
  '| a | b |\n| - | - |\n| c | d |',
  '@team #12 GH-3 https://evil.example www.evil.example',
  '::error::x\n##[error]x',
  '\u001B[31mred\u001B[0m \u202Eevil\u2066 \u0000 \uD800 \u{E0041}',
  '&lt;b&gt; &amp; &#60;',
  '---',
  '<!-- never closed',
];

/** A quoted YAML text of anything but half characters, which no file has. */
function quoted(text: string): string {
  return JSON.stringify(wellFormed(text));
}

function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

function hostileBrief(text: string): string {
  const value = quoted(text);
  return `---
id: b-7k3f9q2m
title: ${value}
status: proposed
delegator: ${quoted(`${text.replace(/[<>@]/g, '')} <ana@example.com>`)}
delegate: ${value}
approach: problem-solving
goal: ${value}
why: ${value}
scope: [${value}, ${value}]
quality: [${value}]
---
${wellFormed(text)}

Then ${wellFormed(text)}
`;
}

/** The tags of our pages, and of markdown; links go to pages and addresses. */
const TAG =
  /^<(?:!doctype html|\/?(?:html|head|body|main|header|section|title|style|h[1-6]|p|div|span|ol|ul|li|blockquote|em|strong|s|code|pre|hr|br|table|thead|tbody|tr|th|td|a)(?: (?:lang|class|dir|start|href|http-equiv|content|name|charset)="[^"<>]*")*|meta(?: [\w-]+="[^"<>]*")*)>$/;

function assertSafePage(page: string): void {
  for (const [tag] of page.replace(/<style>[\s\S]*?<\/style>/, '').matchAll(/<[^>]*>?/g)) {
    expect(tag).toMatch(TAG);
  }
  for (const [, target] of page.matchAll(/href="([^"]*)"/g)) {
    expect(target).toMatch(/^(?:https?:\/\/|mailto:)/i);
  }
}

/** Read as a forge would read it, markdown of ours has nothing but what we wrote. */
function assertSafeMarkdown(markdown: string, headings: number): void {
  const tokens = new MarkdownIt({ html: true, linkify: true }).parse(markdown, {});
  const all = tokens.flatMap((token) => [token, ...(token.children ?? [])]);
  const types = all.map(({ type }) => type);
  for (const type of ['html_block', 'html_inline', 'image', 'fence', 'code_block', 'code_inline']) {
    expect(types).not.toContain(type);
  }
  for (const type of ['table_open', 'hr']) expect(types).not.toContain(type);
  expect(all.filter(({ type }) => type === 'heading_open')).toHaveLength(headings);
  // What linkify finds is an address of mail or a bare domain; a forge links neither from entities.
  expect(markdown).not.toMatch(/@team|#12|GH-3|:\/\/|www\./);
}

function assertShowable(text: string): void {
  expect(text).not.toMatch(
    // eslint-disable-next-line no-control-regex
    /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/u,
  );
  expect(text).not.toMatch(/^\s*::|##\[/m);
}

describe('whatever a brief says is text', () => {
  const headings = 1 + 2 + 5 + 1;

  it.each(HOSTILE)('%j', (text) => {
    const source = hostileBrief(text);
    assertSafePage(RENDERERS.html(source));
    assertSafeMarkdown(RENDERERS.markdown(source), headings);
    for (const format of FORMATS) assertShowable(RENDERERS[format](source));
  });

  it('and any mixture of it', () => {
    const piece = fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.constantFrom('\n', '\n\n', ' ', '  ', '\t', '<', '>', '`', '*', '_', '[', ']', '(', ')'),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        const { values } = readBrief(hostileBrief(text));
        const source = hostileBrief(text);
        assertSafePage(RENDERERS.html(source));
        for (const format of FORMATS) assertShowable(RENDERERS[format](source));
        const shown = ['goal', 'why', 'approach', 'scope.in', 'quality.criteria'].filter(
          (name) => name in values,
        );
        const narrative = letter(source).narrative === '' ? 0 : 1;
        assertSafeMarkdown(RENDERERS.markdown(source), 3 + shown.length + narrative);
      }),
      { numRuns: sized(80, 5000) },
    );
  });

  it('calls a check by its name, for somebody who has no repository', () => {
    const source = PROPOSED.replace(
      'resources:',
      'evidence:\n  - check: tests\n  - A log\nresources:',
    );
    const text = RENDERERS.text(source);
    expect(text).toContain('1. The check "tests", which a program runs\n  2. A log\n');
  });

  it('in time that its length asks for', () => {
    const pieces = ['[', '[a](', '*a ', '> ', '![[', '<!-- ', '# \n', '`', '- a\n', '|a', '\\'];
    for (const [at, piece] of pieces.entries()) {
      const source = `${draftBrief()}${piece.repeat(Math.floor(50_000 / piece.length))}`;
      const formats = LONG ? FORMATS : [FORMATS[at % FORMATS.length] as (typeof FORMATS)[number]];
      for (const format of formats) {
        const started = performance.now();
        RENDERERS[format](source);
        expect(performance.now() - started).toBeLessThan(5000);
      }
    }
  });
});
