declare const DELEGATE_VERSION: string | undefined;

/** The package's version; the build puts it in. */
export const VERSION: string = typeof DELEGATE_VERSION === 'string' ? DELEGATE_VERSION : '0.0.0';
