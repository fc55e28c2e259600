/** Prints the program in one file, as `delegate init --vendor` writes it: `npm run --silent single`. */
import { readFileSync } from 'node:fs';
import { singleFileText } from '../src/files/single-file.ts';

const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
const { version } = JSON.parse(text) as { readonly version: string };
process.stdout.write(singleFileText(version));
