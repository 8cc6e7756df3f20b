import * as z from 'zod';
import { TO_COME, type Figure } from '../../model/figure.js';
import type { MeasureOf } from '../../model/measure.js';
import { makeError, type Checked, type Problem } from '../../model/problem.js';
import type { AreaFigures } from '../../model/period-data.js';
import { type Period } from '../../model/period.js';
import { slugify } from '../../model/slugify.js';
import { countMonths } from '../../model/month-span.js';
import { getWindowSpan, nameWindow } from '../../model/window.js';
import { nameUnit } from '../../model/unit.js';
import { field } from '../../schema/field.js';
import { id, text } from '../../schema/scalars.js';
import type { ValidYaml } from '../source-reader.js';
import { warnOfSmallDesignEffects } from '../warn-of-small-design-effects.js';
import type { Path, YamlFile } from '../yaml/yaml-file.js';
import { areaResult } from './area-result-schema.js';
import type { FigureDefaults } from './build-figure.js';
import { checkRanking } from './check-ranking.js';
import { defineEntries, defineFields, empty, keep } from './declared-schema.js';
import { designEffect, fileSource, seriesBreak } from './figure-schemas.js';
import { definePeriodFile } from './period-file.js';
import { readAreaResult, type RawResult } from './read-area-result.js';
import { readByMeasure } from './read-by-measure.js';
import { readEntries } from './read-entries.js';
import { readSpan } from './read-span.js';

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
  break: seriesBreak.optional(),
  note: empty(
    field(
      text.nullable(),
      "what a reader must know of this period's results, printed under their table",
      'Abbey and Denton were published in another order.',
    ),
  ).optional(),
  whole: areaResult
    .describe('the result for all areas together, from the same source', 61, { base: 4210, count: 2568 })
    .optional(),
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

/** Results by area. Areas that are not published are absent, never 0. */
export const areas = definePeriodFile({
  name: 'areas',
  contents,
  fills: ['areas'],
  read: ({ data, file }: ValidYaml<AreasFile>, { period, measures, areaNames }) => {
    const map = { file, at: ['rankings'], raw: data.rankings, kinds: ['area-ranking'], measures } as const;
    const { value, problems } = readByMeasure(map, ({ measure, raw, at }) => {
      const defaults = buildDefaults(raw, measure, data.source, period);
      const ranking = readRanking(measure, raw, file, at, defaults, period);
      return {
        value: ranking.value,
        problems: [
          ...checkRanking(raw, measure, areaNames, file, at),
          ...checkSurveyKeys(raw, measure, file, at),
          ...ranking.problems,
        ],
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
  period: Period,
): Checked<AreaFigures> {
  const results = readEntries(raw.published, (name, result) => {
    const identity = { id: `${measure.id}.${slugify(name)}`, label: `${measure.label}, ${name}` };
    const figure = readAreaResult(measure, identity, result, file, [...at, 'published', name], defaults);
    return { ...figure, value: figure.value && addSpan(figure.value, result, measure, period) };
  });
  const published = Object.entries(results.value).map(([name, figure]) => ({
    id: slugify(name),
    name,
    figure,
  }));
  const whole = readWhole(measure, raw, file, [...at, 'whole'], defaults);
  return {
    value: {
      of: raw.of,
      othersAreBetween: raw.unpublished === 'between',
      assumed: defaults.assumed ?? undefined,
      note: raw.note ?? undefined,
      seriesBreak: raw.break ?? undefined,
      published,
      whole: whole.value,
      place: file.placeOf([...at, 'published']),
      reason: explainNone(raw),
    },
    problems: [...results.problems, ...whole.problems],
  };
}

/** Adds the months that a result covers. Only a published result can state its own. */
function addSpan(
  figure: Figure,
  raw: RawResult,
  { window }: MeasureOf<'area-ranking'>,
  period: Period,
): Figure {
  const stated = typeof raw === 'object' && raw !== null && 'value' in raw ? raw : null;
  return { ...figure, span: readSpan(stated, window, period) };
}

function explainNone({ published }: Ranking): string | undefined {
  if (published === null) return TO_COME;
  return Object.keys(published).length === 0 ? 'none is published' : undefined;
}

/** Reads the result for all areas together, if the file states it. The base of an area is not that of the whole. */
function readWhole(
  measure: MeasureOf<'area-ranking'>,
  { whole }: Ranking,
  file: YamlFile,
  at: Path,
  defaults: FigureDefaults,
): Checked<Figure | null> {
  if (whole === undefined) return { value: null, problems: [] };
  if (measure.overall !== undefined) {
    const hint = `Delete it, or delete overall: ${measure.overall} from "${measure.id}" in measures.yaml.`;
    return refuse(file, at, 'the result for all areas together is stated twice', hint);
  }
  if (measure.unit === 'count')
    return refuse(file, at, 'the count of an area cannot be compared with that of all areas together', RATES);
  const identity = { id: `${measure.id}.overall`, label: `${measure.label}, all areas` };
  return readAreaResult(measure, identity, whole, file, at, { ...defaults, base: undefined });
}

const RATES =
  'Delete it. To compare areas of different size, use rates: unit: ratio and per: in measures.yaml.';

function refuse(file: YamlFile, at: Path, message: string, hint: string): Checked<null> {
  return { value: null, problems: [makeError('key-is-known', file.keyPlaceOf(at), message, { hint })] };
}

const SURVEY_KEYS = ['equal-bases', 'design-effect'] as const;

/** Reports what only a survey has, in results that are no percentages. */
function checkSurveyKeys(
  raw: Ranking,
  { unit }: MeasureOf<'area-ranking'>,
  file: YamlFile,
  at: Path,
): Problem[] {
  if (unit === 'percent') return [];
  return SURVEY_KEYS.filter((key) => raw[key] != null).map((key) =>
    makeError(
      'key-is-known',
      file.keyPlaceOf([...at, key]),
      `"${key}" is not used with unit: ${nameUnit(unit)}`,
      {
        hint: 'It is used with unit: percent.',
      },
    ),
  );
}

/** Returns the details of every area's figure. Bases are only assumed equal if the file says why. */
function buildDefaults(
  raw: Ranking,
  { survey, unit, window }: MeasureOf<'area-ranking'>,
  source: string | null,
  period: Period,
): FigureDefaults {
  if (unit !== 'percent') return { source, period: nameWindow(window, period) };
  const interviews = survey?.interviews?.value;
  const months = countMonths(getWindowSpan(window, period));
  const assumed = raw['equal-bases'] ?? undefined;
  const hasEqualBases = assumed !== undefined && typeof interviews === 'number';
  return {
    source,
    period: nameWindow(window, period),
    designEffect: raw['design-effect'] ?? survey?.designEffect,
    base: hasEqualBases ? Math.round((interviews * months) / 12 / raw.of) : undefined,
    assumed,
  };
}
