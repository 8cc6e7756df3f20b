import type { Chart } from '../../model/blocks/chart.js';
import type { Diagram } from '../../model/blocks/diagram.js';
import type { Inline } from '../../model/inline.js';
import { makeNoteAnchor } from '../../model/make-note-anchor.js';
import type { Theme } from '../../model/theme.js';
import { createTextRuns } from '../nodes/create-text-runs.js';
import type { DrawingNode, StackNode, TextNode } from '../nodes/pdf-node.js';
import { createCaptionNode } from './caption.js';
import { createFootnoteNode } from './note.js';

/** Returns a drawing with its caption, subtitle and notes, all on one page. */
export function createFigureNode(figure: Chart | Diagram, theme: Theme): StackNode {
  const { notes } = figure;
  const { above, below } = theme.layout.figures;
  return {
    stack: [
      createFigureCaption(figure, theme),
      createDrawingNode(figure, theme),
      ...notes.map((note, index) => createFootnoteNode(note, theme, makeNoteAnchor(figure, index + 1))),
    ],
    floats: 'always',
    margin: [0, above, 0, below],
  };
}

/** The caption and the subtitle are one element, because a figure has a single caption. */
function createFigureCaption(figure: Chart | Diagram, theme: Theme): StackNode {
  const subtitle = figure.kind === 'chart' ? figure.subtitle : [];
  return {
    stack: [
      createCaptionNode(figure, theme),
      ...(subtitle.length > 0 ? [createSubtitleNode(subtitle, theme)] : []),
    ],
    tag: { role: 'Caption' },
  };
}

function createSubtitleNode(subtitle: Inline[], theme: Theme): TextNode {
  const { above, below } = theme.layout.figures.subtitle;
  return {
    text: createTextRuns(subtitle, theme),
    fontSize: theme.text.small,
    color: theme.colours.soft,
    margin: [0, above, 0, below],
  };
}

function createDrawingNode({ drawing, alternative }: Chart | Diagram, { layout }: Theme): DrawingNode {
  const { svg, width, height } = drawing;
  const { above, below } = layout.figures.drawing;
  return {
    ...{ svg, width, height, isOwnDrawing: true },
    margin: [0, above, 0, below],
    tag: { role: 'Figure', alt: alternative },
  };
}
