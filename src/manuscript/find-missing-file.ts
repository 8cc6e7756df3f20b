import type { Inputs } from '../model/inputs.js';
import { makeError, type Place, type Problem } from '../model/problem.js';

/**
 * Reports a missing data file instead of an unknown name. Returns null if the file is there, or if the name does not come
 * from a file of the period.
 */
export function findMissingFile(
  { period, files, nameSources }: Pick<Inputs, 'period' | 'files' | 'nameSources'>,
  owner: string,
  name: string,
  { file, line }: Place,
): Problem | null {
  const source = nameSources.get(`${owner}.${name}`) ?? nameSources.get(owner);
  if (source === undefined) return null;
  const path = `data/${period.id}/${source}.yaml`;
  if (files.some((read) => [path, path.replace(/yaml$/, 'csv')].includes(read.path))) return null;
  return makeError(
    'file-exists',
    { file: path, line: 1, column: 1 },
    `the file is missing, and the paper uses "${owner}.${name}" from it`,
    {
      hint: `Add the file, or remove the name from ${file}, line ${line}. Other lines may need the file too.`,
    },
  );
}

/** Keeps only the first problem about each missing file. */
export function dropRepeatedMissingFiles(problems: Problem[]): Problem[] {
  return problems.filter(({ rule, place }, index) => {
    if (rule !== 'file-exists' || !place) return true;
    const first = problems.findIndex((other) => other.rule === rule && other.place?.file === place.file);
    return first === index;
  });
}
