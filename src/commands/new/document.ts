/**
 * `delegate new --from` a person's own markdown document, whose frontmatter is that of another tool:
 * a blog's, a wiki's. It is split as those tools split it, by gray-matter, and what a brief has a
 * field for is taken over.
 *
 * Only here, and never for a brief: gray-matter runs `---js` as code unless every engine is replaced,
 * takes an unclosed block for a closed one, and needs quadratic time for blank lines. So every engine
 * is our own YAML library, the options are always given (without them it keeps every text it saw),
 * and long frontmatter is refused.
 */
import matter from 'gray-matter';
import { parseDocument } from 'yaml';
import { TOP_KEYS, fieldOf } from '../../brief/fields.ts';
import { nearest } from '../../brief/nearest.ts';
import type { Brief } from '../../brief/read.ts';
import { readBrief } from '../../brief/read.ts';
import { Failure } from '../../failure.ts';

const MAX_FRONTMATTER_BYTES = 64 * 1024;
const LANGUAGES = ['', 'yaml', 'yml', 'json'];

/** What a document has for a brief. */
export interface ForeignDocument {
  /** Its frontmatter as a brief's, without the problems of what is not taken over. */
  readonly brief: Brief;
  readonly body: string;
  /** The keys that no brief has. */
  readonly unknown: readonly string[];
}

/**
 * Reads a document.
 *
 * @param where Its name, for messages.
 */
export function readDocument(text: string, where: string): ForeignDocument {
  const file = split(text, where);
  const brief = readBrief(`---${file.matter}\n---\n`);
  const unknown = Object.keys(file.data).filter(isForeign);
  // What is no YAML is told wherever it stands.
  const skipped = (brief.readable ? (brief.root?.pairs ?? []) : []).filter(
    ({ key }) => isForeign(key.value) || fieldOf(key.value)?.byCommands === true,
  );
  const problems = brief.problems.filter(
    ({ span }) =>
      !skipped.some(({ key, value }) => key.start <= span.start && span.start <= value.end),
  );
  return { brief: { ...brief, problems }, body: file.content, unknown };
}

/** The frontmatter of a document as its own tools have it, and what stands below it. */
export function readForeignData(
  text: string,
  where: string,
): { readonly data: Readonly<Record<string, unknown>>; readonly body: string } {
  const { data, content } = split(text, where);
  return { data, body: content };
}

function split(text: string, where: string) {
  refuseForeign(text, where);
  return matter(text, { engines: { yaml: parse, json: parse, javascript: parse } });
}

function refuseForeign(text: string, where: string): void {
  const { name } = matter.language(text.replace(/^\uFEFF/, ''), {});
  if (!LANGUAGES.includes(name.toLowerCase())) {
    throw new Failure(
      `${where}:1:1: the frontmatter says that it is "${name}"; only YAML and JSON are read`,
      'Write --- alone on the first line.',
    );
  }
  const end = text.indexOf('\n---', 3);
  if (Buffer.byteLength(end < 0 ? text : text.slice(0, end)) > MAX_FRONTMATTER_BYTES) {
    throw new Failure(
      `${where} has more than 64 kB of frontmatter`,
      'Leave in it what the brief is to take over.',
    );
  }
}

/** The one engine. What it cannot read has no keys here, and its place is named by our own reader. */
function parse(text: string): object {
  try {
    const data: unknown = parseDocument(text, { logLevel: 'error' }).toJS();
    return typeof data === 'object' && data !== null ? data : {};
  } catch {
    return {};
  }
}

/** True for a key of another tool; one that is nearly a field of ours is a slip. */
function isForeign(key: string): boolean {
  return !key.startsWith('x-') && !TOP_KEYS.includes(key) && nearest(key, TOP_KEYS) === undefined;
}
