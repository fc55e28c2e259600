export * from './briefs.ts';
export * from './program.ts';
export * from './repository.ts';
