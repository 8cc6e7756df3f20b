import type { Block } from '../../model/blocks/block.js';
import { listBlocks, listSections } from '../../model/list-sections.js';
import { makeError, makeWarning, type Problem } from '../../model/problem.js';
import type { Passage } from '../list-passages.js';
import { reportProblem } from '../report-problem.js';
import type { CheckableOutsidePaper } from './checkable-outside-paper.js';
import { locateCitation, type Citation } from './find-citations.js';

/** Checks typed numbers of tables, figures and appendices that are not in the file, and finds those that nothing cites. */
export function checkPartReferences(citations: readonly Citation[], paper: CheckableOutsidePaper): Problem[] {
  const names = {
    table: listNamedParts(PARTS.table, paper),
    figure: listNamedParts(PARTS.figure, paper),
    appendix: listNamedParts(PARTS.appendix, paper),
  };
  return [
    ...citations.flatMap((citation) => findAbsentPart(citation, names)),
    ...findUncitedParts(citations, paper),
  ];
}

const PARTS = {
  table: /^table\b/i,
  figure: /^(?:figure|fig\.|chart|diagram|graph|map)\s/i,
  appendix: /^(?:appendix|annexe?)\b/i,
};

type PartKind = keyof typeof PARTS;

function findAbsentPart(citation: Citation, names: Record<PartKind, Set<string>>): Problem[] {
  const { kind, text, ranges } = citation;
  if (kind === 'paragraph' || kind === 'section') return [];
  const known = names[kind];
  const absent = ranges
    .flatMap(({ first, last }) => [first, last])
    .find(
      (number) => !known.has(number.toLowerCase()) && !known.has(number.toLowerCase().replace(/\D+$/, '')),
    );
  if (absent === undefined) return [];
  const name = kind === 'figure' ? singular(citation.word) : kind;
  const message = `"${text}" is cited, but the file has no ${name} ${absent}`;
  const place = locateCitation(citation, citation.from);
  return [
    kind === 'appendix'
      ? makeWarning('reference-resolves', place, message, {
          hint: 'If it is a file of its own, list it at the end of the paper: Appendix 1: its title.',
        })
      : makeError('reference-resolves', place, message, {
          hint: `Number the ${name} in its caption, or correct the number here.`,
        }),
  ];
}

function singular(word: string): string {
  return word.toLowerCase().replace(/s$/, '');
}

/** Lists the numbers of parts, in lower case: of captions and headings, and of lines that begin with a part's name. */
function listNamedParts(pattern: RegExp, { document, passages }: CheckableOutsidePaper): Set<string> {
  const names = [
    ...listBlocks(document).flatMap((block) => (isNumbered(block) ? [block.number] : [])),
    ...listSections(document).flatMap(({ number, title }) => [number ?? '', title]),
    ...passages.filter((passage) => !isNumberedParagraph(passage)).map(({ text }) => text.trim()),
  ];
  return new Set(
    names
      .filter((name) => pattern.test(name))
      .map((name) => /^\S+\s+([A-Z]?\d+(?:\.\d+)*|[A-Z]\b|[IVX]+\b)/i.exec(name)?.[1]?.toLowerCase() ?? ''),
  );
}

/** A numbered paragraph may begin with what it cites: "Table 4 shows …". */
function isNumberedParagraph({ block }: Passage): boolean {
  return block?.kind === 'paragraph' && block.number !== null;
}

function isNumbered(
  block: Block,
): block is Extract<Block, { kind: 'table' | 'picture' }> & { number: string } {
  return (
    (block.kind === 'table' || block.kind === 'picture') &&
    block.number !== null &&
    /\s(?:\S*\d|[A-Z]$)/.test(block.number)
  );
}

/** Finds tables, pictures and appendices that no sentence mentions. "The table below" mentions each. */
function findUncitedParts(
  citations: readonly Citation[],
  { document, passages }: CheckableOutsidePaper,
): Problem[] {
  const running = passages
    .filter(({ role }) => role !== 'caption' && role !== 'heading')
    .map(({ text }) => text);
  const points = (name: string): boolean =>
    running.some((text) =>
      new RegExp(
        String.raw`\b(?:${name})s?\s+(?:above|below|overleaf|opposite)\b|\b(?:following|next|attached|above|below|this|these)\s+(?:${name})s?\b`,
        'i',
      ).test(text),
    );
  const parts = [
    ...listBlocks(document).filter(isNumbered),
    ...document.appendices.flatMap(({ number, place }) => (number === null ? [] : [{ number, place }])),
  ];
  return parts.flatMap(({ number, place }) => {
    const [word = '', name = ''] = number.toLowerCase().split(/\s+/);
    const isCited = citations.some(
      ({ word: cited, ranges }) =>
        isSameWord(cited, word) && ranges.some(({ first, last }) => isInRange(name, first, last)),
    );
    const isNamed = running.some((text) =>
      new RegExp(String.raw`\b${word}\s+${name.replace('.', '\\.')}(?![\w.]*\d)`, 'i').test(text),
    );
    if (isCited || isNamed || points(word)) return [];
    return [
      reportProblem('part-is-cited', place, `nothing in the paper cites ${number}`, {
        hint: 'Cite it where members should read it.',
      }),
    ];
  });
}

function isSameWord(cited: string, word: string): boolean {
  return cited.toLowerCase().slice(0, 5) === word.slice(0, 5);
}

function isInRange(name: string, first: string, last: string): boolean {
  const [low, high, here] = [first, last, name].map(Number);
  if (name === first.toLowerCase() || name === last.toLowerCase()) return true;
  return (low ?? NaN) <= (here ?? NaN) && (here ?? NaN) <= (high ?? NaN);
}
