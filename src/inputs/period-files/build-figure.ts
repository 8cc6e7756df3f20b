import type { DayWindow } from '../../model/day-window.js';
import { TO_COME, type Figure } from '../../model/figure.js';
import type { Unit } from '../../model/unit.js';
import type { Path, YamlFile } from '../yaml/yaml-file.js';
import { countPlaces, countTypedPlaces, toFigureValue } from '../../model/published-value.js';
import { formatWindow } from '../../model/name-span.js';
import { omitEmpty } from '../omit-empty.js';

/** A figure as an author types it: the number alone, or a map with its details. Null means still to come. */
export type RawFigure = number | null | RawFigureMap;

interface RawFigureMap {
  value: number | null;
  source?: string | null | undefined;
  period?: string | null | undefined;
  window?: DayWindow | null | undefined;
  reason?: string | null | undefined;
  base?: number | null | undefined;
  qualifier?: string | null | undefined;
  assumed?: string | null | undefined;
  revised?: string | null | undefined;
  was?: number | null | undefined;
  break?: string | null | undefined;
  margin?: number | null | undefined;
  confirmed?: boolean | null | undefined;
  'design-effect'?: number | null | undefined;
}

/** The name of a figure in data and templates, its label in words, its unit and how it is printed. */
export type FigureIdentity = Pick<Figure, 'id' | 'label' | 'unit' | 'places' | 'isSigned'>;

/** The place at which an author types a figure. */
export interface TypedAt {
  file: YamlFile;
  at: Path;
}

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
  { id, label, unit, places, isSigned }: FigureIdentity,
  raw: RawFigure,
  { file, at }: TypedAt,
  defaults: FigureDefaults,
): Figure {
  const map: RawFigureMap = typeof raw === 'object' && raw !== null ? raw : { value: raw };
  const typed = file.sourceOf(map === raw ? [...at, 'value'] : at);
  const { value, reason, margin, was, break: seriesBreak, 'design-effect': designEffect, ...details } = map;
  // A default base is that of a survey, and a figure that is still to come has none yet.
  const base = value === null ? undefined : defaults.base;
  return {
    ...omitEmpty({ ...defaults, base }),
    ...omitEmpty({ designEffect, seriesBreak, ...details }),
    ...(details.window && { period: formatWindow(details.window) }),
    id,
    label,
    unit,
    source: details.source ?? defaults.source ?? '',
    ...readValueOrReason({ value, unit, reason, typed, places }),
    ...(isSigned === true && { isSigned }),
    ...(typeof margin === 'number' && value !== null && { margin: toFigureValue(margin, unit) }),
    ...(typeof was === 'number' && {
      revised: details.revised ?? '',
      revisedFrom: { value: toFigureValue(was, unit) },
    }),
    place: file.placeOf(at),
  };
}

/** A published value, or the reason why there is none. */
interface StatedValue {
  value: number | null;
  unit: Unit;
  reason: string | null | undefined;
  /** The number as the author typed it, for its decimal places. */
  typed: string;
  /** The decimal places that the measure or fact asks for. */
  places: number | undefined;
}

/** Converts a published value to the figure's unit and keeps its decimal places, or states why there is none. */
function readValueOrReason({
  value,
  unit,
  reason,
  typed,
  places,
}: StatedValue): Pick<Figure, 'value' | 'reason' | 'places'> {
  if (value === null) return { value, reason: reason ?? TO_COME };
  return {
    value: toFigureValue(value, unit),
    places: places ?? countTypedPlaces(typed) ?? countPlaces(value),
  };
}
