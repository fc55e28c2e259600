import type { Host, Result } from '../host.ts';

/** Serves an editor until it says goodbye, closes its end, or dies. */
export async function serve(host: Host): Promise<NonNullable<Result['status']>> {
  host.stdin.resume();
  return 0;
}
