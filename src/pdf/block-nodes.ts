import { makeNoteAnchor } from '../model/make-note-anchor.js';
import type { Note } from '../model/blocks/note.js';
import type { Diagram } from '../model/blocks/diagram.js';
import type { Chart } from '../model/blocks/chart.js';
import type { List } from '../model/blocks/list.js';
import type { Paragraph } from '../model/blocks/paragraph.js';
import type { Heading } from '../model/blocks/heading.js';
import type { Block } from '../model/blocks/block.js';
import type { Inline } from '../model/inline.js';
import type { Theme } from '../model/theme.js';
import { inlineTexts } from './inline-texts.js';
import type { PdfNode } from './node.js';
import { captionNode, noteNode, noteText, tableNode } from './table-nodes.js';

type Handler<B extends Block> = (block: B, theme: Theme) => PdfNode;

/** One handler for each kind of block. A new kind does not compile until it has one. */
const HANDLERS: { [K in Block['kind']]: Handler<Extract<Block, { kind: K }>> } = {
  heading,
  paragraph,
  list: (block, theme) => ({ ...list(block, theme), margin: [theme.text.hang + 6, -3, 0, 8] }),
  table: tableNode,
  chart: figure,
  diagram: figure,
  note,
};

export function blockNode(block: Block, theme: Theme): PdfNode {
  return (HANDLERS[block.kind] as Handler<Block>)(block, theme);
}

/** The title is the first level, a section's heading the second. */
const HEADINGS = { 1: 'H3', 2: 'H4', 3: 'H5' } as const;

const SUB_SIZES = { 1: 1, 2: 0.95, 3: 0.9 };

function heading({ level, content }: Heading, theme: Theme): PdfNode {
  return {
    text: inlineTexts(content, theme),
    bold: true,
    italics: level === 3,
    fontSize: theme.headings.sub * SUB_SIZES[level],
    lineHeight: 1.05,
    color: level === 1 ? theme.colours.ink : theme.colours.soft,
    margin: [theme.text.hang, level === 1 ? 11 : 7, 0, 4],
    tag: { role: HEADINGS[level] },
    keepWithNext: true,
  };
}

/** Number and text are one node, so that they are one paragraph to a reader. */
function paragraph({ number, anchor, content }: Paragraph, theme: Theme): PdfNode {
  const { hang } = theme.text;
  const texts = inlineTexts(content, theme);
  const introduces = /:\s*$/.test(lastWords(content));
  return {
    text:
      number === null ? texts : [{ text: `${number}. `, color: theme.colours.soft, noWrap: true }, ...texts],
    id: anchor,
    margin: [hang, 0, 0, 8],
    flow: true,
    ...(introduces && { keepWithNext: true }),
    ...(number !== null && { hang }),
  };
}

function lastWords(content: Inline[]): string {
  const last = content.at(-1);
  return last?.kind === 'text' ? last.text : '';
}

function list({ style, start, items }: List, theme: Theme): PdfNode {
  const nodes = items.map(({ content, lists }, index): PdfNode => {
    const text = {
      text: inlineTexts(content, theme),
      flow: true,
      margin: [0, 0, 0, index < items.length - 1 || lists.length > 0 ? 3 : 0],
    };
    return lists.length === 0
      ? text
      : { stack: [text, ...lists.map((one) => ({ ...list(one, theme), margin: [0, 0, 0, 3] }))] };
  });
  const colour = { markerColor: theme.colours.soft };
  if (style === 'bullet') return { ul: nodes, ...colour };
  const type = style === 'decimal' ? undefined : style;
  return { ol: nodes, start, ...(type && { type, separator: ['(', ')'] }), ...colour };
}

/** Running text beside the numbered paragraphs: no note to anything else. */
function note({ content }: Note, theme: Theme): PdfNode {
  return { ...noteText(content, theme), margin: [theme.text.hang, 0, 0, 8] };
}

/** A drawing with its caption, what it measures and its notes, never parted. */
function figure(block: Chart | Diagram, theme: Theme): PdfNode {
  const { drawing, notes } = block;
  const subtitle = block.kind === 'chart' ? block.subtitle : [];
  const measured = {
    text: inlineTexts(subtitle, theme),
    fontSize: theme.text.small,
    color: theme.colours.soft,
    margin: [0, -2, 0, 6],
  };
  const { tag, ...title } = captionNode(block, theme);
  const stack = [
    { stack: [title, ...(subtitle.length > 0 ? [measured] : [])], tag },
    drawingNode(block),
    ...notes.map((one, index) => noteNode(one, theme, makeNoteAnchor(block, index + 1))),
  ];
  return { stack, unbreakable: true, roomNeeded: drawing.height + 70, margin: [theme.text.hang, 6, 0, 14] };
}

function drawingNode({ drawing, alternative }: Chart | Diagram): PdfNode {
  const { svg, width, height } = drawing;
  return { svg, width, height, margin: [0, 2, 0, 4], tag: { role: 'Figure', alt: alternative } };
}
