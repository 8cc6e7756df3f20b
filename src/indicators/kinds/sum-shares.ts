import { formatPercent, toPercent } from '../../format.js';
import { isToCome, type Figure } from '../../model/figure.js';
import type { Shares } from '../../model/shares.js';
import type { Measure } from '../../model/measure.js';
import { removeFloatNoise } from '../../statistics/rounding.js';
import { sumCheck } from '../../statistics/shares.js';
import { sum } from '../../statistics/sum.js';

/**
 * Parts of one whole with their sum. Rounded parts may miss 100 by half a point each; the note says so. Further off, the
 * note says that they do not add up, and the checks report it.
 */
export function sumShares(measure: Measure, parts: Shares['parts']): Shares {
  const missing = parts.find(({ figure }) => figure.value === null)?.figure;
  const total = missing ? null : removeFloatNoise(sum(parts.map(({ figure }) => figure.value ?? 0)));
  const first = parts[0]?.figure;
  const sumFigure: Figure = {
    id: `${measure.id}.sum`,
    label: `${measure.label}: sum`,
    value: total,
    unit: 'percent',
    place: first?.place ?? measure.place,
    source: first?.source ?? measure.source,
    ...(missing
      ? { reason: missing.reason ?? `no figure for ${missing.label}` }
      : { formula: parts.map((part) => formatPercent(part.figure.value ?? 0)).join(' + ') }),
    inputs: parts.map(({ figure }) => figure),
  };
  return {
    id: measure.id,
    label: measure.label,
    parts,
    sum: sumFigure,
    note: noteOn(sumFigure, total, parts),
  };
}

/** Parts that are to come say so themselves. */
function noteOn(sum: Figure, total: number | null, parts: Shares['parts']): string | null {
  if (total === null) return isToCome(sum) ? null : `Their sum is not available: ${sum.reason ?? ''}.`;
  const rounded = parts.map(({ figure }) => String(toPercent(figure.value ?? 0)));
  const places = Math.max(0, ...rounded.map((text) => text.split('.')[1]?.length ?? 0));
  const { needsNote, possible } = sumCheck(rounded, places);
  if (!needsNote) return null;
  const shown = formatPercent(total, places);
  return possible
    ? `The shares add up to ${shown} because each is rounded.`
    : `The shares add up to ${shown}; those published do not cover the whole, or overlap.`;
}
