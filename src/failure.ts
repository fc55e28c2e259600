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
    // A name in it may have line breaks, and would go on as if the program had said it.
    super(message.replaceAll('\n', String.raw`\n`), options);
    this.name = 'Failure';
    this.help = help;
  }
}

/**
 * What the system refused where nobody has expected that (a disk that fails, a folder that is gone), in the
 * words that it has; undefined for any other error.
 */
export function systemFailure(error: unknown): Failure | undefined {
  if (!(error instanceof Error)) return undefined;
  if (/^Invalid string length$|^Cannot create a string longer/.test(error.message)) {
    const help = 'Name fewer briefs, or a part of the history.';
    return new Failure('there is more of it than can be held in memory', help, { cause: error });
  }
  const { code, syscall, path } = error as Error & Readonly<Record<string, unknown>>;
  if (typeof code !== 'string' || typeof syscall !== 'string') return undefined;
  const where = typeof path === 'string' ? `${path}: ` : '';
  const help = 'Check the disk and its permissions, and run it again.';
  return new Failure(`${where}the system says ${code} (${syscall})`, help, { cause: error });
}

/** The person stopped it (Ctrl-C): status 130. */
export class Interrupted extends Error {
  /** @param message What was kept, and how to go on. */
  constructor(message = '') {
    super(message);
    this.name = 'Interrupted';
  }
}
