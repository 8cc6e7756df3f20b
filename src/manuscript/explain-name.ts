import { suggestName } from '../model/suggest-name.js';
import type { Advice } from './template-fault.js';

/** Names that only measures with a comparison have. */
const COMPARED = /(?:^|\.)change\.[^.]+$|^tests\.[^.]+$/;
const MAX_LISTED = 12;

/** Suggests what an author can write instead of an unknown name. `owner` is the path before the name. */
export function explainName(name: string, known: readonly string[], owner = ''): Advice {
  return {
    expected: known.length > 0 && known.length <= MAX_LISTED ? `one of ${known.join(', ')}` : undefined,
    hint: /[“”‘’]/.test(name)
      ? 'Use straight quotes inside {{…}}: "…".'
      : (suggestPlainNumber(name) ?? suggestName(name, known) ?? explainComparison(`${owner}.${name}`)),
  };
}

/** Suggests the digits of a number that is written as it is printed: £64. */
function suggestPlainNumber(name: string): string | undefined {
  return /^£\d/.test(name) ? `Inside {{…}} a number has only digits: ${name.slice(1)}.` : undefined;
}

function explainComparison(path: string): string | undefined {
  return COMPARED.test(path)
    ? 'Only a measure that is compared with an earlier period has it. In data/measures.yaml, give the measure a compare-with: previous-year-end.'
    : undefined;
}
