import { sum } from './sum.js';

type Side = 'high' | 'low';

export interface ControlLimits {
  /** Months that have a value. */
  n: number;
  mean: number | null;
  /** The mean moving range. */
  amr: number | null;
  upl: number | null;
  lpl: number | null;
  mrUpper: number | null;
  /** Fewer than twelve months: the limits may still move. */
  trial: boolean;
  /** Of each month: "outside limits, high", "trend of 7, rising", "2 of 3 near limit, low" or "run of 7, low"; else null. */
  signals: (string | null)[];
  verdicts: ('concern' | 'improvement' | 'neutral' | null)[];
}

const RUN = 7;
const NEAR = 2 / 3;

/**
 * A control chart of single values (XmR; Wheeler 2000): limits at 2.66 mean moving ranges, and four signs of more than
 * ordinary variation in the order of their weight, as in the NHS's "Making data count": a month outside the limits; seven that
 * rise or fall one after the other (a month that ends one trend and begins another goes with the later one); two of three in
 * the outer third on one side; seven on one side of the mean. A month without a value breaks every run. `screen` leaves out
 * once the moving ranges above 3.267 times their mean.
 */
export function controlLimits(
  values: readonly (number | null)[],
  betterWhen: 'higher' | 'lower' | 'neither',
  screen: boolean,
): ControlLimits {
  const known = values.filter((value) => value !== null);
  const n = known.length;
  const trial = n < 12;
  const none = values.map(() => null);
  const amr = meanMovingRange(values, screen);
  if (n === 0 || amr === null)
    return {
      n,
      mean: n === 0 ? null : mean(known),
      amr,
      upl: null,
      lpl: null,
      mrUpper: null,
      trial,
      signals: none,
      verdicts: none,
    };
  const centre = mean(known);
  const reach = 2.66 * amr;
  const found = values.map((_, index) => signalAt(values, index, { centre, reach, speck: speckOf(known) }));
  return {
    n,
    mean: centre,
    amr,
    upl: centre + reach,
    lpl: centre - reach,
    mrUpper: 3.267 * amr,
    trial,
    signals: found.map((signal) => signal?.text ?? null),
    verdicts: found.map((signal) => (signal ? verdictOn(signal.side, betterWhen) : null)),
  };
}

function meanMovingRange(values: readonly (number | null)[], screen: boolean): number | null {
  const ranges = values.flatMap((value, index) => {
    const before = values[index - 1];
    return typeof value === 'number' && typeof before === 'number' ? [Math.abs(value - before)] : [];
  });
  if (ranges.length === 0) return null;
  const first = mean(ranges);
  return screen && first > 0 ? mean(ranges.filter((range) => range < 3.267 * first)) : first;
}

interface Signal {
  text: string;
  side: Side;
}

interface Limits {
  centre: number;
  reach: number;
  /** Differences up to this are of the computer's arithmetic: twelve months of 0.1 do not lie above their mean. */
  speck: number;
}

function speckOf(values: readonly number[]): number {
  return 1e-13 * Math.max(...values.map(Math.abs));
}

function signalAt(
  values: readonly (number | null)[],
  index: number,
  { centre, reach, speck }: Limits,
): Signal | null {
  const value = values[index];
  if (typeof value !== 'number') return null;
  const sideOf = (one: number): number => (Math.abs(one - centre) > speck ? Math.sign(one - centre) : 0);
  const beyond = (one: number, limit: number): boolean => Math.abs(one - centre) > limit + speck;
  const side: Side = sideOf(value) > 0 ? 'high' : 'low';
  if (beyond(value, reach)) return { text: `outside limits, ${side}`, side };

  const runs = windowsAt(values, index, RUN);
  const trend = runs.find((run) => Math.abs(sum(steps(run).map(Math.sign))) === RUN - 1);
  if (trend)
    return (trend[1] ?? 0) > (trend[0] ?? 0)
      ? { text: 'trend of 7, rising', side: 'high' }
      : { text: 'trend of 7, falling', side: 'low' };

  const oneSided = (run: number[]): boolean => Math.abs(sum(run.map(sideOf))) === run.length;
  const near = (one: number): boolean => !beyond(one, reach) && beyond(one, reach * NEAR);
  if (near(value) && windowsAt(values, index, 3).some((run) => oneSided(run) && run.filter(near).length >= 2))
    return { text: `2 of 3 near limit, ${side}`, side };
  return runs.some(oneSided) ? { text: `run of 7, ${side}`, side } : null;
}

/** Every stretch of that many months that holds the month and has no gap, the latest first. */
function windowsAt(values: readonly (number | null)[], index: number, length: number): number[][] {
  return Array.from({ length }, (_, back) => index - back)
    .filter((start) => start >= 0 && start + length <= values.length)
    .map((start) => values.slice(start, start + length).filter((value) => value !== null))
    .filter((run) => run.length === length);
}

function steps(run: number[]): number[] {
  return run.slice(1).map((value, index) => value - (run[index] ?? value));
}

function verdictOn(
  side: Side,
  betterWhen: 'higher' | 'lower' | 'neither',
): 'concern' | 'improvement' | 'neutral' {
  if (betterWhen === 'neither') return 'neutral';
  return (side === 'high') === (betterWhen === 'higher') ? 'improvement' : 'concern';
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
