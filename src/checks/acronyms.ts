import type { Place, Problem } from '../model/problem.js';
import type { CheckableText } from './checkable-text.js';
import { reportProblem } from './report-problem.js';
import { findTypedPlace, isTyped, type Passage } from './list-passages.js';

type Glossary = CheckableText['inputs']['organisation']['acronyms'];
/** Finds the row of a data set that a cell prints. */
type FindRow = (passage: Passage) => Place | undefined;

const CAPITALS = /(?<![\p{L}\p{N}])[A-Z][A-Z0-9]*[A-Z][A-Z0-9]*(?=s?(?![\p{L}\p{N}]))/gu;
const ROMAN = /^[IVXLC]+$/;
/** Placeholders, which belong to another rule. */
const PLACEHOLDERS = ['TBA', 'TBC', 'TBD'];
/** Words in capitals for emphasis, which belong to another rule. */
const EMPHASISED = /(?:\b[A-Z]{2,}\b[\s,]*){3,}/g;

/**
 * Finds acronyms that are neither names nor expanded, and acronyms that are expanded twice. Tables and headings do not expand
 * acronyms. One problem for each acronym.
 */
export function checkAcronyms(paper: CheckableText, findRow: FindRow = () => undefined): Problem[] {
  return [...findUnexpanded(paper, findRow), ...findRepeatedExpansions(paper)];
}

function findUnexpanded({ passages, inputs }: CheckableText, findRow: FindRow): Problem[] {
  const { acronyms, names, short } = inputs.organisation;
  const inGlossary = new Set(acronyms.flatMap(({ term }) => splitTerm(term)));
  const known = new Set([
    ...[...names, short].flatMap(splitTerm),
    ...PLACEHOLDERS,
    ...passages
      .flatMap((passage) => listExpansions(passage, acronyms))
      .flatMap(({ term }) => splitTerm(term)),
  ]);
  return passages.flatMap((passage) =>
    findCapitals(passage)
      .filter(({ term }) => !known.has(term) && known.add(term))
      .map(({ term, at }) =>
        inGlossary.has(term)
          ? reportProblem(
              'acronym-expanded',
              findAuthorsPlace(passage, at, findRow),
              `"${term}" is used only in tables and headings, which do not expand acronyms`,
              {
                hint: 'Use it once in a sentence or a note.',
              },
            )
          : reportProblem(
              'acronym-expanded',
              findAuthorsPlace(passage, at, findRow),
              `"${term}" is not expanded`,
              {
                hint: 'Add it to `acronyms:` in data/organisation.yaml, or to `names:` if it is a name.',
              },
            ),
      ),
  );
}

/** Finds the place at which an author typed a term: in the text, or in a plain cell of a data set. */
function findAuthorsPlace(passage: Passage, at: number, findRow: FindRow): Place | undefined {
  const row = isTyped(passage, at) ? undefined : findRow(passage);
  return row ?? findTypedPlace(passage, at);
}

function splitTerm(term: string): string[] {
  return [term, ...term.split(/[^A-Za-z0-9]+/)];
}

function findCapitals({ text, parts }: Passage): { term: string; at: number }[] {
  const emphasised = [...text.matchAll(EMPHASISED)].filter(([words]) => /[A-Z]{6}/.test(words));
  return parts.flatMap(({ from, inline }) =>
    inline.kind !== 'text'
      ? []
      : [...inline.text.matchAll(CAPITALS)]
          .map(({ index, 0: term }) => ({ term, at: from + index }))
          .filter(({ term }) => !ROMAN.test(term))
          .filter(({ at }) => !emphasised.some((run) => run.index <= at && at < run.index + run[0].length)),
  );
}

/** Lists the terms that a passage expands: from the glossary, or typed as "acceptable behaviour contract (ABC)". */
function listExpansions({ text, parts }: Passage, glossary: Glossary): { term: string; at: number }[] {
  const byGlossary = parts.flatMap(({ from, inline }) =>
    inline.kind === 'term' ? [{ term: toSingular(inline.text), at: from }] : [],
  );
  const byHand = parts.flatMap(({ from, inline }) =>
    inline.kind !== 'text'
      ? []
      : [...inline.text.matchAll(/\(([A-Z][A-Z0-9&]+)s?\)/g)]
          .map(({ index, 1: term = '' }) => ({ term, at: from + index + 1 }))
          .filter(({ term, at }) => isExpandedBefore(text.slice(0, at - 1), term, glossary)),
  );
  return [...byGlossary, ...byHand];
}

function toSingular(term: string): string {
  return /[A-Z0-9]s$/.test(term) ? term.slice(0, -1) : term;
}

/** Returns true if the words before a term expand it: as in the glossary, or by their initials. Small words may be skipped. */
function isExpandedBefore(before: string, term: string, glossary: Glossary): boolean {
  const known = glossary.find((entry) => entry.term === term)?.expansion.toLowerCase();
  if (known !== undefined && before.trimEnd().toLowerCase().endsWith(known)) return true;
  const words = before
    .trim()
    .split(/[\s/-]+/)
    .slice(-2 * term.length);
  let letter = term.length - 1;
  for (const word of words.reverse()) {
    if (letter < 0) return true;
    if (
      word
        .replace(/^\W+/, '')
        .toUpperCase()
        .startsWith(term[letter] ?? '')
    )
      letter--;
    else if (!/^(?:and|of|the|for|in|to|on|&|a)$/i.test(word)) return false;
  }
  return letter < 0;
}

function findRepeatedExpansions({ passages, inputs }: CheckableText): Problem[] {
  const seen = new Set<string>();
  return passages.flatMap((passage) =>
    listExpansions(passage, inputs.organisation.acronyms)
      .sort((a, b) => a.at - b.at)
      .filter(({ term }) => seen.has(term) || !seen.add(term))
      .map(({ term, at }) =>
        reportProblem(
          'acronym-expanded-once',
          findTypedPlace(passage, at),
          `"${term}" is expanded a second time`,
          {
            hint: 'Write only the acronym. The paper expands it at its first use.',
          },
        ),
      ),
  );
}
