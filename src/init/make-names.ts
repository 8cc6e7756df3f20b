/** The longest id, so that paths stay short enough for Windows. */
const LONGEST_ID = 40;

/** Makes the short name of a paper from its title: "Résumé of Q1" becomes `resume-of-q1`. It names the paper's files. */
export function makePaperId(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}|['’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '');
  const whole = words.length > LONGEST_ID ? words.slice(0, LONGEST_ID + 1).replace(/-[^-]*$/, '') : words;
  return whole.slice(0, LONGEST_ID).replace(/-+$/, '') || 'report';
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

/** Lists the words of a text that look like acronyms or figures, such as "NHS" or "999". */
export function listCapitalWords(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}&]+/gu) ?? [];
  return [...new Set(words.filter((word) => /\p{N}|\p{Lu}.*\p{Lu}/u.test(word)))];
}
