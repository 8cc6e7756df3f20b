import type { Place } from '../../model/problem.js';
import { findTypedPlace, isTyped } from '../list-passages.js';
import type { Sentence } from '../split-sentences.js';

type CitedKind = 'paragraph' | 'table' | 'figure' | 'appendix' | 'section';

/** A number that a sentence cites: "paragraph 44", "Tables 1 and 2", "paragraphs 3-5 above". */
export interface Citation {
  sentence: Sentence;
  kind: CitedKind;
  /** "Appendix", as it is typed. */
  word: string;
  /** The words up to the last number. */
  text: string;
  /** The numbers, with the two ends of each range. */
  ranges: { first: string; last: string }[];
  /** The section that the sentence names for the paragraph: "C". Null if it names none. */
  section: string | null;
  /** The offset in the sentence, and that of the end. */
  from: number;
  to: number;
}

const NUMBER = String.raw`(?:\d{1,3}(?:\.\d{1,3})*(?:\([a-z]+\))?|[A-Z]\d{0,2}(?![\p{L}\d])|[IVX]{1,4}(?!\p{L}))`;
const WORDS = {
  paragraph: 'paragraphs?|paras?\\.?',
  table: 'tables?',
  figure: 'figures?|charts?|diagrams?|graphs?|maps?',
  appendix: 'appendix|appendices|annexe?s?',
  section: 'sections?',
} satisfies Record<CitedKind, string>;
const RANGE = String.raw`${NUMBER}(?:\s*(?:-|–|—|to|through)\s*${NUMBER})?`;
const CITATION = new RegExp(
  String.raw`(?<![\p{L}\d])(?<word>${Object.values(WORDS).join('|')})\s+(?<numbers>${RANGE}(?:(?:\s*,\s*|\s*,?\s+(?:and|or|&)\s+)${RANGE})*)(?![\p{L}\d%])`,
  'giu',
);
/** A number of a list begins the next pair, so a capital that starts a word is none. */
const ONE_RANGE = new RegExp(String.raw`(${NUMBER})(?:\s*(?:-|–|—|to|through)\s*(${NUMBER}))?`, 'gu');

/** Laws, plans and other documents that have paragraphs and sections of their own. */
const OTHER_DOCUMENT =
  /\b(?:Acts?|Schedule|Orders?|Regulations?|Directive|Constitution|Standing Orders|Code|Framework|Convention|Measure|Bill|Rules|Guidance|Treaty|s\.?\s?\d+)\b/;
/** "paragraph 12 of the audit's report", but not "paragraph 12 of this report". */
const OF_OTHER =
  /^[\s,]*(?:\([^)]{1,12}\)\s*)?(?:of|in|to|from|on|under)\s+(?!(?:this|the\s+(?:present|above|main))\b|the\s+(?:report|paper)\b(?!\s+(?:of|by|to|on|from|for|submitted|considered))|section\s+[A-Z\d]|part\s+[A-Z\d])/;
const THEIR = /\b(?:its|their|whose|that\s+report(?:'s|’s))\s*$/i;
/** The paragraphs of Schedule 12A have numbers too: "Exempt: paragraph 3". */
const EXEMPT = /\b(?:exempt\w*|not\s+for\s+publication)\b[^.;]{0,40}$/i;

/** A sentence with more is a list, and each one costs time. */
const MOST_CITATIONS = 60;
/** The words before a citation that can make it one of another document. */
const NEAR = 120;

/** Finds what a sentence cites by a typed number in the same paper. Numbers of other documents are left out. */
export function findCitations(sentence: Sentence): Citation[] {
  const { text, passage, from } = sentence;
  const hasOtherDocument = OTHER_DOCUMENT.test(text);
  return [...text.matchAll(CITATION)].slice(0, MOST_CITATIONS).flatMap((match) => {
    const before = text.slice(Math.max(0, match.index - NEAR), match.index);
    const { word = '', numbers = '' } = match.groups ?? {};
    const kind = findKind(word);
    const after = text.slice(match.index + match[0].length);
    const isElsewhere =
      (hasOtherDocument && kind !== 'table' && kind !== 'figure' && kind !== 'appendix') ||
      OF_OTHER.test(after) ||
      THEIR.test(before) ||
      (kind === 'paragraph' && EXEMPT.test(before));
    if (kind === null || isElsewhere || !isTyped(passage, from + match.index)) return [];
    const ranges = [...numbers.matchAll(ONE_RANGE)].map(([, first = '', last = first]) => ({ first, last }));
    const section = /^\s*,?\s+(?:of|in)\s+section\s+([A-Z]|\d{1,2})\b/.exec(after)?.[1] ?? null;
    const end = match.index + match[0].length;
    return [{ sentence, kind, word, text: match[0], ranges, section, from: match.index, to: end }];
  });
}

function findKind(word: string): CitedKind | null {
  const kinds = Object.keys(WORDS) as CitedKind[];
  return kinds.find((kind) => new RegExp(`^(?:${WORDS[kind]})$`, 'i').test(word)) ?? null;
}

/** Returns the place of an offset in the sentence of a citation. */
export function locateCitation({ sentence }: Citation, offset: number): Place | undefined {
  return findTypedPlace(sentence.passage, sentence.from + offset);
}
