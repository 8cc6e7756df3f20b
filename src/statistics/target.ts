import { normalFactor } from './distributions.js';
import { removeFloatNoise } from './rounding.js';

export interface Projection {
  /** The fraction of last year's total that was counted by the same point. */
  share: number | null;
  projection: number | null;
  lower: number | null;
  upper: number | null;
  /** "95%" or "complete year". Without an interval: "too few events", or "none" if nothing can be projected. */
  interval: string;
}

/** An interval needs at least so many events in each part of the two years. */
const MINIMUM_EVENTS = 10;

/**
 * Projects the count for the whole year. It assumes the same ratio of the rest of the year to the year so far as last
 * year. The interval covers the rest of the year. It comes from the variances of four Poisson counts, multiplied
 * by `phi`. `isComplete` is true if the year has no rest. Last year's rest being 0 does not make this year's certain.
 */
export function projectYearEnd(
  yearToDate: number,
  lastYearSamePoint: number,
  lastYearFull: number,
  phi: number,
  confidence: number,
  isComplete = false,
): Projection {
  const rest = lastYearFull - lastYearSamePoint;
  const share = lastYearFull > 0 ? lastYearSamePoint / lastYearFull : null;
  if (isComplete)
    return {
      share,
      projection: yearToDate,
      lower: yearToDate,
      upper: yearToDate,
      interval: 'complete year',
    };
  if (share === null || share === 0)
    return { share, projection: null, lower: null, upper: null, interval: 'none' };
  const projection = yearToDate / share;
  if ([lastYearSamePoint, rest, yearToDate].some((part) => part < MINIMUM_EVENTS))
    return { share, projection, lower: null, upper: null, interval: 'too few events' };
  const expectedRest = (yearToDate * rest) / lastYearSamePoint;
  const se = Math.sqrt(phi * (1 / lastYearSamePoint + 1 / rest + 1 / yearToDate + 1 / expectedRest));
  const factor = Math.exp(normalFactor(confidence) * se);
  return {
    share,
    projection,
    lower: yearToDate + expectedRest / factor,
    upper: yearToDate + expectedRest * factor,
    interval: `${removeFloatNoise(confidence * 100)}%`,
  };
}

export interface TargetStatus {
  status: 'met' | 'not met' | 'on course' | 'at risk' | 'off course' | 'not assessed';
  rag: 'green' | 'amber' | 'red' | null;
}

/** Floating-point arithmetic moves a value by less than this share: 7 of 125 is a target of 5.6%, typed as 5.6 / 100. */
const ROUNDING_ERROR = 1e-14;

/**
 * Compares an unrounded estimate with its target. During the year, `at risk` means that the interval still
 * reaches the target. Without an interval, it means that the distance is at most the share `tolerance` of the
 * target. `final` is true at the end of the year.
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
  const sign = betterWhen === 'higher' ? 1 : -1;
  const reaches = (value: number): boolean => sign * (value - target) >= -ROUNDING_ERROR * Math.abs(target);
  if (final) return reaches(estimate) ? { status: 'met', rag: 'green' } : { status: 'not met', rag: 'red' };
  if (reaches(estimate)) return { status: 'on course', rag: 'green' };
  const end = betterWhen === 'higher' ? bounds.upper : bounds.lower;
  const isNear =
    end === null ? Math.abs(estimate - target) <= tolerance * Math.abs(target) + 1e-12 : reaches(end);
  return isNear ? { status: 'at risk', rag: 'amber' } : { status: 'off course', rag: 'red' };
}
