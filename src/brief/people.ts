/** Somebody, as a brief, a commit or a mailmap names them. */
export interface Person {
  readonly name: string;
  readonly email?: string;
}

/** Reads `Name <email>`, an email, or a name. */
export function parsePerson(text: string): Person {
  const written = text.trim();
  const open = written.lastIndexOf('<');
  if (open >= 0 && written.endsWith('>')) {
    const email = written.slice(open + 1, -1).trim();
    const name = written.slice(0, open).trim();
    return email === '' ? { name } : { name: name || email, email };
  }
  return /^[^\s@]+@[^\s@]+$/.test(written) ? { name: written, email: written } : { name: written };
}

const ADDRESS = /^[^\s@<>,;:"()[\]]+@[^\s@<>,;:"()[\]]+$/;

/** True for what looks like an address of mail. */
export function isAddress(text: string): boolean {
  return ADDRESS.test(text) && !/@\.|\.\.|\.$/.test(text);
}

/** The addresses that a text holds, with what may stand around them taken off. */
function addressesIn(text: string): readonly string[] {
  return text
    .split(/[\s<>()[\];]|,(?=\s|$)/)
    .map((word) => word.replace(/^mailto:/i, ''))
    .filter(isAddress);
}

function namesSeveral(text: string): boolean {
  return new Set(addressesIn(text)).size > 1;
}

/** How to write what `personProblem` objects to. */
export function personHelp(text: string): string {
  return namesSeveral(text)
    ? 'name the one person who answers for it'
    : 'write Name <email>, or a name';
}

/**
 * What is wrong with a text that names somebody as `Name <email>` or by name; undefined for nothing.
 * A name alone may hold anything but what looks like a broken address.
 */
export function personProblem(text: string): string | undefined {
  if (!/[@<]/.test(text)) return undefined;
  const usual = /^[^<>@]+<([^<>]+)>$/.exec(text)?.[1];
  if (usual !== undefined && isAddress(usual)) return undefined;
  if (namesSeveral(text)) return 'it names more than one person';
  const open = text.indexOf('<');
  if (open >= 0) {
    const close = text.indexOf('>', open);
    if (close < 0) return `"${text.slice(open)}" opens with < and is not closed`;
    const address = text.slice(open + 1, close).trim();
    const after = text.slice(close + 1).trim();
    if (after !== '') return `"${after}" stands behind the address`;
    if (address === '') return 'there is no address between < and >';
    return isAddress(address) ? undefined : `"${address}" is no address`;
  }
  const words = text.split(/\s+/);
  const word = words.find((part) => /[^@]@./.test(part));
  if (word === undefined || (isAddress(word) && words.length === 1)) return undefined;
  return addressesIn(word).length === 0
    ? `"${word}" is no address`
    : `the address "${word}" does not stand in < >`;
}

/** `Name <email>` where a text with a problem can only mean that one. */
export function otherPersonForm(text: string): string | undefined {
  const [address, other] = addressesIn(text);
  if (other !== undefined) return undefined;
  if (address === undefined) {
    // A comma is typed for a dot: the keys are neighbours.
    const dotted = /<([^\s@<>,]+@[^\s@<>]+)>$/.exec(text)?.[1]?.replaceAll(',', '.') ?? '';
    if (isAddress(dotted)) {
      return writePerson({
        name: text.slice(0, text.indexOf('<')).trim() || dotted,
        email: dotted,
      });
    }
    return /[^\s<>]\s*<\s*>$/.test(text) ? text.slice(0, text.indexOf('<')).trim() : undefined;
  }
  const name = withoutSigns(text.slice(0, text.indexOf(address)).replace(/mailto:$/i, ''));
  const after = text.slice(text.indexOf(address) + address.length).replace(/[\s<>()[\]]/g, '');
  return name === '' || after !== '' ? undefined : contactOf({ name, email: address });
}

/** A name without the blanks, brackets and dashes around it. */
function withoutSigns(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && /[\s<([]/.test(text[start] as string)) start++;
  while (start < end && /[\s<>()[\],:–-]/.test(text[end - 1] as string)) end--;
  return text.slice(start, end);
}

/** `Name <email>`, or what there is of it. */
export function writePerson(person: Person): string {
  if (person.email === undefined || person.email === person.name) return person.name;
  return contactOf({ name: person.name, email: person.email });
}

/** `Name <email>`, as git and mail write it. */
export function contactOf({ name, email }: { name: string; email: string }): string {
  return `${name} <${email}>`;
}

/** A name or an address for comparing: case and spacing do not tell people apart. */
export function foldPerson(text: string): string {
  // Most addresses: nothing in them has a second form.
  if (/^[!-~]*$/.test(text)) return text.toLowerCase();
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/**
 * True when two texts name the same person: the same email where both have one, else the same name,
 * whatever the case.
 */
export function samePerson(a: string, b: string): boolean {
  if (a === b) return true;
  const [one, two] = [parsePerson(a), parsePerson(b)];
  if (one.email !== undefined && two.email !== undefined)
    return foldPerson(one.email) === foldPerson(two.email);
  return foldPerson(one.name) === foldPerson(two.name);
}
