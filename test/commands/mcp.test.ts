/**
 * The server for agents, spoken to by the protocol's own client: as a process that an agent's program starts
 * (all of them in the long run), and within the tests' own, over the same two streams.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import type { Transport } from '@modelcontextprotocol/client';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterEach, describe, expect, it } from 'vitest';
import { goalpostMoved } from '../../src/agreement/seals.ts';
import { readBrief } from '../../src/brief/read.ts';
import {
  CHANGED_BRIEF,
  GOOD_BRIEF,
  PACKAGE,
  TEST_ENV,
  buildOnce,
  commitAll,
  git,
  runDelegate,
  tempRepo,
  write,
} from '../support/index.ts';
import { HOSTILE_ID, hazardsIn, hostileRepo, hostileText } from '../support/hostile.ts';
import { LONG } from '../support/size.ts';

const PATH = 'briefs/halve.md';
const ID = 'b-7k3f9q2m';
const AGENT = { GIT_AUTHOR_NAME: 'Build Agent', GIT_AUTHOR_EMAIL: 'agent@example.com' };
const PEOPLE = 'people:\n  Build Agent: {email: agent@example.com, agent: true}\n';
const forAgent = (text: string): string =>
  text.replaceAll('Bor Kos <bor@example.com>', 'Build Agent <agent@example.com>');
const ACCEPTED = forAgent(GOOD_BRIEF);
const PROPOSED = ACCEPTED.replace('status: accepted', 'status: proposed').replace(
  /agreement:\n(?: {2}.*\n)+/,
  '',
);
const SAYS = 'I own the wait for a deploy, and how is mine to choose.';

const clients: Client[] = [];
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
});

/** A client of the server in a repository. */
async function connect(
  cwd: string,
  env: Record<string, string> = AGENT,
  asProcess = LONG,
): Promise<Client> {
  const client = new Client({ name: 'test', version: '1.0.0' });
  clients.push(client);
  await client.connect(asProcess ? toProcess(cwd, env) : toOwn(cwd, env));
  return client;
}

function toProcess(cwd: string, env: Record<string, string>): Transport {
  buildOnce();
  return new StdioClientTransport({
    command: process.execPath,
    args: [join(PACKAGE, 'bin/delegate.js'), 'mcp'],
    cwd,
    env: { ...TEST_ENV, ...env },
  });
}

/** The server in this process. */
function toOwn(cwd: string, env: Record<string, string>): Transport {
  const [stdin, stdout] = [new PassThrough(), new PassThrough()];
  let served: Promise<unknown>;
  const transport: Transport = {
    start: async () => {
      served = runDelegate(['mcp'], { cwd, env, host: { stdin, stdout } });
      createInterface({ input: stdout }).on('line', (line) =>
        transport.onmessage?.(JSON.parse(line)),
      );
    },
    send: async (message) => void stdin.write(`${JSON.stringify(message)}\n`),
    close: async () => {
      stdin.end();
      await served;
      transport.onclose?.();
    },
  };
  return transport;
}

function repository(brief: string, config = PEOPLE) {
  const cwd = tempRepo({ [PATH]: brief, '.delegate.yaml': config });
  const text = () => readFileSync(join(cwd, PATH), 'utf8');
  return { cwd, text, values: () => readBrief(text()).values };
}

/** What a tool says, and whether it could not do it. */
async function call(client: Client, name: string, given: Record<string, unknown>) {
  const { content, isError } = await client.callTool({ name, arguments: given });
  const [part] = content as readonly { readonly text?: string }[];
  return { text: part?.text ?? '', isError: isError === true };
}

async function read(client: Client, uri: string): Promise<string> {
  const { contents } = await client.readResource({ uri });
  return contents.map((part) => ('text' in part ? part.text : '')).join('');
}

describe('the server', () => {
  it('is small, and none of its tools agrees, amends or closes', async () => {
    const client = await connect(repository(ACCEPTED).cwd);
    const { tools } = await client.listTools();
    const { prompts } = await client.listPrompts();
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(tools.map(({ name }) => name)).toEqual([
      'accept',
      'check_in',
      'object',
      'propose_amendment',
      'report_evidence',
    ]);
    expect(prompts.map(({ name }) => name)).toEqual(['take_on']);
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual([
      'brief://{id}',
      'brief://{id}/log',
      'brief://{id}/inbox',
    ]);
    const all = [tools, prompts, resourceTemplates, client.getInstructions()];
    // About four characters a token.
    expect(JSON.stringify(all).length / 4).toBeLessThan(1500);
  });

  it('is there for the work of an agent, from the prompt to the evidence', async () => {
    const { cwd, text, values } = repository(PROPOSED);
    const client = await connect(cwd, AGENT, true);
    const { messages } = await client.getPrompt({ name: 'take_on', arguments: { brief: ID } });
    const prompt = JSON.stringify(messages);
    expect(prompt).toContain('> Cut the median deployment');
    expect(prompt).toContain(`    tool accept: brief ${ID}, backbrief`);
    expect(await call(client, 'accept', { brief: ID, backbrief: SAYS })).toMatchObject({
      isError: false,
      text: expect.stringContaining(`Accepted ${PATH} and committed it as `),
    });
    expect(values().agreement).toMatchObject({ by: 'Build Agent <agent@example.com>' });
    await call(client, 'check_in', { brief: ID, state: 'on-track', note: 'Half is done.' });
    const sealed = text();
    const changes = [{ kind: 'set', field: 'timeline.due', value: '2026-07-31' }];
    const proposed = await call(client, 'propose_amendment', {
      brief: ID,
      changes,
      reason: 'The import takes a month longer.',
    });
    expect(proposed.text).toContain('Nothing has moved.');
    expect(text().startsWith(sealed.trimEnd())).toBe(true);
    expect(text()).toContain('  - set timeline.due: "2026-06-30" → "2026-07-31"\n');
    await call(client, 'report_evidence', { brief: ID, claim: 'npm test passes at 1f0c2ab' });
    expect(text()).toContain(', Build Agent, claimed: npm test passes at 1f0c2ab\n');
    expect([goalpostMoved(values()), values().changes]).toEqual([false, undefined]);
    expect(git(cwd, 'log', '--format=%an: %s', '-4')).toBe(
      [
        'Build Agent: brief: Halve deployment time: Build Agent claims evidence',
        'Build Agent: brief: Halve deployment time: Build Agent proposes to change due',
        'Build Agent: brief: Halve deployment time: check-in, on track',
        'Build Agent: brief: Halve deployment time: accepted by Build Agent',
      ].join('\n'),
    );
    expect(await read(client, `brief://${ID}`)).toBe(text());
    expect(await read(client, `brief://${ID}/log`)).toContain('Halve deployment time');
    expect(JSON.parse(await read(client, `brief://${ID}/inbox`))).toMatchObject({ id: ID });
    const { resources } = await client.listResources();
    expect(resources).toMatchObject([{ uri: `brief://${ID}`, name: 'Halve deployment time' }]);
  });

  it('takes an objection to a brief, and to a change', async () => {
    const proposed = repository(PROPOSED);
    const reason = 'Two days a week do not fit.';
    await call(await connect(proposed.cwd), 'object', { brief: ID, reason });
    expect(proposed.values().status).toBe('draft');
    expect(proposed.text()).toContain(`Build Agent: ${reason}`);
    const changed = repository(
      forAgent(CHANGED_BRIEF).replace(/agreed-by: .*/, 'by: Ana Novak <ana@example.com>'),
    );
    const said = await call(await connect(changed.cwd), 'object', { brief: ID, reason });
    expect([said.isError, changed.values().changes?.[0]?.objections?.[0]?.reason]).toEqual([
      false,
      reason,
    ]);
  });
});

describe('an agent that works under the name of its human', () => {
  const ANA = { GIT_AUTHOR_NAME: 'Ana Novak', GIT_AUTHOR_EMAIL: 'ana@example.com' };
  const BOR = { GIT_AUTHOR_NAME: 'Bor Kos', GIT_AUTHOR_EMAIL: 'bor@example.com' };

  it('takes on what is delegated to it, in its own name', async () => {
    const { cwd, values } = repository(PROPOSED);
    const said = await call(await connect(cwd, ANA), 'accept', { brief: ID, backbrief: SAYS });
    expect(said.isError).toBe(false);
    expect(values().agreement).toMatchObject({
      by: 'Build Agent <agent@example.com>',
      'recorded-by': 'Ana Novak <ana@example.com>',
    });
  });

  it('takes on nothing in the name of a person', async () => {
    const person = PROPOSED.replaceAll('Build Agent <agent@', 'Bor Kos <bor@');
    const { cwd, text } = repository(person);
    const said = await call(await connect(cwd, BOR), 'accept', { brief: ID, backbrief: SAYS });
    expect(said).toEqual({
      isError: true,
      text: expect.stringContaining('an agent does not accept in the name of Bor Kos'),
    });
    expect(text()).toBe(person);
  });
});

describe('what is handed in', () => {
  const HUGE = 'x'.repeat(100_000);

  it.each<[string, string, Record<string, unknown>]>([
    ['a path out of the repository', 'check_in', { brief: '../../etc/passwd', note: 'x' }],
    ['an absolute path', 'check_in', { brief: '/etc/passwd', note: 'x' }],
    ['an option', 'check_in', { brief: '--by=Ana', note: 'x' }],
    ['nothing', 'check_in', { brief: '', note: 'x' }],
    ['a state that is none', 'check_in', { brief: ID, state: 'done', note: 'x' }],
    ['a number', 'check_in', { brief: 7, note: 'x' }],
    ['a huge note', 'check_in', { brief: ID, note: HUGE }],
    ['a huge name', 'check_in', { brief: HUGE, note: 'x' }],
    ['an empty claim', 'report_evidence', { brief: ID, claim: ' \n ' }],
    ['no changes', 'propose_amendment', { brief: ID, changes: [], reason: 'x' }],
    [
      'the seal',
      'propose_amendment',
      { brief: ID, changes: [{ kind: 'set', field: 'agreement', value: 'x' }], reason: 'x' },
    ],
    [
      'the status',
      'propose_amendment',
      { brief: ID, changes: [{ kind: 'set', field: 'status', value: 'done' }], reason: 'x' },
    ],
    [
      'a flag for a field',
      'propose_amendment',
      { brief: ID, changes: [{ kind: 'set', field: '--agreed-by', value: 'x' }], reason: 'x' },
    ],
  ])('%s changes nothing', async (_, name, given) => {
    const { cwd, text } = repository(ACCEPTED);
    const client = await connect(cwd);
    const all = name === 'check_in' ? { state: 'on-track', ...given } : given;
    const said = await call(client, name, all).catch((error: Error) => ({
      isError: true,
      text: error.message,
    }));
    expect(said.isError).toBe(true);
    expect(said.text).not.toContain('should not');
    expect(text()).toBe(ACCEPTED);
    expect(git(cwd, 'status', '--porcelain')).toBe('');
  });

  it('stays a line of the brief', async () => {
    const { cwd, text, values } = repository(ACCEPTED);
    const client = await connect(cwd);
    const trick = 'x\n## Proposals\n\n- 2026-01-01, Ana Novak: y\n---\nstatus: done\n---\n';
    await call(client, 'check_in', { brief: ID, state: 'on-track', note: trick });
    await call(client, 'report_evidence', { brief: ID, claim: trick });
    const changes = [{ kind: 'add', field: 'guardrails', value: trick }];
    await call(client, 'propose_amendment', { brief: ID, changes, reason: trick });
    expect(values().status).toBe('accepted');
    expect(text().match(/^#+ .*$/gm)).toEqual([
      '## Context',
      '## Check-ins',
      '## Evidence',
      '## Proposals',
    ]);
  });

  it('cannot make the brief a file of which git shows no change', async () => {
    const { cwd, text } = repository(ACCEPTED);
    const client = await connect(cwd);
    const note = 'Half of it\u0000 is done.';
    const said = await call(client, 'check_in', { brief: ID, state: 'on-track', note });
    expect(said).toMatchObject({ isError: true, text: expect.stringContaining('NUL') });
    expect(text()).toBe(ACCEPTED);
  });

  it.each([
    'brief://..%2f..%2fetc%2fpasswd',
    'brief://halve',
    'brief://b-7k3f9q2x/log',
    'file:///etc/passwd',
  ])('as the resource %s is refused', async (uri) => {
    const client = await connect(repository(ACCEPTED).cwd);
    await expect(read(client, uri)).rejects.toThrow(/not found|not the id|no brief/i);
  });
});

it('hands on what strangers have written so that nothing is hidden in it', async () => {
  const client = await connect(hostileRepo('accepted'), {});
  const { messages } = await client.getPrompt({
    name: 'take_on',
    arguments: { brief: HOSTILE_ID },
  });
  const texts = [
    messages.map(({ content }) => ('text' in content ? content.text : '')).join(''),
    await read(client, `brief://${HOSTILE_ID}`),
    await read(client, `brief://${HOSTILE_ID}/log`),
    (await call(client, 'check_in', { brief: HOSTILE_ID, state: 'on-track', note: hostileText(0) }))
      .text,
  ];
  for (const text of texts) expect(hazardsIn(text)).toEqual([]);
});

describe('the process', () => {
  async function speak(input: string | Buffer): Promise<{ status: number; out: string }> {
    buildOnce();
    const { cwd } = repository(ACCEPTED);
    const child = spawn(process.execPath, [join(PACKAGE, 'bin/delegate.js'), 'mcp'], {
      cwd,
      env: TEST_ENV,
      stdio: 'pipe',
    });
    const out: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    const status = await new Promise<number>((done) => {
      child.on('close', (code) => done(code ?? -1));
    });
    return { status, out: Buffer.concat(out).toString() };
  }

  it.each([
    ['nothing', '', 0],
    ['no message', 'hello\n{"jsonrpc":"2.0"}\n[]\nnull\n', 0],
    ['no text', Buffer.from([0xff, 0xfe, 0x00, 0x0a]), 0],
    ['a line without an end', `{"jsonrpc":"2.0","id":1,"method":"${'x'.repeat(3_000_000)}`, 2],
  ])('ends when its input does: %s', async (_, input, expected) => {
    const { status, out } = await speak(input);
    expect(status).toBe(expected);
    expect(out).not.toContain('should not');
  });
});

it('is loaded by no other command', async () => {
  const cwd = tempRepo({});
  write(cwd, PATH, GOOD_BRIEF);
  commitAll(cwd, 'x');
  buildOnce();
  const text = readFileSync(join(PACKAGE, 'dist/start.cjs'), 'utf8');
  expect(text).not.toContain('modelcontextprotocol');
});
