import type { Figure, Interval } from '../model/figure.js';

/** Makes the figure of a gap's size. Targets and directions go by the size, whichever group is higher. */
export function makeSizeFigure(figure: Figure): Figure {
  const { value, interval } = figure;
  if (value === null) return figure;
  return { ...figure, value: Math.abs(value), ...(interval && { interval: findSizes(interval) }) };
}

/** Returns the sizes of the gaps in an interval. They start at 0 if the interval has both signs. */
function findSizes({ lower, upper, confidence }: Interval): Interval {
  if (upper === null) return { lower: Math.max(0, lower), upper, confidence };
  const sizes = [Math.abs(lower), Math.abs(upper)];
  const least = lower < 0 && upper > 0 ? 0 : Math.min(...sizes);
  return { lower: least, upper: Math.max(...sizes), confidence };
}
