// The licences of what is bundled, as they ask to be passed on.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The licence of each package in a bundle, with its text; an error for one that has none to be handed on.
 *
 * @param {readonly string[]} modules The paths of the bundle's modules.
 */
export function licenses(modules) {
  const folders = new Set();
  for (const path of modules) {
    const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path);
    if (found) folders.add(found[1]);
  }
  const byWords = new Map();
  for (const folder of [...folders].toSorted()) {
    const { name, version, license } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    );
    const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)/i.test(entry));
    if (file === undefined) throw new Error(`${name} has no licence to be handed on`);
    const { copyright, words } = parted(readFileSync(join(folder, file), 'utf8'));
    const head = [`${name} ${version} (${license})`, ...copyright].join('\n');
    const same = words.replace(/\W+/g, ' ').trim();
    const { heads, text } = byWords.get(same) ?? { heads: [], text: words.trim() };
    byWords.set(same, { heads: [...heads, head], text });
  }
  const texts = [...byWords.values()].map(
    ({ heads, text }) => `${heads.join('\n\n')}\n\n${text}\n`,
  );
  return texts.join(`\n${'-'.repeat(72)}\n\n`);
}

/**
 * The lines on copyright at the head of a licence, and its words below them: most have the same, which
 * then stand once.
 */
function parted(text) {
  const lines = text.split(/\r?\n/);
  const isCopyright = (line) => /^\s*copyright\b.*(?:\(c\)|©|\d{4})/i.test(line);
  const isTitle = (line) =>
    /^\W*(?:the )?(?:mit|isc|expat) licen[cs]e\W*(?:\(mit\))?\W*$/i.test(line);
  const head = lines.slice(0, 12);
  return {
    copyright: head.filter(isCopyright).map((line) => line.trim()),
    words: [
      ...head.filter((line) => !isCopyright(line) && !isTitle(line)),
      ...lines.slice(12),
    ].join('\n'),
  };
}
