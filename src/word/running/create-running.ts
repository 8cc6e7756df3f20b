import {
  Footer,
  Header,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  type ISectionOptions,
} from 'docx';
import { TextWatermark } from 'docx/watermarks';
import type { Document } from '../../model/document.js';
import { formatMarking } from '../../model/format-marking.js';
import { PAGE_COUNT, PAGE_NUMBER, type RunningTexts } from '../../model/running.js';
import { computeTextWidth, type Theme } from '../../model/theme.js';
import { NO_BORDERS } from '../blocks/borders.js';
import { chooseFont } from '../choose-font.js';
import { STYLES } from '../create-styles.js';
import { toWordElement } from '../element.js';
import { createTextRun } from '../text/create-text-run.js';
import { toHex } from '../text/to-hex.js';
import { toTwips } from '../units.js';

/** The foot of documents that old versions have stored. */
const DEFAULT_FOOT = `Page ${PAGE_NUMBER} of ${PAGE_COUNT}`;

type Running = Required<Pick<ISectionOptions, 'headers' | 'footers'>>;

/** Returns the running head and foot with the draft mark. The first page's head shows only the protective marking. */
export function createRunning(document: Document, theme: Theme): Running {
  const { running, statusText, status } = document;
  const foot = running.foot ?? { left: statusText, centre: '', right: DEFAULT_FOOT };
  const head = { left: running.left, centre: running.centre ?? '', right: running.right };
  const marking = formatMarking(document);
  const create = (texts: RunningTexts): Table => createColumns(texts, marking, theme);
  const createHead = (texts: RunningTexts): Header =>
    new Header({ children: [create(texts), createLastLine(status === 'draft', theme)] });
  const createFoot = (): Footer => new Footer({ children: [create(foot), createLastLine(false, theme)] });
  return {
    headers: { default: createHead(head), first: createHead({ left: '', centre: '', right: '' }) },
    footers: { default: createFoot(), first: createFoot() },
  };
}

/** Returns the three texts beside each other. A table lets each of them wrap. */
function createColumns({ left, centre, right }: RunningTexts, marking: string, theme: Theme): Table {
  const hasMiddle = marking !== '' || centre !== '';
  const widths = planWidths({ left, centre, right }, hasMiddle, theme);
  const middle = [
    ...(marking === '' ? [] : [createTextRun(marking, { bold: true, color: toHex(theme.colours.accent) })]),
    ...(marking !== '' && centre !== '' ? [new TextRun({ break: 1 })] : []),
    ...createText(centre),
  ];
  const columns = [
    { alignment: 'left' as const, children: createText(left) },
    ...(hasMiddle ? [{ alignment: 'center' as const, children: middle }] : []),
    { alignment: 'right' as const, children: createText(right) },
  ];
  return new Table({
    layout: 'fixed',
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: 'dxa' },
    columnWidths: widths,
    borders: NO_BORDERS,
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    rows: [
      new TableRow({
        children: columns.map(
          (paragraph, index) =>
            new TableCell({
              width: { size: widths[index] ?? 0, type: 'dxa' },
              children: [new Paragraph({ style: STYLES.running, ...paragraph })],
            }),
        ),
      }),
    ],
  });
}

/** Returns widths in twips. Without a middle, both texts share the room by their lengths. */
function planWidths({ left, right }: RunningTexts, hasMiddle: boolean, theme: Theme): number[] {
  const room = computeTextWidth(theme);
  const { middle } = theme.layout.running;
  if (hasMiddle) return [(room - middle) / 2, middle, (room - middle) / 2].map(toTwips);
  const share = (left.length + 1) / (left.length + right.length + 2);
  const width = room * Math.min(0.7, Math.max(0.3, share));
  return [width, room - width].map(toTwips);
}

/** Returns the runs of a text, with fields for the numbers of pages. */
function createText(text: string): TextRun[] {
  const parts = text.split(/([\ue000\ue001])/).filter((part) => part !== '');
  return parts.map((part) => {
    if (part === PAGE_NUMBER) return new TextRun({ children: [PageNumber.CURRENT] });
    if (part === PAGE_COUNT) return new TextRun({ children: [PageNumber.TOTAL_PAGES] });
    return createTextRun(part);
  });
}

/** Returns the paragraph that must follow a table. It holds the draft mark. */
function createLastLine(isDraft: boolean, { colours, layout, typeface }: Theme): Paragraph {
  const { size, opacity, angle } = layout.watermark;
  const mark = new TextWatermark({
    text: 'DRAFT',
    font: chooseFont(typeface),
    bold: true,
    color: colours.draft,
    opacity,
    rotation: (angle + 360) % 360,
    width: size * 3,
    height: size,
  });
  return new Paragraph({ style: STYLES.space, children: isDraft ? [toWordElement(mark)] : [] });
}
