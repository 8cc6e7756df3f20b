import { TO_COME, type Figure } from '../../model/figure.js';
import type { ValidYaml } from '../source-reader.js';

/** Builds a figure for a list that is still to come. Everything that prints it says so. */
export function buildListToCome(
  id: string,
  { data, file }: ValidYaml<{ source: string | null }>,
  key: string,
): Figure {
  return {
    id: `lists.${id}`,
    label: id.replaceAll(/[-.]/g, ' '),
    value: null,
    unit: 'count',
    reason: TO_COME,
    place: file.placeOf([key]),
    source: data.source ?? '',
  };
}
