import type { Inline } from '../../model/inline.js';
import type { OfKind } from '../../model/of-kind.js';
import { getSignalColour, type Theme } from '../../model/theme.js';
import type { TextRun } from './pdf-node.js';

type Handler<Kind extends Inline['kind']> = (inline: OfKind<Inline, Kind>, theme: Theme) => TextRun[];

/** One handler for each kind of inline. A kind without a handler does not compile. */
const HANDLERS: { [Kind in Inline['kind']]: Handler<Kind> } = {
  text: ({ text }) => [{ text: removeUnprinted(text) }],
  value: ({ text }) => [{ text: removeUnprinted(text) }],
  term: ({ text, expansion }) => [{ text: `${removeUnprinted(expansion)} (${removeUnprinted(text)})` }],
  break: () => [{ text: '\n' }],
  emphasis: ({ content }, theme) => createTextRuns(content, theme).map((run) => ({ ...run, italics: true })),
  strong: ({ content }, theme) => createTextRuns(content, theme).map((run) => ({ ...run, bold: true })),
  link: createLinkRuns,
  reference: createReferenceRuns,
  footnote: ({ number, target }, theme) => [
    { text: number, sup: true, linkToDestination: target, color: theme.colours.accent },
  ],
};

/** Returns a run of text for each piece of the content. */
export function createTextRuns(content: readonly Inline[], theme: Theme): TextRun[] {
  return content.flatMap((inline) => createInlineRuns(inline, theme));
}

function createInlineRuns<Kind extends Inline['kind']>(
  inline: OfKind<Inline, Kind>,
  theme: Theme,
): TextRun[] {
  return HANDLERS[inline.kind](inline, theme);
}

function createLinkRuns({ url, content }: OfKind<Inline, 'link'>, theme: Theme): TextRun[] {
  return createTextRuns(content, theme).map((run) => ({
    ...run,
    link: url,
    color: theme.colours.accent,
    decoration: 'underline',
  }));
}

/** A reference without a target is struck out. */
function createReferenceRuns({ target, text, signal }: OfKind<Inline, 'reference'>, theme: Theme): TextRun[] {
  if (target === null) return [{ text, bold: true, decoration: 'lineThrough' }];
  const color = signal ? getSignalColour(signal, theme) : theme.colours.accent;
  return [{ text: removeUnprinted(text), linkToDestination: target, color }];
}

/** Replaces tabs and control characters by spaces and removes soft hyphens, which have no glyph. */
function removeUnprinted(text: string): string {
  return text.replace(/[\u0000-\u001f]+/g, ' ').replace(/\u00ad/g, '');
}
