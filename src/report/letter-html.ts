/** A letter as a page: one file that needs nothing else, runs nothing and fetches nothing. */
import { createHash } from 'node:crypto';
import { htmlLines } from './escape.ts';
import type { Html } from './html.ts';
import { markup } from './html.ts';
import type { Block, Letter, Section } from './letter-parts.ts';
import { NARRATIVE } from './letter-parts.ts';
import { LETTER_STYLE } from './letter-style.ts';
import { markdownHtml } from './markdown-html.ts';

/** Nothing but the style that is in the page, known by its hash. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(LETTER_STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The letter as a page. */
export function letterHtml(letter: Letter): string {
  const { title, lead, sections, answer } = letter;
  const asked = answer === undefined ? [] : [answer];
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ html: POLICY }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${{ html: LETTER_STYLE }}</style>
</head>
<body>
<main>
<header class="lead">
<h1 ${theirs(letter)}>${title}</h1>
${lead.map((line) => markup`<p>${line}</p>`)}
</header>
${sections.map((section) => markup`<section>\n${sectionHtml(section, letter)}\n</section>`)}
${narrativeHtml(letter)}
${asked.map((section) => markup`<section class="answer">\n${sectionHtml(section, letter)}\n</section>`)}
</main>
</body>
</html>
`;
  return htmlLines(page.html);
}

/** What the brief says is in its own language, written in its own direction. */
function theirs({ language }: Letter): Html {
  return markup`lang="${language}" dir="auto"`;
}

function sectionHtml({ heading, blocks }: Section, letter: Letter): Html {
  return markup`<h2>${heading}</h2>\n${blocks.map((block) => blockHtml(block, letter))}`;
}

function blockHtml(block: Block, letter: Letter): Html {
  switch (block.kind) {
    case 'text':
      return markup`<p class="as-written">${block.text}</p>`;
    case 'items':
      return itemsHtml(block.items);
    case 'words':
      return markup`<blockquote ${theirs(letter)}><p class="as-written">${block.text}</p></blockquote>`;
    case 'write-to':
      return writeToHtml(block.name, block.address, letter.subject);
    case 'field':
      return markup`<div class="field">
<div><h3>${block.label}</h3><p class="ask">${block.ask}</p></div>
<div class="value" ${theirs(letter)}>${blockHtml(block.value, letter)}</div>
</div>`;
  }
}

function itemsHtml(items: readonly string[]): Html {
  const rows = items.map((item) => markup`<li class="as-written">${item}</li>`);
  // One number too many shows an item that was cut in two.
  return items.length > 1 ? markup`<ol>\n${rows}\n</ol>` : markup`<ul>\n${rows}\n</ul>`;
}

function writeToHtml(name: string, address: string | undefined, subject: string): Html {
  const who = markup`<span dir="auto">${name}</span>`;
  if (address === undefined) return markup`<p>Write to ${who}.</p>`;
  const to = inAddress(address).replaceAll('%40', '@');
  const link = markup`<a href="mailto:${to}?subject=${inAddress(`Re: ${subject}`)}">${address}</a>`;
  return name === address
    ? markup`<p>Write to ${link}.</p>`
    : markup`<p>Write to ${who}: ${link}</p>`;
}

/** Half of a surrogate pair cannot be in an address. */
function inAddress(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
}

function narrativeHtml(letter: Letter): Html | readonly Html[] {
  if (letter.narrative === '') return [];
  return markup`<section class="narrative">
<h2>${NARRATIVE}</h2>
<div ${theirs(letter)}>
${markdownHtml(letter.narrative, 3)}</div>
</section>`;
}
