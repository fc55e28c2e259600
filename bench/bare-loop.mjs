// The floor that `delegate lint` is measured against: read the briefs below a folder, parse their
// frontmatter with the same YAML package, and do nothing with it.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

for (const entry of readdirSync(process.argv[2], { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const text = readFileSync(join(entry.parentPath ?? entry.path, entry.name), 'utf8');
  parse(text.slice(4, text.indexOf('\n---', 4)));
}
