import { suggestName } from '../../model/suggest-name.js';
import type { Unreviewed } from '../../model/unreviewed.js';
import { makeError, type Place, type Problem } from '../../model/problem.js';
import type { YamlFile } from '../yaml/parse-yaml.js';

/** The list `unreviewed:` of a file, each name with the place of what it names. A name that the file does not have is a Problem. */
export function readUnreviewed(
  file: YamlFile,
  names: string[],
  known: Map<string, Place>,
  problems: Problem[],
): Unreviewed[] {
  return names.flatMap((name, index) => {
    const place = known.get(name);
    const listPlace = file.placeOf(['unreviewed', index]);
    if (place) return [{ name, place, listPlace }];
    problems.push(
      makeError('unreviewed-exists', listPlace, `nothing in this file is called "${name}"`, {
        hint:
          suggestName(name, [...known.keys()]) ??
          'Take it out of `unreviewed:` if what it named has been deleted.',
      }),
    );
    return [];
  });
}
