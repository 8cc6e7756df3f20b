/** A finished vector drawing. `width` and `height` are in points; text in it is text, in the theme's font. */
export interface Drawing {
  svg: string;
  width: number;
  height: number;
}

/** Stands where nothing will be shown, as where a paper is only checked. */
export const EMPTY_DRAWING: Drawing = { svg: '', width: 0, height: 0 };

/** What there is to draw, by the names that the template gives. A chart of measures that nobody has is not in it. */
export interface DrawingPlans {
  charts: Record<string, ChartData>;
  diagrams: Record<string, DiagramData>;
}

/** The same, drawn. */
export interface Drawings {
  charts: Record<string, Drawing>;
  diagrams: Record<string, Drawing>;
}

/** A value to plot. Percentages as fractions. Null leaves a gap. */
export interface Point {
  value: number | null;
  /** As the paper prints it: "64%", "8,453". */
  text: string;
  /** A confidence interval, as fractions. */
  interval?: [number, number];
}

/** One line over several periods. */
interface TrendSeries {
  label: string;
  points: Point[];
  /** Drawn heavier: the one the paper is about. */
  emphasis: boolean;
}

export interface TrendChart {
  kind: 'trend';
  /** The names of the periods along the axis, oldest first. */
  periods: string[];
  series: TrendSeries[];
  unit: 'percent' | 'count';
}

/** Bars from zero in two groups, best first, with what is left out between them. */
export interface RankingChart {
  kind: 'ranking';
  rows: { label: string; point: Point; end: 'top' | 'bottom' }[];
  unit: 'percent' | 'count';
  /** "22 boroughs between the top and bottom five not shown"; null when none is left out. */
  gapNote: string | null;
}

/** Counts of very different size: dots on a logarithmic scale, largest first. Nought, and what is missing, have a text and no dot. */
export interface DotChart {
  kind: 'dots';
  rows: { label: string; point: Point }[];
  /** "Logarithmic scale: each gridline is ten times the one before". */
  axisNote: string;
}

/** Months with the mean and the limits of ordinary variation; months that stand out are marked. */
export interface ControlChart {
  kind: 'control';
  periods: string[];
  points: (Point & { signal: string | null; verdict: string | null })[];
  lines: { label: string; value: number }[];
}

/** Stands where none of a chart's figures is there. */
export interface MissingChart {
  kind: 'missing';
  /** "Figures to come", "Not available: the survey was not held". */
  text: string;
}

export type ChartData = TrendChart | RankingChart | DotChart | ControlChart | MissingChart;

/** Boxes in rows as the author arranged them, and arrows between them. */
export interface DiagramData {
  rows: DiagramBox[][];
  arrows: DiagramArrow[];
}

export interface DiagramBox {
  id: string;
  title: string;
  /** Shorter lines under the title. */
  text: string[];
  /** Of a box that holds others' place, such as the outcome: drawn with a stronger outline. */
  emphasis: boolean;
}

export interface DiagramArrow {
  from: string;
  to: string;
  label: string | null;
  /** Points at both ends. */
  both: boolean;
}
