import { isFree, slugify } from '../model/slugify.js';
import { refuse, type Refused } from './outcome.js';

/** Words that say nothing about a paragraph. */
const FILLERS = new Set(
  'a an and are as at be been by for from has have in into is it its more no not of on or our that the their them there these they this to was we were which will with'.split(
    ' ',
  ),
);
const MAX_WORDS = 3;
const FALLBACK = 'paragraph';

/** Suggests a label from the first words of a paragraph or row that say something. It is unlike the labels that are taken. */
export function suggestLabel(text: string, taken: readonly string[]): string {
  const words = slugify(
    text
      .replace(/\{\{.*?\}\}/gs, ' ')
      .replace(/[’']s\b/g, '')
      .replace(/[’']/g, ''),
  )
    .split('-')
    .filter((word) => word !== '');
  const telling = words.filter((word) => !FILLERS.has(word));
  const slug = (telling.length > 0 ? telling : words).slice(0, MAX_WORDS).join('-');
  const label =
    /^[a-z]/.test(slug) && isFree(slug) ? slug : [FALLBACK, slug].filter((part) => part !== '').join('-');
  return makeUnique(label, taken);
}

function makeUnique(label: string, taken: readonly string[]): string {
  if (!taken.includes(label)) return label;
  let count = 2;
  while (taken.includes(`${label}-${count}`)) count++;
  return `${label}-${count}`;
}

/** Refuses a label that is not valid or taken. Null if it can be used. */
export function checkLabel(label: string, taken: readonly string[]): Refused | null {
  if (!/^[a-z][a-z0-9-]*$/.test(label) || !isFree(label))
    return refuse(
      `"${label}" is not a valid label`,
      'Use lower-case letters, digits and hyphens, and start with a letter.',
    );
  if (!taken.includes(label)) return null;
  return refuse(
    `the label "${label}" is used already`,
    `Use another one, such as ${makeUnique(label, taken)}.`,
  );
}
