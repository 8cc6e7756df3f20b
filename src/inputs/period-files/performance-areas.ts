import * as z from 'zod';
import type { ItemList } from '../../model/period-data.js';
import { field } from '../../schema/field.js';
import { id, text } from '../../schema/scalars.js';
import type { ValidYaml } from '../source-reader.js';
import { defineFields, empty, fillIn } from './declared-schema.js';
import { fileSource } from './figure-schemas.js';
import { buildListToCome } from './build-list-to-come.js';
import { definePeriodFile } from './period-file.js';

const areaNames = z
  .record(id, field(text, 'the area, as it reads in a list within a sentence', 'the repair of paths'))
  .nullable();

const contents = defineFields({
  source: empty(fileSource),
  'off-course': fillIn(
    areaNames.describe(
      'the areas not on course to meet their target; empty while they are to come, {} for none',
    ),
  ),
  'under-attention': fillIn(
    areaNames
      .describe('other areas given attention and resources; empty while they are to come, {} for none')
      .optional(),
  ),
}).describe('Critical performance areas: those not named are on course');

type AreasFile = ValidYaml<z.infer<typeof contents.schema>>;

/** The critical performance areas that are off course, and others that get attention. */
export const performanceAreas = definePeriodFile({
  name: 'performance-areas',
  contents,
  fills: ['lists'],
  templateNames: ['lists.off-course', 'lists.under-attention'],
  read: (areasFile) => ({
    value: {
      lists: {
        'off-course': buildList(areasFile, 'off-course'),
        'under-attention': buildList(areasFile, 'under-attention'),
      },
    },
    problems: [],
  }),
});

function buildList(areasFile: AreasFile, key: 'off-course' | 'under-attention'): ItemList {
  const names = areasFile.data[key];
  const toCome = buildListToCome(key, areasFile, key);
  return {
    items:
      names === null
        ? [{ id: toCome, name: toCome }]
        : Object.entries(names ?? {}).map(([name, area]) => ({ id: name, name: area })),
    period: '',
    source: areasFile.data.source ?? '',
  };
}
