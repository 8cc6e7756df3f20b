import type * as z from 'zod';
import { makeError, type Problem } from '../../model/problem.js';
import type { ValidYaml } from '../source-reader.js';
import type { organisationSchema } from './organisation-schema.js';

/** Checks the list of areas in `organisation.yaml`: its length is their number, and each has a name of its own. */
export function checkAreas({ data, file }: ValidYaml<z.infer<typeof organisationSchema>>): Problem[] {
  const { count, names, plural } = data.areas;
  const countPlace = file.placeOf(['areas', 'count']);
  if (names === undefined)
    return count === undefined
      ? [
          makeError('key-is-present', countPlace, 'the number of areas is missing', {
            expected: `count: the number of ${plural}, or names: a list of them`,
          }),
        ]
      : [];
  const repeated = names.flatMap((name, index) =>
    names.indexOf(name) < index
      ? [makeError('area-exists', file.placeOf(['areas', 'names', index]), `"${name}" is listed twice`)]
      : [],
  );
  if (count === undefined || count === names.length) return repeated;
  return [
    ...repeated,
    makeError('areas-fit', countPlace, `the count is ${count}, but ${names.length} ${plural} are listed`, {
      hint: 'Delete the count. The program counts the names.',
    }),
  ];
}
