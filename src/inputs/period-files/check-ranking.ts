import { makeError, type Problem } from '../../model/problem.js';
import { suggestName } from '../../model/suggest-name.js';
import type { Path, YamlFile } from '../yaml/yaml-file.js';

/** The part of a ranking in `areas.yaml` that is checked against other files. */
interface PublishedAreas {
  of: number;
  unpublished?: 'between' | 'anywhere' | undefined;
  published: Readonly<Record<string, unknown>> | null;
}

/** Checks which areas a ranking has. `at` is its path in the file. */
export function checkRanking(
  raw: PublishedAreas,
  { id, ends }: { id: string; ends: number },
  areaNames: readonly string[] | null,
  file: YamlFile,
  at: Path,
): Problem[] {
  const names = Object.keys(raw.published ?? {});
  return [
    ...findUnknownAreas(names, areaNames, (name) => file.keyPlaceOf([...at, 'published', name])),
    ...findTooMany(raw.of, names.length, areaNames, file, at),
    ...(hasBothEnds(raw, names.length, ends) ? [] : [reportMissingEnds(id, ends, names.length, file, at)]),
  ];
}

/** Finds names that `organisation.yaml` does not list. A misspelt name would be printed. */
function findUnknownAreas(
  names: readonly string[],
  areaNames: readonly string[] | null,
  placeOf: (name: string) => Problem['place'],
): Problem[] {
  if (areaNames === null) return [];
  return names
    .filter((name) => !areaNames.includes(name))
    .map((name) =>
      makeError('area-exists', placeOf(name), `organisation.yaml lists no area "${name}"`, {
        expected: 'a name under areas: names: in data/organisation.yaml',
        hint: suggestName(name, areaNames),
      }),
    );
}

function findTooMany(
  of: number,
  published: number,
  areaNames: readonly string[] | null,
  file: YamlFile,
  at: Path,
): Problem[] {
  const place = file.placeOf([...at, 'of']);
  if (published > of)
    return [
      makeError('areas-fit', place, `${published} areas are published of ${of}`, {
        hint: '`of` counts all areas, published or not.',
      }),
    ];
  if (areaNames === null || of <= areaNames.length) return [];
  return [
    makeError('areas-fit', place, `of: ${of} is more than the areas that organisation.yaml lists`, {
      expected: `at most ${areaNames.length}`,
    }),
  ];
}

/** Returns true if both ends are published, where the other areas are said to lie between them. */
function hasBothEnds({ of, unpublished }: PublishedAreas, count: number, ends: number): boolean {
  return unpublished !== 'between' || count === 0 || count === of || count >= 2 * ends;
}

function reportMissingEnds(id: string, ends: number, count: number, file: YamlFile, at: Path): Problem {
  return makeError(
    'ends-are-published',
    file.placeOf([...at, 'unpublished']),
    `unpublished: between needs ${2 * ends} published areas, ${ends} at each end, but there are ${count}`,
    { hint: `Set ends: for "${id}" in measures.yaml, or write unpublished: anywhere.` },
  );
}
