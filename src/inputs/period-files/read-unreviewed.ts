import { didYouMean } from '../../model/did-you-mean.js';
import type { Unreviewed } from '../../model/inputs.js';
import { fault, type Place, type Problem } from '../../model/problem.js';
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
    const listed = file.placeOf(['unreviewed', index]);
    if (place) return [{ name, place, listed }];
    problems.push(
      fault('unreviewed-exists', listed, `nothing in this file is called "${name}"`, {
        hint:
          didYouMean(name, [...known.keys()]) ??
          'Take it out of `unreviewed:` if what it named has been deleted.',
      }),
    );
    return [];
  });
}
