/** Pictures of a terminal, as SVG, from what real runs print: the same bytes on every machine. */
import { inFolder, plainEnvironment, runDelegate } from './run-program.ts';

/** A person looks at a page in the light, or in the dark. */
export type Theme = 'light' | 'dark';

const COLORS: Readonly<Record<Theme, Readonly<Record<string, string>>>> = {
  dark: {
    back: '#161b22',
    edge: '#30363d',
    text: '#e6edf3',
    dim: '#9198a1',
    '31': '#ff7b72',
    '32': '#7ee787',
    '33': '#e3b341',
    '34': '#79c0ff',
    '35': '#d2a8ff',
    '36': '#76e3ea',
  },
  light: {
    back: '#f6f8fa',
    edge: '#d1d9e0',
    text: '#1f2328',
    dim: '#59636e',
    '31': '#b3202b',
    '32': '#116329',
    '33': '#7d4e00',
    '34': '#0550ae',
    '35': '#6639ba',
    '36': '#1b6170',
  },
};

const CELL = 8.4;
const LINE = 19;
const MARGIN = 16;
const COLUMNS = 80;

/** What lint and log say in the demo of a goalpost that moved in silence. */
export function terminalPicture(theme: Theme): string {
  const lines = inFolder('delegate-demo', (folder) => {
    const env = { ...plainEnvironment(), FORCE_COLOR: '1' };
    const today = ['--today', '2026-05-13'];
    runDelegate(['demo', 'here', ...today], folder, env);
    const repo = `${folder}/here`;
    const lint = runDelegate(['lint', '--quiet', ...today], repo, env).text;
    const log = runDelegate(['log', 'halve'], repo, env).text;
    const shown = `$ delegate lint --quiet\n${lint.trimEnd()}\n\n$ delegate log halve\n${log.trimEnd()}`;
    return shown.split('\n');
  });
  const width = Math.ceil(COLUMNS * CELL + 2 * MARGIN);
  const height = lines.length * LINE + 2 * MARGIN;
  const colors = COLORS[theme];
  const rows = lines.map((line, at) => row(line, MARGIN + (at + 0.75) * LINE, colors)).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="delegate lint refuses a goal that moved after it was agreed; delegate log tells who moved it, when, and from what to what">
<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8" fill="${colors['back']}" stroke="${colors['edge']}"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" xml:space="preserve">
${rows}</g>
</svg>
`;
}

/** The signs with which a terminal is told a colour. */
// eslint-disable-next-line no-control-regex
const STYLE = /\u001B\[(\d+)m/;

function row(line: string, y: number, colors: Readonly<Record<string, string>>): string {
  let [color, bold, dim, column] = ['', false, false, 0];
  let drawn = '';
  for (const [at, part] of line.split(STYLE).entries()) {
    if (at % 2 === 1) {
      if (/^3[1-6]$/.test(part)) color = part;
      if (part === '39' || part === '0') color = '';
      if (part === '1') bold = true;
      if (part === '2') dim = true;
      if (part === '22' || part === '0') [bold, dim] = [false, false];
      continue;
    }
    const cells = [...part].length;
    const start = part.length - part.trimStart().length;
    const text = part.trim();
    if (text !== '') {
      const x = (MARGIN + (column + start) * CELL).toFixed(1);
      const fill = colors[color === '' ? (dim ? 'dim' : 'text') : color];
      const length = ([...text].length * CELL).toFixed(1);
      const weight = bold || line.startsWith('$ ') ? ' font-weight="bold"' : '';
      drawn += `<text x="${x}" y="${y.toFixed(1)}" fill="${fill}"${weight} textLength="${length}" lengthAdjust="spacingAndGlyphs">${escaped(text)}</text>\n`;
    }
    column += cells;
  }
  return drawn;
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
