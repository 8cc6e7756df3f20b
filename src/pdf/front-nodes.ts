import type { Document } from '../model/document.js';
import { computeTextWidth, type Theme } from '../model/theme.js';
import { inlineTexts } from './inline-texts.js';
import type { PdfNode } from './node.js';

/** What stands before the first section: whose paper it is, its title, the header block and the contents list. */
export function frontNodes(document: Document, theme: Theme): PdfNode[] {
  const { accent, soft } = theme.colours;
  const { authority, committee, meeting } = document.masthead;
  return [
    {
      columns: [
        { text: authority, bold: true, color: accent },
        { text: meeting, alignment: 'right', color: soft, width: 'auto' },
      ],
      fontSize: 10.5,
      margin: [0, 0, 0, 0],
    },
    { text: committee, fontSize: 10.5, color: soft, margin: [0, 0, 0, 6] },
    rule(accent, 1.4, theme),
    {
      text: document.title,
      bold: true,
      tag: { role: 'H1' },
      fontSize: theme.headings.title,
      lineHeight: 1,
      color: theme.colours.ink,
      margin: [0, 20, 0, 12],
    },
    ...headerBlock(document, theme),
    ...changesNote(document),
    ...(document.contents ? contents(document, theme) : []),
  ];
}

function headerBlock({ header }: Document, theme: Theme): PdfNode[] {
  const { rule: line, soft } = theme.colours;
  const name = (text: string): PdfNode => ({ text, color: soft, bold: true, fontSize: 10 });
  const fields = header.fields.map((field) => ({
    name: field.name,
    value: { text: inlineTexts(field.value, theme), fontSize: 10.5 },
  }));
  if (fields.length === 0) return [];
  const body =
    header.layout === 'list'
      ? {
          widths: [58, '*'],
          body: fields.map((field) => [
            { ...name(field.name), tag: { role: 'TH', scope: 'Row' } },
            field.value,
          ]),
        }
      : {
          widths: fields.map(() => '*'),
          body: [fields.map((field) => ({ stack: [name(field.name), field.value] }))],
        };
  const placing = header.layout === 'grid' && { tag: 'layout' };
  return [{ table: body, layout: 'noBorders', margin: [0, 0, 0, 8], ...placing }, rule(line, 0.6, theme)];
}

/** What a reader of the version before must know. */
function changesNote({ changes }: Document): PdfNode[] {
  if (!changes) return [];
  const text = [{ text: `${changes.title}: `, bold: true }, changes.text];
  return [{ text, fontSize: 10.5, margin: [0, 10, 0, 0] }];
}

function contents({ contentsTitle }: Document, theme: Theme): PdfNode[] {
  return [
    {
      toc: {
        title: {
          text: contentsTitle,
          tag: { role: 'H2' },
          bold: true,
          fontSize: theme.headings.sub,
          color: theme.colours.accent,
          margin: [0, 12, 0, 0],
        },
      },
    },
  ];
}

function rule(colour: string, width: number, theme: Theme): PdfNode {
  return {
    tag: 'artifact',
    canvas: [
      { type: 'line', x1: 0, y1: 0, x2: computeTextWidth(theme), y2: 0, lineWidth: width, lineColor: colour },
    ],
  };
}
