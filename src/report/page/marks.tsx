/** The signs of the charts: drawn once, used by name. Shape and filling say what colour says too. */
import type { Effect, Standing } from '../../history/types.ts';
import type { StationKind } from '../../history/lifeline.ts';

/** The colours on white paper; the style has others for the dark. */
export const COLORS = {
  silent: '#b3261e',
  disputed: '#7a2ea0',
  open: '#8a5a00',
  agreed: '#0b5cad',
  undone: '#5f646d',
  withdrawn: '#5f646d',
  shaping: '#7c828b',
  free: '#7c828b',
} as const satisfies Record<Standing, string>;

const SHAPES: Readonly<Record<Effect, string>> = {
  tightened: 'M0-6.5 6.5 5h-13z',
  loosened: 'M0 6.5-6.5-5h13z',
  unclear: 'M0-6.5 6.5 0 0 6.5-6.5 0z',
};

/** The names are short: a page has thousands of them. */
const MARKS: Readonly<Record<Standing | Effect, string>> = {
  silent: 's',
  disputed: 'd',
  open: 'o',
  agreed: 'a',
  undone: 'u',
  withdrawn: 'w',
  shaping: 'h',
  free: 'f',
  tightened: 't',
  loosened: 'l',
  unclear: 'c',
};

/** The name of the sign of a move. */
export function markOf(standing: Standing, effect: Effect): string {
  return MARKS[standing] + MARKS[effect];
}

/** As short as those of the moves. */
const STATION_MARKS: Readonly<Record<StationKind, string>> = {
  written: 'w',
  proposed: 'p',
  accepted: 'a',
  withdrawn: 'x',
  reopened: 'r',
  done: 'd',
  cancelled: 'c',
  deleted: 'g',
  returned: 'b',
};

/** The name of the sign of a station. */
export function stationMark(kind: StationKind): string {
  return STATION_MARKS[kind];
}

/** The letter of a shape in a line of text, and what it means. */
export const EFFECTS: Readonly<Record<Effect, { readonly sign: string; readonly means: string }>> =
  {
    tightened: { sign: '▲', means: 'stricter' },
    loosened: { sign: '▼', means: 'easier' },
    unclear: { sign: '◆', means: 'read both' },
  };

function Move({ standing, effect }: { readonly standing: Standing; readonly effect: Effect }) {
  const color = COLORS[standing];
  const d = SHAPES[effect];
  const id = markOf(standing, effect);
  const hollow = { fill: '#fff', stroke: color, class: `paper-fill ${standing}-line` };
  switch (standing) {
    case 'silent':
      return (
        <g id={id}>
          <circle r="9.5" fill="none" stroke={color} class="silent-line" stroke-width="1.5" />
          <path d={d} fill={color} stroke="none" class="silent-fill" />
        </g>
      );
    case 'agreed':
      return <path id={id} d={d} fill={color} stroke="none" class="agreed-fill" />;
    case 'disputed':
      return (
        <g id={id}>
          <path d={d} stroke-width="2" {...hollow} />
          <path d="M-8 8 8-8" stroke={color} class="disputed-line" stroke-width="2" />
        </g>
      );
    case 'open':
      return <path id={id} d={d} stroke-width="2" {...hollow} />;
    case 'undone':
    case 'withdrawn':
      return <path id={id} d={d} stroke-width="1.5" stroke-dasharray="2 1.5" {...hollow} />;
    case 'shaping':
    case 'free':
      return <path id={id} d={d} stroke-width="2.4" transform="scale(.55)" {...hollow} />;
  }
}

const STANDINGS = Object.keys(COLORS) as Standing[];
const EFFECT_NAMES = Object.keys(SHAPES) as Effect[];

/** What a station of a brief's life is called. */
export const STATION_WORDS: Readonly<Record<StationKind, string>> = {
  written: 'written',
  proposed: 'proposed',
  accepted: 'accepted',
  withdrawn: 'withdrawn',
  reopened: 'taken up again',
  done: 'done',
  cancelled: 'cancelled',
  deleted: 'file deleted',
  returned: 'file came back',
};

const INK = '#26292e';
const RING = {
  r: '4',
  fill: '#fff',
  stroke: INK,
  'stroke-width': '1.8',
  class: 'paper-fill ink-line',
};

function Stations() {
  return (
    <>
      <circle id={stationMark('written')} {...RING} />
      <circle id={stationMark('returned')} {...RING} />
      <path
        id={stationMark('proposed')}
        d="M-4-5 5 0-4 5z"
        fill="#fff"
        stroke={INK}
        stroke-width="1.8"
        class="paper-fill ink-line"
      />
      <circle id={stationMark('accepted')} r="5.5" fill={INK} stroke="none" class="ink-fill" />
      <g id={stationMark('withdrawn')}>
        <circle {...RING} />
        <path d="M-6 6 6-6" stroke={INK} stroke-width="1.8" class="ink-line" />
      </g>
      <g id={stationMark('reopened')}>
        <circle r="5.5" fill="#fff" stroke={INK} stroke-width="1.5" class="paper-fill ink-line" />
        <circle r="2" fill={INK} stroke="none" class="ink-fill" />
      </g>
      <path id={stationMark('done')} d="M-5-5H5V5H-5z" fill={INK} stroke="none" class="ink-fill" />
      <path
        id={stationMark('cancelled')}
        d="M-5-5 5 5M-5 5 5-5"
        fill="none"
        stroke={INK}
        stroke-width="2.5"
        class="ink-line"
      />
      <path
        id={stationMark('deleted')}
        d="M-5-5 5 5M-5 5 5-5"
        fill="none"
        stroke={INK}
        stroke-width="1.2"
        class="ink-line"
      />
      <path
        id="due"
        d="M0 9V-9L7-6 0-3"
        fill="none"
        stroke={INK}
        stroke-width="1.5"
        class="ink-line"
      />
      <path
        id="ok"
        d={`M0 ${CHECK_INS - 4.5}v9`}
        stroke={INK}
        stroke-width="2.5"
        class="ink-line"
      />
      <path
        id="now"
        d="M0-4V48"
        stroke={COLORS.shaping}
        stroke-dasharray="2 3"
        class="shaping-line"
      />
      <circle
        id="no"
        cy={CHECK_INS}
        r="3.5"
        fill="none"
        stroke={COLORS.silent}
        stroke-width="1.6"
        class="silent-line"
      />
    </>
  );
}

/** All signs; nothing is seen of it where it stands. */
export function Signs() {
  return (
    <svg width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        {STANDINGS.flatMap((standing) =>
          EFFECT_NAMES.map((effect) => <Move standing={standing} effect={effect} />),
        )}
        <Stations />
      </defs>
    </svg>
  );
}

/** How far below the moves of a lane its check-ins are, in pixels. */
const CHECK_INS = 21;

/** A sign in a line of text, which says the same in words. */
export function Sign({ name }: { readonly name: string }) {
  const top = (name === 'ok' || name === 'no' ? CHECK_INS : 0) - 10;
  return (
    <svg class="sign" width="20" height="20" viewBox={`-10 ${top} 20 20`} aria-hidden="true">
      <use href={`#${name}`} />
    </svg>
  );
}
