import { formatPercent, toPercent } from '../format/numbers.js';
import { isToCome, type Figure } from '../model/figure.js';
import type { Shares } from '../model/shares.js';
import type { MeasureFields } from '../model/measure.js';
import { removeFloatNoise } from '../statistics/rounding.js';
import { sumCheck } from '../statistics/shares.js';
import { sum } from '../statistics/sum.js';
import { countDecimals } from './count-decimals.js';

type Parts = Shares['parts'];

/**
 * Sums the parts of a whole. Rounded parts may miss 100 by half a point each, and the note says so. If they
 * miss it by more, the note says that they do not add up, and the checks report it.
 */
export function sumShares(measure: MeasureFields, parts: Parts): Shares {
  const figure = makeSumFigure(measure, parts);
  return { id: measure.id, label: measure.label, parts, sum: figure, note: writeSumNote(figure, parts) };
}

function makeSumFigure(measure: MeasureFields, parts: Parts): Figure {
  const figures = parts.map(({ figure }) => figure);
  const missing = figures.find(({ value }) => value === null);
  return {
    id: `${measure.id}.sum`,
    label: `${measure.label}: sum`,
    value: missing ? null : removeFloatNoise(sum(figures.map(({ value }) => value ?? 0))),
    unit: 'percent',
    place: figures[0]?.place ?? measure.place,
    source: figures[0]?.source ?? measure.source,
    ...(missing
      ? { reason: missing.reason ?? `no figure for ${missing.label}` }
      : { formula: figures.map(({ value }) => formatPercent(value ?? 0)).join(' + ') }),
    inputs: figures,
  };
}

/** Writes a note if the parts do not add up to 100. Parts that are to come need no note. */
function writeSumNote(total: Figure, parts: Parts): string | null {
  if (total.value === null)
    return isToCome(total) ? null : `Their sum is not available: ${total.reason ?? ''}.`;
  const places = Math.max(0, ...parts.map(({ figure }) => countDecimals(figure)));
  const published = parts.map(({ figure }) => String(toPercent(figure.value ?? 0)));
  const { needsNote, possible } = sumCheck(published, places);
  if (!needsNote) return null;
  const text = formatPercent(total.value, places);
  return possible
    ? `The shares add up to ${text} because each is rounded.`
    : `The shares add up to ${text}. Either some overlap, or some parts of the whole are missing.`;
}
