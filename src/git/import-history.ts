/** A new repository with a history that is known beforehand: one stream to `git fast-import`. */
import { Failure } from '../failure.ts';
import type { CommitMessage } from './commit-message.ts';
import { messageText } from './commit-message.ts';
import type { Identity } from './identity.ts';
import { firstLine, withoutLocalVariables } from './repository.ts';
import type { Env } from './run.ts';
import { writeGit } from './write.ts';

/** A commit of the history, on top of the one before. */
export interface ImportedCommit {
  readonly author: Identity;
  /** `YYYY-MM-DD`; it was made at nine in the morning, UTC. */
  readonly date: string;
  readonly message: CommitMessage;
  /** What it writes: path below the root, of plain letters, and the whole text. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Makes a folder a repository with this history on `main`, checked out.
 *
 * @param self Who works in it, by its own configuration: the person's is left alone.
 */
export async function importHistory(
  folder: string,
  commits: readonly ImportedCommit[],
  self: Identity,
  env: Env,
): Promise<void> {
  const own = withoutLocalVariables(env);
  const git = async (args: readonly string[], input?: string): Promise<void> => {
    const { status, output } = await writeGit(folder, args, {
      env: own,
      ...(input === undefined ? {} : { input }),
    });
    if (status !== 0) {
      throw new Failure(`git ${args[0]} did not work in ${folder}: ${firstLine(output)}`);
    }
  };
  // No template: the person's may hold hooks, and they are not for this.
  await git(['init', '--quiet', '--initial-branch=main', '--template=']);
  await git(['fast-import', '--quiet'], commits.map(commitStream).join(''));
  await git(['config', 'user.name', self.name]);
  await git(['config', 'user.email', self.email]);
  await git(['reset', '--quiet', '--hard']);
}

function commitStream({ author, date, message, files }: ImportedCommit): string {
  const seconds = Date.parse(`${date}T09:00:00Z`) / 1000;
  const who = `${author.name} <${author.email}> ${seconds} +0000`;
  const written = Object.entries(files).map(
    ([path, text]) => `M 100644 inline ${path}\n${dataStream(text)}`,
  );
  const text = dataStream(`${messageText(message)}\n`);
  return `commit refs/heads/main\nauthor ${who}\ncommitter ${who}\n${text}${written.join('')}\n`;
}

function dataStream(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
