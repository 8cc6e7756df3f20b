import { uncapitalise } from '../format/words.js';

/** Writes the author's reason for a break as the end of a clause: "not comparable: the question was reworded". */
export function explainBreak(seriesBreak: string): string {
  return `not comparable: ${uncapitalise(seriesBreak.replace(/\.$/, ''))}`;
}
