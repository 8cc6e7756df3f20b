import { capitalise } from '../format/words.js';

/** A part with a label that a typed number may mean. */
interface Candidate {
  label: string;
  /** The section, in words: "B Supporting information". */
  section: string;
}

/** Explains which label a typed number means: 'Table 2 has the label "asset-table"'. There is at least one candidate. */
export function explainTypedNumber(
  typed: string,
  candidates: readonly Candidate[],
): { message: string; expected: string } {
  const expected = candidates.map(({ label }) => `{{ref "${label}"}}`).join(' or ');
  const [first, ...others] = candidates;
  if (first === undefined || others.length === 0)
    return { message: `${capitalise(typed)} has the label "${first?.label ?? ''}"`, expected };
  const places = candidates.map(({ label, section }) => `"${label}" in ${section}`);
  return { message: `${capitalise(typed)} can mean ${places.join(' or ')}`, expected };
}
