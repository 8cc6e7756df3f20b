import type { Document } from '../../model/document.js';
import { formatMarking } from '../../model/format-marking.js';
import type { Theme } from '../../model/theme.js';
import type { ColumnsNode, Margin } from './pdf-node.js';

/** The content of every page besides the text. */
export interface RunningNodes {
  header: (page: number) => ColumnsNode | null;
  footer: (page: number, pageCount: number) => ColumnsNode;
  watermark: Watermark | undefined;
}

interface Watermark {
  text: string;
  color: string;
  opacity: number;
  bold: boolean;
  fontSize: number;
  /** The angle in degrees. */
  angle: number;
}

/** Returns the running head, the foot and the draft mark. The first page's head shows only the protective marking. */
export function createRunningNodes(document: Document, theme: Theme): RunningNodes {
  const { left, right } = theme.page.margins;
  const { head, foot } = theme.layout.running;
  const { running, statusText } = document;
  const marking = formatMarking(document);
  return {
    header: (page) => {
      if (page > 1)
        return createColumns([running.left, marking, running.right], [left, head, right, 0], theme);
      return marking === '' ? null : createColumns(['', marking, ''], [left, head, right, 0], theme);
    },
    footer: (page, pageCount) =>
      createColumns([statusText, marking, `Page ${page} of ${pageCount}`], [left, foot, right, 0], theme),
    watermark: document.status === 'draft' ? createWatermark(theme) : undefined,
  };
}

/** The left text gets the room of an empty middle column. */
function createColumns(
  [left, middle, right]: [string, string, string],
  margin: Margin,
  { colours, layout }: Theme,
): ColumnsNode {
  const { size, gap, middle: width } = layout.running;
  const columns: ColumnsNode['columns'] =
    middle === ''
      ? [{ text: left }, { text: right, alignment: 'right', width: 'auto' }]
      : [
          { text: left },
          { text: middle, alignment: 'center', bold: true, color: colours.accent, width },
          { text: right, alignment: 'right' },
        ];
  return { columns, fontSize: size, color: colours.soft, margin, columnGap: gap };
}

function createWatermark({ colours, layout }: Theme): Watermark {
  const { size, opacity, angle } = layout.watermark;
  return { text: 'DRAFT', color: colours.draft, opacity, bold: true, fontSize: size, angle };
}
