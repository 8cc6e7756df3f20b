import { didYouMean } from '../model/did-you-mean.js';
import { TO_COME, type Figure, type Unit } from '../model/figure.js';
import type { Measure, MeasureKind } from '../model/measure.js';
import type { Answers } from '../model/quarter-data.js';
import { fault, type Place, type Problem } from '../model/problem.js';
import type { Quarter } from '../model/quarter.js';
import type { Path, YamlFile } from './parse-yaml.js';

/** What the readers of a quarter's files share. */
export interface QuarterContext {
  quarter: Quarter;
  measures: Measure[];
  problems: Problem[];
}

/** A figure as an author types it: the number alone, or a map with what is special about it. Null is still to come. */
export type RawFigure =
  | number
  | null
  | {
      value: number | null;
      source?: string | null | undefined;
      reason?: string | null | undefined;
      'design-effect'?: number | null | undefined;
      [key: string]: unknown;
    };

/** What holds for all figures of a file that do not say otherwise. */
export interface Defaults {
  /** Null while it is to come. */
  source: string | null;
  period: string;
  base?: number | undefined;
  qualifier?: string | undefined;
  designEffect?: number | undefined;
  assumed?: string | null | undefined;
}

/** A number as published becomes a figure: percentages are held as fractions. */
export function makeFigure(
  id: string,
  label: string,
  unit: Unit,
  raw: RawFigure,
  file: YamlFile,
  at: Path,
  defaults: Defaults,
): Figure {
  const {
    value,
    'design-effect': designEffect,
    reason,
    ...own
  } = typeof raw === 'object' && raw !== null ? raw : { value: raw, ...NOTHING_SPECIAL };
  const base = value === null ? undefined : defaults.base; // nobody has been asked yet
  return {
    ...given({ ...defaults, base, ...given({ designEffect, ...own }) }),
    source: own.source ?? defaults.source ?? '',
    id,
    label,
    unit,
    ...valueOf(value, unit, reason),
    place: file.placeOf(at),
  };
}

const NOTHING_SPECIAL = { source: undefined, reason: undefined, 'design-effect': undefined };

/** A value as published, in the figure's unit; or why there is none. */
export function valueOf(
  value: number | null,
  unit: Unit,
  reason: string | null | undefined,
): Pick<Figure, 'value' | 'reason'> {
  if (value === null) return { value, reason: reason ?? TO_COME };
  return { value: unit === 'percent' || unit === 'points' ? value / 100 : value };
}

interface RawAnswers {
  base: number | null;
  count?: number | null | undefined;
  'weighted-base'?: number | null | undefined;
  'weighted-count'?: number | null | undefined;
  'design-effect'?: number | null | undefined;
  assumed?: string | null | undefined;
  source?: string | null | undefined;
}

/** Answers counted, checked: those who gave an answer are among those who were asked. Null where they cannot be used. */
export function makeAnswers(
  id: string,
  label: string,
  raw: RawAnswers,
  file: YamlFile,
  at: Path,
  defaults: Defaults,
  problems: Problem[],
): Answers | null {
  const weighted = raw['weighted-base'] !== undefined || raw['weighted-count'] !== undefined;
  const prefix = weighted ? 'weighted-' : '';
  const weightedBase = weighted ? raw['weighted-base'] : raw.base;
  const weightedCount = weighted ? raw['weighted-count'] : raw.count;
  if (weightedBase === undefined || weightedCount === undefined) {
    problems.push(
      fault('key-is-present', file.placeOf(at), `the answers of ${label} are not complete`, {
        expected: 'base and count; or base, weighted-base and weighted-count',
      }),
    );
    return null;
  }
  const designEffect = raw['design-effect'] ?? defaults.designEffect;
  const shared = {
    ...given({ ...defaults, designEffect, assumed: raw.assumed ?? defaults.assumed }),
    id,
    label,
    unit: 'percent' as const,
    place: file.placeOf(at),
    source: raw.source ?? defaults.source ?? '',
  };
  if (raw.base === null || weightedBase === null || weightedCount === null) {
    const figure: Figure = { ...shared, value: null, reason: TO_COME };
    return { figure, base: 0, weightedBase: 0, weightedCount: 0, designEffect: designEffect ?? null };
  }
  const pairs = [
    ['weighted-count', weightedCount, 'weighted-base', weightedBase],
    ['count', raw.count ?? 0, 'base', raw.base],
  ] as const;
  const above = pairs.find(([key, count, , base]) => raw[key] !== undefined && count > base);
  if (above) {
    const [countKey, count, baseKey, base] = above;
    problems.push(
      fault(
        'count-within-base',
        file.placeOf([...at, countKey]),
        `the ${countKey.replace('-', ' ')} ${count} is above the ${baseKey.replace('-', ' ')} ${base}`,
        { expected: `at most ${base}`, hint: 'Are the two exchanged?' },
      ),
    );
    return null;
  }
  if (raw.base > 0 && weightedBase === 0) {
    problems.push(
      fault('count-within-base', file.placeOf([...at, 'weighted-base']), `${raw.base} people weigh nothing`, {
        expected: 'the sum of their weights, more than 0',
      }),
    );
    return null;
  }
  const figure: Figure = {
    ...shared,
    value: weightedBase > 0 ? weightedCount / weightedBase : null,
    base: raw.base,
    formula: `${weightedCount} ÷ ${weightedBase}`,
    inputs: [
      counted(shared, 'count', weightedCount, file.placeOf([...at, `${prefix}count`])),
      counted(shared, 'base', weightedBase, file.placeOf([...at, `${prefix}base`])),
    ],
    ...(weightedBase === 0 && { reason: 'nobody was asked' }),
  };
  return { figure, base: raw.base, weightedBase, weightedCount, designEffect: designEffect ?? null };
}

/** One of the two numbers that a share is made of, as it stands in the file. */
function counted(
  { id, label, source, period }: Pick<Figure, 'id' | 'label' | 'source'> & { period?: string | undefined },
  what: 'count' | 'base',
  value: number,
  place: Place,
): Figure {
  return {
    id: `${id}.${what}`,
    label: `${label}: ${what === 'count' ? 'those who gave the answer' : 'those asked'}`,
    value,
    unit: 'count',
    place,
    source,
    ...(period !== undefined && { period }),
  };
}

/** The measure of a name and kind, or null with a Problem at the name. */
export function findMeasure(
  id: string,
  kinds: MeasureKind[],
  file: YamlFile,
  at: Path,
  { measures, problems }: QuarterContext,
): Measure | null {
  const known = measures.filter((one) => kinds.includes(one.kind));
  const found = known.find((one) => one.id === id);
  if (found) return found;
  const names = known.map((one) => one.id);
  const kind = kinds.join(' or ');
  problems.push(
    fault('measure-exists', file.keyPlaceOf(at), `measures.yaml has no measure "${id}" of the kind ${kind}`, {
      expected: names.length > 0 ? `one of ${names.join(', ')}` : undefined,
      hint: didYouMean(id, names),
    }),
  );
  return null;
}

/** The map without what was left out or is still empty: a figure has either something to say or no such key. */
export function given<T extends object>(map: T): { [K in keyof T]?: Exclude<T[K], undefined | null> } {
  return Object.fromEntries(
    Object.entries(map).filter(([, value]) => value !== undefined && value !== null),
  ) as never;
}
