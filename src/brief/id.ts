/** Crockford's base 32, in lower case: no i, l, o or u, which are misread. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** The form of an id. */
export const ID_PATTERN = /^b-[0-9a-hjkmnp-tv-z]{8}$/;

/**
 * A new id from 5 random bytes (40 bits, so that two branches of a team do not make the same one).
 *
 * @param bytes At least 5 of them, from a good source.
 */
export function idFrom(bytes: Uint8Array): string {
  let id = 'b-';
  let bits = 0;
  let held = 0;
  for (const byte of bytes.slice(0, 5)) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      id += ALPHABET[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return id;
}
