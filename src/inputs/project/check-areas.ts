import type * as z from 'zod';
import { makeError, type Problem } from '../../model/problem.js';
import { suggestName } from '../../model/suggest-name.js';
import type { ValidYaml } from '../source-reader.js';
import type { organisationSchema } from './organisation-schema.js';

type OrganisationFile = ValidYaml<z.infer<typeof organisationSchema>>;

/** Checks the areas in `organisation.yaml`: their number, their names and their families. */
export function checkAreas(organisation: OrganisationFile): Problem[] {
  return [...checkNames(organisation), ...checkFamilies(organisation)];
}

/** Checks that the list of areas has as many names as there are areas, and each name once. */
function checkNames({ data, file }: OrganisationFile): Problem[] {
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

/** Checks that families name areas that exist. An area is compared with others, so it is not in its own family. */
function checkFamilies({ data, file }: OrganisationFile): Problem[] {
  const { families = {}, names } = data.areas;
  if (Object.keys(families).length === 0) return [];
  const at = ['areas', 'families'];
  if (names === undefined)
    return [
      makeError('area-exists', file.keyPlaceOf(at), 'families need a list of all areas', {
        expected: 'names: a list of all areas, above families:',
      }),
    ];
  const reportUnknown = (name: string, place: Problem['place']): Problem[] =>
    names.includes(name)
      ? []
      : [
          makeError('area-exists', place, `areas: names: lists no area "${name}"`, {
            expected: 'a name under areas: names:',
            hint: suggestName(name, names),
          }),
        ];
  return Object.entries(families).flatMap(([name, members]) => [
    ...reportUnknown(name, file.keyPlaceOf([...at, name])),
    ...members.flatMap((member, index) => {
      const place = file.placeOf([...at, name, index]);
      if (member === name)
        return [
          makeError('area-exists', place, `"${name}" is in its own family`, {
            hint: 'Delete it: an area is compared with other areas.',
          }),
        ];
      if (members.indexOf(member) < index)
        return [makeError('area-exists', place, `"${member}" is listed twice`)];
      return reportUnknown(member, place);
    }),
  ]);
}
