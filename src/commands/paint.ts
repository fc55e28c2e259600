import { Chalk } from 'chalk';
import type { Host } from '../host.ts';
import type { Paint, RenderOptions } from '../report/paint.ts';

/** The styles for one of the two streams, as far as it shows colours. */
export function paintFor(host: Host, stream: 'out' | 'err'): Paint {
  return new Chalk({ level: host.colors[stream] });
}

/** What a report on standard output is rendered with. */
export function renderOptions(host: Host): RenderOptions {
  return { columns: host.columns, paint: paintFor(host, 'out') };
}
