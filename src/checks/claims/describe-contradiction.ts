import { formatValue } from '../../format/figures.js';
import type { Indicator } from '../../model/indicator.js';
import { windowLabel, type Period } from '../../model/period.js';
import { findPeriodChange } from './compare-periods.js';
import { contradicts, findOlderRecord } from './contradicts.js';
import { describeMove } from './describe-move.js';
import type { Claim } from './claim.js';
import { findLabels } from './tokens.js';

/** Describes the figure that contradicts a claim: "fell by 6 percentage points compared with 2007/08, from 56% to 50%". Null if none does. */
export function describeContradiction(
  claim: Claim,
  text: string,
  indicator: Indicator,
  period: Period,
): string | null {
  if (/^(?:highest|lowest|best|worst)$/.test(claim.direction)) return describeOlderRecord(claim, indicator);
  const change = findPeriodChange(removeLabels(text, indicator), indicator, period);
  if (!change || !contradicts(claim, change)) return null;
  const verdict = change.isUnclear && claim.isLarge ? ', which chance alone could explain' : '';
  return `${describeMove(change)}${verdict}`;
}

/** Removes a measure's name, whose words say nothing about the period: "waits over twelve weeks". */
function removeLabels(text: string, { label, short }: Indicator): string {
  const [span] = findLabels(text, [label.toLowerCase(), short.toLowerCase()]);
  return span ? `${text.slice(0, span.from)} ${text.slice(span.to)}` : text;
}

function describeOlderRecord({ direction }: Claim, indicator: Indicator): string | null {
  const older = findOlderRecord(direction, indicator);
  if (!older) return null;
  const name = older.figure.unit === 'percent' ? windowLabel(older.period) : older.period.label;
  return `is ${formatValue(indicator.value)}, and was ${formatValue(older.figure)} in ${name}`;
}
