/**
 * `delegate lint` against two other tools that look at markdown, where they are installed:
 *
 *     mkdir peers && cd peers
 *     npm i markdownlint-cli2@0.24 remark-cli remark-frontmatter remark-lint-frontmatter-schema
 *     BENCH_PEERS=$PWD npm run bench -- lint
 */
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Program } from './measure.ts';
import { once, tell } from './measure.ts';

const REMARK = `import frontmatter from 'remark-frontmatter';
import schema from 'remark-lint-frontmatter-schema';
const schemas = { './brief.schema.json': ['**/*.md'] };
export default { plugins: [frontmatter, [schema, { schemas }]] };
`;

/** Runs each once over the briefs of a folder. */
export function benchPeers(peers: string, ours: Program, count: number): void {
  const briefs = join(peers, 'briefs');
  cpSync(join(ours.cwd as string, 'briefs'), briefs, { recursive: true });
  try {
    writeFileSync(join(peers, 'brief.schema.json'), oldSchema(ours));
    writeFileSync(join(peers, '.remarkrc.mjs'), REMARK);
    const bin = (name: string, ...args: string[]): Program => {
      return { name, cwd: peers, command: [join(peers, 'node_modules/.bin', name), ...args] };
    };
    const own = once(ours);
    const each: [Program, string][] = [
      [bin('markdownlint-cli2', '--no-globs', 'briefs/**/*.md'), '8 times'],
      [bin('remark', 'briefs', '--no-stdout', '--quiet'), '40 times'],
    ];
    for (const [peer, aim] of each) {
      const theirs = once(peer);
      const figure = `${(theirs / own).toFixed(0)} times`;
      const what = `quicker than ${peer.name}, ${count.toLocaleString('en')} briefs`;
      tell(`${what} (${(theirs / 1000).toFixed(1)} s)`, figure, aim);
    }
  } finally {
    rmSync(briefs, { recursive: true, force: true });
  }
}

/** The schema of a brief in the older words that remark's validator knows. */
function oldSchema({ command }: Program): string {
  const [node, program] = command as [string, string];
  const { stdout } = spawnSync(node, [program, 'schema'], { encoding: 'utf8' });
  return stdout
    .replace(
      'https://json-schema.org/draft/2020-12/schema',
      'http://json-schema.org/draft-07/schema#',
    )
    .replaceAll('$defs', 'definitions');
}
