export function licenses(modules: readonly string[]): string;
