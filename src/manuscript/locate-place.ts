import type { Markup } from '../model/markup.js';
import type { Place } from '../model/problem.js';

/** Turns a line (from 1) and a column (from 0) of markup into a place in the author's file. */
export type LocatePlace = (line: number, column: number) => Place;

export function makeLocator({ place }: Markup): LocatePlace {
  // A cell of a workbook has no places within it.
  if (place.sheet !== undefined) return () => place;
  return (line, column) => ({ file: place.file, line: place.line + line - 1, column: place.column + column });
}

/** Returns the place of a character of the markup. `offset` counts from 0. */
export function locateOffset(offset: number, text: string, locate: LocatePlace): Place {
  const lines = text.slice(0, offset).split('\n');
  return locate(lines.length, lines.at(-1)?.length ?? 0);
}
