import { suggestName } from '../../model/suggest-name.js';
import type { Unreviewed } from '../../model/unreviewed.js';
import { makeError, type Checked, type Place, type Problem } from '../../model/problem.js';
import type { YamlFile } from '../yaml/yaml-file.js';

/** Reads the list `unreviewed:` of a file. `known` has the place of everything that it can name. */
export function readUnreviewed(
  file: YamlFile,
  names: readonly string[],
  known: ReadonlyMap<string, Place>,
): Checked<Unreviewed[]> {
  const entries = names.map((name, index) => ({
    name,
    place: known.get(name),
    listPlace: file.placeOf(['unreviewed', index]),
  }));
  return {
    value: entries.flatMap(({ name, place, listPlace }) => (place ? [{ name, place, listPlace }] : [])),
    problems: entries.flatMap(({ name, place, listPlace }) =>
      place ? [] : [reportUnknownName(name, listPlace, [...known.keys()])],
    ),
  };
}

function reportUnknownName(name: string, place: Place, known: string[]): Problem {
  return makeError('unreviewed-exists', place, `nothing in this file is called "${name}"`, {
    hint: suggestName(name, known) ?? 'If you have deleted what it names, take it out of `unreviewed:`.',
  });
}
