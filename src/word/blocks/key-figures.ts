import { Paragraph, Table, TableCell, TableRow, type FileChild } from 'docx';
import type { KeyFigure, KeyFigures } from '../../model/blocks/key-figures.js';
import type { Inline } from '../../model/inline.js';
import { computeTextWidth } from '../../model/theme.js';
import { STYLES } from '../create-styles.js';
import { createRuns } from '../text/create-runs.js';
import { toTwips } from '../units.js';
import type { WordContext } from '../word-context.js';
import { createBorder, NO_BORDERS } from './borders.js';

/** A wider row would break the words under the numbers. */
const MOST_IN_ROW = 5;

/** Returns a row of large numbers between two rules. Six or more fill two rows. */
export function createKeyFigures({ items }: KeyFigures, context: WordContext): FileChild[] {
  const { theme } = context;
  const { above, below, rule, padding, gap } = theme.layout.highlights;
  const count = Math.min(items.length, MOST_IN_ROW);
  const width = toTwips(computeTextWidth(theme) / count);
  const rows = Array.from({ length: Math.ceil(items.length / count) }, (_, row) =>
    Array.from({ length: count }, (__, column) => items[row * count + column]),
  );
  const line = createBorder(theme.colours.accent, rule);
  const table = new Table({
    layout: 'fixed',
    width: { size: width * count, type: 'dxa' },
    columnWidths: Array.from({ length: count }, () => width),
    borders: { ...NO_BORDERS, top: line, bottom: line },
    margins: { left: 0, right: toTwips(gap), top: toTwips(padding), bottom: toTwips(padding) },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (item) =>
              new TableCell({
                width: { size: width, type: 'dxa' },
                children: item
                  ? createCell(item, context)
                  : [new Paragraph({ style: STYLES.keyFigureLabel })],
              }),
          ),
        }),
    ),
  });
  return [
    new Paragraph({ style: STYLES.space, spacing: { before: toTwips(above) } }),
    table,
    new Paragraph({ style: STYLES.space, spacing: { after: toTwips(below) } }),
  ];
}

function createCell({ value, label, detail }: KeyFigure, context: WordContext): Paragraph[] {
  const create = (style: string, content: Inline[]): Paragraph =>
    new Paragraph({ style, children: createRuns(content, context) });
  return [
    create(STYLES.keyFigure, value),
    create(STYLES.keyFigureLabel, label),
    ...(detail.length > 0 ? [create(STYLES.keyFigureDetail, detail)] : []),
  ];
}
