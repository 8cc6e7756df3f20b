import { formatPlainValue } from './grid/format-grid-value.js';
import { countPlaces } from '../model/published-value.js';
import { isFraction, type Unit } from '../model/unit.js';
import { removeFloatNoise } from '../statistics/rounding.js';

/** The axis of values: its ends and ticks in the unit of the figures. */
export interface ValueScale {
  min: number;
  max: number;
  ticks: { value: number; text: string }[];
}

/** The steps between ticks, times a power of ten. */
const STEPS = [1, 2, 2.5, 5, 10];

/**
 * Chooses an axis with round ticks around values. It includes zero unless `mayStartLater`: then a percentage may start at a whole
 * ten. Counts have no ticks between whole numbers.
 */
export function chooseScale(
  values: readonly number[],
  unit: Unit,
  { mostTicks = 6, mayStartLater = false }: { mostTicks?: number; mayStartLater?: boolean } = {},
): ValueScale {
  const factor = isFraction(unit) ? 100 : 1;
  const shown = values.length > 0 ? values.map((value) => value * factor) : [0];
  const [least, most] = [Math.min(...shown), Math.max(...shown)];
  const isLater = mayStartLater && unit === 'percent' && least >= 10 && least > most * 0.25;
  const low = isLater ? Math.floor((least - 1) / 10) * 10 : Math.min(0, least);
  const high = isLater
    ? Math.min(Math.max(100, most), Math.ceil((most + 1) / 10) * 10)
    : Math.max(0, most) || (low < 0 ? 0 : 1);
  const step = chooseStep((high - low) / (mostTicks - 1), unit === 'count');
  const first = Math.floor(removeFloatNoise(low / step)) * step;
  const last = capAtWhole(Math.ceil(removeFloatNoise(high / step)) * step, most, unit);
  const count = Math.round((last - first) / step);
  const isSigned = first < 0 && unit === 'points';
  return {
    min: first / factor,
    max: last / factor,
    ticks: Array.from({ length: count + 1 }, (_, index) => {
      const tick = removeFloatNoise(first + index * step);
      const value = removeFloatNoise(tick / factor);
      return { value, text: formatPlainValue({ value, unit, places: countPlaces(tick), isSigned }) };
    }),
  };
}

/** Percentages of a whole end at 100. */
function capAtWhole(last: number, most: number, unit: Unit): number {
  return unit === 'percent' && most <= 100 && last > 100 ? 100 : last;
}

function chooseStep(least: number, isWhole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(least));
  // A step of 2.5 would add a decimal place.
  const step =
    STEPS.filter((one) => one !== 2.5 || power >= 10)
      .map((one) => one * power)
      .find((one) => one >= least - 1e-9) ?? 10 * power;
  return isWhole ? Math.max(1, Math.ceil(step)) : removeFloatNoise(step);
}
