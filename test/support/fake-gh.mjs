#!/usr/bin/env node
/**
 * A `gh` that keeps its issues and comments in the file $GH_STATE: as much of it as the workflows call.
 * Whoever calls anything else, or without a token, is told so.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const [topic, verb, ...rest] = process.argv.slice(2);
const file = process.env.GH_STATE;
const state = JSON.parse(readFileSync(file, 'utf8'));

const option = (name) => {
  const at = rest.indexOf(`--${name}`);
  return at < 0 ? undefined : rest[at + 1];
};
const issue = () => state.issues.find(({ number }) => String(number) === rest[0]);
const body = () => readFileSync(option('body-file'), 'utf8');

const COMMANDS = {
  'label create': () => {
    state.labels = [...new Set([...state.labels, rest[0]])];
  },
  'issue list': () => {
    const keys = option('json').split(',');
    const found = state.issues.filter(({ label }) => label === option('label'));
    const shown = found.map((one) => Object.fromEntries(keys.map((key) => [key, one[key]])));
    process.stdout.write(JSON.stringify(shown));
  },
  'issue create': () => {
    const label = option('label');
    if (!state.labels.includes(label)) throw new Error(`there is no label ${label}`);
    const number = state.issues.length + 1;
    const title = option('title');
    state.issues.push({ number, state: 'OPEN', title, label, body: body(), comments: [] });
  },
  'issue edit': () => {
    // What somebody saves in the browser has these line ends.
    issue().body = body().replaceAll('\n', '\r\n');
  },
  'issue comment': () => issue().comments.push(option('body')),
  'issue reopen': () => {
    issue().state = 'OPEN';
  },
  'issue close': () => {
    issue().state = 'CLOSED';
    issue().comments.push(option('comment'));
  },
};

/** `gh api [--method METHOD] PATH`, of the comments of a pull request and of one of them. */
function api(args) {
  const value = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const path = args.find((arg) => arg.startsWith('repos/'));
  const method = value('--method') ?? 'GET';
  if (method === 'GET' && /^repos\/them\/briefs\/issues\/7\/comments$/.test(path)) {
    const input = JSON.stringify(state.comments);
    process.stdout.write(execFileSync('jq', ['-r', value('--jq')], { input }));
    return;
  }
  const text = readFileSync(value('--field').replace(/^body=@/, ''), 'utf8');
  const user = { login: 'github-actions[bot]' };
  if (method === 'POST' && /^repos\/them\/briefs\/issues\/7\/comments$/.test(path)) {
    state.comments.push({ id: state.comments.length + 1, user, body: text });
    return;
  }
  const [, id] = /^repos\/them\/briefs\/issues\/comments\/(\d+)$/.exec(path) ?? [];
  const comment = state.comments.find((one) => String(one.id) === id);
  if (method !== 'PATCH' || comment?.user.login !== user.login) throw new Error(`403 ${path}`);
  comment.body = text;
}

if (!process.env.GH_TOKEN) throw new Error('no token');
if (topic === 'api') {
  api(process.argv.slice(3));
  writeFileSync(file, JSON.stringify(state));
  process.exit();
}
if (!process.env.GH_REPO) throw new Error('which repository?');
const run = COMMANDS[`${topic} ${verb}`];
if (run === undefined) throw new Error(`what is gh ${topic} ${verb}?`);
run();
if (verb !== 'list')
  state.calls.push(`${topic} ${verb} ${rest[0].startsWith('--') ? '' : rest[0]}`.trim());
writeFileSync(file, JSON.stringify(state));
