/** What an agent reads of a brief: its text, what moved, what waits, and the prompt by which it takes it on. */
import { Writable } from 'node:stream';
import { ID_PATTERN } from '../../brief/id.ts';
import { readBrief } from '../../brief/read.ts';
import { Failure } from '../../failure.ts';
import type { FoundBrief } from '../../files/find.ts';
import { findBrief } from '../../files/find.ts';
import { listBriefs } from '../../files/list.ts';
import { loadFile } from '../../files/load.ts';
import type { Host } from '../../host.ts';
import { calledAs } from '../../host.ts';
import { openWorkspace } from '../../lint/workspace.ts';
import { printable } from '../../printable.ts';
import { jsonText } from '../../report/escape.ts';
import { handover } from '../../report/handover.ts';
import { BUDGET, handoverInput } from '../handover.ts';
import { runInside } from '../inside.ts';

/** A brief that can be read by its id. */
export interface KnownBrief {
  readonly id: string;
  readonly title: string;
}

/** The briefs of the repository that have an id. */
export async function knownBriefs(host: Host): Promise<readonly KnownBrief[]> {
  const workspace = await openWorkspace(host);
  return (await listBriefs(workspace)).flatMap((path) => {
    const loaded = loadFile(workspace, path);
    if (!('text' in loaded)) return [];
    const { id, title = path } = readBrief(loaded.text).values;
    const isKnown = id !== undefined && ID_PATTERN.test(id);
    return isKnown ? [{ id, title: printable(title, true) }] : [];
  });
}

/** The brief's own text, in which what cannot be seen is shown. */
export async function briefText(host: Host, id: string): Promise<string> {
  return printable((await byId(host, id)).text.replaceAll(/\r\n?/g, '\n'));
}

/** Its story: what moved in it, and whether it was agreed. */
export async function logText(host: Host, id: string): Promise<string> {
  const { path } = await byId(host, id);
  return run(host, LOG, ['--format=text', '--no-pager'], [path]);
}

/** What waits for whom in it, as JSON. */
export async function inboxText(host: Host, id: string): Promise<string> {
  const { path } = await byId(host, id);
  const { people } = JSON.parse(await run(host, INBOX, ['--all', '--json'], [])) as {
    readonly people: readonly {
      readonly person: string | null;
      readonly items: readonly { readonly path: string }[];
    }[];
  };
  const waiting = people.flatMap(({ person, items }) =>
    items.filter((item) => item.path === path).map((item) => ({ person, ...item })),
  );
  return `${jsonText({ version: 1, id, waiting }, 2)}\n`;
}

/** The contract as a prompt, answered by the tools. */
export async function takeOnText(host: Host, name: string): Promise<string> {
  const found = await findBrief(await openWorkspace(host), name);
  const input = handoverInput(found, calledAs(host), BUDGET);
  return handover({ ...input, commands: waysOf(input.ref) }).prompt;
}

/** By what is to be done, the tool or resource. */
function waysOf(ref: string): Readonly<Record<string, string>> {
  return {
    'say it back': `tool accept: brief ${ref}, backbrief`,
    object: `tool object: brief ${ref}, reason`,
    'check in': `tool check_in: brief ${ref}, state, note`,
    'ask for help': `tool check_in: brief ${ref}, state blocked, note`,
    'report evidence': `tool report_evidence: brief ${ref}, claim`,
    'propose a change': `tool propose_amendment: brief ${ref}, changes, reason`,
    'object to a change': `tool object: brief ${ref}, reason`,
    'read all of it': `resource brief://${ref}`,
    'see what moved': `resource brief://${ref}/log`,
  };
}

const LOG = { name: 'log', load: () => import('../log/log.ts') };
const INBOX = { name: 'inbox', load: () => import('../inbox.ts') };

async function byId(host: Host, id: string): Promise<FoundBrief> {
  if (ID_PATTERN.test(id)) return findBrief(await openWorkspace(host), id);
  throw new Failure(`"${printable(id.slice(0, 40), true)}" is not the id of a brief`);
}

/** All that a command prints on standard output. */
async function run(
  host: Host,
  command: Parameters<typeof runInside>[1],
  options: readonly string[],
  names: readonly string[],
): Promise<string> {
  const printed: string[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      printed.push(chunk.toString());
      done();
    },
  });
  const inner = { ...host, stdout: sink, stderr: new Writable({ write: (_, __, done) => done() }) };
  const { out = '' } = await runInside(inner, command, options, names);
  return printed.join('') + out;
}
