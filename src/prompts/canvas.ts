/**
 * What stands in the terminal since the questions began: the lines that were said, and below them the
 * part that is being answered. Each is kept as what it is made of, not as it was broken into lines. So
 * when the terminal changes its width, what is still on the screen is taken away and drawn anew.
 */
import { stripVTControlCharacters } from 'node:util';
import type { Host } from '../host.ts';
import { displayWidth } from '../report/width.ts';

/** A place in lines: which of them, and after how many columns of it. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * What is being answered, as lines, and where the cursor stands in them. Where nothing is typed there
 * is no cursor to be seen; it waits on the last line, since some terminals lose their place when lines
 * below it are broken anew.
 */
export interface Picture {
  readonly lines: readonly string[];
  readonly cursor?: Place;
}

/** The room that there is: columns for a line, and rows of the terminal. */
export interface Size {
  readonly width: number;
  readonly rows: number;
}

export interface Canvas {
  /** Adds lines that stay; `draw` is asked again when the width changes. */
  print(draw: (width: number) => readonly string[]): void;
  /** Shows the part that is being answered, in place of what was shown of it before. */
  show(draw: (size: Size) => Picture): void;
  /** What is shown stays, and the cursor goes below it. */
  settle(): void;
  /** Something else has written to the terminal: what stands there is not ours to move any more. */
  forget(): void;
  /** Draws anew whenever the terminal changes its size, until the returned function is called. */
  watch(): () => void;
}

/** Lines that stay. */
interface Block {
  readonly draw: (width: number) => readonly string[];
  lines: readonly string[];
}

interface Live {
  draw: (size: Size) => Picture;
  picture: Picture;
}

/** Longer lines than this are hard to read, however wide the terminal is. */
const MAX_WIDTH = 88;
const MIN_WIDTH = 16;

/** More blocks than a screen can show are not kept. */
const MAX_BLOCKS = 300;

/** A window that is dragged changes its size many times a second; the last of them counts. */
const SETTLE_MS = 25;

const NOTHING: Picture = { lines: [''], cursor: { row: 0, column: 0 } };

function cursorOf({ lines, cursor }: Picture): Place {
  return cursor ?? { row: lines.length - 1, column: 0 };
}

/** The canvas of the host's terminal, from where its cursor stands now. */
export function openCanvas(host: Host): Canvas {
  // The editor that is VS Code leaves the line with the cursor as it was when the width changes.
  const breaksCursorLine = host.env['TERM_PROGRAM'] !== 'vscode';
  let past: Block[] = [];
  let live: Live | undefined;
  let hasCursor = true;
  let drawnFor = terminalOf(host).columns;

  function sizeNow(): Size {
    const { columns, rows } = terminalOf(host);
    // The last column is the cursor's.
    return { width: Math.max(MIN_WIDTH, Math.min(columns - 1, MAX_WIDTH)), rows };
  }

  function change(before: Picture, after: Picture): string {
    const same = after.lines.findIndex((line, row) => line !== before.lines[row]);
    if (same < 0 && after.lines.length === before.lines.length) {
      return move(after.lines, cursorOf(before), cursorOf(after), drawnFor);
    }
    const from = Math.min(
      same < 0 ? Infinity : same,
      after.lines.length - 1,
      before.lines.length - 1,
    );
    const end = { row: after.lines.length - 1, column: widthOf(after.lines.at(-1)) };
    return [
      move(before.lines, cursorOf(before), { row: from, column: 0 }, drawnFor),
      ERASE_DOWN,
      after.lines.slice(from).join('\n'),
      move(after.lines, end, cursorOf(after), drawnFor),
    ].join('');
  }

  function drawLive(draw: Live['draw']): string {
    const size = sizeNow();
    const picture = within(draw(size), size.rows - 1);
    const text = change(live?.picture ?? NOTHING, picture);
    live = { draw, picture };
    return text + cursorShown(picture.cursor !== undefined);
  }

  function cursorShown(isShown: boolean): string {
    if (isShown === hasCursor) return '';
    hasCursor = isShown;
    return isShown ? SHOW_CURSOR : HIDE_CURSOR;
  }

  /** Everything that can still be on the screen, in the width that it has now. */
  function drawAnew(): string {
    const { columns, rows } = terminalOf(host);
    let up = 0;
    if (live !== undefined) {
      const { lines } = live.picture;
      const cursor = cursorOf(live.picture);
      const column = breaksCursorLine ? cursor.column : 0;
      up = rowsBefore(lines, { row: cursor.row, column }, columns);
    }
    // It begins at an empty line: no terminal takes that for the rest of a line that it has broken.
    let first = past.length;
    while (first > 0 && (up < rows - 1 || !beginsEmpty(past[first]))) {
      first--;
      up += rowsOf(past[first]?.lines ?? [], columns);
    }
    past = past.slice(first);
    drawnFor = columns;
    const { width } = sizeNow();
    for (const block of past) block.lines = block.draw(width);
    // Line by line: where all of the screen is erased at once, some terminals keep what was on it.
    const lines = past.flatMap((block) => block.lines.map((line) => `${ERASE_RIGHT}${line}\n`));
    const draw = live?.draw;
    live = undefined;
    const rest = draw === undefined ? ERASE_DOWN : drawLive(draw);
    return [upBy(Math.min(up, rows - 1)), '\r', ...lines, rest].join('');
  }

  /** What is to be written before anything else: nothing, while the width is as it was. */
  function catchUp(): string {
    return terminalOf(host).columns === drawnFor ? '' : drawAnew();
  }

  function write(...texts: string[]): void {
    const text = texts.join('');
    if (text !== '') host.stdout.write(text);
  }

  return {
    print(draw) {
      const before = catchUp();
      const lines = draw(sizeNow().width);
      write(before, ...lines.map((line) => `${line}\n`));
      past.push({ draw, lines });
      if (past.length > MAX_BLOCKS) past = past.slice(-MAX_BLOCKS / 2);
    },
    show(draw) {
      write(catchUp(), drawLive(draw));
    },
    settle() {
      if (live === undefined) return;
      const { draw, picture } = live;
      const { lines } = picture;
      const end = { row: lines.length - 1, column: widthOf(lines.at(-1)) };
      write(move(lines, cursorOf(picture), end, drawnFor), '\n', cursorShown(true));
      past.push({ draw: (width) => draw({ width, rows: Infinity }).lines, lines });
      live = undefined;
    },
    forget() {
      past = [];
    },
    watch() {
      let timer: NodeJS.Timeout | undefined;
      const redraw = (): void => {
        const before = catchUp();
        write(before, before === '' && live !== undefined ? drawLive(live.draw) : '');
      };
      const onResize = (): void => {
        clearTimeout(timer);
        timer = setTimeout(redraw, SETTLE_MS);
      };
      host.stdout.on('resize', onResize);
      return () => {
        clearTimeout(timer);
        host.stdout.off('resize', onResize);
      };
    },
  };
}

/** The terminal as it is now; what it does not say is as it was at the start. */
function terminalOf(host: Host): { columns: number; rows: number } {
  const { columns, rows } = host.stdout as { columns?: number; rows?: number };
  return { columns: columns || host.columns, rows: Math.max(4, rows || 24) };
}

function beginsEmpty(block: Block | undefined): boolean {
  return block === undefined || block.lines[0] === '';
}

/** A picture of at most so many lines: those around the cursor. */
function within(picture: Picture, most: number): Picture {
  const { lines, cursor } = picture;
  if (lines.length <= most || cursor === undefined)
    return { ...picture, lines: lines.slice(0, most) };
  const start = Math.max(0, Math.min(cursor.row - most + 1, lines.length - most));
  return {
    lines: lines.slice(start, start + most),
    cursor: { row: cursor.row - start, column: cursor.column },
  };
}

const ERASE_DOWN = '\u001B[J';
const ERASE_RIGHT = '\u001B[K';
const HIDE_CURSOR = '\u001B[?25l';
const SHOW_CURSOR = '\u001B[?25h';

function upBy(rows: number): string {
  if (rows === 0) return '';
  return rows > 0 ? `\u001B[${rows}A` : `\u001B[${-rows}B`;
}

/** Moves the cursor between two places of lines that are on the screen. */
function move(lines: readonly string[], from: Place, to: Place, columns: number): string {
  const up = rowsBefore(lines, from, columns) - rowsBefore(lines, to, columns);
  const right = to.column % columns;
  return `${upBy(up)}\r${right === 0 ? '' : `\u001B[${right}C`}`;
}

/** How many rows of the terminal there are from the first of the lines to a place in them. */
function rowsBefore(lines: readonly string[], { row, column }: Place, columns: number): number {
  return rowsOf(lines.slice(0, row), columns) + Math.floor(column / columns);
}

/** How many rows lines take in a terminal that breaks what is too long for it. */
function rowsOf(lines: readonly string[], columns: number): number {
  let rows = 0;
  for (const line of lines) rows += Math.max(1, Math.ceil(widthOf(line) / columns));
  return rows;
}

function widthOf(line = ''): number {
  return displayWidth(stripVTControlCharacters(line));
}
