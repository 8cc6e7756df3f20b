import { makeError, type Place, type Problem } from '../../model/problem.js';
import { suggestName } from '../../model/suggest-name.js';

/** Checks that a field of a measure names another entry of `measures.yaml`. */
export function checkName(
  name: string | undefined,
  what: 'count' | 'survey' | 'survey measure',
  known: readonly string[],
  place: Place,
): Problem[] {
  if (name === undefined || known.includes(name)) return [];
  const rule = what === 'survey' ? 'survey-exists' : 'measure-exists';
  return [
    makeError(rule, place, `no ${what} is called "${name}"`, {
      expected: known.length > 0 ? `one of ${known.join(', ')}` : 'an entry in measures.yaml',
      hint: suggestName(name, known),
    }),
  ];
}
