import type { Inline } from '../../model/inline.js';
import type { Figure } from '../../model/figure.js';
import type { Marks, Piece } from '../describe/comparison.js';

/** A word, a punctuation mark, a figure or a reference: what a comparison takes as one. */
export interface Token {
  /** The white space before it. */
  lead: string;
  text: string;
  /** Tokens with the same key stand for the same thing, however they are printed. */
  key: string;
  marks: Marks;
  figure: Figure | null;
  /** Of an acronym where it is written out. */
  expansion: string | null;
}

/**
 * Says what an anchor leads to, so that both versions' names of one thing agree. Null for what is not cited by a number of its
 * own, such as the note that a mark in a table leads to: the words of such a reference are words like others.
 */
export type Identify = (anchor: string) => string | null;

const WORDS = /(\s*)([\p{L}\p{N}]+(?:[’'.,/&-][\p{L}\p{N}]+)*%?|\S)/gu;

/** The tokens of a run of text, markup's contents included. */
export function tokens(run: readonly Inline[], identify: Identify): Token[] {
  const found: Token[] = [];
  let space = '';
  const add = (text: string, key: string, marks: Marks, rest: Partial<Token> = {}): void => {
    found.push({ lead: space, text, key, marks, figure: null, expansion: null, ...rest });
    space = '';
  };
  const addWords = (text: string, marks: Marks): void => {
    for (const [, lead = '', word = ''] of text.matchAll(WORDS)) {
      space += lead;
      add(word, `w:${word}`, marks);
    }
    space += /\s*$/.exec(text)?.[0] ?? '';
  };
  const walk = (content: readonly Inline[], marks: Marks): void => {
    for (const inline of content)
      switch (inline.kind) {
        case 'text':
          addWords(inline.text, marks);
          break;
        case 'emphasis':
        case 'strong':
          walk(inline.content, { ...marks, [inline.kind]: true });
          break;
        case 'link':
          walk(inline.content, { ...marks, url: inline.url });
          break;
        case 'break':
          add('\n', 'break', marks);
          break;
        case 'reference': {
          const { target, end, text } = inline;
          const cited = target === null ? null : identify(target);
          const linked = target === null ? marks : { ...marks, target };
          if (cited === null) addWords(text, linked);
          else add(text, `r:${cited} ${end === undefined ? '' : (identify(end) ?? '')}`, linked);
          break;
        }
        case 'value':
          if (inline.figure) add(inline.text, `f:${inline.figure.id}`, marks, { figure: inline.figure });
          else addWords(inline.text, marks);
          break;
        case 'term': // the same word as the bare acronym: which printing of it is the first follows from the order
          add(`${inline.expansion} (${inline.text})`, `w:${inline.text}`, marks, {
            expansion: inline.expansion,
          });
      }
  };
  walk(run, {});
  return found;
}

/** The text of tokens, joined where their marks are the same. */
export function pieces(run: readonly Token[]): Piece[] {
  const joined: Piece[] = [];
  for (const { lead, text, marks } of run) {
    const last = joined.at(-1);
    if (last && sameMarks(last.marks, marks)) last.text += lead + text;
    else joined.push({ text: lead + text, marks });
  }
  return joined;
}

/** Whether two tokens are set alike. Where a reference leads is not a matter of style. */
function sameMarks(a: Marks, b: Marks): boolean {
  return sameStyle(a, b) && a.target === b.target;
}

export function sameStyle(a: Marks, b: Marks): boolean {
  return a.strong === b.strong && a.emphasis === b.emphasis && a.url === b.url;
}
