import { toPercent } from '../../format.js';
import { TO_COME, type Figure, type Unit } from '../../model/figure.js';
import { given } from './given.js';
import type { Path, YamlFile } from '../yaml/parse-yaml.js';

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
  return { value: inUnit(value, unit) };
}

/** A number as published, as figures hold it: percentages and points are fractions. */
export function inUnit(value: number, unit: Unit): number {
  return isFraction(unit) ? value / 100 : value;
}

/** A number as figures hold it, as published. */
export function asPublished(value: number, unit: Unit): number {
  return isFraction(unit) ? toPercent(value) : value;
}

function isFraction(unit: Unit): boolean {
  return unit === 'percent' || unit === 'points';
}
