import { formatBareValue, formatValue, type PrintedValue } from '../../format/figures.js';
import type { Figure } from '../../model/figure.js';
import { isConfidential } from '../../model/disclosure.js';
import { EXEMPT } from '../../model/exemption.js';
import { MARKS } from '../../model/mark.js';
import { parseUnit, type Unit } from '../../model/unit.js';
import { formatNumber } from '../../format/numbers.js';
import { countPlaces } from '../../model/published-value.js';
import type { GridCell, GridSeries } from './row-grid.js';
import { isToCome, TO_COME } from '../../model/figure.js';

/** Formats a number at its mark: without the words of its unit, which stand at the axis. */
export function formatPlainValue(printed: PrintedValue): string {
  const { unit, value } = printed;
  const parts = parseUnit(unit);
  if (unit === 'points' || parts.kind === 'noun' || parts.kind === 'rate' || value === null)
    return formatBareValue(printed);
  return formatValue(printed);
}

/** Formats a cell with its mark: "62 [p]", "[c]", "to come". */
export function formatGridCell({ figure, mark }: GridCell, { places }: Pick<GridSeries, 'places'>): string {
  const symbol = mark === null ? null : MARKS[mark].symbol;
  if (!figure || figure.value === null) return symbol ?? formatAbsent(figure);
  // A difference has its sign.
  const isSigned = figure.isSigned === true || figure.unit === 'points';
  const number = formatPlainValue({ ...figure, places, isSigned });
  return symbol === null ? number : `${number} ${symbol}`;
}

function formatAbsent(figure: Figure | null): string {
  if (figure && isToCome(figure)) return TO_COME;
  if (figure && isConfidential(figure)) return MARKS.confidential.symbol;
  if (figure?.reason === EXEMPT) return MARKS.exempt.symbol;
  return figure?.isUnreliable === true ? MARKS.unreliable.symbol : MARKS['not available'].symbol;
}

/** Names the unit for the axis, if the numbers do not say it: "days", "per 1,000", "percentage points". */
export function nameAxisUnit(unit: Unit): string | null {
  const parts = parseUnit(unit);
  if (parts.kind === 'noun') return parts.plural;
  if (parts.kind === 'rate') return `per ${formatNumber(parts.per, countPlaces(parts.per))}`;
  return unit === 'points' ? 'percentage points' : null;
}
