import { formatValue } from '../format/figures.js';
import { toPercent } from '../format/numbers.js';
import { isToCome, type Figure } from '../model/figure.js';
import type { Shares } from '../model/shares.js';
import type { MeasureFields } from '../model/measure.js';
import { removeFloatNoise } from '../statistics/rounding.js';
import { sumCheck } from '../statistics/shares.js';
import { sum } from '../statistics/sum.js';
import { countDecimals } from './count-decimals.js';

type Parts = Shares['parts'];

/**
 * Sums the parts of a whole as published. All print with the same number of decimals. Rounded parts may miss 100 by half a
 * unit of their last place each, and a note says so. If they miss it by more, a check warns the author.
 */
export function sumShares(measure: MeasureFields, published: Parts): Shares {
  const places = Math.max(0, ...published.map(({ figure }) => countDecimals(figure)));
  const parts = published.map((part) => ({ ...part, figure: { ...part.figure, places } }));
  const total = makeSumFigure(measure, parts, places);
  const isRounded = total.value !== null && missesByRounding(parts, places);
  return {
    id: measure.id,
    label: measure.label,
    parts,
    sum: total,
    note: isRounded ? 'The shares may not add up to 100% because of rounding.' : explainNoSum(total),
    isSumWrong: total.value !== null && !isRounded && total.value !== 1,
  };
}

function makeSumFigure(measure: MeasureFields, parts: Parts, places: number): Figure {
  const figures = parts.map(({ figure }) => figure);
  const missing = figures.find(({ value }) => value === null);
  return {
    id: `${measure.id}.sum`,
    label: `${measure.label}: sum`,
    value: missing ? null : removeFloatNoise(sum(figures.map(({ value }) => value ?? 0))),
    unit: 'percent',
    places,
    place: figures[0]?.place ?? measure.place,
    source: figures[0]?.source ?? measure.source,
    ...(missing
      ? { reason: missing.reason ?? `no figure for ${missing.label}` }
      : { formula: figures.map(formatValue).join(' + ') }),
    inputs: figures,
  };
}

/** Returns true if the parts do not add up to 100, and rounding alone explains it. */
function missesByRounding(parts: Parts, places: number): boolean {
  const published = parts.map(({ figure }) => String(toPercent(figure.value ?? 0)));
  const { needsNote, possible } = sumCheck(published, places);
  return needsNote && possible;
}

/** Explains why there is no sum. Parts that are to come need no note. */
function explainNoSum(total: Figure): string | null {
  return total.value !== null || isToCome(total)
    ? null
    : `Their sum is not available: ${total.reason ?? ''}.`;
}
