import { normalFactor } from './distributions.js';
import { removeFloatNoise } from './rounding.js';

export interface Projection {
  /** How much of last year's total was counted by the same point. */
  share: number | null;
  projection: number | null;
  lower: number | null;
  upper: number | null;
  /** "95%", or why there is no interval. */
  interval: string;
}

/** Fewer events than this in any part of the two years say too little for an interval. */
const ENOUGH = 10;

/**
 * The count expected for the whole year if the rest of it stands to the year so far as it did last year. The interval is for
 * the part still to come, from the variances of four Poisson counts, `phi` times as large. With nothing of last year left to
 * come the year is complete.
 */
export function projectYearEnd(
  yearToDate: number,
  lastYearSamePoint: number,
  lastYearFull: number,
  phi: number,
  confidence: number,
): Projection {
  const rest = lastYearFull - lastYearSamePoint;
  const share = lastYearFull > 0 ? lastYearSamePoint / lastYearFull : null;
  const projection = share !== null && share > 0 ? yearToDate / share : null;
  if (projection === null) return { share, projection, lower: null, upper: null, interval: 'too few events' };
  if (rest === 0)
    return { share, projection, lower: yearToDate, upper: yearToDate, interval: 'complete year' };
  if ([lastYearSamePoint, rest, yearToDate].some((part) => part < ENOUGH))
    return { share, projection, lower: null, upper: null, interval: 'too few events' };
  const toCome = (yearToDate * rest) / lastYearSamePoint;
  const se = Math.sqrt(phi * (1 / lastYearSamePoint + 1 / rest + 1 / yearToDate + 1 / toCome));
  const factor = Math.exp(normalFactor(confidence) * se);
  return {
    share,
    projection,
    lower: yearToDate + toCome / factor,
    upper: yearToDate + toCome * factor,
    interval: `${removeFloatNoise(confidence * 100)}%`,
  };
}

export interface TargetStatus {
  status: 'met' | 'not met' | 'on course' | 'at risk' | 'off course' | 'not assessed';
  rag: 'green' | 'amber' | 'red' | null;
}

/**
 * How an estimate stands to its target, on unrounded figures. In the year, `at risk` means that chance alone may still reach
 * it; without an interval, that it is missed by no more than the share `tolerance` of the target.
 */
export function targetStatus(
  estimate: number | null,
  bounds: { lower: number | null; upper: number | null },
  target: number,
  betterWhen: 'higher' | 'lower',
  final: boolean,
  tolerance: number,
): TargetStatus {
  if (estimate === null) return { status: 'not assessed', rag: null };
  const reaches = (value: number): boolean => (betterWhen === 'higher' ? value >= target : value <= target);
  if (final) return reaches(estimate) ? { status: 'met', rag: 'green' } : { status: 'not met', rag: 'red' };
  if (reaches(estimate)) return { status: 'on course', rag: 'green' };
  const end = betterWhen === 'higher' ? bounds.upper : bounds.lower;
  const near =
    end === null ? Math.abs(estimate - target) <= tolerance * Math.abs(target) + 1e-12 : reaches(end);
  return near ? { status: 'at risk', rag: 'amber' } : { status: 'off course', rag: 'red' };
}
