import * as z from 'zod';
import { TO_COME, type Figure } from '../../model/figure.js';
import type { MeasureOf, SurveyFields } from '../../model/measure.js';
import { makeError, type Checked, type Problem } from '../../model/problem.js';
import type { AreaFigures } from '../../model/quarter-data.js';
import { quarterLabel, type Quarter } from '../../model/quarter.js';
import { slugify } from '../../model/slugify.js';
import { field } from '../../schema/field.js';
import { id, text } from '../../schema/scalars.js';
import type { ValidYaml } from '../source-reader.js';
import { warnOfSmallDesignEffects } from '../warn-of-small-design-effects.js';
import type { Path, YamlFile } from '../yaml/yaml-file.js';
import { buildFigure, type FigureDefaults } from './build-figure.js';
import type { CarryOverException } from './carry-over.js';
import { defineEither, defineEntries, defineFields, empty, keep } from './declared-schema.js';
import { answers, designEffect, fileSource, percentFigure } from './figure-schemas.js';
import { hideTooFew } from './hide-too-few.js';
import { definePeriodFile } from './period-file.js';
import { readAnswers } from './read-answers.js';
import { readByMeasure } from './read-by-measure.js';
import { readEntries } from './read-entries.js';
import { warnOfFraction } from './warn-of-fraction.js';

const areaResult = defineEither(percentFigure, answers).describe(
  "the area's result: a percentage, or counted answers",
  64,
  { base: 800, count: 512 },
);

const ranking = defineFields({
  of: keep(field(z.number().int().positive(), 'how many areas there are, published or not', 32)),
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
      "what a reader must know of this quarter's results, printed under their table",
      'Abbey and Denton were published in another order.',
    ),
  ).optional(),
  published: defineEntries(text, areaResult)
    .nullable()
    .describe('the published areas, by name; empty while they are to come'),
}).describe('the results of one measure by area');

const contents = defineFields({
  source: empty(fileSource),
  rankings: defineEntries(id, ranking).describe('results by area, by measure'),
}).describe("A quarter's results by area");

type AreasFile = z.infer<typeof contents.schema>;
type Ranking = AreasFile['rankings'][string];
type AreaResult = NonNullable<Ranking['published']>[string];

/** Results by area. Areas that are not published are absent, never 0. */
export const areas = definePeriodFile({
  name: 'areas',
  contents,
  fills: ['areas'],
  findExceptions: emptyPartialRankings,
  read: ({ data, file }: ValidYaml<AreasFile>, { quarter, measures }) => {
    const map = { file, at: ['rankings'], raw: data.rankings, kind: 'area-ranking', measures } as const;
    const { value, problems } = readByMeasure(map, ({ measure, raw, at }) =>
      readRanking(measure, raw, file, at, buildDefaults(raw, measure, data.source, quarter)),
    );
    return { value: { areas: value }, problems: [...problems, ...warnOfSmallDesignEffects(file)] };
  },
});

/** Empties the names too if only some areas are published: their choice is a result of the period. */
function emptyPartialRankings({ rankings }: AreasFile): CarryOverException[] {
  return Object.entries(rankings)
    .filter(([, { of, published }]) => Object.keys(published ?? {}).length !== of)
    .map(([measure]) => ({
      path: ['rankings', measure, 'published'],
      carryOver: { kind: 'fill-in' },
    }));
}

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
      assumed: defaults.assumed ?? undefined,
      note: raw.note ?? undefined,
      published,
      place: file.placeOf([...at, 'published']),
      reason: explainNone(raw),
    },
    problems: [...findTooManyAreas(raw, file, at), ...results.problems],
  };
}

function explainNone({ published }: Ranking): string | undefined {
  if (published === null) return TO_COME;
  return Object.keys(published).length === 0 ? 'none is published' : undefined;
}

function findTooManyAreas({ of, published }: Ranking, file: YamlFile, at: Path): Problem[] {
  const count = Object.keys(published ?? {}).length;
  if (count <= of) return [];
  return [
    makeError('areas-fit', file.placeOf([...at, 'of']), `${count} areas are published of ${of}`, {
      hint: '`of` counts all areas, published or not.',
    }),
  ];
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
  return { value: hideTooFew(figure, measure), problems: warnOfFraction(raw, file.placeOf(at)) };
}

function isAnswers(raw: AreaResult): raw is z.infer<typeof answers.schema> {
  return typeof raw === 'object' && raw !== null && !('value' in raw);
}

/** Returns the details of every area's figure. Bases are only assumed equal if the file says why. */
function buildDefaults(
  raw: Ranking,
  { survey }: SurveyFields,
  source: string | null,
  quarter: Quarter,
): FigureDefaults {
  const interviews = survey?.interviews?.value;
  const assumed = raw['equal-bases'] ?? undefined;
  const hasEqualBases = assumed !== undefined && typeof interviews === 'number';
  return {
    source,
    period: `${quarterLabel(quarter)}, rolling 12 months`,
    designEffect: raw['design-effect'] ?? survey?.designEffect,
    base: hasEqualBases ? Math.round(interviews / raw.of) : undefined,
    assumed,
  };
}
