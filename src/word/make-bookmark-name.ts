import { sha256 } from '../sha256.js';

/** The longest name of a bookmark that Word accepts. */
const LONGEST = 40;

/** The digits of the hash at the end of a name. */
const HASH_DIGITS = 8;

/** Labels that stay different in Word, which ignores case: words of small letters and digits, joined by single hyphens. */
const PLAIN = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * Returns the name of the bookmark around the part with a label: letters, digits and underscores, with a letter first. Different
 * labels have different names: two underscores and a hash end the name of a label that must be shortened or rewritten.
 */
export function makeBookmarkName(label: string): string {
  const name = label.replaceAll('-', '_');
  if (PLAIN.test(label) && name.length <= LONGEST) return name;
  const hash = sha256(label).slice(0, HASH_DIGITS);
  const words = name.replace(/[^a-zA-Z0-9]+/g, '_').replace(/^[^a-zA-Z]+|_+$/g, '') || 'part';
  return `${words.slice(0, LONGEST - HASH_DIGITS - 2)}__${hash}`;
}
