import type { Unit } from './unit.js';

/** A finished vector drawing. Its text stays text, in the paper's font. */
export interface Drawing {
  svg: string;
  /** Points. */
  width: number;
  /** Points. */
  height: number;
}

/** The drawing of a chart or diagram that is not drawn, as when a paper is only checked. */
export const EMPTY_DRAWING: Drawing = { svg: '', width: 0, height: 0 };

/** The data of each drawing, by the name in the template. A chart whose measures have no data at all is left out. */
export interface DrawingPlans {
  charts: Record<string, ChartData>;
  diagrams: Record<string, DiagramData>;
  /** The charts that share a number, as 1a and 1b, and so the width of their plots. */
  pairs: string[][];
}

/** The finished drawings, by the name in the template. */
export interface Drawings {
  charts: Record<string, Drawing>;
  diagrams: Record<string, Drawing>;
}

/** A value to plot. Null leaves a gap. */
export interface Point {
  /** A percentage is a fraction from 0 to 1. */
  value: number | null;
  /** The value as the paper prints it: "64%", "8,453". */
  text: string;
  /** The ends of a confidence interval, in the unit of `value`. */
  interval?: [lower: number, upper: number];
  /** True if earlier points cannot be compared with it: no line leads to it. */
  startsSeries?: boolean;
}

/** A line through a plot at one value, with its words: "Target 95%". */
export interface ValueLine {
  kind: 'target' | 'reference';
  value: number;
  text: string;
}

/** Lines over several periods, or over rows. */
export interface TrendChart {
  kind: 'trend';
  /** The names of the periods along the axis, oldest first. */
  periods: string[];
  series: TrendSeries[];
  unit: Unit;
  targets: TrendTarget[];
}

/** The line of a target through a plot. */
interface TrendTarget extends ValueLine {
  /** The index of the only line that it is for. Null for all lines. */
  series: number | null;
}

export interface TrendSeries {
  label: string;
  /** One point for each period. */
  points: Point[];
  /** Draws a heavier line. */
  isEmphasised: boolean;
}

/**
 * Horizontal bars from zero in two groups, best first. Bars of negative values point to the left. A note between the groups says
 * what is left out.
 */
export interface RankingChart {
  kind: 'ranking';
  rows: RankingRow[];
  unit: 'percent' | 'points' | 'count';
  /** True if the axis ends at 100%. Changes in per cent may be larger. */
  isShare: boolean;
  /** "22 wards between the top and bottom five not shown". Null if no area is left out. */
  gapNote: string | null;
}

export interface RankingRow {
  label: string;
  point: Point;
  end: 'top' | 'bottom';
}

/** Bars from zero, in one or several series. */
export interface BarChart {
  kind: 'bars';
  /** `up` draws columns, if their names fit below. */
  direction: 'across' | 'up';
  /** The series of a row lie beside each other, or on each other. */
  arrangement: 'beside' | 'stacked';
  rows: BarRow[];
  series: BarSeries[];
  unit: Unit;
  target: ValueLine | null;
  /** The key of the targets of single rows. Null if there are none. */
  targetName: string | null;
  /** The headings of the texts beside the rows. */
  beside: string[];
  /** Prints the value of each bar where it fits. */
  isLabelled: boolean;
  /** The words for both sides of zero. */
  ends: { below: string; above: string } | null;
  /** True if the rows are periods, so that names can be left out. */
  isOverTime: boolean;
}

interface BarRow {
  label: string;
  /** The heading of the group that the row starts. Null within a group. */
  heading: string | null;
  target: number | null;
  beside: string[];
}

export interface BarSeries {
  label: string;
  /** Draws it pale, as the figures of last year. */
  isPale: boolean;
  /** One point for each row. */
  points: Point[];
}

/** Dots on one scale, in rows: one with its interval, or two that a line joins. */
export interface RangeChart {
  kind: 'ranges';
  rows: RangeRow[];
  /** The names of the dots: one, or the earlier and the later. */
  series: string[];
  unit: Unit;
  lines: ValueLine[];
  targetName: string | null;
  beside: string[];
  /** The words in the gap before a row. */
  gap: { before: number; text: string } | null;
  hasIntervals: boolean;
}

interface RangeRow {
  label: string;
  heading: string | null;
  /** One point for each series. */
  points: Point[];
  target: number | null;
  beside: string[];
}

/**
 * Counts of very different size: dots on a logarithmic scale, largest first. A zero or missing count has a
 * text and no dot.
 */
export interface DotChart {
  kind: 'dots';
  rows: DotRow[];
  /** "Logarithmic scale: each gridline is ten times the one before". */
  axisNote: string;
}

export interface DotRow {
  label: string;
  point: Point;
}

/** Months with their mean and the limits of ordinary variation. Months outside ordinary variation are marked. */
export interface ControlChart {
  kind: 'control';
  periods: string[];
  points: ControlPoint[];
  /** Consecutive months with limits of their own, oldest first. */
  phases: ControlLines[];
  unit: Unit;
  /** The value to reach in each month. */
  target: ControlLine | null;
  /** The icons under the plot, with their words. */
  badges: ControlBadge[];
  /** The words for the limits in the key: "limits", "provisional limits (fewer than 12 months)". */
  limitsName: string;
}

interface ControlPoint extends Point {
  signal: SpecialCause | null;
}

/** The meaning of a month outside ordinary variation. */
export type SpecialCause = 'improvement' | 'concern' | 'neither';

interface ControlLines {
  /** The index of the first month. */
  start: number;
  /** The first month of new limits: "October 2014". Null for the first phase. */
  heading: string | null;
  /** The limits and the mean, from top to bottom. Empty with too few months. */
  lines: ControlLine[];
}

export interface ControlLine {
  kind: 'mean' | 'limit' | 'target';
  /** "upper limit 441.1" */
  text: string;
  value: number;
}

export type ControlIcon =
  | SpecialCause
  | 'common-cause'
  | 'consistently-met'
  | 'consistently-missed'
  | 'hit-and-miss'
  | 'not-available';

export interface ControlBadge {
  icon: ControlIcon;
  /** The letter in the icon of a special cause: high or low. */
  letter: 'H' | 'L' | null;
  title: string;
  detail: string;
}

/** A notice in place of a chart that has no figures yet. */
export interface MissingChart {
  kind: 'missing';
  /** "Figures to come", "Not available: the survey was not held". */
  text: string;
}

export type ChartData =
  TrendChart | RankingChart | ControlChart | DotChart | BarChart | RangeChart | MissingChart;

/** Boxes in the rows that the author arranged, and the arrows between them. */
export interface DiagramData {
  rows: DiagramBox[][];
  arrows: DiagramArrow[];
}

export interface DiagramBox {
  id: string;
  title: string;
  /** The shorter lines under the title. */
  text: string[];
  /** Draws a stronger outline, for example for the outcome. */
  isEmphasised: boolean;
}

export interface DiagramArrow {
  from: string;
  to: string;
  label: string | null;
  /** Draws a head at both ends. */
  isTwoWay: boolean;
}
