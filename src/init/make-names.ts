import { PERIOD_FILES } from '../inputs/period-files/index.js';

/** The longest id, so that paths stay short enough for Windows. */
const LONGEST_ID = 40;

/** Names that files and folders beside a paper's have, and names that Windows does not allow. */
const TAKEN = new Set([...PERIOD_FILES.map(({ name }) => name), 'theme', 'aux', 'con', 'nul', 'prn']);

/** Makes the short name of a paper from its title: "Résumé of Q1" becomes `resume-of-q1`. It names the paper's files. */
export function makePaperId(title: string): string {
  const id = makeId(title, 'report');
  return TAKEN.has(id) ? `${id}-report` : id;
}

/** Makes an id from a name. Returns the fallback if the name has no Latin letter. */
export function makeId(name: string, fallback: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}|['’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '');
  const whole = words.length > LONGEST_ID ? words.slice(0, LONGEST_ID + 1).replace(/-[^-]*$/, '') : words;
  return whole.slice(0, LONGEST_ID).replace(/-+$/, '') || fallback;
}

const SMALL_WORDS = new Set(['a', 'an', 'and', 'at', 'for', 'in', 'of', 'on', 'the', 'to', 'upon']);

/** Makes the usual abbreviation of a name: "Northmere Borough Council" becomes "NBC". A name of one word stays as it is. */
export function makeAbbreviation(name: string): string {
  const words = (name.match(/[\p{L}\p{N}][\p{L}\p{N}'’]*/gu) ?? []).filter(
    (word) => !SMALL_WORDS.has(word.toLowerCase()),
  );
  if (words.length < 2) return name;
  return words
    .map((word) => (/^\p{Lu}{2,}$/u.test(word) ? word : (/./u.exec(word)?.[0] ?? '')))
    .join('')
    .toUpperCase();
}
