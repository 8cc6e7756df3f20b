/** The shapes in which a measure is computed: one figure by period, a league table, or the parts of a whole. */
export type MeasureResultName = 'single value' | 'ranking' | 'shares';

/** The measures that a kind of table or chart can show. */
export interface ShownMeasures {
  result: MeasureResultName;
  /** The name of a survey stands for its measures. */
  canNameSurvey: boolean;
}
