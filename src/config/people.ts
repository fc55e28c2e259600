/** The part of a configuration that says who people are: read, and as JSON Schema. */
import type { KnownPerson } from '../brief/known-people.ts';
import { foldPerson, isAddress, parsePerson } from '../brief/people.ts';
import type { Pair, TreeNode } from '../brief/yaml/node.ts';
import { isNull } from '../brief/yaml/node.ts';
import type { JsonSchema } from './rule-settings.ts';
import type { ConfigSource } from './source.ts';
import { MAX_ENTRIES, didYouMean, failureAt, mapOf, textOf, textsOf } from './source.ts';

const KEYS = ['email', 'github', 'agent'];
const GITHUB = /^[A-Za-z0-9][A-Za-z0-9_-]{0,38}$/;
const MAX_NAME_LENGTH = 200;

/** Reads `people`. No address and no name may be those of two. */
export function readPeople(source: ConfigSource, node: TreeNode): readonly KnownPerson[] {
  const { pairs } = mapOf(source, node, 'people', 'Ana Novak: {email: ana@example.com}');
  const taken = new Map<string, string>();
  return pairs.map((pair) => {
    const person = readPerson(source, pair);
    const github = person.github === undefined ? [] : [`@${person.github}`];
    for (const text of [person.name, ...person.email, ...github]) {
      const other = taken.get(foldPerson(text));
      if (other !== undefined) {
        const message = `"${text}" of ${person.name} is also that of ${other}`;
        throw failureAt(source, pair.key, message, 'Give it to one of them.');
      }
      taken.set(foldPerson(text), person.name);
    }
    return person;
  });
}

function readPerson(source: ConfigSource, { key, value }: Pair): KnownPerson {
  const name = key.value.trim();
  if (!isName(name)) {
    const help = 'Write the name before the colon, and addresses under email.';
    throw failureAt(source, key, `"${name.slice(0, 80)}" is not the name of a person`, help);
  }
  if (isNull(value)) return { name, email: [] };
  const { pairs } = mapOf(source, value, name, `${name}: {email: ana@example.com}`);
  let person: KnownPerson = { name, email: [] };
  for (const part of pairs) {
    const what = part.key.value;
    if (!KEYS.includes(what)) {
      throw failureAt(source, part.key, `unknown key "${what}"`, didYouMean(what, KEYS));
    }
    if (!isNull(part.value)) person = { ...person, ...readPart(source, what, part.value) };
  }
  return person;
}

function isName(text: string): boolean {
  const isPlain = text !== '' && text.length <= MAX_NAME_LENGTH && !/[<>\p{Cc}]/u.test(text);
  return isPlain && parsePerson(text).email === undefined;
}

function readPart(source: ConfigSource, key: string, node: TreeNode): Partial<KnownPerson> {
  if (key === 'email') return { email: readAddresses(source, node) };
  const text = textOf(source, node, key);
  if (key === 'github') {
    const github = text.replace(/^@/, '');
    if (GITHUB.test(github)) return { github };
    throw failureAt(source, node, `"${text}" is no name on GitHub`, 'For example: ananovak');
  }
  if (/^(?:true|yes|on)$/i.test(text)) return { agent: true };
  if (/^(?:false|no|off)$/i.test(text)) return {};
  throw failureAt(source, node, 'agent must be true or false');
}

function readAddresses(source: ConfigSource, node: TreeNode): readonly string[] {
  return textsOf(source, node, 'email').map((item) => {
    const address = item.value.trim();
    if (isAddress(address)) return address;
    throw failureAt(source, item, `"${address}" is no address`, 'For example: ana@example.com');
  });
}

const ADDRESS: JsonSchema = { type: 'string', minLength: 3, pattern: '^[^@]+@[^@]+$' };

/** The JSON Schema of `people`. */
export const PEOPLE_SCHEMA: JsonSchema = {
  type: ['object', 'null'],
  additionalProperties: {
    description: 'A person, by their name.',
    type: ['object', 'null'],
    properties: {
      email: {
        description: 'Every address of theirs; the first is written into new records.',
        anyOf: [ADDRESS, { type: 'array', items: ADDRESS, maxItems: MAX_ENTRIES }],
      },
      github: {
        description: 'Their name on GitHub: they are mentioned by it where something waits.',
        type: 'string',
        pattern: '^@?[A-Za-z0-9][A-Za-z0-9_-]{0,38}$',
      },
      agent: {
        description:
          'It is a program, such as a coding agent: it does not close, nor agree or accept in the name of a person.',
        type: 'boolean',
      },
    },
    additionalProperties: false,
  },
};
