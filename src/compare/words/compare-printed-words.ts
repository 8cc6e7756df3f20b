import { alignTokens, type Stretch } from '../align/align-tokens.js';
import type { Token } from '../align/token.js';
import { classifyTexts } from '../describe/classify-change.js';
import type { Comparison, SectionComparison, TextPart } from '../describe/comparison.js';
import { joinPieces } from '../describe/join-pieces.js';
import type { Piece, Span } from '../describe/span.js';
import { splitPrintedWords, type PrintedPage, type PrintedWords } from './split-printed-words.js';

/**
 * Compares the words of two PDFs, for versions of which no document can be read. The result has a section for each page of the
 * new PDF, and a part for each sentence. Tables, figures and moved text are compared as plain words.
 */
export function comparePrintedWords(
  before: readonly PrintedPage[],
  after: readonly PrintedPage[],
): Pick<Comparison, 'metadata' | 'header' | 'sections'> {
  const now = splitPrintedWords(after);
  const stretches = alignTokens(splitPrintedWords(before).tokens, now.tokens);
  return { metadata: [], header: [], sections: groupByPage(splitSentences(stretches, now), now) };
}

/** A sentence of the new version, with its changes. */
type Sentence = Stretch[];

/** Splits aligned text at the ends of unchanged sentences, and before each numbered paragraph. */
function splitSentences(stretches: readonly Stretch[], now: PrintedWords): Sentence[] {
  const sentences: Sentence[] = [];
  let hasEnded = true;
  for (const stretch of stretches.flatMap((long) => cutStretch(long, now))) {
    const [first] = stretch.after;
    if (hasEnded || (first && now.starts.has(first))) sentences.push([]);
    sentences.at(-1)?.push(stretch);
    hasEnded = stretch.sentence !== null || (stretch.isSame && endsSentence(stretch.after, now));
  }
  return sentences;
}

/** Cuts an unchanged stretch at the end of each sentence. */
function cutStretch(stretch: Stretch, now: PrintedWords): Stretch[] {
  if (!stretch.isSame) return [stretch];
  const cuts: Stretch[] = [];
  let start = 0;
  stretch.after.forEach((_, at) => {
    const next = stretch.after[at + 1];
    const isLast = next === undefined;
    if (
      !isLast &&
      !now.starts.has(next) &&
      !endsSentence(stretch.after.slice(Math.max(0, at - 1), at + 1), now)
    )
      return;
    cuts.push({
      isSame: true,
      sentence: null,
      before: stretch.before.slice(start, at + 1),
      after: stretch.after.slice(start, at + 1),
    });
    start = at + 1;
  });
  return cuts;
}

/** Returns true if a run ends with a full stop or similar, other than that of a paragraph's number or an initial. */
function endsSentence(run: readonly Token[], { starts }: PrintedWords): boolean {
  const [previous, last] = [run.at(-2), run.at(-1)];
  if (!/^[.!?]$/.test(last?.text ?? '')) return false;
  return !previous || (!starts.has(previous) && !/^\p{Lu}$/u.test(previous.text));
}

function groupByPage(sentences: readonly Sentence[], { pages }: PrintedWords): SectionComparison[] {
  const sections = new Map<number, TextPart[]>();
  let page = 1;
  sentences.forEach((sentence, index) => {
    const first = sentence.flatMap(({ after }) => after)[0];
    page = (first && pages.get(first)) ?? page;
    sections.set(page, [...(sections.get(page) ?? []), toPart(sentence, `sentence-${index + 1}`)]);
  });
  return [...sections].map(([number, parts]) => toSection(number, parts));
}

function toSection(page: number, parts: TextPart[]): SectionComparison {
  const location = { anchor: `page-${page}`, number: null };
  const title: Piece[] = [{ text: `Page ${page}`, marks: {} }];
  return {
    how: [],
    before: location,
    after: location,
    title: [{ kind: 'same', before: title, after: title }],
    parts,
  };
}

function toPart(sentence: Sentence, anchor: string): TextPart {
  const text = sentence.map(toSpan);
  const location = { anchor, number: null };
  const isIn = (version: 'before' | 'after'): boolean => sentence.some((run) => run[version].length > 0);
  const [before, after] = [isIn('before') ? location : null, isIn('after') ? location : null];
  const how = before && after ? classifyTexts([text]) : [before ? ('removed' as const) : ('added' as const)];
  return { kind: 'passage', how, before, after, level: 0, text, items: [] };
}

function toSpan({ isSame, before, after, sentence }: Stretch): Span {
  const pieces = { before: joinPieces(before), after: joinPieces(after) };
  return isSame ? { kind: 'same', ...pieces } : { kind: 'changed', cause: 'wording', sentence, ...pieces };
}
