import type { Figure } from '../../model/figure.js';
import type { Sentence } from '../split-sentences.js';
import { splitWords } from './split-words.js';

/** A word, a number or a punctuation mark of a sentence. */
export interface Token {
  text: string;
  lower: string;
  /** The name of a measure, written out, is one token of several words. */
  words: string[];
  /** The offsets in the sentence. */
  from: number;
  to: number;
  isTyped: boolean;
  isQuoted: boolean;
  /** The figure that the program printed here. Null for words and for typed numbers. */
  figure: Figure | null;
}

const TOKEN = /[\p{L}\p{N}][\p{L}\p{N}’'&/-]*|[^\s\p{L}\p{N}]/gu;

/** Splits a sentence into tokens. A bracket with all that stands in it is left out. */
export function splitTokens(sentence: Sentence, labels: readonly string[]): Token[] {
  const tokens: Token[] = [];
  const { parts } = sentence.passage;
  let part = 0;
  let depth = 0;
  let isQuoted = false;
  for (const { 0: text, index: from } of sentence.text.matchAll(TOKEN)) {
    const offset = sentence.from + from;
    while ((parts[part + 1]?.from ?? Infinity) <= offset) part++;
    if (text === '(' || text === '[') depth++;
    if (depth === 0) {
      if (text === '“' || (text === '"' && !isQuoted)) isQuoted = true;
      else if (text === '”' || text === '"') isQuoted = false;
      const inline = parts[part]?.inline;
      const figure = inline?.kind === 'value' ? inline.figure : null;
      const isTyped = inline?.kind === 'text' && inline.origins !== undefined;
      const lower = text.toLowerCase().replaceAll('’', "'");
      tokens.push({ text, lower, words: [lower], from, to: from + text.length, isTyped, isQuoted, figure });
    }
    if ((text === ')' || text === ']') && depth > 0) depth--;
  }
  return mergeLabels(tokens, sentence.text, labels);
}

/** Makes one token of each label that a sentence has word for word. */
function mergeLabels(tokens: Token[], text: string, labels: readonly string[]): Token[] {
  const spans = findLabels(text, labels);
  return spans.reduce((merged, { from, to }) => {
    const inside = merged.filter((token) => token.from >= from && token.to <= to);
    const [first] = inside;
    if (!first || inside.length < 2) return merged;
    const label = text.slice(from, to);
    const whole: Token = { ...first, text: label, lower: label.toLowerCase(), words: splitWords(label), to };
    return merged.flatMap((token) => (token === first ? [whole] : inside.includes(token) ? [] : [token]));
  }, tokens);
}

interface Span {
  from: number;
  to: number;
}

/** Finds the first place of each label in a text. The longest label counts where several overlap. */
export function findLabels(text: string, labels: readonly string[]): Span[] {
  const lower = text.toLowerCase();
  const spans: Span[] = [];
  for (const label of labels) {
    const from = lower.indexOf(label);
    const to = from + label.length;
    const isWhole = from >= 0 && !/[\p{L}\p{N}]/u.test(`${lower[from - 1] ?? ''}${lower[to] ?? ''}`);
    if (isWhole && !spans.some((span) => from < span.to && to > span.from)) spans.push({ from, to });
  }
  return spans;
}
