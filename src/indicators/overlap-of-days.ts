import type { DayWindow } from '../model/day-window.js';
import type { Figure } from '../model/figure.js';
import type { MonthSpan } from '../model/month-span.js';

/** Returns the days that a figure covers: those that it states, or those of its months. */
export function getDays({ window }: Figure, { first, last }: MonthSpan): DayWindow {
  return window ?? { from: `${first}-01`, to: `${last}-31` };
}

/** Returns true if two windows share a day. */
export function doDaysOverlap(a: DayWindow, b: DayWindow): boolean {
  return a.from <= b.to && b.from <= a.to;
}
