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
  const texts = [...folders].toSorted().map((folder) => {
    const { name, version, license } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    );
    const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)/i.test(entry));
    if (file === undefined) throw new Error(`${name} has no licence to be handed on`);
    return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8')}`;
  });
  return texts.join(`\n${'-'.repeat(72)}\n\n`);
}
