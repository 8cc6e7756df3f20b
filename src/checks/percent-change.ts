import { DOWN, UP } from './direction-words.js';

/** A change in per cent: "an 8% increase", "rose by 8%". The number is in the first or second group. */
export const PERCENT_CHANGE = new RegExp(
  String.raw`\b(?:an?|the)\s+(\d+(?:\.\d+)?)(?:%|\s+per\s?cent)\s+(?:increase|rise|growth|fall|drop|decrease|reduction|improvement|gain|decline)\b|\b(?:${UP}|${DOWN})\s+by\s+(\d+(?:\.\d+)?)(?:%|\s+per\s?cent)(?!\p{L})`,
  'iu',
);
