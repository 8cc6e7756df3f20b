import type { Document } from '../../model/document.js';
import { formatMarking } from '../../model/format-marking.js';
import { fillPageNumbers, PAGE_COUNT, PAGE_NUMBER, type RunningTexts } from '../../model/running.js';
import { computeTextWidth, type Theme } from '../../model/theme.js';
import { measureLetters } from '../text/letter-widths.js';
import type { ColumnsNode, Margin, TextNode, TextRun } from './pdf-node.js';

/** The foot of documents that old versions have stored. */
const DEFAULT_FOOT = `Page ${PAGE_NUMBER} of ${PAGE_COUNT}`;

/** The content of every page besides the text. */
export interface RunningNodes {
  header: (page: number, pageCount: number) => ColumnsNode | null;
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

/** The most lines of a running text, and the smallest type that it shrinks to in points. */
const MOST_LINES = 2;
const SMALLEST_SIZE = 6;
/** Room for the ends of lines, where the next word does not fit. */
const ROOM = 1.05;

/** Returns the running head, the foot and the draft mark. The first page's head shows only the protective marking. */
export function createRunningNodes(document: Document, theme: Theme): RunningNodes {
  const { left, right } = theme.page.margins;
  const { head, foot } = theme.layout.running;
  const { running, statusText } = document;
  const marking = formatMarking(document);
  const footTexts = running.foot ?? { left: statusText, centre: '', right: DEFAULT_FOOT };
  const headTexts = { left: running.left, centre: running.centre ?? '', right: running.right };
  const create = (texts: RunningTexts, page: number, pageCount: number, top: number): ColumnsNode =>
    createColumns(mapTexts(texts, page, pageCount), marking, [left, top, right, 0], theme);
  return {
    header: (page, pageCount) => {
      if (page > 1) return create(headTexts, page, pageCount, head);
      return marking === '' ? null : create({ left: '', centre: '', right: '' }, page, pageCount, head);
    },
    footer: (page, pageCount) => create(footTexts, page, pageCount, foot),
    watermark: document.status === 'draft' ? createWatermark(theme) : undefined,
  };
}

function mapTexts({ left, centre, right }: RunningTexts, page: number, pageCount: number): RunningTexts {
  const fill = (text: string): string => fillPageNumbers(text, page, pageCount);
  return { left: fill(left), centre: fill(centre), right: fill(right) };
}

/** The texts share the width that an empty middle column leaves. Each wraps, and shrinks if it has many lines. */
function createColumns(
  { left, centre, right }: RunningTexts,
  marking: string,
  margin: Margin,
  theme: Theme,
): ColumnsNode {
  const { size, gap, middle: markingWidth } = theme.layout.running;
  const { accent, soft } = theme.colours;
  const measure = (text: string): number => measureLetters(text) * size * ROOM * theme.typeface.width;
  const fit = (text: string, width: number): number => fitSize(measure(text), width, size);
  const hasMiddle = marking !== '' || centre !== '';
  const middle: TextNode[] = hasMiddle
    ? [
        {
          text: [
            createMarkingRun(marking, accent),
            { text: marking !== '' && centre !== '' ? `\n${centre}` : centre },
          ],
          alignment: 'center',
          width: markingWidth,
          fontSize: fit(measure(centre) > measure(marking) ? centre : marking, markingWidth),
        },
      ]
    : [];
  const room = computeTextWidth(theme) - gap - (hasMiddle ? markingWidth + gap : 0);
  const share = hasMiddle ? 0.5 : shareRoom(measure(left) / room, measure(right) / room);
  const width = Math.floor(room * share);
  return {
    columns: [
      { text: left, width, fontSize: fit(left, width) },
      ...middle,
      {
        text: right,
        alignment: 'right',
        width: room - width,
        fontSize: fit(right, room - width),
      },
    ],
    color: soft,
    margin,
    columnGap: gap,
  };
}

function createMarkingRun(text: string, color: string): TextRun {
  return { text, bold: true, color };
}

/**
 * Returns the left text's share of the room. The shorter text gets the room that it needs, if that is less than half. The
 * arguments are the widths of both texts on one line, as shares of the room.
 */
function shareRoom(left: number, right: number): number {
  if (left <= 0.5) return Math.max(left, Math.min(1 - right, 0.5), 0.2);
  return Math.max(0.5, Math.min(1 - right, 0.8));
}

/** Returns the size at which a text has few enough lines. `length` is its width on one line, in points. */
function fitSize(length: number, width: number, size: number): number {
  const lines = length / width;
  if (lines <= MOST_LINES) return size;
  // Both the number of lines and the characters in each change with the size.
  return Math.max(SMALLEST_SIZE, Math.floor(size * Math.sqrt(MOST_LINES / lines) * 10) / 10);
}

function createWatermark({ colours, layout }: Theme): Watermark {
  const { size, opacity, angle } = layout.watermark;
  return { text: 'DRAFT', color: colours.draft, opacity, bold: true, fontSize: size, angle };
}
