import type * as z from 'zod';
import type { Measure } from '../../model/measure.js';
import type { PeriodFigures } from '../../model/period-data.js';
import { field } from '../../schema/field.js';
import { id, text } from '../../schema/scalars.js';
import type { YamlFile } from '../yaml/yaml-file.js';
import { buildFigure, type FigureDefaults } from './build-figure.js';
import { defineEntries, defineFields, empty, keep } from './declared-schema.js';
import { filePeriod, fileSource, percentFigure } from './figure-schemas.js';
import { definePeriodFile } from './period-file.js';
import { readByMeasure } from './read-by-measure.js';

const part = defineFields({
  label: keep(field(text, 'the part in words, as it reads in a list', 'under 40')),
  percent: percentFigure,
}).describe('one part of the whole');

const parts = defineEntries(id, part).describe('the parts of one whole, by a short name of your choice');

const contents = defineFields({
  source: empty(fileSource),
  period: filePeriod.optional(),
  shares: defineEntries(id, parts)
    .describe('parts of a whole in percent, by measure')
    .withNames('measures of the kind shares'),
}).describe("A period's shares: parts of one whole");

/** Parts of one whole, in percent. */
export const shares = definePeriodFile({
  name: 'shares',
  contents,
  fills: ['shares'],
  templateNames: ['shares'],
  read: ({ data, file }, { period, measures }) => {
    const defaults = { source: data.source, period: data.period ?? period.label };
    const map = { file, at: ['shares'], raw: data.shares, kinds: ['shares'], measures } as const;
    const { value, problems } = readByMeasure(map, ({ measure, raw }) => ({
      value: buildParts(measure, raw, file, defaults),
      problems: [],
    }));
    return { value: { shares: value }, problems };
  },
});

function buildParts(
  measure: Measure,
  raw: z.infer<typeof parts.schema>,
  file: YamlFile,
  defaults: FigureDefaults,
): PeriodFigures['shares'][string] {
  const { id: whole, label } = measure;
  return Object.entries(raw).map(([name, { label: partLabel, percent }]) => {
    const identity = { ...measure, id: `${whole}.${name}`, label: `${label}: ${partLabel}` };
    const typedAt = { file, at: ['shares', whole, name, 'percent'] };
    return { id: name, name: partLabel, figure: buildFigure(identity, percent, typedAt, defaults) };
  });
}
