import type { Problem } from '../model/problem.js';
import type { Checkable } from './check-paper.js';
import { found } from './found.js';
import { placeIn, type Passage } from './passages.js';

type Glossary = Checkable['inputs']['organisation']['acronyms'];

const CAPITALS = /(?<![\p{L}\p{N}])[A-Z][A-Z0-9]*[A-Z][A-Z0-9]*(?=s?(?![\p{L}\p{N}]))/gu;
const ROMAN = /^[IVXLC]+$/;
/** Another rule is about these. */
const PLACEHOLDERS = ['TBA', 'TBC', 'TBD'];
/** Words that are all capitals for emphasis: another rule is about those. */
const SHOUTED = /(?:\b[A-Z]{2,}\b[\s,]*){3,}/g;

/**
 * Capitals that a reader may not know: neither names nor expanded anywhere. What stands only in tables and headings is not
 * expanded there. Said once for each.
 */
export function checkAcronyms(paper: Checkable): Problem[] {
  return [...unexpanded(paper), ...expandedTwice(paper)];
}

function unexpanded({ passages, inputs }: Checkable): Problem[] {
  const { acronyms, names, short } = inputs.organisation;
  const inGlossary = new Set(acronyms.flatMap(({ term }) => wordsOf(term)));
  const known = new Set([
    ...[...names, short].flatMap(wordsOf),
    ...PLACEHOLDERS,
    ...passages.flatMap((passage) => expansions(passage, acronyms)).flatMap(({ term }) => wordsOf(term)),
  ]);
  return passages.flatMap((passage) =>
    capitalsIn(passage)
      .filter(({ term }) => !known.has(term) && known.add(term))
      .map(({ term, at }) =>
        inGlossary.has(term)
          ? found(
              'acronym-expanded',
              placeIn(passage, at),
              `"${term}" stands only in tables and headings, where it is not expanded`,
              {
                hint: 'Use it in a sentence or a note, which expands it.',
              },
            )
          : found('acronym-expanded', placeIn(passage, at), `"${term}" is not expanded`, {
              hint: 'Add it to `acronyms:` in data/organisation.yaml, or to `names:` if it is a name.',
            }),
      ),
  );
}

function wordsOf(term: string): string[] {
  return [term, ...term.split(/[^A-Za-z0-9]+/)];
}

function capitalsIn({ text, parts }: Passage): { term: string; at: number }[] {
  const shouted = [...text.matchAll(SHOUTED)].filter(([words]) => /[A-Z]{6}/.test(words));
  return parts.flatMap(({ from, inline }) =>
    inline.kind !== 'text'
      ? []
      : [...inline.text.matchAll(CAPITALS)]
          .map(({ index, 0: term }) => ({ term, at: from + index }))
          .filter(({ term }) => !ROMAN.test(term))
          .filter(({ at }) => !shouted.some((run) => run.index <= at && at < run.index + run[0].length)),
  );
}

/** The terms that a passage expands: by the glossary, or by hand as "acceptable behaviour contract (ABC)". */
function expansions({ text, parts }: Passage, glossary: Glossary): { term: string; at: number }[] {
  const byGlossary = parts.flatMap(({ from, inline }) =>
    inline.kind === 'term' ? [{ term: singular(inline.text), at: from }] : [],
  );
  const byHand = parts.flatMap(({ from, inline }) =>
    inline.kind !== 'text'
      ? []
      : [...inline.text.matchAll(/\(([A-Z][A-Z0-9&]+)s?\)/g)]
          .map(({ index, 1: term = '' }) => ({ term, at: from + index + 1 }))
          .filter(({ term, at }) => spellsOut(text.slice(0, at - 1), term, glossary)),
  );
  return [...byGlossary, ...byHand];
}

function singular(term: string): string {
  return /[A-Z0-9]s$/.test(term) ? term.slice(0, -1) : term;
}

/** Whether the words before are the glossary's, or begin with the letters of the term, small words left out where they must be. */
function spellsOut(before: string, term: string, glossary: Glossary): boolean {
  const known = glossary.find((one) => one.term === term)?.expansion.toLowerCase();
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

function expandedTwice({ passages, inputs }: Checkable): Problem[] {
  const seen = new Set<string>();
  return passages.flatMap((passage) =>
    expansions(passage, inputs.organisation.acronyms)
      .sort((a, b) => a.at - b.at)
      .filter(({ term }) => seen.has(term) || !seen.add(term))
      .map(({ term, at }) =>
        found('acronym-expanded-once', placeIn(passage, at), `"${term}" is expanded a second time`, {
          hint: 'Write the acronym alone: the paper expands it where it first stands.',
        }),
      ),
  );
}
