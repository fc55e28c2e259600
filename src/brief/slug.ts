/** Names that Windows keeps for devices; a file called so cannot be checked out there. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
const MAX_SLUG_LENGTH = 60;
/** Latin letters that Unicode does not take apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/**
 * The file name (without `.md`) for a title in any script: letters and digits stay, accents of Latin
 * letters go, everything else becomes one dash. Never empty, never hidden, never a path.
 */
export function slugOf(title: string): string {
  const plain = title
    .slice(0, 1000)
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-|-$/g, '');
  let slug = '';
  for (const character of plain) {
    if (slug.length + character.length > MAX_SLUG_LENGTH) break;
    slug += character;
  }
  const isWhole = slug.length === plain.length || plain[slug.length] === '-';
  const cut = isWhole ? slug : slug.replace(/-[^-]*$/, '');
  const kept = cut.length > MAX_SLUG_LENGTH / 2 ? cut : slug;
  if (kept === '') return 'brief';
  return RESERVED.test(kept) ? `${kept}-brief` : kept;
}
