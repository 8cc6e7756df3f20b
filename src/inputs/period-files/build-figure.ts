import { TO_COME, type Figure, type Unit } from '../../model/figure.js';
import type { Place } from '../../model/problem.js';
import { countPlaces, toFigureValue } from '../../model/published-value.js';
import { omitEmpty } from '../omit-empty.js';

/** A figure as an author types it: the number alone, or a map with its details. Null means still to come. */
export type RawFigure = number | null | RawFigureMap;

interface RawFigureMap {
  value: number | null;
  source?: string | null | undefined;
  period?: string | null | undefined;
  reason?: string | null | undefined;
  base?: number | null | undefined;
  qualifier?: string | null | undefined;
  assumed?: string | null | undefined;
  revised?: string | null | undefined;
  break?: string | null | undefined;
  confirmed?: boolean | null | undefined;
  'design-effect'?: number | null | undefined;
}

/** The name of a figure in data and templates, its label in words, and its unit. */
export type FigureIdentity = Pick<Figure, 'id' | 'label' | 'unit'>;

/** The details of all figures of a file that do not state their own. */
export interface FigureDefaults {
  /** Null while it is to come. */
  source: string | null;
  period: string;
  base?: number | undefined;
  designEffect?: number | undefined;
  assumed?: string | null | undefined;
}

/** Builds a figure from a number as published. Percentages become fractions. */
export function buildFigure(
  { id, label, unit }: FigureIdentity,
  raw: RawFigure,
  place: Place,
  defaults: FigureDefaults,
): Figure {
  const map: RawFigureMap = typeof raw === 'object' && raw !== null ? raw : { value: raw };
  const { value, reason, 'design-effect': designEffect, break: seriesBreak, ...details } = map;
  // A default base is that of a survey, and a figure that is still to come has none yet.
  const base = value === null ? undefined : defaults.base;
  return {
    ...omitEmpty({ ...defaults, base }),
    ...omitEmpty({ designEffect, seriesBreak, ...details }),
    id,
    label,
    unit,
    source: details.source ?? defaults.source ?? '',
    ...readValueOrReason(value, unit, reason),
    place,
  };
}

/** Converts a published value to the figure's unit and keeps its decimal places, or states why there is none. */
export function readValueOrReason(
  value: number | null,
  unit: Unit,
  reason: string | null | undefined,
): Pick<Figure, 'value' | 'reason' | 'places'> {
  return value === null
    ? { value, reason: reason ?? TO_COME }
    : { value: toFigureValue(value, unit), places: countPlaces(value) };
}
