/**
 * `npx tsx scripts/judge-phrases.ts [FAMILY…] [--misses] [--false]`: holds lint against banks of
 * phrasings in `test/judge/phrases`, one file a fault: how people write it, and near misses that are
 * fine. It prints figures; it fails nothing.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parse, stringify } from 'yaml';
import { readBrief } from '../src/brief/read.ts';
import type { FieldName } from '../src/brief/fields.ts';
import { checkBrief } from '../src/rules/index.ts';

/** The day that the banks were written for. */
const TODAY = '2026-11-28';

type Entry = Readonly<Record<string, unknown>> & {
  readonly fault?: string;
  readonly quote?: string;
};

interface Bank {
  readonly bad: readonly Entry[];
  readonly good: readonly Entry[];
}

/** A brief of which nothing is to be said, into which the phrasing is put. */
const BASE: Readonly<Record<string, unknown>> = {
  id: 'b-7k3f9q2m',
  title: 'One of many',
  status: 'proposed',
  delegator: 'Ana Novak <ana@example.com>',
  delegate: 'Bor Kos <bor@example.com>',
  approach: 'problem-solving',
  goal: 'Of 40 crates a week no more than 4 come back damaged, 11 in October 2026.',
  why: 'Each damaged crate costs 210 EUR, and two shops have stopped ordering since August.',
  'intended-use': 'The two shops order again from March on, and the driver stops carrying spares.',
  'scope.in': ['The run from the warehouse to the nine shops'],
  'scope.out': ['Packing at the supplier'],
  'quality.bar': 'good-enough',
  'quality.criteria': ['4 or fewer in each of four weeks running, by the return slips'],
  guardrails: ['No second van, since the lease runs to 2028'],
  'timeline.due': '2027-03-31',
  resources: ["A day a week of Bor's time, and 900 EUR"],
  'trade-off': 'timeline',
  'decision-rights.delegate': ['Straps, loading order'],
  'decision-rights.ask-first': ['Spending above 200 EUR at a time'],
  escalation: ['A driver is hurt'],
  'check-ins.every': '2 weeks',
  availability: 'Chat, an answer the same day',
  'fit.experience': 'similar',
};
const ELSEWHERE: ReadonlySet<string> = new Set(['fault', 'quote', 'body']);

/** The text of the brief with an entry's fields in the place of the others. */
function textOf(entry: Entry, bank: string): string {
  const values: Record<string, unknown> = { ...BASE };
  for (const [name, value] of Object.entries(entry)) {
    if (!ELSEWHERE.has(name)) values[name] = value;
  }
  if (entry['agreement.backbrief'] !== undefined) {
    values['status'] = 'accepted';
    values['agreement.date'] = '2026-11-20';
    values['agreement.by'] = BASE['delegate'];
  }
  // Where nothing is said to give first, the frame says nothing of it either.
  if (bank === 'no-trade-off' && entry['trade-off'] === undefined) delete values['trade-off'];
  // A plan belongs to tasks that are handed over.
  if (entry['plan'] !== undefined && entry['approach'] === undefined) {
    values['approach'] = 'execution';
  }
  const tree: Record<string, Record<string, unknown>> = {};
  for (const [name, value] of Object.entries(values)) {
    const [first = '', second] = name.split('.');
    if (second === undefined) tree[first] = value as Record<string, unknown>;
    else (tree[first] ??= {})[second] = value;
  }
  const body = typeof entry['body'] === 'string' ? entry['body'] : '';
  return `---\n${stringify(tree, { lineWidth: 0 })}---\n\n${body}\n`;
}

/** What lint says in the fields that an entry brings. */
function saidOf(entry: Entry, bank: string) {
  const text = textOf(entry, bank);
  const brief = readBrief(text);
  const own = Object.keys(entry).filter((name) => !ELSEWHERE.has(name));
  const findings = checkBrief(brief, { path: 'briefs/x.md', today: TODAY });
  const from = brief.split?.body ?? text.length;
  return findings.filter(({ rule, span }) => {
    if (rule === 'also-not-said' || rule === 'accepted-without-agreement') return false;
    if (span.start >= from) return true;
    return own.some((name) => {
      const place = brief.places.get(
        (name.startsWith('agreement.') ? 'agreement' : name) as FieldName,
      );
      return place !== undefined && span.start >= place.key.start && span.end <= place.node.end;
    });
  });
}

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    misses: { type: 'boolean' },
    false: { type: 'boolean' },
    folder: { type: 'string', default: join(import.meta.dirname, '../test/judge/phrases') },
  },
});

const folder = resolve(options.folder);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.slice(0, -'.yaml'.length))
  .filter((name) => positionals.length === 0 || positionals.includes(name))
  .toSorted();
const sum = { bad: 0, found: 0, loud: 0, good: 0, warned: 0 };
console.log('fault'.padEnd(24), 'found', 'not only a hint', 'good ones warned');
for (const name of names) {
  const { bad, good } = parse(readFileSync(join(folder, `${name}.yaml`), 'utf8')) as Bank;
  let found = 0;
  let loud = 0;
  for (const entry of bad) {
    const said = saidOf(entry, name);
    if (said.length > 0) found++;
    else if (options.misses === true) console.log(`  missed ${JSON.stringify(entry)}`);
    if (said.some(({ level }) => level !== 'info')) loud++;
  }
  let warned = 0;
  for (const entry of good) {
    const said = saidOf(entry, name).filter(({ level }) => level !== 'info');
    if (said.length > 0) warned++;
    if (options.false !== true) continue;
    for (const { rule, message } of said) console.log(`  ${rule}: ${message}`);
  }
  console.log(
    name.padEnd(24),
    `${found} of ${bad.length}`.padEnd(10),
    `${loud}`.padEnd(10),
    `${warned} of ${good.length}`,
  );
  sum.bad += bad.length;
  sum.found += found;
  sum.loud += loud;
  sum.good += good.length;
  sum.warned += warned;
}
console.log(
  'all'.padEnd(24),
  `${sum.found} of ${sum.bad} (${Math.round((100 * sum.found) / sum.bad)} %), loud ${Math.round((100 * sum.loud) / sum.bad)} %, good ones warned ${Math.round((100 * sum.warned) / sum.good)} %`,
);
