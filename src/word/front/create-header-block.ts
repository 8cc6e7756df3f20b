import { Paragraph, Table, TableCell, TableRow, type FileChild } from 'docx';
import type { Document, HeaderField } from '../../model/document.js';
import { computeTextWidth, type Theme } from '../../model/theme.js';
import { measureLetters } from '../../pdf/text/letter-widths.js';
import { createBorder, NO_BORDERS } from '../blocks/borders.js';
import { createInnerList } from '../blocks/list.js';
import { STYLES } from '../create-styles.js';
import { createRuns } from '../text/create-runs.js';
import { removeUnprinted } from '../text/remove-unprinted.js';
import { toTwips } from '../units.js';
import type { WordContext } from '../word-context.js';

/** The space after a name, in points. */
const NAME_GAP = 14;
/** The largest share of the width that the names of a list have. A longer name wraps. */
const LARGEST_SHARE = 0.4;
/** The width of bold letters, as a multiple of that of regular ones. Generous, so that a name does not wrap. */
const BOLD = 1.2;

/** Returns the fields under the title with a line below them, or nothing for a paper without fields. */
export function createHeaderBlock({ header }: Document, context: WordContext): FileChild[] {
  const { fields, layout } = header;
  if (fields.length === 0) return [];
  const { theme } = context;
  const width = computeTextWidth(theme);
  const name = layout === 'list' ? computeNameWidth(fields, theme) : width / 2;
  const widths = [toTwips(name), toTwips(width - name)];
  const rows =
    layout === 'list'
      ? fields.map((field) => [[createName(field)], createValue(field, context)])
      : pairFields(fields).map((pair) =>
          pair.map((field) =>
            field ? [createName(field), ...createValue(field, context)] : [new Paragraph({})],
          ),
        );
  const line = createBorder(theme.colours.rule, theme.layout.fields.rule);
  return [
    new Table({
      layout: 'fixed',
      width: { size: toTwips(width), type: 'dxa' },
      columnWidths: widths,
      borders: { ...NO_BORDERS, bottom: line },
      margins: { left: 0, right: toTwips(6), top: 0, bottom: 0 },
      rows: rows.map(
        (cells) =>
          new TableRow({
            cantSplit: true,
            children: cells.map(
              (children, index) =>
                new TableCell({ width: { size: widths[index] ?? 0, type: 'dxa' }, children }),
            ),
          }),
      ),
    }),
    new Paragraph({ style: STYLES.space }),
  ];
}

function pairFields(fields: readonly HeaderField[]): [HeaderField | undefined, HeaderField | undefined][] {
  return Array.from({ length: Math.ceil(fields.length / 2) }, (_, row) => [
    fields[2 * row],
    fields[2 * row + 1],
  ]);
}

function createName({ name }: HeaderField): Paragraph {
  return new Paragraph({ style: STYLES.field, text: removeUnprinted(name) });
}

function createValue({ value, blocks }: HeaderField, context: WordContext): Paragraph[] {
  const create = (content: HeaderField['value']): Paragraph =>
    new Paragraph({ style: STYLES.fieldValue, children: createRuns(content, context) });
  if (!blocks) return [create(value)];
  return blocks.flatMap((block) =>
    block.kind === 'list' ? createInnerList(block, STYLES.fieldValue, context) : [create(block.content)],
  );
}

/** Returns the width of the longest name in points, up to a share of the text's width. */
function computeNameWidth(fields: readonly HeaderField[], theme: Theme): number {
  const widest = fields.reduce((width, { name }) => Math.max(width, measureLetters(name)), 0);
  const width = widest * theme.layout.fields.name * BOLD * theme.typeface.width + NAME_GAP;
  return Math.min(width, computeTextWidth(theme) * LARGEST_SHARE);
}
