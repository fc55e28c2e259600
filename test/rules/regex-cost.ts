/**
 * Tells regular expressions that may need more than linear time, by their form alone:
 * - a repetition inside a repetition;
 * - two repetitions that can share what they match, with nothing between them that could not be
 *   matched by the first;
 * - in an expression that is not anchored, a repetition that can also match what stands before it:
 *   every place of a long run is then a start from which the rest of the run is read again.
 * Repetitions of at most 100 count as one step.
 */

interface Atom {
  /** Which of the sample characters it can match; undefined for what takes no room (`^`, `\b`). */
  readonly set: ReadonlySet<string> | undefined;
  readonly optional: boolean;
  readonly unbounded: boolean;
  /** In a part that may be left out as a whole: when it fails, the expression does not. */
  readonly soft?: boolean;
}

/** Enough characters to tell the classes that are used from each other. */
const SAMPLES = [
  ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)),
  'é',
  'É',
  '’',
  '…',
  '漢',
  '\u00A0',
  '\u2028',
];

/** The largest count of a repetition that is still taken for a step. */
const STEP = 100;

class Reader {
  readonly problems: string[] = [];
  private readonly source: string;
  private readonly flags: string;
  private at = 0;

  constructor(source: string, flags: string) {
    this.source = source;
    this.flags = flags;
  }

  /** Alternatives, each a sequence of atoms: groups are written out. */
  alternatives(): Atom[][] {
    const found: Atom[][] = [];
    let sequences: Atom[][] = [[]];
    while (this.at < this.source.length && this.source[this.at] !== ')') {
      if (this.source[this.at] === '|') {
        this.at++;
        found.push(...sequences);
        sequences = [[]];
        continue;
      }
      const pieces = this.piece();
      sequences = sequences.flatMap((one) => pieces.map((piece) => [...one, ...piece]));
      if (sequences.length > 5000) throw new Error(`too many ways through /${this.source}/`);
    }
    return [...found, ...sequences];
  }

  /** An atom with its quantifier: the ways through it. */
  private piece(): Atom[][] {
    let atoms: Atom[][];
    let around = false;
    if (this.source[this.at] === '(') {
      const kind = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/.exec(this.source.slice(this.at))?.[0] ?? '(';
      around = /[=!]$/.test(kind);
      this.at += kind.length;
      atoms = this.alternatives();
      this.at++;
    } else atoms = [[{ set: this.set(), optional: false, unbounded: false }]];
    const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(this.source.slice(this.at))?.[0] ?? '';
    this.at += quantifier.length;
    if (around) return [[{ set: undefined, optional: false, unbounded: false }]];
    const flat = atoms.flat();
    const sets = flat.flatMap(({ set }) => (set === undefined ? [] : [...set]));
    const set = sets.length === 0 ? undefined : new Set(sets);
    if (quantifier === '' && (atoms.length === 1 || flat.some((atom) => atom.unbounded))) {
      return atoms;
    }
    if (quantifier === '') {
      // Words to choose from are one step: writing each of them out would be too many ways.
      const empty = atoms.some((one) => one.every(({ optional }) => optional));
      return [[{ set, optional: empty, unbounded: false }]];
    }
    if (quantifier.startsWith('?')) {
      if (flat.some((atom) => atom.unbounded)) {
        for (const one of atoms) this.judge(one, true);
        return [...atoms.map((one) => one.map((atom) => ({ ...atom, soft: true }))), []];
      }
      return [[{ set, optional: true, unbounded: false }]];
    }
    const numbers = /^\{(\d+)(?:,(\d*))?/.exec(quantifier);
    const most = numbers ? (numbers[2] === '' ? Infinity : Number(numbers[2] ?? numbers[1])) : 1;
    const unbounded = /^[*+]/.test(quantifier) || most > STEP;
    if (unbounded && flat.some((atom) => atom.unbounded) && !atoms.every(isParted)) {
      this.problems.push('a repetition inside a repetition');
    }
    return [
      [
        {
          set,
          optional: quantifier.startsWith('*') || numbers?.[1] === '0',
          unbounded: unbounded || flat.some((atom) => atom.unbounded),
        },
      ],
    ];
  }

  private set(): ReadonlySet<string> | undefined {
    const rest = this.source.slice(this.at);
    const token =
      /^\[(?:[^\]\\]|\\.)*\]|^\\[pP]\{[^}]*\}|^\\u\{[^}]*\}|^\\u[\da-f]{4}|^\\x[\da-f]{2}|^\\.|^[^]/iu.exec(
        rest,
      )?.[0] as string;
    this.at += token.length;
    if (/^(?:\^|\$|\\b|\\B)$/.test(token)) return undefined;
    const one = new RegExp(`^${token}$`, this.flags.replace(/[gy]/g, ''));
    return new Set(SAMPLES.filter((character) => one.test(character)));
  }

  /** Looks at one sequence. */
  judge(atoms: readonly Atom[], inside = false): void {
    const solid = atoms.filter(({ set }) => set !== undefined);
    for (const [index, atom] of solid.entries()) {
      // Where nothing behind it can fail, nothing is tried a second time.
      const rest = atoms.slice(atoms.indexOf(atom) + 1);
      if (!atom.unbounded || rest.every(({ optional, soft }) => optional || soft)) continue;
      const before = solid.slice(0, index);
      const behind = solid.slice(index + 1);
      for (const [ahead, other] of behind.entries()) {
        const between = behind.slice(0, ahead);
        if (!other.unbounded || !overlap(atom, other)) continue;
        if (between.every((step) => step.optional || overlap(atom, step))) {
          this.problems.push('two repetitions that share what they match');
        }
      }
      const isRun = before.every((step) => step.optional || overlap(atom, step));
      if (!inside && !this.isAnchored(atom) && isRun) {
        this.problems.push('a repetition that starts anew at every place of a run');
      }
    }
  }

  /** Whether a run of what the atom matches has but one place to start from. */
  private isAnchored({ set }: Atom): boolean {
    if (this.flags.includes('y')) return true;
    if (!this.source.startsWith('^')) return false;
    return !this.flags.includes('m') || !['\n', '\r', '\u2028'].some((end) => set?.has(end));
  }
}

/** Each turn of a repeated group begins with a mark that stands nowhere else in it: one way to read it. */
function isParted([first, ...others]: readonly Atom[]): boolean {
  if (first === undefined || first.optional || first.unbounded) return false;
  return others.every((other) => !overlap(first, other));
}

function overlap(a: Atom, b: Atom): boolean {
  for (const character of a.set ?? []) if (b.set?.has(character)) return true;
  return false;
}

/** What may make an expression slow; empty when nothing does. */
export function costs(source: string, flags: string): string[] {
  const reader = new Reader(source, flags);
  for (const atoms of reader.alternatives()) reader.judge(atoms);
  return [...new Set(reader.problems)];
}

/** The regular expressions written in a source file of this project. */
export function expressionsIn(code: string): { source: string; flags: string }[] {
  const bare = code.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');
  const literal =
    /(?<=[=(,:[!&|?{};\n]\s*|return\s+)\/((?![*/])(?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)/g;
  return [...bare.matchAll(literal)].map(([, source = '', flags = '']) => ({ source, flags }));
}
