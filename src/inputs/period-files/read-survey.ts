import type * as z from 'zod';
import { toPercent } from '../../format.js';
import { suggestName } from '../../model/suggest-name.js';
import { TO_COME } from '../../model/figure.js';
import { explainSmallBase, type Measure } from '../../model/measure.js';
import type { Answers, QuarterData } from '../../model/quarter-data.js';
import { makeError, makeWarning, type Problem } from '../../model/problem.js';
import { quarterLabel } from '../../model/quarter.js';
import { slugify } from '../../model/slugify.js';
import { findMeasure, type QuarterContext } from './find-measure.js';
import { makeAnswers } from './make-answers.js';
import { makeFigure, type Defaults } from './make-figure.js';
import type { areasSchema, surveySchema } from './quarter-files.js';
import type { Path, YamlFile } from '../yaml/parse-yaml.js';
import type { ReadYaml } from '../source-reader.js';

type Survey = Pick<QuarterData, 'rolling' | 'waves' | 'groups'>;
type ReadSurvey = ReadYaml<z.infer<typeof surveySchema>>;
type ReadAreas = ReadYaml<z.infer<typeof areasSchema>>;

/** Survey results: published rolling figures, or the answers of the quarter's own interviews. */
export function readSurvey(read: ReadSurvey, context: QuarterContext): Survey {
  return {
    rolling: rollingFigures(read, context),
    waves: waves(read, context),
    groups: groups(read, context),
  };
}

function rollingFigures({ data, file }: ReadSurvey, context: QuarterContext): Survey['rolling'] {
  return fromEntries(data.rolling, (id, raw) => {
    const at = ['rolling', id];
    const measure = findMeasure(id, ['rolling-survey'], file, at, context);
    if (!measure) return null;
    const { interviews } = measure.survey ?? {};
    context.problems.push(...looksLikeFraction(raw, file, at));
    const figure = makeFigure(id, measure.label, measure.unit, raw, file, at, {
      ...defaultsOf(data, measure),
      period: `${quarterLabel(context.quarter)}, rolling 12 months`,
      ...(interviews &&
        !hasOwnBase(raw) && { base: interviews.value ?? undefined, assumed: interviews.assumed }),
    });
    return withEnoughAnswers(figure, measure);
  });
}

/** A base of its own stands on nothing that is assumed of the survey's. */
function hasOwnBase(raw: unknown): boolean {
  return typeof raw === 'object' && raw !== null && 'base' in raw && typeof raw.base === 'number';
}

function waves({ data, file }: ReadSurvey, context: QuarterContext): Survey['waves'] {
  return fromEntries(data.waves, (id, raw) => {
    const at = ['waves', id];
    const measure = findMeasure(id, ['rolling-survey'], file, at, context);
    const defaults = (found: Measure): Defaults => ({
      ...defaultsOf(data, found),
      period: quarterLabel(context.quarter),
    });
    return measure && makeAnswers(id, measure.label, raw, file, at, defaults(measure), context.problems);
  });
}

function groups({ data, file }: ReadSurvey, context: QuarterContext): Survey['groups'] {
  return fromEntries(data.groups, (id, raw) => {
    const measure = findMeasure(id, ['group-gap'], file, ['groups', id], context);
    if (!measure?.groups) return null;
    const known = Object.values(measure.groups);
    return fromEntries(raw, (group, one): Answers | null => {
      const at = ['groups', id, group];
      if (!known.includes(group)) {
        context.problems.push(
          makeError('group-exists', file.keyPlaceOf(at), `the gap "${id}" has no group "${group}"`, {
            expected: `one of ${known.join(', ')}`,
            hint: suggestName(group, known),
          }),
        );
        return null;
      }
      const defaults = { ...defaultsOf(data, measure), period: quarterLabel(context.quarter) };
      return makeAnswers(
        `${id}.${group}`,
        `${measure.label}: ${group}`,
        one,
        file,
        at,
        defaults,
        context.problems,
      );
    });
  });
}

/** Results by area. Areas that are not published are absent, never nought. */
export function readAreas({ data, file }: ReadAreas, context: QuarterContext): QuarterData['areas'] {
  return fromEntries(data.rankings, (id, ranking) => {
    const measure = findMeasure(id, ['area-ranking'], file, ['rankings', id], context);
    if (!measure) return null;
    const names = Object.entries(ranking.published ?? {});
    if (names.length > ranking.of)
      context.problems.push(
        makeError(
          'areas-fit',
          file.placeOf(['rankings', id, 'of']),
          `${names.length} areas are published of ${ranking.of}`,
          { hint: '`of` counts all areas, published or not.' },
        ),
      );
    const interviews = measure.survey?.interviews?.value;
    const assumed = ranking['equal-bases'] ?? undefined;
    const base =
      assumed !== undefined && typeof interviews === 'number'
        ? Math.round(interviews / ranking.of)
        : undefined;
    const defaults: Defaults = {
      source: data.source,
      period: `${quarterLabel(context.quarter)}, rolling 12 months`,
      designEffect: ranking['design-effect'] ?? measure.survey?.designEffect,
      base,
      assumed,
    };
    const published = names.flatMap(([name, raw]) => {
      const at = ['rankings', id, 'published', name];
      const area = slugify(name);
      const [own, label] = [`${id}.${area}`, `${measure.label}, ${name}`];
      context.problems.push(...looksLikeFraction(raw, file, at));
      const figure =
        typeof raw === 'object' && raw !== null && !('value' in raw)
          ? makeAnswers(own, label, raw, file, at, defaults, context.problems)?.figure
          : makeFigure(own, label, measure.unit, raw, file, at, defaults);
      return figure ? [{ id: area, name, figure: withEnoughAnswers(figure, measure) }] : [];
    });
    return {
      of: ranking.of,
      assumed,
      note: ranking.note ?? undefined,
      published,
      place: file.placeOf(['rankings', id, 'published']),
      reason: names.length === 0 ? (ranking.published === null ? TO_COME : 'none is published') : undefined,
    };
  });
}

function defaultsOf(data: ReadSurvey['data'], measure: Measure): Omit<Defaults, 'period'> {
  return { source: data.source, designEffect: data['design-effect'] ?? measure.survey?.designEffect };
}

/** A result of too few people says nothing: it is not available, with the reason. */
function withEnoughAnswers<F extends Answers['figure']>(figure: F, { survey }: Measure): F {
  const reason = figure.value === null ? null : explainSmallBase(figure.base, survey);
  return reason === null ? figure : { ...figure, value: null, reason };
}

/** 0.64 typed for 64 would be printed as 1%. A result may truly lie below one per cent. */
function looksLikeFraction(raw: unknown, file: YamlFile, at: Path): Problem[] {
  const found = typeof raw === 'object' && raw !== null && 'value' in raw ? raw.value : raw;
  if (typeof found !== 'number' || found <= 0 || found >= 1) return [];
  return [
    makeWarning('percentage-not-fraction', file.placeOf(at), `${found} is less than one per cent`, {
      expected: 'a percentage, as published',
      hint: `If ${toPercent(found)}% is meant, write ${toPercent(found)}.`,
    }),
  ];
}

function fromEntries<Raw, T>(
  raw: Record<string, Raw> | undefined,
  make: (id: string, value: Raw) => T | null,
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(raw ?? {}).flatMap(([id, value]) => {
      const made = make(id, value);
      return made === null ? [] : [[id, made] as const];
    }),
  );
}
