import { ImageRun, Paragraph, type FileChild } from 'docx';
import type { Inline } from '../../model/inline.js';
import { STYLES } from '../create-styles.js';
import { createRuns } from '../text/create-runs.js';
import { removeUnprinted } from '../text/remove-unprinted.js';
import { toTwips } from '../units.js';
import type { WordContext } from '../word-context.js';
import { createCaption } from './caption.js';
import { createNotes } from './note.js';

interface Drawn {
  anchor: string;
  number: string;
  title: Inline[];
  subtitle: Inline[];
  alternative: string;
  notes: Inline[][];
  /** The printed size in points. */
  size: { width: number; height: number };
}

const PIXELS_PER_POINT = 96 / 72;

/** Returns a picture with its caption, its subtitle and its notes, which Word keeps on one page. */
export function createDrawing(block: Drawn, context: WordContext): FileChild[] {
  const { above, below } = context.theme.layout.figures;
  const notes = createNotes(block, context);
  return [
    createCaption(block, above, context),
    ...(block.subtitle.length > 0
      ? [new Paragraph({ style: STYLES.subtitle, children: createRuns(block.subtitle, context) })]
      : []),
    new Paragraph({
      style: STYLES.drawing,
      keepNext: notes.length > 0,
      children: createImage(block, context),
    }),
    ...notes,
    new Paragraph({ style: STYLES.space, spacing: { after: toTwips(below) } }),
  ];
}

function createImage(
  { anchor, number, alternative, size }: Drawn,
  { pictures, makeId }: WordContext,
): ImageRun[] {
  const picture = pictures.get(anchor);
  if (!picture) return [];
  const { type, bytes, svg } = picture;
  const shared = {
    transformation: { width: size.width * PIXELS_PER_POINT, height: size.height * PIXELS_PER_POINT },
    altText: {
      id: String(makeId()),
      name: removeUnprinted(number),
      description: removeUnprinted(alternative),
    },
  };
  if (svg === null) return [new ImageRun({ type, data: bytes, ...shared })];
  return [new ImageRun({ type: 'svg', data: Buffer.from(svg), fallback: { type, data: bytes }, ...shared })];
}
