import { TextRun, type ParagraphChild } from 'docx';
import type { Inline } from '../../model/inline.js';
import type { OfKind } from '../../model/of-kind.js';
import type { WordContext } from '../word-context.js';
import { createField } from './create-field.js';
import { createFigureControl } from './create-figure-control.js';
import { createFootnoteMark } from './create-footnote-mark.js';
import { createReference } from './create-reference.js';
import { createTextRun } from './create-text-run.js';
import type { RunLook } from './run-look.js';
import { toHex } from './to-hex.js';

type Handler<Kind extends Inline['kind']> = (
  inline: OfKind<Inline, Kind>,
  look: RunLook,
  context: WordContext,
) => ParagraphChild[];

/** One handler for each kind of inline. A kind without a handler does not compile. */
const HANDLERS: { [Kind in Inline['kind']]: Handler<Kind> } = {
  text: ({ text }, look) => [createTextRun(text, look)],
  term: ({ text, expansion }, look) => [createTextRun(`${expansion} (${text})`, look)],
  break: () => [new TextRun({ break: 1 })],
  emphasis: ({ content }, look, context) => createRuns(content, context, { ...look, italics: true }),
  strong: ({ content }, look, context) => createRuns(content, context, { ...look, bold: true }),
  link: createLink,
  reference: createReference,
  value: ({ text, figure }, look, { makeId }) =>
    figure ? [createFigureControl(figure, text, look, makeId())] : [createTextRun(text, look)],
  footnote: createFootnoteMark,
};

/** Returns the runs of a text. */
export function createRuns(
  content: readonly Inline[],
  context: WordContext,
  look: RunLook = {},
): ParagraphChild[] {
  return content.flatMap((inline) => createInlineRuns(inline, look, context));
}

function createInlineRuns<Kind extends Inline['kind']>(
  inline: OfKind<Inline, Kind>,
  look: RunLook,
  context: WordContext,
): ParagraphChild[] {
  return HANDLERS[inline.kind](inline, look, context);
}

/** A field needs no entry in the list of relations, whose ids would have to be made up. */
function createLink(
  { url, content }: OfKind<Inline, 'link'>,
  look: RunLook,
  context: WordContext,
): ParagraphChild[] {
  const { accent } = context.theme.colours;
  const runs = createRuns(content, context, { ...look, color: toHex(accent), underline: { type: 'single' } });
  const address = url.replaceAll('\\', '%5C').replaceAll('"', '%22');
  return createField(`HYPERLINK "${address}"`, runs);
}
