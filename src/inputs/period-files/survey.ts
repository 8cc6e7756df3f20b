import type * as z from 'zod';
import { adviseOnName } from '../../model/suggest-name.js';
import type { MeasureOf, SurveyFields } from '../../model/measure.js';
import { makeError, type Checked, type Problem } from '../../model/problem.js';
import type { Answers, PeriodFigures } from '../../model/period-data.js';
import { countMonths } from '../../model/month-span.js';
import { nameWindow } from '../../model/window.js';
import { type Period } from '../../model/period.js';
import { id } from '../../schema/scalars.js';
import type { ValidYaml } from '../source-reader.js';
import { warnOfSmallDesignEffects } from '../warn-of-small-design-effects.js';
import type { Path, YamlFile } from '../yaml/yaml-file.js';
import { buildFigure, type FigureDefaults, type RawFigure } from './build-figure.js';
import { defineEntries, defineFields, empty } from './declared-schema.js';
import { answers, designEffect, fileSource, percentInSeries, pointsInSeries } from './figure-schemas.js';
import { hideTooFew } from './hide-too-few.js';
import { definePeriodFile, type PeriodContext } from './period-file.js';
import { readAnswers } from './read-answers.js';
import { readByMeasure } from './read-by-measure.js';
import { checkSpan, readSpan } from './read-span.js';
import { readEntries } from './read-entries.js';

const contents = defineFields({
  source: empty(fileSource),
  'design-effect': designEffect.optional(),
  published: defineEntries(id, percentInSeries)
    .describe(
      'published results over the window of each measure, by measure; a result over other months states its period',
    )
    .withNames('measures of the kind survey')
    .optional(),
  waves: defineEntries(id, answers)
    .describe('answers of the interviews of this period alone, by measure')
    .withNames('measures of the kind survey')
    .optional(),
  groups: defineEntries(
    id,
    defineEntries(id, answers).describe('the answers of each group, by its name').withNames('groups'),
  )
    .describe('answers of the groups that a gap compares, over this period alone, by measure and group')
    .withNames('measures of the kind group-gap')
    .optional(),
  gaps: defineEntries(id, pointsInSeries)
    .describe(
      'published gaps between two groups, the reference less the other, by measure; changes of such gaps are not tested',
    )
    .withNames('measures of the kind group-gap')
    .optional(),
}).describe("A period's survey results");

type SurveyFile = ValidYaml<z.infer<typeof contents.schema>>;
type RawAnswers = z.infer<typeof answers.schema>;

/** Survey results: published figures, or the answers of the period's own interviews. */
export const survey = definePeriodFile({
  name: 'survey',
  contents,
  fills: ['published', 'waves', 'groups', 'gaps'],
  read: (surveyFile, context) => {
    const published = readPublished(surveyFile, context);
    const waves = readWaves(surveyFile, context);
    const groups = readGroups(surveyFile, context);
    const gaps = readGaps(surveyFile, context);
    return {
      value: {
        published: published.value,
        waves: waves.value,
        groups: groups.value,
        gaps: gaps.value,
      },
      problems: [
        ...published.problems,
        ...waves.problems,
        ...groups.problems,
        ...gaps.problems,
        ...warnOfSmallDesignEffects(surveyFile.file),
      ],
    };
  },
});

function readPublished(
  { data, file }: SurveyFile,
  { period, measures }: PeriodContext,
): Checked<PeriodFigures['published']> {
  const map = { file, at: ['published'], raw: data.published, kinds: ['survey'], measures } as const;
  return readByMeasure(map, ({ measure, raw, at }) => {
    const defaults = {
      ...buildYearlyDefaults(measure, raw, period),
      ...buildDefaults(data, measure, period),
    };
    const figure = buildFigure(
      measure,
      raw,
      { file, at },
      { ...defaults, period: nameWindow(measure.window, period) },
    );
    const span = readSpan(raw, measure.window, period);
    return {
      value: hideTooFew({ ...figure, span }, measure),
      problems: checkStatedSpan(span, raw, period, file, at),
    };
  });
}

/** Returns the survey's yearly interviews as the base of a figure over twelve months that states no base. */
function buildYearlyDefaults(
  { survey, window }: MeasureOf<'survey'>,
  raw: RawFigure,
  period: Period,
): Partial<FigureDefaults> {
  const hasBase = typeof raw === 'object' && typeof raw?.base === 'number';
  const span = readSpan(raw, window, period);
  const isOfYear = span !== 'unknown' && countMonths(span) === 12;
  const interviews = hasBase || !isOfYear ? undefined : survey?.interviews;
  return interviews ? { base: interviews.value ?? undefined, assumed: interviews.assumed } : {};
}

function readWaves(
  { data, file }: SurveyFile,
  { period, measures }: PeriodContext,
): Checked<PeriodFigures['waves']> {
  const map = { file, at: ['waves'], raw: data.waves, kinds: ['survey'], measures } as const;
  return readByMeasure(map, ({ measure, raw, at }) =>
    readAnswers(measure, raw, file, at, buildDefaults(data, measure, period)),
  );
}

function readGroups(
  { data, file }: SurveyFile,
  { period, measures }: PeriodContext,
): Checked<PeriodFigures['groups']> {
  const map = { file, at: ['groups'], raw: data.groups, kinds: ['group-gap'], measures } as const;
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

/** Reads gaps as published. A gap is not stated twice: by its value and by the answers of its groups. */
function readGaps(
  { data, file }: SurveyFile,
  { period, measures }: PeriodContext,
): Checked<PeriodFigures['gaps']> {
  const map = { file, at: ['gaps'], raw: data.gaps, kinds: ['group-gap'], measures } as const;
  return readByMeasure(map, ({ measure, raw, at }) => {
    if (data.groups?.[measure.id] !== undefined)
      return { value: null, problems: [refuseSecondGap(file, at)] };
    const defaults = { ...buildDefaults(data, measure, period), period: nameWindow(measure.window, period) };
    const figure = buildFigure(measure, raw, { file, at }, defaults);
    const span = readSpan(raw, measure.window, period);
    return {
      value: hideTooFew({ ...figure, span, groups: measure.groupNames }, measure),
      problems: checkStatedSpan(span, raw, period, file, at),
    };
  });
}

/** Checks the months of a figure at the key that states them. */
function checkStatedSpan(
  span: ReturnType<typeof readSpan>,
  raw: RawFigure,
  period: Period,
  file: YamlFile,
  at: Path,
): Problem[] {
  const isWindow = typeof raw === 'object' && raw?.window != null;
  return checkSpan(span, period, file.placeOf([...at, isWindow ? 'window' : 'period']), isWindow);
}

function refuseSecondGap(file: YamlFile, at: Path): Problem {
  return makeError(
    'key-is-known',
    file.keyPlaceOf(at),
    'this gap is stated twice: its value, and its groups',
    {
      hint: `Delete it here: it is computed from the answers under groups. Or delete groups: ${at.at(-1) ?? ''}.`,
    },
  );
}

function buildDefaults(data: SurveyFile['data'], { survey }: SurveyFields, period: Period): FigureDefaults {
  return {
    source: data.source,
    designEffect: data['design-effect'] ?? survey?.designEffect,
    period: period.label,
  };
}
