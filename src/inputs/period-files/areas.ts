import * as z from 'zod';
import { TO_COME, type Figure } from '../../model/figure.js';
import type { MeasureOf, SurveyFields } from '../../model/measure.js';
import type { Checked } from '../../model/problem.js';
import type { AreaFigures } from '../../model/period-data.js';
import { type Period } from '../../model/period.js';
import { slugify } from '../../model/slugify.js';
import { field } from '../../schema/field.js';
import { id, text } from '../../schema/scalars.js';
import type { ValidYaml } from '../source-reader.js';
import { warnOfSmallDesignEffects } from '../warn-of-small-design-effects.js';
import type { Path, YamlFile } from '../yaml/yaml-file.js';
import { buildFigure, type FigureDefaults } from './build-figure.js';
import { checkRanking } from './check-ranking.js';
import { defineEither, defineEntries, defineFields, empty, keep } from './declared-schema.js';
import { answers, designEffect, fileSource, percentFigure } from './figure-schemas.js';
import { hideTooFew } from './hide-too-few.js';
import { definePeriodFile } from './period-file.js';
import { readAnswers } from './read-answers.js';
import { readByMeasure } from './read-by-measure.js';
import { readEntries } from './read-entries.js';

const areaResult = defineEither(percentFigure, answers).describe(
  "the area's result: a percentage, or counted answers",
  64,
  { base: 800, count: 512 },
);

const ranking = defineFields({
  of: keep(field(z.number().int().positive(), 'how many areas there are, published or not', 32)),
  unpublished: keep(
    field(
      z.enum(['between', 'anywhere']),
      'where the areas that are not published stand: between the best and the worst that are, or anywhere, which is the default',
      'between',
    ),
  ).optional(),
  'equal-bases': empty(
    field(
      text.nullable(),
      "why the survey's interviews are assumed to be spread equally over the areas",
      'The source gives no bases by area.',
    ),
  ).optional(),
  'design-effect': designEffect.optional(),
  note: empty(
    field(
      text.nullable(),
      "what a reader must know of this period's results, printed under their table",
      'Abbey and Denton were published in another order.',
    ),
  ).optional(),
  published: defineEntries(text, areaResult)
    .withNames('areas')
    .nullable()
    .describe('the published areas, by name; empty while they are to come'),
}).describe('the results of one measure by area');

const contents = defineFields({
  source: empty(fileSource),
  rankings: defineEntries(id, ranking)
    .describe('results by area, by measure')
    .withNames('measures of the kind area-ranking'),
}).describe("A period's results by area");

type AreasFile = z.infer<typeof contents.schema>;
type Ranking = AreasFile['rankings'][string];
type AreaResult = NonNullable<Ranking['published']>[string];

/** Results by area. Areas that are not published are absent, never 0. */
export const areas = definePeriodFile({
  name: 'areas',
  contents,
  fills: ['areas'],
  read: ({ data, file }: ValidYaml<AreasFile>, { period, measures, areaNames }) => {
    const map = { file, at: ['rankings'], raw: data.rankings, kind: 'area-ranking', measures } as const;
    const { value, problems } = readByMeasure(map, ({ measure, raw, at }) => {
      const ranking = readRanking(measure, raw, file, at, buildDefaults(raw, measure, data.source, period));
      return {
        value: ranking.value,
        problems: [...checkRanking(raw, measure, areaNames, file, at), ...ranking.problems],
      };
    });
    return { value: { areas: value }, problems: [...problems, ...warnOfSmallDesignEffects(file)] };
  },
});

function readRanking(
  measure: MeasureOf<'area-ranking'>,
  raw: Ranking,
  file: YamlFile,
  at: Path,
  defaults: FigureDefaults,
): Checked<AreaFigures> {
  const results = readEntries(raw.published, (name, result) =>
    readArea(measure, name, result, file, [...at, 'published', name], defaults),
  );
  const published = Object.entries(results.value).map(([name, figure]) => ({
    id: slugify(name),
    name,
    figure,
  }));
  return {
    value: {
      of: raw.of,
      othersAreBetween: raw.unpublished === 'between',
      assumed: defaults.assumed ?? undefined,
      note: raw.note ?? undefined,
      published,
      place: file.placeOf([...at, 'published']),
      reason: explainNone(raw),
    },
    problems: results.problems,
  };
}

function explainNone({ published }: Ranking): string | undefined {
  if (published === null) return TO_COME;
  return Object.keys(published).length === 0 ? 'none is published' : undefined;
}

function readArea(
  measure: MeasureOf<'area-ranking'>,
  name: string,
  raw: AreaResult,
  file: YamlFile,
  at: Path,
  defaults: FigureDefaults,
): Checked<Figure | null> {
  const identity = { id: `${measure.id}.${slugify(name)}`, label: `${measure.label}, ${name}` };
  if (isAnswers(raw)) {
    const { value, problems } = readAnswers(identity, raw, file, at, defaults);
    return { value: value && hideTooFew(value.figure, measure), problems };
  }
  const figure = buildFigure({ ...identity, unit: measure.unit }, raw, file.placeOf(at), defaults);
  return { value: hideTooFew(figure, measure), problems: [] };
}

function isAnswers(raw: AreaResult): raw is z.infer<typeof answers.schema> {
  return typeof raw === 'object' && raw !== null && !('value' in raw);
}

/** Returns the details of every area's figure. Bases are only assumed equal if the file says why. */
function buildDefaults(
  raw: Ranking,
  { survey }: SurveyFields,
  source: string | null,
  period: Period,
): FigureDefaults {
  const interviews = survey?.interviews?.value;
  const assumed = raw['equal-bases'] ?? undefined;
  const hasEqualBases = assumed !== undefined && typeof interviews === 'number';
  return {
    source,
    period: `${period.label}, rolling 12 months`,
    designEffect: raw['design-effect'] ?? survey?.designEffect,
    base: hasEqualBases ? Math.round(interviews / raw.of) : undefined,
    assumed,
  };
}
