import type { Inline } from '../model/inline.js';
import type { Theme } from '../model/theme.js';
import type { PdfText } from './node.js';

/** A run as pdfmake's text items. References are links in the accent colour; one that leads nowhere is struck out. */
export function inlineTexts(content: readonly Inline[], theme: Theme): PdfText[] {
  return content.flatMap((inline): PdfText[] => {
    switch (inline.kind) {
      case 'text':
        return [{ text: clean(inline.text) }];
      case 'value':
        return [{ text: clean(inline.text) }];
      case 'term':
        return [{ text: `${clean(inline.expansion)} (${clean(inline.text)})` }];
      case 'break':
        return [{ text: '\n' }];
      case 'emphasis':
        return inlineTexts(inline.content, theme).map((text) => styled(text, { italics: true }));
      case 'strong':
        return inlineTexts(inline.content, theme).map((text) => styled(text, { bold: true }));
      case 'link':
        return inlineTexts(inline.content, theme).map((text) =>
          styled(text, { link: inline.url, color: theme.colours.accent, decoration: 'underline' }),
        );
      case 'reference':
        return [
          inline.target === null
            ? { text: inline.text, bold: true, decoration: 'lineThrough' }
            : { text: clean(inline.text), linkToDestination: inline.target, color: theme.colours.accent },
        ];
    }
  });
}

function styled(text: PdfText, style: Record<string, unknown>): PdfText {
  return { ...text, ...style };
}

/** Tabs and control characters have no glyph. A no-break hyphen is drawn as a hyphen by the font's own. */
function clean(text: string): string {
  return text.replace(/[\u0000-\u001f]+/g, ' ').replace(/\u00ad/g, '');
}
