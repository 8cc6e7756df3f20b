import { joinNames } from '../../format/words.js';
import { explainDisclosure, isConfidential } from '../../model/disclosure.js';
import { EXEMPT } from '../../model/exemption.js';
import { isToCome } from '../../model/figure.js';
import { MARK_MEANINGS, MARK_NAMES, MARKS, type Mark } from '../../model/mark.js';
import type { GridCell, RowGrid } from './row-grid.js';

/** Writes the key of the marks in a chart, and the reasons why figures are missing. Null if there are none. */
export function explainMarks({ rows, disclosure }: RowGrid): string | null {
  const cells = rows.flatMap((row) => row.cells);
  const used = new Set(cells.flatMap((cell) => findMark(cell) ?? []));
  const key = MARK_NAMES.filter((mark) => used.has(mark)).map((mark) => {
    const meaning =
      mark === 'confidential' && disclosure ? explainDisclosure(disclosure) : MARK_MEANINGS[mark];
    return `${MARKS[mark].symbol} ${meaning}`;
  });
  const reasons = new Set(
    cells.flatMap(({ figure, mark }) =>
      figure &&
      figure.value === null &&
      mark === null &&
      !isToCome(figure) &&
      !isConfidential(figure) &&
      figure.reason !== EXEMPT &&
      figure.reason !== undefined
        ? [figure.reason]
        : [],
    ),
  );
  const sentences = [
    ...(key.length > 0 ? [`Key: ${key.join('; ')}.`] : []),
    ...(reasons.size > 0 ? [`Not available: ${joinNames([...reasons])}.`] : []),
  ];
  return sentences.join(' ') || null;
}

/** Finds the mark that stands for a cell. Revisions and breaks of measures have notes of their own. */
function findMark({ figure, mark }: GridCell): Mark | null {
  if (mark === 'revised' || (mark === 'break' && figure?.seriesBreak !== undefined)) return null;
  if (mark !== null) return mark;
  if (!figure) return 'not available';
  if (figure.value !== null || isToCome(figure)) return null;
  if (isConfidential(figure)) return 'confidential';
  if (figure.reason === EXEMPT) return 'exempt';
  return figure.isUnreliable === true ? 'unreliable' : 'not available';
}
