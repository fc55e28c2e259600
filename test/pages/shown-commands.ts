/** The commands that the pages show. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE } from '../support/index.ts';

const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'RELEASING.md',
  ...readdirSync(join(PACKAGE, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** A command in a block of a shell, a workflow or a console. */
const CALL =
  /^\s*(?:- )?(?:run: )?(?:\$ )?((?:npm ci && )?(?:[A-Z_]+="[^"]*" )?(?:npx (?:--yes )?(?:--no-install )?(?:--package \S+ )?|- )?delegate (.*))$/;

export interface Shown {
  readonly page: string;
  /** `console` for what a script has run already, to make the page. */
  readonly block: 'sh' | 'console' | 'yaml';
  /** As a shell takes it. */
  readonly whole: string;
  /** What stands behind `delegate`. */
  readonly line: string;
}

/** Every command in a block of a page, in their order. */
export function shownCommands(): Shown[] {
  return PAGES.flatMap((page) => {
    const text = readFileSync(join(PACKAGE, page), 'utf8');
    const blocks = [...text.matchAll(/^```(sh|console|yaml)\n(.*?)^```$/gms)];
    return blocks.flatMap(([, block, body = '']) =>
      body
        .replace(/ \\\n\s+/g, ' ')
        .split('\n')
        .flatMap((row) => {
          const [, whole, line] = CALL.exec(row) ?? [];
          if (whole === undefined || line === undefined) return [];
          return [{ page, block: block as Shown['block'], whole, line }];
        }),
    );
  });
}
