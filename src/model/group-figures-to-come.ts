import type { Document } from './document.js';
import { groupBy } from './group-by.js';
import { listFiguresToCome } from './list-figures-to-come.js';

/** The figures of one file that are still to come from one owner by one day. */
export interface FiguresToCome {
  file: string;
  /** The line of the first of them. */
  line: number;
  figures: number;
  /** Null if no file names an owner. */
  owner: string | null;
  /** As YYYY-MM-DD. Null if no file states a day. */
  due: string | null;
}

/** Groups the printed figures that are still to come by their file, their owner and the day by which they are due. */
export function groupFiguresToCome(document: Document): FiguresToCome[] {
  const groups = groupBy(listFiguresToCome(document), ({ place, owner = '', due = '' }) =>
    [place.file, owner, due].join('\n'),
  );
  return [...groups.values()].map(([first, ...others]) => ({
    file: first.place.file,
    line: first.place.line,
    figures: others.length + 1,
    owner: first.owner ?? null,
    due: first.due ?? null,
  }));
}
