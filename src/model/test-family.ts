import type { Indicator } from './indicator.js';

/** Changes that were tested together. The method note describes them. */
export interface TestFamily extends TestSummary {
  /** The changes since the last period of the same measures. They are tested together, apart from the main changes. */
  recent: TestSummary;
}

interface TestSummary {
  id: string;
  together: number;
  significant: number;
  /** The confidence level as a fraction: 0.95. */
  confidence: number;
  /** An adjusted p-value below this level is significant. */
  level: number;
  /** The pairs of compared periods: usually a single pair for all changes. */
  windows: ComparedWindows[];
  /** The survey measures by how their figures came about: those that were tested, and all with other months. */
  samples: {
    /** Published over twelve months, without the waves. */
    published: Indicator[];
    /** Published over other months. */
    otherMonths: Indicator[];
    /** Pooled from the waves of twelve months. */
    pooled: Indicator[];
    /** Gaps between two groups, in single periods. */
    gaps: Indicator[];
  };
  simpleRandom: boolean;
  /** The smallest and the largest known design effect of the figures compared. Null if none is known. */
  designEffects: { least: number; most: number } | null;
  /** The tested measures by how much of their samples has a known design effect: all, a part or none. */
  designs: { known: Indicator[]; part: PartlyKnownDesign[]; unknown: Indicator[] };
  equalWaves: boolean;
  /** The measure that loses its significant verdict first as the design effect grows. */
  weakest: Indicator | null;
  largestDesignEffect: number | null;
  /** The number of decimal places of the compared percentages, as published. */
  decimals: number;
  /** True if a percentage was published rounded, without its waves. */
  rounded: boolean;
  /** True if other compared figures are not rounded, such as those pooled from waves. */
  partlyRounded: boolean;
  /** The changes that are significant for only some of the values that print as published. */
  tooCloseToCall: Indicator[];
  /** The significant changes that an ordinary design effect would undo. */
  probable: Indicator[];
}

/** Two periods that measures are compared over. */
interface ComparedWindows {
  earlier: string;
  later: string;
  /** The number of months in both. */
  sharedMonths: number;
  measures: Indicator[];
}

/** A measure whose design effect is known for a part of its samples. */
interface PartlyKnownDesign {
  measure: Indicator;
  /** "2 of 4 waves of interviews in 2007/08 and 2008/09 Q3". */
  knownFor: string;
}
