import type { Inline } from '../model/inline.js';
import { findPlace } from '../model/origin.js';
import type { Place } from '../model/problem.js';
import { normaliseCharacter, type Glyph } from './passage.js';

type Look = Pick<Glyph, 'isStrong' | 'isEmphasis'>;

const PLAIN: Look = { isStrong: false, isEmphasis: false };

/** Lists the characters of a text, each with its source. */
export function listGlyphs(content: readonly Inline[], look: Look = PLAIN): Glyph[] {
  return content.flatMap((inline): Glyph[] => {
    switch (inline.kind) {
      case 'strong':
        return listGlyphs(inline.content, { ...look, isStrong: true });
      case 'emphasis':
        return listGlyphs(inline.content, { ...look, isEmphasis: true });
      case 'link':
        return listGlyphs(inline.content, look);
      case 'text': {
        const { text, origins = [] } = inline;
        const placeAt = (at: number): Place | null => (origins.length === 0 ? null : findPlace(origins, at));
        return spell(text, (at) => ({ ...look, inline, place: placeAt(at) }));
      }
      case 'break':
        return spell(' ', () => ({ ...look, inline, place: null }));
      case 'term':
        return spell(`${inline.expansion} (${inline.text})`, () => ({ ...look, inline, place: null }));
      case 'reference':
      case 'value':
        return spell(inline.text, () => ({ ...look, inline, place: null }));
      case 'footnote':
        return [];
      default:
        return inline satisfies never;
    }
  });
}

/** Word has no soft hyphens, so they are left out. */
function spell(text: string, describe: (at: number) => Omit<Glyph, 'character'>): Glyph[] {
  const glyphs: Glyph[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character !== '\u00ad') glyphs.push({ character: normaliseCharacter(character), ...describe(at) });
  }
  return glyphs;
}
