import type { Survey } from '../../model/survey.js';
import type { Window } from '../../model/window.js';
import type { Place } from '../../model/problem.js';

/** The part of `measures.yaml` that a measure may refer to. */
export interface MeasureContext {
  /** The month with which the project's years start. */
  yearStarts: number;
  surveys: readonly Survey[];
  /** Names of the measures whose counts can be added up: of the kinds count-to-date and count. */
  counts: readonly string[];
  /** The measures of the kind survey, with the names of their surveys and their windows. */
  surveyMeasures: readonly { id: string; survey: string | undefined; window: Window }[];
  /** Finds the place of a value in the measure, by the keys that lead to it. */
  placeOf: (...keys: (string | number)[]) => Place;
  /** Returns a value in the measure as the author typed it. */
  sourceOf: (...keys: (string | number)[]) => string;
}
