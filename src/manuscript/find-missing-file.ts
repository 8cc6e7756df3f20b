import type { Inputs } from '../model/inputs.js';
import { makeError, type Place, type Problem } from '../model/problem.js';

/** The file of the period from which a list comes, by the name that templates use. */
const FILES_OF_LISTS: Readonly<Record<string, string>> = {
  events: 'events',
  commitments: 'commitments',
  'off-course': 'performance-areas',
  'under-attention': 'performance-areas',
};

/**
 * Reports a missing data file instead of an unknown name. Returns null if the file is there, or if the name does not come
 * from a file of the period.
 */
export function findMissingFile(
  { quarter, files }: Pick<Inputs, 'quarter' | 'files'>,
  owner: string,
  name: string,
  { file, line }: Place,
): Problem | null {
  const source = findSource(owner, name);
  if (source === undefined) return null;
  const path = `data/${quarter}/${source}.yaml`;
  if (files.some((read) => read.path === path)) return null;
  return makeError(
    'file-exists',
    { file: path, line: 1, column: 1 },
    `the file is missing, and the paper uses "${owner}.${name}" from it`,
    {
      hint: `Add the file, or remove the name from ${file}, line ${line}. Other lines may need the file too.`,
    },
  );
}

function findSource(owner: string, name: string): string | undefined {
  if (owner === 'facts' || owner === 'shares') return owner;
  return owner === 'lists' && Object.hasOwn(FILES_OF_LISTS, name) ? FILES_OF_LISTS[name] : undefined;
}

/** Keeps only the first problem about each missing file. */
export function dropRepeatedMissingFiles(problems: Problem[]): Problem[] {
  return problems.filter(({ rule, place }, index) => {
    if (rule !== 'file-exists' || !place) return true;
    const first = problems.findIndex((other) => other.rule === rule && other.place?.file === place.file);
    return first === index;
  });
}
