/**
 * The command could not do its work: usage, configuration or environment. `main.ts` prints it and
 * ends with status 2.
 */
export class Failure extends Error {
  /** What to do next, in one line. */
  readonly help: string | undefined;

  /**
   * @param message What happened and where, in one line, without a full stop.
   * @param help What to do next.
   */
  constructor(message: string, help?: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Failure';
    this.help = help;
  }
}

/** The person stopped it (Ctrl-C): status 130. */
export class Interrupted extends Error {
  /** @param message What was kept, and how to go on. */
  constructor(message = '') {
    super(message);
    this.name = 'Interrupted';
  }
}
