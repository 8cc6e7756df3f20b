import type * as z from 'zod';
import { adviseOnName } from '../../model/suggest-name.js';
import type { MeasureOf, SurveyFields } from '../../model/measure.js';
import { makeError, type Checked } from '../../model/problem.js';
import type { Answers, PeriodFigures } from '../../model/period-data.js';
import { countMonths } from '../../model/month-span.js';
import { type Period } from '../../model/period.js';
import { id } from '../../schema/scalars.js';
import type { ValidYaml } from '../source-reader.js';
import { warnOfSmallDesignEffects } from '../warn-of-small-design-effects.js';
import type { Path, YamlFile } from '../yaml/yaml-file.js';
import { buildFigure, type FigureDefaults, type RawFigure } from './build-figure.js';
import { defineEntries, defineFields, empty } from './declared-schema.js';
import { answers, designEffect, fileSource, percentInSeries } from './figure-schemas.js';
import { hideTooFew } from './hide-too-few.js';
import { definePeriodFile, type PeriodContext } from './period-file.js';
import { readAnswers } from './read-answers.js';
import { readByMeasure } from './read-by-measure.js';
import { checkSpan, readSpan } from './read-span.js';
import { readEntries } from './read-entries.js';

const contents = defineFields({
  source: empty(fileSource),
  'design-effect': designEffect.optional(),
  rolling: defineEntries(id, percentInSeries)
    .describe(
      'published results over the twelve months that end with this period, by measure; a result over other months states its period',
    )
    .withNames('measures of the kind rolling-survey')
    .optional(),
  waves: defineEntries(id, answers)
    .describe('answers of the interviews of this period alone, by measure')
    .withNames('measures of the kind rolling-survey')
    .optional(),
  groups: defineEntries(
    id,
    defineEntries(id, answers).describe('the answers of each group, by its name').withNames('groups'),
  )
    .describe('answers of the groups that a gap compares, over this period alone, by measure and group')
    .withNames('measures of the kind group-gap')
    .optional(),
}).describe("A period's survey results");

type SurveyFile = ValidYaml<z.infer<typeof contents.schema>>;
type RawAnswers = z.infer<typeof answers.schema>;

/** Survey results: published rolling figures, or the answers of the quarter's own interviews. */
export const survey = definePeriodFile({
  name: 'survey',
  contents,
  fills: ['rolling', 'waves', 'groups'],
  read: (surveyFile, context) => {
    const rolling = readRolling(surveyFile, context);
    const waves = readWaves(surveyFile, context);
    const groups = readGroups(surveyFile, context);
    return {
      value: { rolling: rolling.value, waves: waves.value, groups: groups.value },
      problems: [
        ...rolling.problems,
        ...waves.problems,
        ...groups.problems,
        ...warnOfSmallDesignEffects(surveyFile.file),
      ],
    };
  },
});

function readRolling(
  { data, file }: SurveyFile,
  { period, measures }: PeriodContext,
): Checked<PeriodFigures['rolling']> {
  const map = { file, at: ['rolling'], raw: data.rolling, kind: 'rolling-survey', measures } as const;
  return readByMeasure(map, ({ measure, raw, at }) => {
    const defaults = {
      ...buildRollingDefaults(measure, raw, period),
      ...buildDefaults(data, measure, period),
    };
    const figure = buildFigure(measure, raw, file.placeOf(at), {
      ...defaults,
      period: `${period.label}, rolling 12 months`,
    });
    const span = readSpan(raw, period);
    return {
      value: hideTooFew({ ...figure, span }, measure),
      problems: [...checkSpan(span, period, file.placeOf([...at, 'period']))],
    };
  });
}

/** Returns the survey's yearly interviews as the base of a figure over twelve months that states no base. */
function buildRollingDefaults(
  { survey }: SurveyFields,
  raw: RawFigure,
  period: Period,
): Partial<FigureDefaults> {
  const hasBase = typeof raw === 'object' && typeof raw?.base === 'number';
  const span = readSpan(raw, period);
  const isOfYear = span !== 'unknown' && countMonths(span) === 12;
  const interviews = hasBase || !isOfYear ? undefined : survey?.interviews;
  return interviews ? { base: interviews.value ?? undefined, assumed: interviews.assumed } : {};
}

function readWaves(
  { data, file }: SurveyFile,
  { period, measures }: PeriodContext,
): Checked<PeriodFigures['waves']> {
  const map = { file, at: ['waves'], raw: data.waves, kind: 'rolling-survey', measures } as const;
  return readByMeasure(map, ({ measure, raw, at }) =>
    readAnswers(measure, raw, file, at, buildDefaults(data, measure, period)),
  );
}

function readGroups(
  { data, file }: SurveyFile,
  { period, measures }: PeriodContext,
): Checked<PeriodFigures['groups']> {
  const map = { file, at: ['groups'], raw: data.groups, kind: 'group-gap', measures } as const;
  return readByMeasure(map, ({ measure, raw, at }) =>
    readEntries(raw, (group, answersOfGroup) =>
      readGroup(measure, group, answersOfGroup, file, [...at, group], buildDefaults(data, measure, period)),
    ),
  );
}

function readGroup(
  { id: gap, label, groups }: MeasureOf<'group-gap'>,
  group: string,
  raw: RawAnswers,
  file: YamlFile,
  at: Path,
  defaults: FigureDefaults,
): Checked<Answers | null> {
  const known = Object.values(groups);
  if (known.includes(group))
    return readAnswers({ id: `${gap}.${group}`, label: `${label}: ${group}` }, raw, file, at, defaults);
  const problem = makeError(
    'group-exists',
    file.keyPlaceOf(at),
    `the gap "${gap}" has no group "${group}"`,
    adviseOnName(group, known),
  );
  return { value: null, problems: [problem] };
}

function buildDefaults(data: SurveyFile['data'], { survey }: SurveyFields, period: Period): FigureDefaults {
  return {
    source: data.source,
    designEffect: data['design-effect'] ?? survey?.designEffect,
    period: period.label,
  };
}
