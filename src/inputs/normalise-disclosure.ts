import type { Disclosure } from '../model/disclosure.js';
import type { RawDisclosure } from '../schema/disclosure.js';

/** Converts `disclosure:` of a data set or a measure. */
export function normaliseDisclosure(raw: RawDisclosure): Disclosure {
  return { threshold: raw.threshold, showInExemptPapers: raw['show-in-exempt-papers'] === true };
}
