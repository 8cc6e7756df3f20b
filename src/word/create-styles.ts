import type { IParagraphStyleOptions, IStylesOptions } from 'docx';
import type { Theme } from '../model/theme.js';
import { chooseFont } from './choose-font.js';
import { toHex } from './text/to-hex.js';
import { toHalfPoints, toTwips } from './units.js';

/** The styles that are ours, by their use. Word names those of headings, captions and footnotes itself. */
export const STYLES = {
  authority: 'Authority',
  committee: 'Committee',
  edition: 'Edition',
  field: 'FieldName',
  fieldValue: 'FieldValue',
  changes: 'Changes',
  contentsTitle: 'ContentsTitle',
  contents: 'TOC1',
  paragraph: 'BodyText',
  item: 'ListItem',
  note: 'Note',
  quotation: 'Quote',
  drawing: 'Drawing',
  subtitle: 'DrawingSubtitle',
  tableText: 'TableText',
  tableNote: 'TableNote',
  keyFigure: 'KeyFigure',
  keyFigureLabel: 'KeyFigureLabel',
  keyFigureDetail: 'KeyFigureDetail',
  running: 'Header',
  space: 'Space',
} as const;

/** The distance of lines that typefaces such as Calibri and Arial ask for, as a multiple of the type size. */
const OWN_LINE = 1.2;

/** Returns the distance of lines as a multiple of the typeface's own. Word counts 240 units to a line. */
function toLines(lines: number): { line: number; lineRule: 'auto' } {
  return { line: Math.round(lines * 240), lineRule: 'auto' };
}

/** Creates the styles of the document from the theme, so that Word's own commands keep its look. */
export function createStyles(theme: Theme, language: string): IStylesOptions {
  const { text, headings, colours, layout, typeface } = theme;
  const hang = toTwips(text.hang);
  const heading = (size: number, above: number, colour: string, italics = false): object => ({
    run: { size: toHalfPoints(size), bold: true, italics, color: toHex(colour) },
    paragraph: {
      spacing: { before: toTwips(above), after: toTwips(layout.headings.below), ...toLines(1) },
      indent: { left: hang },
      keepNext: true,
      keepLines: true,
    },
  });
  const { above, second, third } = layout.headings;
  const section = heading(headings.section, layout.sections.above, colours.accent);
  return {
    default: {
      document: {
        run: {
          font: chooseFont(typeface),
          size: toHalfPoints(text.size),
          color: toHex(colours.ink),
          language: { value: language },
        },
        paragraph: { spacing: { after: 0, ...toLines(text.lineHeight / OWN_LINE) } },
      },
      title: {
        run: { size: toHalfPoints(headings.title), bold: true, color: toHex(colours.ink) },
        paragraph: {
          spacing: {
            before: toTwips(layout.title.above),
            after: toTwips(layout.title.below),
            ...toLines(1),
          },
          keepNext: true,
          keepLines: true,
        },
      },
      heading1: { ...section },
      heading2: heading(headings.sub, above.first, colours.ink),
      heading3: heading(headings.sub * second, above.second, colours.ink),
      heading4: heading(headings.sub * third, above.third, colours.ink, true),
      caption: {
        run: { bold: true, italics: false, color: toHex(colours.ink), size: toHalfPoints(text.size) },
        paragraph: {
          spacing: { after: toTwips(layout.captions.below), ...toLines(layout.captions.leading) },
          keepNext: true,
          keepLines: true,
        },
      },
      footnoteText: {
        run: { size: toHalfPoints(text.small), color: toHex(colours.soft) },
        paragraph: { spacing: { after: toTwips(layout.footnotes.gap), ...toLines(1) } },
      },
      footnoteReference: { run: { superScript: true, color: toHex(colours.accent) } },
      hyperlink: { run: { color: toHex(colours.accent), underline: { type: 'single' } } },
    },
    // The library's own styles are based on it.
    characterStyles: [{ id: 'DefaultParagraphFont', name: 'Default Paragraph Font', semiHidden: true }],
    paragraphStyles: createParagraphStyles(theme),
  };
}

type Run = NonNullable<IParagraphStyleOptions['run']>;
type Spacing = NonNullable<NonNullable<IParagraphStyleOptions['paragraph']>['spacing']>;

/** The spaces over and under a paragraph in points, its lines, and what keeps it together. */
interface Shape {
  before?: number;
  after?: number;
  lines?: number;
  left?: number;
  right?: number;
  keepNext?: boolean;
  keepLines?: boolean;
}

function createParagraphStyles(theme: Theme): IParagraphStyleOptions[] {
  const { text, colours, layout } = theme;
  const { masthead, fields, changes, contents, paragraphs, lists, notes, quotes, figures, highlights } =
    layout;
  const small = { size: toHalfPoints(text.small) };
  const soft = { color: toHex(colours.soft) };
  const accent = { color: toHex(colours.accent), bold: true };
  const mastheadRun = { size: toHalfPoints(masthead.size) };
  const { hang } = text;
  return [
    style(STYLES.authority, 'Authority', { ...mastheadRun, ...accent }, { lines: 1 }),
    style(STYLES.committee, 'Committee', { ...mastheadRun, ...soft }, { lines: 1 }),
    style(STYLES.edition, 'Edition', { ...small, ...soft }, { after: 6 }),
    style(STYLES.field, 'Field name', { ...soft, bold: true, size: toHalfPoints(fields.name) }, { lines: 1 }),
    style(STYLES.fieldValue, 'Field value', { size: toHalfPoints(fields.value) }, { lines: 1, after: 2 }),
    style(STYLES.changes, 'Changes', { size: toHalfPoints(changes.size) }, { before: changes.above }),
    style(STYLES.contentsTitle, 'Contents title', accent, {
      before: contents.above,
      after: 3,
      keepNext: true,
    }),
    style(
      STYLES.contents,
      'toc 1',
      { size: toHalfPoints(text.small + 0.5) },
      { before: contents.gap, lines: 1 },
    ),
    style(STYLES.paragraph, 'Body Text', {}, { after: paragraphs.below, left: hang }),
    style(STYLES.item, 'List item', {}, { after: lists.gap }),
    style(
      STYLES.note,
      'Note',
      { ...small, ...soft },
      { after: notes.below, left: hang, lines: notes.leading },
    ),
    style(STYLES.quotation, 'Quote', soft, {
      after: quotes.below,
      left: hang + quotes.indent,
      right: quotes.indent,
    }),
    style(
      STYLES.drawing,
      'Drawing',
      {},
      {
        before: figures.drawing.above,
        after: figures.drawing.below,
        lines: 1,
        keepNext: true,
      },
    ),
    style(
      STYLES.subtitle,
      'Drawing subtitle',
      { ...small, ...soft },
      {
        after: figures.subtitle.below,
        lines: 1,
        keepNext: true,
      },
    ),
    style(STYLES.tableText, 'Table text', {}, { lines: layout.tables.leading }),
    style(
      STYLES.tableNote,
      'Table note',
      { ...small, ...soft },
      {
        before: layout.tables.notes.gap,
        after: layout.tables.notes.gap,
        lines: notes.leading,
        keepLines: true,
      },
    ),
    style(
      STYLES.keyFigure,
      'Key figure',
      { ...accent, size: toHalfPoints(highlights.size) },
      { lines: 0.95, keepNext: true },
    ),
    style(STYLES.keyFigureLabel, 'Key figure label', { ...small, bold: true }, { lines: 1 }),
    style(STYLES.keyFigureDetail, 'Key figure detail', { ...small, ...soft }, { lines: 1 }),
    style(STYLES.running, 'header', { ...soft, size: toHalfPoints(layout.running.size) }, { lines: 1 }),
    style(STYLES.space, 'Space', { size: 2 }, { lines: 1 }),
  ];
}

function style(id: string, name: string, run: Run, shape: Shape): IParagraphStyleOptions {
  const { before, after, lines, left, right, keepNext, keepLines } = shape;
  const spacing: Spacing = {
    ...(before !== undefined && { before: toTwips(Math.max(0, before)) }),
    ...(after !== undefined && { after: toTwips(Math.max(0, after)) }),
    ...(lines !== undefined && { ...toLines(lines) }),
  };
  return {
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run,
    paragraph: {
      spacing,
      ...((left !== undefined || right !== undefined) && {
        indent: { left: toTwips(left ?? 0), right: toTwips(right ?? 0) },
      }),
      ...(keepNext && { keepNext }),
      ...(keepLines && { keepLines }),
    },
  };
}
