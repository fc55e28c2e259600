import { Chalk } from 'chalk';
import type { Host } from '../host.ts';
import type { Paint } from '../report/paint.ts';

/** The styles for one of the two streams, as far as it shows colours. */
export function paintFor(host: Host, stream: 'out' | 'err'): Paint {
  return new Chalk({ level: host.colors[stream] });
}
