import type { Inputs } from '../model/inputs.js';
import { makeError, type Place, type Problem } from '../model/problem.js';

/** Which of a quarter's files holds what templates reach by these names. */
const FILES = new Map([
  ['lists.events', 'events'],
  ['lists.commitments', 'commitments'],
  ['lists.off-course', 'performance-areas'],
  ['lists.under-attention', 'performance-areas'],
]);

/**
 * What a name that does not exist says of the quarter: that the whole file is not there from which it would come. Null where the
 * file is there, or the name comes from none. `onceForEach` leaves one of all that say so of a file.
 */
export function absentFile(
  { quarter, files }: Pick<Inputs, 'quarter' | 'files'>,
  owner: string,
  name: string,
  { file, line }: Place,
): Problem | null {
  const source = owner === 'facts' || owner === 'shares' ? owner : FILES.get(`${owner}.${name}`);
  if (source === undefined) return null;
  const path = `data/${quarter}/${source}.yaml`;
  if (files.some((one) => one.path === path)) return null;
  return makeError(
    'file-exists',
    { file: path, line: 1, column: 1 },
    `the file is missing, from which the paper takes "${owner}.${name}"`,
    { hint: `The name stands in ${file}, line ${line}; others may hang on the file as well.` },
  );
}

/** A file that is missing is told of by the first of the names that hang on it. */
export function onceForEach(problems: Problem[]): Problem[] {
  const told = new Set<string>();
  return problems.filter(({ rule, place }) => {
    if (rule !== 'file-exists' || !place) return true;
    const isNew = !told.has(place.file);
    told.add(place.file);
    return isNew;
  });
}
