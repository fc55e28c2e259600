/** Makes repositories with random histories: edits, renames, merges, conflicts, tampering. */
import { execFileSync } from 'node:child_process';
import { seal } from '../../src/brief/canonical.ts';
import { readBrief } from '../../src/brief/read.ts';
import { TEST_ENV, tempRepo } from '../support/index.ts';

/** A repeatable source of chance (mulberry32). */
interface Chance {
  readonly below: (limit: number) => number;
  readonly is: (percent: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
}

function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    is: (percent) => below(100) < percent,
    pick: (items) => items[below(items.length)] as never,
  };
}

/** What a record or an acceptance seals, and the approach. */
type Sealed = Pick<Model, 'goal' | 'due' | 'guardrails' | 'scope' | 'approach'>;

const FIELD_NAMES = {
  goal: 'goal',
  due: 'timeline.due',
  guardrails: 'guardrails',
  scope: 'scope.in',
  approach: 'approach',
} as const;

/** The fields of a brief that are not as its newest record sealed them. */
function drifted(model: Model): string[] {
  const sealed = model.changes.at(-1)?.sealed ?? model.accepted;
  if (sealed === null) return [];
  const keys = Object.keys(FIELD_NAMES) as (keyof Sealed)[];
  return keys
    .filter((key) => JSON.stringify(model[key]) !== JSON.stringify(sealed[key]))
    .map((key) => FIELD_NAMES[key]);
}

interface Model {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly approach: string;
  readonly goal: string;
  readonly due: string;
  readonly guardrails: readonly string[];
  readonly scope: readonly string[];
  readonly agreement: string | null;
  readonly changes: readonly {
    readonly fields: string;
    readonly reason: string;
    readonly seal: string;
    /** The brief that it seals. */
    readonly sealed: Sealed;
  }[];
  /** The brief that was accepted. */
  readonly accepted: Sealed | null;
  readonly body: string;
  readonly wide: boolean;
  readonly broken: boolean;
}

type Files = ReadonlyMap<string, Model>;

function list(items: readonly string[], wide: boolean): string {
  if (items.length === 0) return '';
  return wide ? `[${items.join(', ')}]` : items.map((item) => `\n    - ${item}`).join('');
}

function textOf(model: Model): string {
  const lines = [
    '---',
    `id: ${model.id}`,
    `title: ${model.title}`,
    `status: ${model.status}`,
    `approach: ${model.approach}`,
    model.wide ? `goal: "${model.goal}"` : `goal: >\n  ${model.goal.split(' ').join('\n  ')}`,
    ...(model.due === '' ? [] : [`timeline: {due: ${model.due}}`]),
    ...(model.guardrails.length ? [`guardrails: ${list(model.guardrails, model.wide)}`] : []),
    ...(model.scope.length ? [`scope:\n  in: ${list(model.scope, model.wide)}`] : []),
    ...(model.agreement === null
      ? []
      : [`agreement:\n  date: 2026-04-03\n  by: Bor\n  criteria: ${model.agreement}`]),
    ...(model.changes.length === 0 ? [] : ['changes:']),
    ...model.changes.map(
      (change) =>
        `  - fields: [${change.fields}]\n    reason: ${change.reason}\n    criteria: ${change.seal}`,
    ),
    ...(model.broken ? ['why: [not closed'] : []),
    '---',
    model.body,
  ];
  return `${lines.join('\n')}\n`;
}

function sealOf(model: Model): string {
  return seal(readBrief(textOf({ ...model, broken: false })).values);
}

const WORDS = ['alpha', 'bravo', 'carol', 'delta', 'echoes', 'foxes', 'golf', 'hotel'];
const DATES = ['2026-05-01', '2026-06-30', '2026-07-15', ''];
const FOLDERS = ['briefs', 'briefs/web', 'briefs/a b'];

function phrase(random: Chance): string {
  return `${random.pick(WORDS)} ${random.pick(WORDS)} ${random.below(90) + 10}`;
}

function without<T>(items: readonly T[], item: T): T[] {
  return items.filter((other) => other !== item);
}

function withItem(items: readonly string[], random: Chance): string[] {
  const item = phrase(random);
  if (items.includes(item)) return [...items];
  const at = random.below(items.length + 1);
  return [...items.slice(0, at), item, ...items.slice(at)];
}

/** One change of a criterion or term; the name of the field that it moves. */
function moved(model: Model, random: Chance): { model: Model; field: string } {
  switch (random.below(7)) {
    case 0:
      return { model: { ...model, goal: phrase(random) }, field: 'goal' };
    case 1:
      return { model: { ...model, due: random.pick(DATES) }, field: 'timeline.due' };
    case 2:
      return {
        model: { ...model, guardrails: withItem(model.guardrails, random) },
        field: 'guardrails',
      };
    case 3: {
      const guardrails = without(model.guardrails, random.pick(model.guardrails));
      return { model: { ...model, guardrails }, field: 'guardrails' };
    }
    case 4:
      return { model: { ...model, scope: withItem(model.scope, random) }, field: 'scope.in' };
    case 5: {
      const gone = random.pick(model.scope);
      const scope = model.scope.map((item) => (item === gone ? `${item} more` : item));
      return { model: { ...model, scope: [...new Set(scope)] }, field: 'scope.in' };
    }
    default: {
      const approach = random.pick(['problem-solving', 'shared', 'execution']);
      return { model: { ...model, approach }, field: 'approach' };
    }
  }
}

interface World {
  readonly random: Chance;
  /** Nobody tampers with a record, and a record names what it seals. */
  readonly honest: boolean;
  /** Every version that ever was, to be taken up again. */
  readonly past: Model[];
  ids: number;
}

function newId(world: World): string {
  return `b-${String(world.ids++).padStart(8, '0')}`;
}

function fresh(world: World): Model {
  const { random } = world;
  return {
    id: newId(world),
    title: `Brief ${random.below(1000)}`,
    status: random.is(15) ? 'accepted' : 'draft',
    approach: 'shared',
    goal: phrase(random),
    due: random.pick(DATES),
    guardrails: withItem(withItem([], random), random),
    scope: withItem([], random),
    agreement: null,
    changes: [],
    accepted: null,
    body: `text ${random.below(100)}`,
    wide: random.is(50),
    broken: false,
  };
}

function newPath(random: Chance, files: Files): string {
  for (;;) {
    const path = `${random.pick(FOLDERS)}/${random.pick(WORDS)}${random.below(6)}.md`;
    if (!files.has(path)) return path;
  }
}

/** What one commit does to one model, and the trailers that it says it with. */
function edit(model: Model, world: World): { model: Model; message: string } {
  if (world.honest) return editHonestly(model, world);
  const { random } = world;
  const roll = random.below(100);
  if (model.broken && random.is(60)) return { model: { ...model, broken: false }, message: 'mend' };
  if (roll < 30) {
    const { model: next, field } = moved(model, random);
    const trailer = random.is(25)
      ? `\n\n${random.is(40) ? `Goalpost-Move: ${random.is(70) ? field : 'goal'}\n` : ''}Reason: because ${random.below(9)}\n${random.is(50) ? 'Agreed-by: Bor\n' : ''}`
      : '';
    return { model: next, message: `move ${field}${trailer}` };
  }
  if (roll < 45) {
    const { model: next, field } = moved(model, random);
    const own = random.is(85) ? sealOf(next) : sealOf(model);
    const fields = random.is(85) ? field : random.pick(['goal', 'scope', 'timeline']);
    const change = { fields, reason: `reason ${random.below(99)}`, seal: own, sealed: next };
    return { model: { ...next, changes: [...next.changes, change] }, message: 'amend' };
  }
  if (roll < 52) {
    const fields = random.pick(['goal', 'scope.in', 'timeline', 'guardrails', 'approach']);
    const change = {
      fields,
      reason: `late ${random.below(99)}`,
      seal: sealOf(model),
      sealed: model,
    };
    return { model: { ...model, changes: [...model.changes, change] }, message: 'record' };
  }
  if (roll < 64) {
    const accepted = { ...model, status: 'accepted', agreement: sealOf(model) };
    return { model: accepted, message: 'accept' };
  }
  if (roll < 68) return { model: { ...model, status: 'draft' }, message: 'back' };
  if (roll < 72 && model.changes.length > 0) {
    const gone = random.pick(model.changes);
    return { model: { ...model, changes: without(model.changes, gone) }, message: 'drop' };
  }
  if (roll < 75 && model.changes.length > 0) {
    const which = random.pick(model.changes);
    const changes = model.changes.map((change) =>
      change === which ? { ...change, reason: `rewritten ${random.below(99)}` } : change,
    );
    return { model: { ...model, changes }, message: 'rewrite' };
  }
  if (roll < 78) return { model: { ...model, agreement: null }, message: 'forget' };
  if (roll < 81) return { model: { ...model, broken: true }, message: 'break' };
  if (roll < 92) {
    const before = world.past.filter(({ id }) => id === model.id);
    return { model: before.length > 0 ? random.pick(before) : model, message: 'put back' };
  }
  if (roll < 96) return { model: { ...model, wide: !model.wide }, message: 'reformat' };
  return { model: { ...model, body: `text ${random.below(100)}` }, message: 'body' };
}

/** What one commit does to one model where everybody is honest: many moves in silence, and records. */
function editHonestly(model: Model, world: World): { model: Model; message: string } {
  const { random } = world;
  const roll = random.below(100);
  if (model.broken) return { model: { ...model, broken: false }, message: 'mend' };
  const isAccepted = model.agreement !== null;
  if (!isAccepted && roll < 50) {
    const seals = { status: 'accepted', agreement: sealOf(model), accepted: model };
    return { model: { ...model, ...seals }, message: 'accept' };
  }
  if (roll < 45) {
    const { model: next, field } = moved(model, random);
    return { model: next, message: `move ${field}` };
  }
  if (roll < 65) {
    // One value as it was at some time.
    const before = random.pick(world.past.filter(({ id }) => id === model.id));
    if (before === undefined) return { model, message: 'nothing' };
    const key = random.pick(Object.keys(FIELD_NAMES) as (keyof Sealed)[]);
    return { model: { ...model, [key]: before[key] }, message: 'put back' };
  }
  if (roll < 85 && isAccepted) {
    const next = random.is(50) ? moved(model, random).model : model;
    const fields = drifted(next);
    if (fields.length === 0) return { model: next, message: 'move' };
    const record = {
      fields: fields.join(', '),
      reason: `reason ${random.below(99)}`,
      seal: sealOf(next),
      sealed: next,
    };
    return { model: { ...next, changes: [...next.changes, record] }, message: 'amend' };
  }
  if (roll < 88) return { model: { ...model, broken: true }, message: 'break' };
  return { model: { ...model, wide: !model.wide }, message: 'reformat' };
}

/** The files behind one commit. */
function change(files: Files, world: World): { files: Files; message: string } {
  const { random } = world;
  const next = new Map(files);
  const paths = [...files.keys()];
  const roll = random.below(100);
  if (paths.length === 0 || (roll < 8 && paths.length < 6)) {
    next.set(newPath(random, files), fresh(world));
    return { files: next, message: 'new' };
  }
  const path = random.pick(paths);
  const model = files.get(path) as Model;
  if (roll < 14) {
    const to = newPath(random, files);
    next.delete(path);
    const edited = random.is(50) ? edit(model, world).model : model;
    next.set(to, model.broken ? model : { ...edited, broken: false });
    return { files: next, message: 'rename' };
  }
  if (roll < 18) {
    next.delete(path);
    return { files: next, message: 'delete' };
  }
  if (roll < 22 && world.past.length > 0 && !world.honest) {
    const back = random.pick(world.past);
    const stands = [...files.values()].some(({ id }) => id === back.id);
    if (!stands) next.set(newPath(random, files), { ...back, broken: false });
    return { files: next, message: 'return' };
  }
  if (roll < 26 && paths.length > 1) {
    const other = random.pick(without(paths, path));
    // What does not parse cannot be told by its id.
    const two = files.get(other) as Model;
    if (!model.broken && !two.broken) next.set(path, two).set(other, model);
    return { files: next, message: 'swap' };
  }
  if (roll < 36 && paths.length > 1) {
    for (const each of paths)
      if (random.is(60)) next.set(each, edit(next.get(each) as Model, world).model);
    return { files: next, message: 'many' };
  }
  const { model: edited, message } = edit(model, world);
  next.set(path, edited);
  return { files: next, message };
}

/** One value of several sides, or a new one. */
function mix(sides: readonly Model[], world: World): Model {
  const { random } = world;
  const side = (): Model => random.pick(sides);
  const first = sides[0] as Model;
  const agreed = sides.find(({ agreement }) => agreement !== null) ?? first;
  const mixed: Model = {
    ...first,
    status: world.honest ? agreed.status : side().status,
    approach: side().approach,
    goal: random.is(15) ? phrase(random) : side().goal,
    due: side().due,
    guardrails: random.is(60)
      ? [...new Set(sides.flatMap(({ guardrails }) => guardrails))].filter(() => !random.is(10))
      : side().guardrails,
    scope: random.is(50) ? [...new Set(sides.flatMap(({ scope }) => scope))] : side().scope,
    agreement: world.honest ? agreed.agreement : side().agreement,
    accepted: agreed.accepted,
    changes:
      random.is(60) || world.honest
        ? [
            ...new Map(
              sides.flatMap(({ changes }) => changes).map((one) => [JSON.stringify(one), one]),
            ).values(),
          ]
        : side().changes,
    broken: random.is(5),
  };
  return mixed;
}

/** Merges as people do: mostly well, at times one side thrown away, at times with a change of its own. */
function merge(parents: readonly Files[], world: World): Files {
  const { random } = world;
  const ours = parents[0] as Files;
  if (random.is(8)) return new Map(ours);
  if (random.is(4)) return new Map(parents.at(-1));
  const result = new Map<string, Model>();
  for (const path of new Set(parents.flatMap((files) => [...files.keys()]))) {
    const sides = parents.map((files) => files.get(path)).filter((model) => model !== undefined);
    if (sides.length < parents.length) {
      if (random.is(75)) result.set(path, sides[0] as Model);
      continue;
    }
    const texts = new Set(sides.map(textOf));
    if (texts.size === 1) result.set(path, sides[0] as Model);
    else if (random.is(50)) result.set(path, random.pick(sides));
    else if (world.honest && new Set(sides.map(({ id }) => id)).size > 1) {
      result.set(path, sides[0] as Model);
    } else result.set(path, mix(sides, world));
  }
  // One file an id, and no file that does not parse where two sides have different briefs.
  const seen = new Set<string>();
  for (const [path, model] of [...result]) {
    const sides = new Set(parents.map((files) => files.get(path)?.id));
    if (seen.has(model.id)) result.delete(path);
    else if (model.broken && sides.size > 1) result.set(path, { ...model, broken: false });
    seen.add(model.id);
  }
  return random.is(15) ? change(result, world).files : result;
}

interface Made {
  readonly files: Files;
  readonly mark: number;
}

/** Makes a repository from a seed and returns its folder. */
export function generate(seed: number, commits: number, honest = false): string {
  const random = chance(seed);
  const world: World = { random, honest, past: [], ids: 1 };
  const out: string[] = [];
  let branches: Made[] = [];
  const commit = (parents: readonly Made[], files: Files, message: string): Made => {
    const mark = out.length + 1;
    const time =
      1775000000 + mark * 3600 + (random.is(10) ? random.below(2_000_000) - 1_000_000 : 0);
    const who = random.pick(['Ana <ana@example.com>', 'Bor <bor@example.com>']);
    const said = Buffer.byteLength(message);
    const text = [
      `commit refs/heads/main`,
      `mark :${mark}`,
      `committer ${who} ${time} +0000`,
      `data ${said}\n${message}`,
      ...parents.map(({ mark: parent }, at) => `${at === 0 ? 'from' : 'merge'} :${parent}`),
      'deleteall',
      ...[...files].map(([path, model]) => {
        const content = textOf(model);
        return `M 100644 inline ${path.includes(' ') ? `"${path}"` : path}\ndata ${Buffer.byteLength(content)}\n${content}`;
      }),
      '',
    ];
    // A branch without parents begins anew.
    if (parents.length === 0) out.push(`reset refs/heads/main\n${text.join('\n')}`);
    else out.push(text.join('\n'));
    world.past.push(...[...files.values()].slice(0, 3));
    return { files, mark };
  };
  branches = [commit([], new Map([[newPath(random, new Map()), fresh(world)]]), 'start')];
  while (out.length < commits) {
    const at = random.below(branches.length);
    const here = branches[at] as Made;
    if (random.is(12) && branches.length < 4) {
      branches.push(here);
    } else if (random.is(25) && branches.length > 1) {
      const others = branches.filter((branch) => branch !== here && branch.mark !== here.mark);
      const merged = random.is(15) ? others.slice(0, 2) : others.slice(0, 1);
      if (merged.length === 0) continue;
      const parents = [here, ...merged];
      const made = commit(
        parents,
        merge(
          parents.map(({ files }) => files),
          world,
        ),
        'merge',
      );
      branches[at] = made;
      // Most branches end with their merge; those that go on make criss-cross merges.
      if (random.is(60)) branches = branches.filter((branch) => !merged.includes(branch));
    } else if (random.is(1)) {
      branches.push(
        commit([], new Map([[newPath(random, new Map()), fresh(world)]]), 'another root'),
      );
    } else {
      const { files, message } = change(here.files, world);
      branches[at] = commit([here], files, message);
    }
  }
  while (branches.length > 1) {
    const [here, other, ...rest] = branches as [Made, Made, ...Made[]];
    if (here.mark === other.mark) {
      branches = [here, ...rest];
      continue;
    }
    const parents = [here, other];
    branches = [
      commit(
        parents,
        merge(
          parents.map(({ files }) => files),
          world,
        ),
        'end',
      ),
      ...rest,
    ];
  }
  out.push(`reset refs/heads/main\nfrom :${branches[0]?.mark}\n\n`);
  const folder = tempRepo();
  execFileSync('git', ['fast-import', '--quiet', '--force'], {
    cwd: folder,
    env: TEST_ENV,
    input: out.join(''),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  return folder;
}
