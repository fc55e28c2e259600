/** Work that waits for the next key stroke. */
export interface Debounced {
  /** Does the work after a pause; another work of the same key takes its place. */
  readonly later: (key: string, work: () => void) => void;
  readonly cancel: (key: string) => void;
  readonly stop: () => void;
}

/** Keeps one timer a key. */
export function createDebounced(pauseMs: number): Debounced {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  return {
    later(key, work) {
      clearTimeout(timers.get(key));
      const timer = setTimeout(() => {
        timers.delete(key);
        work();
      }, pauseMs);
      timers.set(key, timer);
    },
    cancel: (key) => clearTimeout(timers.get(key)),
    stop() {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
