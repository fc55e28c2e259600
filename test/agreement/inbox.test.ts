/** Each kind of the table: a brief in which it waits, for whom and since when, and one in which it has ended. */
import { expect, test } from 'vitest';
import type { InboxHistory, InboxKindId } from '../../src/agreement/inbox-kinds.ts';
import { INBOX_KINDS } from '../../src/agreement/inbox-kinds.ts';
import { agreementWords, dayWords, inboxFacts, inboxItems } from '../../src/agreement/inbox.ts';
import { readBrief } from '../../src/brief/read.ts';
import { COMMANDS } from '../../src/commands/table.ts';
import { CHANGED_BRIEF, GOOD_BRIEF, draftBrief } from '../support/index.ts';

const TODAY = '2026-04-12';
const ANA = 'Ana Novak <ana@example.com>';
const BOR = 'Bor Kos <bor@example.com>';

const items = (text: string, today = TODAY, history: InboxHistory = {}) =>
  inboxItems(inboxFacts(readBrief(text), { today, history }));
const kinds = (text: string, today = TODAY) => items(text, today).map(({ kind }) => kind);
const as = (status: string, text: string) => text.replace(/status: \w+/, `status: ${status}`);

const PROPOSED = as('proposed', draftBrief());
const OBJECTED = `${draftBrief()}\n## Objections\n\n- 2026-04-05, Bor Kos: Two days a week: too little.\n`;
const WITHDRAWN = draftBrief().replace(
  '\n---\n',
  `\nwithdrawn:\n  - {date: 2026-04-06, by: ${BOR}, reason: The incident., agreement: {by: ${BOR}}}\n---\n`,
);
const OPEN = CHANGED_BRIEF.replace(/ +agreed-by: .*\n/, '');
const DISPUTED = OPEN.replace(
  '    criteria: v1-fd',
  `    objections:\n      - {date: 2026-05-11, by: ${BOR}, reason: Too early.}\n    criteria: v1-fd`,
);
const PROPOSING = `${GOOD_BRIEF}\n## Proposals\n\n- 2026-04-11, Bor Kos: The import takes a month.\n  - set timeline.due: "2026-06-30" → "2026-07-31"\n`;
const SILENT = GOOD_BRIEF.replace('due: 2026-06-30', 'due: 2026-05-31');
const BLOCKED = GOOD_BRIEF.replace('(on track): Baseline', '(blocked): Baseline');
const PAUSED = `${as('paused', GOOD_BRIEF)}\n## Pauses\n\n- 2026-04-02, paused: Ill.\n- 2026-04-11, paused until 2026-04-16: The incident.\n`;

interface Example {
  readonly waits: string;
  readonly ended: string;
  readonly today?: string;
  readonly history?: InboxHistory;
  readonly item: Readonly<Record<string, unknown>>;
}

const EXAMPLES: Readonly<Record<InboxKindId, Example>> = {
  accept: {
    waits: PROPOSED,
    ended: as('draft', PROPOSED),
    history: { changedOn: '2026-04-03' },
    item: { person: BOR, since: '2026-04-03', word: 'waits for Bor Kos to accept' },
  },
  objection: {
    waits: OBJECTED,
    ended: as('proposed', OBJECTED),
    item: {
      person: ANA,
      since: '2026-04-05',
      text: 'Bor Kos objects: Two days a week: too little.',
    },
  },
  withdrawn: {
    waits: WITHDRAWN,
    ended: as('proposed', WITHDRAWN),
    item: {
      person: ANA,
      since: '2026-04-06',
      text: 'Bor Kos took the acceptance back: The incident.',
    },
  },
  agree: {
    waits: OPEN,
    ended: CHANGED_BRIEF,
    item: {
      person: BOR,
      since: '2026-05-10',
      text: 'Ana Novak changed due: The security freeze starts on 1 June.',
      word: 'open change, waits for Bor Kos',
    },
  },
  dispute: {
    waits: DISPUTED,
    ended: CHANGED_BRIEF,
    item: {
      person: ANA,
      since: '2026-05-11',
      text: 'Bor Kos objects to the change of due: Too early.',
      word: 'disputed by Bor Kos',
    },
  },
  proposal: {
    waits: PROPOSING,
    ended: PROPOSING.replace('Bor Kos: The', 'Bor Kos, declined on 2026-04-12: The'),
    item: {
      person: ANA,
      since: '2026-04-11',
      text: 'Bor Kos proposes to change due: The import takes a month.',
      command: 'amend --from-proposal 1',
    },
  },
  silent: {
    waits: SILENT,
    ended: GOOD_BRIEF,
    history: { moved: { by: ANA, date: '2026-04-12' } },
    item: { person: ANA, since: '2026-04-12', isPressing: true },
  },
  blocked: {
    waits: BLOCKED,
    ended: `${BLOCKED}- 2026-04-11 (on track): Solved.\n`,
    today: '2026-04-12',
    item: {
      person: ANA,
      since: '2026-04-10',
      text: 'Blocked since 2026-04-10: Baseline measured, 41 minutes.',
    },
  },
  'check-in': {
    waits: GOOD_BRIEF,
    ended: `${GOOD_BRIEF}- 2026-04-17 (on track): 38.\n`,
    today: '2026-04-17',
    item: { person: ANA, since: '2026-04-17', due: '2026-04-17', overdue: false },
  },
  due: {
    waits: as('paused', GOOD_BRIEF),
    ended: as('cancelled', GOOD_BRIEF).replace('\n---\n', '\noutcome: No need.\n---\n'),
    today: '2026-07-02',
    item: {
      person: ANA,
      since: '2026-06-30',
      overdue: true,
      text: 'It was due on 2026-06-30, 2 days ago: close it, or agree on another date',
    },
  },
  paused: {
    waits: PAUSED,
    ended: as('accepted', `${PAUSED}- 2026-04-16, resumed: It is over.\n`),
    today: '2026-04-17',
    item: { person: ANA, since: '2026-04-16', due: '2026-04-16', overdue: true },
  },
  outcome: {
    waits: as('done', GOOD_BRIEF),
    ended: as('done', GOOD_BRIEF).replace('\n---\n', '\noutcome: 19 minutes.\n---\n'),
    history: { changedOn: '2026-04-15' },
    item: { person: ANA, since: '2026-04-15', word: 'done without an outcome' },
  },
};

test.each(INBOX_KINDS)('$id: $what', ({ id, command, overdue }) => {
  const { waits, ended, today, history, item } = EXAMPLES[id];
  expect(items(waits, today, history)).toEqual([
    expect.objectContaining({ kind: id, command, ...item }),
  ]);
  expect(kinds(ended, today)).not.toContain(id);
  const isLate = items(waits, '2027-01-01').some((one) => one.kind === id && one.overdue);
  expect([id, isLate]).toEqual([id, overdue !== undefined]);
  expect(COMMANDS.map(({ name }) => name)).toContain(command.split(' ')[0]);
});

test('a check-in is late on the day after', () => {
  expect(items(GOOD_BRIEF, '2026-04-16')).toEqual([]);
  expect(items(GOOD_BRIEF, '2026-04-17')[0]).toMatchObject({ text: 'A check-in is due today' });
  expect(items(GOOD_BRIEF, '2026-04-18')[0]).toMatchObject({
    overdue: true,
    text: 'The check-in of 2026-04-17 is a day late',
    word: 'check-in was due 2026-04-17',
  });
});

test('a brief taken up again has its next check-in from that day on', () => {
  const resumed = as('accepted', `${PAUSED}- 2026-04-16, resumed: It is over.\n`);
  expect(kinds(resumed, '2026-04-22')).toEqual([]);
  expect(items(resumed, '2026-04-24')).toMatchObject([{ kind: 'check-in', since: '2026-04-24' }]);
});

test('a pause without a date never ends by itself', () => {
  expect(kinds(PAUSED.replace(' until 2026-04-16', ''), '2026-06-01')).toEqual([]);
});

test('an answer to what is blocked may be a change, or a pause that is over', () => {
  const changed = BLOCKED.replace(
    '  criteria: v1-aa3095c44266c3ad\n',
    `  criteria: v1-aa3095c44266c3ad\nchanges:\n  - {date: 2026-04-11, fields: [approach], reason: So that it goes on., by: ${ANA}, agreed-by: ${BOR}}\n`,
  );
  expect(kinds(changed, '2026-04-12')).toEqual([]);
  const paused = `${BLOCKED}\n## Pauses\n\n- 2026-04-11, resumed: The incident is over.\n`;
  expect(kinds(paused, '2026-04-12')).toEqual([]);
});

test('a silent move waits for the delegate where git says that it is theirs', () => {
  const person = (by?: string) =>
    items(SILENT, '2026-04-12', by === undefined ? {} : { moved: { by, date: '2026-04-12' } })[0]
      ?.person;
  expect(person()).toBe(ANA);
  expect(person('Mei Lin <mei@example.com>')).toBe(ANA);
  expect(person(BOR)).toBe(BOR);
});

test('a recorded change that neither has agreed to waits for both', () => {
  const text = OPEN.replace('    criteria: v1-fd', '    by: Mei Lin\n    criteria: v1-fd');
  expect(items(text, '2026-04-12').map(({ kind, person }) => [kind, person])).toEqual([
    ['agree', BOR],
    ['agree', ANA],
  ]);
});

test('an objection counts until the brief is proposed again, and not one that came before', () => {
  expect(kinds(as('accepted', OBJECTED))).not.toContain('objection');
  const after = WITHDRAWN.replace(
    '\n---\n',
    '\n---\n\n## Objections\n\n- 2026-04-01, Bor Kos: No.\n',
  );
  expect(kinds(after)).toEqual(['withdrawn']);
  const ofChange = `${draftBrief()}\n## Objections\n\n- 2026-04-05, Bor Kos, to the change of due: No.\n`;
  expect(kinds(ofChange)).toEqual([]);
});

test('on one day the order of the lines counts: an objection, then what answers it', () => {
  const said = (lines: string) =>
    `${draftBrief()}\n## Objections\n\n- 2026-04-05, Bor Kos: No.\n${lines}`.replace(
      '\n---\n',
      `\nwithdrawn:\n  - {date: 2026-04-05, by: ${BOR}, reason: The incident.}\n---\n`,
    );
  const taken = '- 2026-04-05, taken back by Bor Kos: The incident.\n';
  expect(kinds(said(''))).toEqual(['objection']);
  expect(kinds(said(taken))).toEqual(['withdrawn']);
  expect(items(said(`${taken}- 2026-04-05, Bor Kos: Still no.\n`))).toMatchObject([
    { kind: 'objection', text: 'Bor Kos objects: Still no.' },
  ]);
  const answered = `${draftBrief()}\n## Objections\n\n- 2026-04-05, Bor Kos: No.\n`;
  expect(kinds(`${answered}- 2026-04-05, Ana Novak: Half a day, then.\n`)).toEqual([]);
});

test('an objection is answered by a changed brief, then by proposing it', () => {
  const command = (text: string, before: string) =>
    items(text, TODAY, { asOf: readBrief(before) })[0]?.command;
  expect(command(OBJECTED, OBJECTED)).toBe('edit');
  expect(command(OBJECTED, PROPOSED)).toBe('edit');
  expect(command(OBJECTED.replace('title: ', 'title: Now '), OBJECTED)).toBe('propose');
  expect(command(`${OBJECTED}\n## Notes\n\nThree days.\n`, OBJECTED)).toBe('propose');
});

test('an answer on the day on which it was blocked counts where git says that it came after', () => {
  const changed = BLOCKED.replace(
    '  criteria: v1-aa3095c44266c3ad\n',
    `  criteria: v1-aa3095c44266c3ad\nchanges:\n  - {date: 2026-04-10, fields: [approach], reason: Go on., by: ${ANA}, agreed-by: ${BOR}}\n`,
  );
  const seen = (before: string) =>
    items(changed, '2026-04-12', { asOf: readBrief(before) }).map(({ kind }) => kind);
  expect(seen(BLOCKED)).toEqual([]);
  expect(seen(changed)).toEqual(['blocked']);
  expect(kinds(changed)).toEqual(['blocked']);
});

test('what the delegator took back themselves waits for nobody', () => {
  expect(kinds(WITHDRAWN.replace(`by: ${BOR}, reason`, `by: ${ANA}, reason`))).toEqual([]);
});

test('who takes it on is asked where a brief is accepted and nobody has', () => {
  const text = GOOD_BRIEF.replace(/agreement:\n(?: .*\n)+/, '');
  expect(items(text, '2026-04-12')).toMatchObject([
    { kind: 'accept', person: BOR, text: 'It is accepted, and nobody has accepted it yet' },
  ]);
  expect(items(as('paused', text), '2026-04-12')).toMatchObject([
    { kind: 'accept', text: 'It is paused, and nobody has accepted it yet' },
  ]);
  expect(items(PROPOSED)).toMatchObject([{ text: 'Proposed by Ana Novak: accept it, or object' }]);
});

test('what is to be amended is opened first where it is closed', () => {
  const closed = (text: string) =>
    items(as('done', text).replace('\n---\n', '\noutcome: 19 minutes.\n---\n'));
  expect(closed(SILENT)).toMatchObject([{ kind: 'silent', command: 'reopen' }]);
  expect(closed(DISPUTED)).toMatchObject([{ kind: 'dispute', command: 'reopen' }]);
});

test('the words on what was agreed do not depend on the day', () => {
  expect(agreementWords(readBrief(OPEN))).toEqual(['open change, waits for Bor Kos']);
  expect(agreementWords(readBrief(SILENT))).toEqual(['silent move of the criteria']);
  expect(agreementWords(readBrief(GOOD_BRIEF))).toEqual([]);
});

test('the words on a day are all the others', () => {
  expect(dayWords(readBrief(OPEN), '2026-04-17')).toEqual(['check-in is due today']);
  expect(dayWords(readBrief(OPEN), '2026-04-16')).toEqual([]);
  expect(dayWords(readBrief('---\ngoal: [\n---\n'), '2026-04-17')).toEqual([]);
});

test('what nobody signed, or nobody gave a reason for, waits all the same', () => {
  const nobody = (text: string) => text.replace(/delegat(or|e): .*\n/g, '');
  const dispute = nobody(DISPUTED).replace(`by: ${BOR}, reason: Too early.`, 'date: 2026-05-12');
  expect(items(dispute)).toMatchObject([
    {
      kind: 'dispute',
      person: undefined,
      text: 'Somebody objects to the change of due',
      word: 'disputed by somebody',
    },
  ]);
  expect(items(nobody(OPEN))).toMatchObject([
    {
      kind: 'agree',
      person: undefined,
      text: 'Somebody changed due: The security freeze starts on 1 June.',
      word: 'open change, waits for the delegate',
    },
  ]);
  const unnamed = OPEN.replace('fields: [timeline.due]', 'fields: []').replace(
    / +reason: .*\n/,
    '',
  );
  expect(items(unnamed)).toMatchObject([{ text: 'Ana Novak changed it' }]);
  const ofNothing = DISPUTED.replace('fields: [timeline.due]', 'fields: []');
  expect(items(ofNothing)[0]).toMatchObject({ text: 'Bor Kos objects to the change: Too early.' });
});

test('several changes wait as one, and several disputes by who recorded them', () => {
  const record = (field: string, rest: string) => `  - date: 2026-05-15
    fields: [${field}]
    reason: R ${field}
${rest}`;
  const changed = (...records: string[]) =>
    GOOD_BRIEF.replace('\n---\n## Context', `\nchanges:\n${records.join('')}---\n## Context`);
  const terms = changed(
    record('approach', ''),
    record('availability', ''),
    record('resources', ''),
  );
  expect(items(terms)).toMatchObject([
    {
      kind: 'agree',
      person: BOR,
      text: '3 changes to agree to: approach, availability and resources',
      word: '3 open changes, wait for Bor Kos',
    },
  ]);
  const objection = '    objections: [{by: Bor Kos, date: 2026-05-20, reason: No}]\n';
  const disputes = changed(
    record('approach', objection),
    record('availability', `    by: Cai\n${objection}`),
    record('resources', objection.replace('05-20', '05-19').replace('No', 'Not yet')),
  );
  expect(items(disputes).filter(({ kind }) => kind === 'dispute')).toMatchObject([
    {
      person: ANA,
      since: '2026-05-19',
      text: 'Bor Kos objects to 2 changes of approach and resources: Not yet',
    },
    { person: 'Cai', text: 'Bor Kos objects to the change of availability: No' },
  ]);
});

test('a due date is passed on the day after, also of what is only proposed', () => {
  const due = (status: string, today: string) =>
    items(as(status, GOOD_BRIEF), today).filter(({ kind }) => kind === 'due');
  const [day, after] = ['2026-06-30', '2026-07-01'];
  expect(due('proposed', day)).toEqual([]);
  expect(due('proposed', after)).toMatchObject([
    { text: `It was due on ${day}, a day ago: propose another date`, command: 'edit' },
  ]);
  expect(due('draft', after)).toEqual([]);
  expect(due('accepted', after)).toMatchObject([{ command: 'close' }]);
});

test('what was handed to somebody else was not taken back', () => {
  const handed = (was: string) =>
    WITHDRAWN.replace('by: Bor Kos <bor@example.com>, reason', `${was}: Cai, by: ${BOR}, reason`);
  expect(kinds(WITHDRAWN)).toEqual(['withdrawn']);
  expect([kinds(handed('delegate-was')), kinds(handed('delegator-was'))]).toEqual([[], []]);
  const proposal = WITHDRAWN.replace(/, agreement: \{.*?\}/, '');
  expect(items(proposal)).toMatchObject([
    { text: 'Bor Kos took the proposal back: The incident.' },
  ]);
  expect(kinds(WITHDRAWN.replace(`by: ${BOR}, reason`, 'reason'))).toEqual([]);
});

test('a proposal of the delegator waits for the delegate, while the brief is at work', () => {
  const own = PROPOSING.replace('2026-04-11, Bor Kos', '2026-04-11, Ana Novak');
  expect(items(own)).toMatchObject([{ kind: 'proposal', person: BOR }]);
  expect(kinds(as('paused', own))).toContain('proposal');
  expect(kinds(as('done', own))).toEqual(['outcome']);
  const second = `${own}- 2026-04-12, Cai: More.\n  - add guardrails: "No"\n`;
  expect(items(second).map(({ person, command }) => [person, command])).toEqual([
    [BOR, 'amend --from-proposal 1'],
    [ANA, 'amend --from-proposal 2'],
  ]);
});

test('a brief that was made to hurt says little and quickly', () => {
  const line = `- 2026-04-05, ${'x'.repeat(100_000)}: ${'y '.repeat(50_000)}\n`;
  const [item] = items(`${draftBrief()}\n## Objections\n\n${line}`);
  expect(item?.text.length).toBeLessThan(300);
});
