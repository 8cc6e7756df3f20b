import { uncapitalise } from '../format/words.js';
import type { Figure } from '../model/figure.js';

/** Writes the author's reason for a break as the end of a clause: "not comparable: the question was reworded". */
export function explainBreak(seriesBreak: string): string {
  return `not comparable: ${uncapitalise(seriesBreak.replace(/\.$/, ''))}`;
}

/** Explains that answers before and after a break are not pooled. `broken` is the first figure after it. */
export function explainMixture({ seriesBreak = '', place, source }: Figure): Partial<Figure> {
  return { reason: `earlier interviews are ${explainBreak(seriesBreak)}`, seriesBreak, place, source };
}
