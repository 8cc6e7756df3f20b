import { DOWN, UP } from './direction-words.js';

/** A change in per cent, as a sentence has it. */
interface PercentChange {
  /** "an 8% increase" */
  text: string;
  /** "8" */
  amount: string;
  /** The offset of the amount in the sentence. */
  at: number;
}

const PERCENT = String.raw`(?:%|\s+per\s?cent)(?!\s*points?\b|\p{L})`;
const CHANGE =
  '(?:increase|rise|growth|fall|drop|decrease|reduction|improvement|gain|decline|uplift|deterioration)';
/** "an 8% increase", "rose by 8%", "a rise of 8%". */
const PERCENT_CHANGE = new RegExp(
  String.raw`\b(?:an?|the)\s+(\d+(?:\.\d+)?)${PERCENT}\s+${CHANGE}\b|\b(?:${UP}|${DOWN})\s+by\s+(\d+(?:\.\d+)?)${PERCENT}|\b(?:an?|the)\s+${CHANGE}\s+of\s+(\d+(?:\.\d+)?)${PERCENT}`,
  'iu',
);

/** Finds the first change in per cent of a sentence. */
export function findPercentChange(sentence: string): PercentChange | null {
  const match = PERCENT_CHANGE.exec(sentence);
  const amount = match?.[1] ?? match?.[2] ?? match?.[3];
  if (!match || amount === undefined) return null;
  return { text: match[0], amount, at: match.index + match[0].indexOf(amount) };
}
