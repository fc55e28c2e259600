/**
 * What somebody's answer begins and ends with that is no part of what they say: the greeting, the
 * closing with their name, and what a program adds. A closing alone, such as thanks, stays.
 */
import { lettersOf } from './answer-lines.ts';
import { parsePerson } from '../brief/people.ts';

/** True for a line that greets and says nothing else: `Hi Ana,`. */
export function isGreeting(line: string): boolean {
  const text = line.trim();
  if (text.length > 60) return false;
  const match = /^(\p{L}+(?: \p{L}+)?)\b[\p{L}\p{M} ,.'’-]{0,50}[,!:–-]?$/u.exec(text);
  if (match === null) return false;
  const [first = '', second = ''] = lettersOf(text);
  const length = GREETINGS.has(`${first} ${second}`) ? 2 : GREETINGS.has(first) ? 1 : 0;
  if (length === 0) return false;
  const names = (text.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? []).slice(length);
  return names.length <= 4 && names.every(isAddressed);
}

/** A name, or what stands for one. */
function isAddressed(word: string): boolean {
  return /^\p{Lu}/u.test(word) || EVERYBODY.has(word.toLowerCase());
}

const EVERYBODY = new Set('all everyone team there both and und et zusammen vsi'.split(' '));
const GREETINGS = new Set(
  [
    'hi,hello,hey,dear,good morning,good afternoon,good evening,greetings,hallo,liebe,lieber,guten tag',
    'guten morgen,sehr geehrte,sehr geehrter,servus,moin,bonjour,bonsoir,salut,cher,chère,hola,buenos días',
    'ciao,buongiorno,gentile,olá,živjo,pozdravljen,pozdravljena,pozdravljeni,dragi,draga,hoi,beste',
  ]
    .join(',')
    .split(','),
);

const CLOSINGS = new Set(
  [
    'best,best regards,kind regards,warm regards,with best regards,with kind regards,regards,br,kr,cheers',
    'best wishes,all the best,thanks,thank you,many thanks,thanks again,thanks in advance,sincerely',
    'thanks and regards,thanks and best regards,yours sincerely,yours,take care,talk soon,have a nice day',
    'mit freundlichen grüßen,mit freundlichen gruessen,freundliche grüße,viele grüße,liebe grüße,beste grüße',
    'herzliche grüße,schöne grüße,mit besten grüßen,grüße,gruß,lg,vg,mfg,danke,vielen dank',
    'cordialement,bien cordialement,bien à vous,bien à toi,amicalement,salutations,merci,à bientôt',
    'saludos,un saludo,atentamente,gracias,cordiali saluti,saluti,grazie,lep pozdrav,lp,hvala,s spoštovanjem',
    'met vriendelijke groet,groeten,groetjes,atenciosamente,obrigado,obrigada,abraços',
  ]
    .join(',')
    .split(','),
);

function isClosing(line: string): boolean {
  return CLOSINGS.has(lettersOf(line).join(' ')) && line.trim().length <= 40;
}

/** `Sent from my iPhone`, and what other programs add in a line of their own. */
function isByDevice(line: string): boolean {
  const text = line.trim().toLowerCase();
  if (text.length > 90) return false;
  return (
    DEVICES.some((start) => text.startsWith(start)) || /^von meinem .* gesendet\.?$/.test(text)
  );
}

const DEVICES = [
  'sent from my ',
  'sent from outlook',
  'sent from mail for',
  'sent from yahoo',
  'sent from proton',
  'sent via ',
  'sent with ',
  'get outlook for ',
  'gesendet von ',
  'gesendet mit ',
  'von meinem iphone',
  'envoyé de mon ',
  'envoyé depuis ',
  'envoyé à partir de ',
  'enviado desde mi ',
  'enviado do meu ',
  'inviato da ',
  'inviato dal ',
  'verstuurd vanaf mijn ',
  'poslano z ',
  'poslano iz ',
  'outlook für ',
  'télécharger outlook ',
];

/** A signature has so many lines at most; what is longer is somebody's text. */
const MOST_LINES = 10;

/**
 * Where the signature at the end of what somebody wrote begins.
 *
 * @param lines Their own lines, without what they repeat.
 * @param from Who wrote it, where that is known: then their name alone at the end is a signature too.
 * @returns The number of lines before it; all of them when there is none.
 */
export function signatureStart(lines: readonly string[], from?: string): number {
  let end = lines.length;
  for (;;) {
    while (end > 0 && (lines[end - 1] as string).trim() === '') end--;
    const tail = lines.slice(Math.max(0, end - MOST_LINES - 1), end);
    const length = tail.length - lastPart(tail, from);
    if (length === 0) return end;
    end -= length;
  }
}

/** Where the last part of a signature begins in the last lines; after them when there is none. */
function lastPart(tail: readonly string[], from: string | undefined): number {
  const last = tail.at(-1);
  if (last === undefined) return 0;
  if (isByDevice(last)) return tail.length - 1;
  const dashes = tail.findLastIndex((line) => /^(?:-- ?|—)$/.test(line));
  if (dashes >= 0 && (tail[dashes] === '-- ' || isBelowDashes(tail.slice(dashes + 1))))
    return dashes;
  const closing = tail.findLastIndex(isClosing);
  if (closing >= 0 && isSignatureOf(tail.slice(closing + 1))) return closing;
  const isAlone = tail.every((line, at) => at === tail.length - 1 || line.trim() === '');
  return from !== undefined && !isAlone && isNameOf(last, from) ? tail.length - 1 : tail.length;
}

/** Two dashes alone may also part two paragraphs: lines below them that are sentences stay. */
function isBelowDashes(lines: readonly string[]): boolean {
  return lines.every((line) => line.length <= 60 && !/[.?!]$/.test(line.trim()));
}

/** A name, alone or with lines below it of which one is an address, a number or a page. */
function isSignatureOf(lines: readonly string[]): boolean {
  const [name = '', ...more] = lines.map((line) => line.trim()).filter(Boolean);
  if (!isName(name)) return false;
  if (more.length === 0) return true;
  return more.length <= 6 && more.every((line) => line.length <= 80) && more.some(isContact);
}

function isContact(line: string): boolean {
  return /\S@\S|\bwww\.|https?:\/\/|\+?\d[\d ()/-]{6,}/.test(line);
}

/** One to four words that begin as names do, and no sentence. */
function isName(line: string): boolean {
  const words = line.replace(/,$/, '').split(/\s+/);
  if (line === '' || line.length > 60 || words.length > 4) return false;
  return words.every((word) => /^\p{Lu}(?:[\p{L}\p{M}'’-]*|\.)$/u.test(word));
}

/** True for the whole name of a person, or the first of their names: `Bor`, or `Cheers, Bor`. */
function isNameOf(line: string, person: string): boolean {
  const name = lettersOf(parsePerson(person).name);
  const words = lettersOf(line);
  if (name.length === 0 || line.trim().length > 60 || /[.?!:;]\s*$/.test(line)) return false;
  return [name, name.slice(0, 1)].some((known) => {
    const before = words.slice(0, Math.max(0, words.length - known.length));
    const ends =
      words.length >= known.length &&
      known.every((word, index) => word === words[before.length + index]);
    return ends && (before.length === 0 || CLOSINGS.has(before.join(' ')));
  });
}
