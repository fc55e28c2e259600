declare const DELEGATE_VERSION: string | undefined;
declare const DELEGATE_BUILD: string | undefined;

/** The package's version; the build puts it in. */
export const VERSION: string = typeof DELEGATE_VERSION === 'string' ? DELEGATE_VERSION : '0.0.0';

/** What the program was built from, as a digest; the build puts it in. */
export const BUILD: string = typeof DELEGATE_BUILD === 'string' ? DELEGATE_BUILD : 'source';
