import { listBlocks } from '../../model/list-sections.js';
import { toPlainText } from '../../model/inline.js';
import type { CheckableOutsidePaper } from './checkable-outside-paper.js';

/** Acronyms that everybody knows, as the style guide of GOV.UK has it, and some that are better known than their words. */
const FAMILIAR = [
  ...[
    'UK',
    'EU',
    'US',
    'USA',
    'UN',
    'VAT',
    'MP',
    'MPs',
    'NHS',
    'BBC',
    'DVLA',
    'GP',
    'IT',
    'TV',
    'PDF',
    'CCTV',
    'HIV',
    'AIDS',
    'DNA',
  ],
  ...['AM', 'PM', 'BST', 'GMT', 'BSL', 'GOV', 'WWW', 'URL', 'PO', 'RESOLVED', 'NB', 'CEO', 'CIPFA'],
];

const DEFINITION = /^(?<term>[A-Z][A-Za-z0-9&/]{1,9})\s*(?:[:=–—|-]|\t|\s)\s*(?<words>.+)$/;

/** Lists the acronyms that need no expansion: familiar ones, and those of a glossary in the paper. */
export function listKnownAcronyms({
  document,
  passages,
}: Pick<CheckableOutsidePaper, 'document' | 'passages'>): string[] {
  const lines = [
    ...passages.map(({ text }) => text),
    ...listBlocks(document).flatMap((block) =>
      block.kind === 'table'
        ? block.rows.map(({ cells }) => cells.map((cell) => toPlainText(cell).trim()).join(' '))
        : [],
    ),
  ];
  return [
    ...FAMILIAR,
    ...lines.flatMap(findDefinition),
    ...listWordsInCapitals([...passages.map(({ text }) => text), ...lines]),
    ...passages.flatMap(({ text }) => listReversed(text)),
  ];
}

/** Words that tables have in capitals. */
const TABLE_WORDS = ['TOTAL', 'SUBTOTAL', 'NET', 'GROSS', 'YES', 'NO', 'NONE', 'NOTE', 'ALL'];

/** Lists the words of lines in capitals that the paper has in small letters too: "TOTAL COST" beside "the cost". */
function listWordsInCapitals(lines: readonly string[]): string[] {
  const isInCapitals = (line: string): boolean => !/\p{Ll}/u.test(line);
  const words = lines.filter((line) => !isInCapitals(line)).flatMap((line) => line.match(/\p{L}+/gu) ?? []);
  const small = new Set(words.filter((word) => /\p{Ll}/u.test(word)).map((word) => word.toUpperCase()));
  const capitals = lines.filter(isInCapitals).flatMap((line) => line.match(/\p{Lu}{2,}/gu) ?? []);
  return [...TABLE_WORDS, ...capitals.filter((word) => small.has(word))];
}

/** Finds "DMM – Daily Management Meeting": a line that is an acronym and its words. */
function findDefinition(line: string): string[] {
  const { term = '', words = '' } = DEFINITION.exec(line.trim())?.groups ?? {};
  return isExpandedBy(words, term) ? [term] : [];
}

/** Finds "MPS (Metropolitan Police Service)". */
function listReversed(text: string): string[] {
  return [...text.matchAll(/(?<![\p{L}\d])([A-Z][A-Z0-9&]{1,9})s?\s*\(([^()]{5,80})\)/gu)].flatMap(
    ([, term = '', words = '']) =>
      isExpandedBy(words.replace(/^an?\s+acronym\s+for\s+/i, ''), term) ? [term] : [],
  );
}

function isExpandedBy(words: string, term: string): boolean {
  const initials = words
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '')
    .map((word) => word[0]?.toUpperCase() ?? '');
  const letters = term.toUpperCase().match(/[A-Z0-9]/g) ?? [];
  let at = 0;
  for (const initial of initials.slice(0, term.length * 2 + 2)) if (initial === letters[at]) at += 1;
  return letters.length > 1 && at === letters.length && initials[0] === letters[0];
}
