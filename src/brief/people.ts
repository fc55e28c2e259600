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

const ADDRESS = /^[^\s@<>,;"]+@[^\s@<>,;"]+$/;

/** True for what looks like an address of mail. */
export function isAddress(text: string): boolean {
  return ADDRESS.test(text) && !/@\.|\.\.|\.$/.test(text);
}

/**
 * What is wrong with a text that names somebody as `Name <email>` or by name; undefined for nothing.
 * A name alone may hold anything but what looks like a broken address.
 */
export function personProblem(text: string): string | undefined {
  const open = text.indexOf('<');
  if (open >= 0) {
    const close = text.indexOf('>', open);
    if (close < 0) return `"${text.slice(open)}" opens with < and is not closed`;
    const address = text.slice(open + 1, close).trim();
    const after = text.slice(close + 1).trim();
    if (after !== '') return `"${after}" stands behind the address`;
    return isAddress(address) ? undefined : `"${address}" is no address`;
  }
  const word = text.split(/\s+/).find((part) => /[^@]@./.test(part));
  return word === undefined || isAddress(word) ? undefined : `"${word}" is no address`;
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
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/**
 * True when two texts name the same person: the same email where both have one, else the same name,
 * whatever the case.
 */
export function samePerson(a: string, b: string): boolean {
  const [one, two] = [parsePerson(a), parsePerson(b)];
  if (one.email !== undefined && two.email !== undefined)
    return foldPerson(one.email) === foldPerson(two.email);
  return foldPerson(one.name) === foldPerson(two.name);
}
