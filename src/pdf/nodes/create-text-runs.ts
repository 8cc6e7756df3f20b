import type { Inline } from '../../model/inline.js';
import type { Theme } from '../../model/theme.js';
import type { TextRun } from './pdf-node.js';

type InlineOf<K extends Inline['kind']> = Extract<Inline, { kind: K }>;
type Handler<K extends Inline['kind']> = (inline: InlineOf<K>, theme: Theme) => TextRun[];

/** One handler for each kind of inline. A kind without a handler does not compile. */
const HANDLERS = {
  text: ({ text }) => [{ text: removeUnprinted(text) }],
  value: ({ text }) => [{ text: removeUnprinted(text) }],
  term: ({ text, expansion }) => [{ text: `${removeUnprinted(expansion)} (${removeUnprinted(text)})` }],
  break: () => [{ text: '\n' }],
  emphasis: ({ content }, theme) => createTextRuns(content, theme).map((run) => ({ ...run, italics: true })),
  strong: ({ content }, theme) => createTextRuns(content, theme).map((run) => ({ ...run, bold: true })),
  link: createLinkRuns,
  reference: createReferenceRuns,
} satisfies { [K in Inline['kind']]: Handler<K> };

/** Returns a run of text for each piece of the content. */
export function createTextRuns(content: readonly Inline[], theme: Theme): TextRun[] {
  return content.flatMap((inline) => {
    // TypeScript cannot see that the handler under a kind accepts the inline of that kind.
    const createRuns = HANDLERS[inline.kind] as Handler<Inline['kind']>;
    return createRuns(inline, theme);
  });
}

function createLinkRuns({ url, content }: InlineOf<'link'>, theme: Theme): TextRun[] {
  return createTextRuns(content, theme).map((run) => ({
    ...run,
    link: url,
    color: theme.colours.accent,
    decoration: 'underline',
  }));
}

/** A reference without a target is struck out. */
function createReferenceRuns({ target, text }: InlineOf<'reference'>, theme: Theme): TextRun[] {
  return [
    target === null
      ? { text, bold: true, decoration: 'lineThrough' }
      : { text: removeUnprinted(text), linkToDestination: target, color: theme.colours.accent },
  ];
}

/** Replaces tabs and control characters by spaces and removes soft hyphens, which have no glyph. */
function removeUnprinted(text: string): string {
  return text.replace(/[\u0000-\u001f]+/g, ' ').replace(/\u00ad/g, '');
}
