import { join } from 'node:path';
import { medians, ratio, tell } from './measure.ts';

const PROGRAM = join(import.meta.dirname, '../bin/delegate.js');

/** What starting up costs, against the floor: a Node.js that does nothing. */
export function benchStart(): void {
  const node = process.execPath;
  const figures = medians(
    [
      { name: 'floor', command: [node, '-e', '0'] },
      { name: '--version', command: [node, PROGRAM, '--version'] },
      { name: '--help', command: [node, PROGRAM, '--help'] },
      { name: 'lint --help', command: [node, PROGRAM, 'lint', '--help'] },
    ],
    31,
  );
  const floor = figures.get('floor');
  tell('node -e 0', `${floor?.toFixed(0)} ms`);
  for (const name of ['--version', '--help', 'lint --help']) {
    tell(`delegate ${name}, against node -e 0`, ratio(figures.get(name), floor), '1.5 at most');
  }
}
