import type { Figure } from '../../model/figure.js';
import type { Inline } from '../../model/inline.js';
import type { OfKind } from '../../model/of-kind.js';
import type { Marks, Token } from './token.js';
import type { Words } from './words.js';

/**
 * Returns a name for the target of an anchor. Both versions use the same name for the same thing. Returns null for a
 * target that is not cited by its number, such as a table's note. Such a reference is compared as ordinary words.
 */
export type Identify = (anchor: string) => string | null;

/** A text with one set of marks: one token, or ordinary words if it has no key. */
interface Atom {
  text: string;
  key: string | null;
  marks: Marks;
  figure?: Figure | null;
  isComputed?: boolean;
  expansion?: string | null;
}

const WORDS = /(\s*)([\p{L}\p{N}]+(?:[’'.,/&-][\p{L}\p{N}]+)*%?|\S)/gu;

/** Splits text into tokens, including the text inside markup. */
export function splitTokens(words: Words, identify: Identify): Token[] {
  const atoms =
    typeof words === 'string' ? [{ text: words, key: null, marks: {} }] : listAtoms(words, {}, identify);
  const tokens: Token[] = [];
  let space = '';
  for (const atom of atoms) {
    for (const token of splitAtom(atom)) {
      tokens.push({ ...token, lead: space + token.lead });
      space = '';
    }
    if (atom.key === null) space += /\s*$/.exec(atom.text)?.[0] ?? '';
  }
  return tokens;
}

function splitAtom({ text, key, marks, figure = null, isComputed = false, expansion = null }: Atom): Token[] {
  if (key !== null) return [{ lead: '', text, key, marks, figure, isComputed, expansion }];
  return [...text.matchAll(WORDS)].map(([, lead = '', word = '']) => ({
    lead,
    text: word,
    key: `w:${word}`,
    marks,
    figure: null,
    isComputed,
    expansion: null,
  }));
}

function listAtoms(content: readonly Inline[], marks: Marks, identify: Identify): Atom[] {
  return content.flatMap((inline) => toAtoms(inline, marks, identify));
}

function toAtoms(inline: Inline, marks: Marks, identify: Identify): Atom[] {
  switch (inline.kind) {
    case 'text':
      return [{ text: inline.text, key: null, marks }];
    case 'emphasis':
    case 'strong':
      return listAtoms(inline.content, { ...marks, [inline.kind]: true }, identify);
    case 'link':
      return listAtoms(inline.content, { ...marks, url: inline.url }, identify);
    case 'break':
      return [{ text: '\n', key: 'break', marks }];
    case 'reference':
      return [toReferenceAtom(inline, marks, identify)];
    case 'value':
      return [
        {
          text: inline.text,
          key: inline.figure && `f:${inline.figure.id}`,
          marks,
          figure: inline.figure,
          isComputed: true,
        },
      ];
    case 'footnote':
      return [];
    case 'term':
      return [toTermAtom(inline, marks)];
    default:
      return inline satisfies never;
  }
}

function toReferenceAtom(
  { target, end, text }: OfKind<Inline, 'reference'>,
  marks: Marks,
  identify: Identify,
): Atom {
  if (target === null) return { text, key: null, marks };
  const name = identify(target);
  const lastName = end === undefined ? '' : (identify(end) ?? '');
  return { text, key: name === null ? null : `r:${name} ${lastName}`, marks: { ...marks, target } };
}

/** The key is that of the bare acronym: the order of the paper decides which use is written out. */
function toTermAtom({ text, expansion }: OfKind<Inline, 'term'>, marks: Marks): Atom {
  return { text: `${expansion} (${text})`, key: `w:${text}`, marks, expansion };
}
