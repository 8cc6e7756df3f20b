/** The result of a measure: one figure for each period, a league table, or the parts of a whole. */
export type MeasureResultName = 'single value' | 'ranking' | 'shares';

/** The measures that a kind of table or chart can show. */
export interface ShownMeasures {
  result: MeasureResultName;
  /** True if the name of a survey can replace the names of all its measures. */
  canNameSurvey: boolean;
}
