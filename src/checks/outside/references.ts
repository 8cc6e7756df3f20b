import { makeError, makeWarning, type Problem } from '../../model/problem.js';
import { listBlocks, listSections } from '../../model/list-sections.js';
import type { Block } from '../../model/blocks/block.js';
import { findTypedPlace, type Passage } from '../list-passages.js';
import { reportProblem } from '../report-problem.js';
import type { CheckableOutsidePaper } from './checkable-outside-paper.js';
import { findCitations, type Citation } from './find-citations.js';
import { listTargets, type Target } from './list-targets.js';

/** Checks typed references: to things that are not there, to their own paragraph, and in the wrong direction. */
export function checkOutsideReferences(paper: CheckableOutsidePaper): Problem[] {
  const citations = paper.sentences.flatMap(findCitations);
  const targets = listTargets(paper);
  const inParagraphs = citations.filter(({ kind }) => kind === 'paragraph');
  return [
    ...inParagraphs.flatMap((citation) => checkParagraphs(citation, targets, paper)),
    ...citations.flatMap((citation) => findAbsentPart(citation, paper)),
    ...findUncitedParts(citations, paper),
    ...findRestartedNumbers(inParagraphs, targets),
  ];
}

/** Makes the place of a citation, or of a word after it. */
function locate({ sentence }: Citation, offset: number) {
  return findTypedPlace(sentence.passage, sentence.from + offset);
}

/** At most one problem for each citation: a number that is wrong in one way is not worth a second message. */
function checkParagraphs(
  citation: Citation,
  targets: readonly Target[],
  paper: CheckableOutsidePaper,
): Problem[] {
  if (targets.length === 0) return [];
  const home = findHome(citation, targets);
  const checks = [
    () => findAbsentParagraph(citation, targets, paper),
    () => findOwnParagraph(citation, home, targets),
    () => findWrongDirection(citation, home, targets),
    () => findOtherSubject(citation, targets),
  ];
  for (const check of checks) {
    const problem = check();
    if (problem) return [problem];
  }
  return [];
}

/** Finds the numbered paragraph that a citation stands in. */
function findHome({ sentence: { passage } }: Citation, targets: readonly Target[]): Target | null {
  const { block } = passage;
  return (block && targets.find(({ blocks }) => blocks.includes(block))) ?? null;
}

/** Finds the paragraphs with a number: those of the named section, or of the citing one, or else all. */
function findNamed(number: string, { section, sentence }: Citation, targets: readonly Target[]): Target[] {
  const same = targets.filter((target) => target.number === number.replace(/\(.*$/, ''));
  const named = same.filter((target) => target.section.number === section);
  if (section !== null) return named;
  const own = same.filter((target) => target.section === sentence.passage.section);
  return own.length > 0 ? own : same;
}

/** Numbers of headings and of items in a list count as well. */
function findAbsentParagraph(
  citation: Citation,
  targets: readonly Target[],
  { document }: CheckableOutsidePaper,
): Problem | null {
  const headings = new Set(listSections(document).map(({ number }) => number));
  const known = new Set(targets.map(({ number }) => number));
  const isKnown = (number: string): boolean =>
    findNamed(number, citation, targets).length > 0 ||
    headings.has(number) ||
    [...known].some((other) => other.startsWith(`${number}.`));
  const absent = citation.ranges
    .flatMap(({ first, last }) => [first, last])
    .find((number) => /^\d/.test(number) && !isKnown(number.replace(/\(.*$/, '')));
  if (absent === undefined) return null;
  return makeError(
    'reference-resolves',
    locate(citation, citation.from),
    `"${citation.text}" is cited, but the paper has no paragraph ${absent}`,
    { expected: describeNumbers(targets) },
  );
}

function describeNumbers(targets: readonly Target[]): string {
  const [first, last] = [targets[0]?.number ?? '', targets.at(-1)?.number ?? ''];
  const largest = Math.max(...targets.map(({ number }) => Number(number)));
  return Number.isInteger(largest) && largest > 0
    ? `a number up to ${largest}`
    : `a number of a paragraph, from ${first} to ${last}`;
}

function findOwnParagraph(
  citation: Citation,
  home: Target | null,
  targets: readonly Target[],
): Problem | null {
  if (!home || targets.filter(({ number }) => number === home.number).length > 1) return null;
  if (citation.section !== null && citation.section !== home.section.number) return null;
  const contains = ({ first, last }: Citation['ranges'][number]): boolean =>
    first === home.number || last === home.number || isBetween(first, home, last, citation, targets);
  const range = citation.ranges.find(contains);
  if (!range) return null;
  const isRange = range.first !== range.last;
  return makeError(
    'reference-leads-elsewhere',
    locate(citation, citation.from),
    isRange
      ? `"${citation.text}" contains paragraph ${home.number} itself`
      : `"${citation.text}" cites its own paragraph`,
    { hint: 'Find the paragraph that is meant, and write its number.' },
  );
}

function isBetween(
  first: string,
  home: Target,
  last: string,
  citation: Citation,
  targets: readonly Target[],
): boolean {
  const [from, to] = [findNamed(first, citation, targets)[0], findNamed(last, citation, targets)[0]];
  return from !== undefined && to !== undefined && from.index < home.index && home.index < to.index;
}

function findWrongDirection(
  citation: Citation,
  home: Target | null,
  targets: readonly Target[],
): Problem | null {
  const after = citation.sentence.text.slice(citation.to);
  const word = /^,?\s+\(?(above|below)\b/i.exec(after)?.[1];
  if (word === undefined || !home) return null;
  const named = citation.ranges
    .flatMap(({ first, last }) => [first, last])
    .map((number) => findNamed(number, citation, targets));
  const isAbove = word.toLowerCase() === 'above';
  const isWrong = named.some(
    (same) =>
      same.length > 0 && same.every(({ index }) => (isAbove ? index > home.index : index < home.index)),
  );
  if (!isWrong) return null;
  return reportProblem(
    'direction-is-right',
    locate(citation, citation.to + after.indexOf(word)),
    `${citation.text} is not ${word}`,
    { expected: isAbove ? 'below' : 'above' },
  );
}

/** Finds "MPS performance is in paragraph 44" where paragraph 43 has the heading "MPS performance". */
function findOtherSubject(citation: Citation, targets: readonly Target[]): Problem | null {
  const [range, ...others] = citation.ranges;
  if (!range || range.first !== range.last || others.length > 0 || citation.section !== null) return null;
  const [cited, ...same] = findNamed(range.first, citation, targets);
  if (!cited || same.length > 0) return null;
  const before = fold(citation.sentence.text.slice(0, citation.from));
  const meant = targets.find(
    ({ heading }) => fold(heading).trim().includes(' ') && before.includes(` ${fold(heading).trim()} `),
  );
  if (!meant || meant.heading === cited.heading || before.includes(` ${fold(cited.heading).trim()} `))
    return null;
  return reportProblem(
    'reference-fits-subject',
    locate(citation, citation.from),
    `"${citation.text}" is under "${cited.heading}", but the sentence is about "${meant.heading}", which is paragraph ${meant.number}`,
    { expected: `paragraph ${meant.number}, if that one is meant` },
  );
}

function fold(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

const PARTS = {
  table: /^table\b/i,
  figure: /^(?:figure|fig\.|chart|diagram|graph|map)\s/i,
  appendix: /^(?:appendix|annexe?)\b/i,
};

function findAbsentPart(citation: Citation, paper: CheckableOutsidePaper): Problem[] {
  const { kind, text, ranges } = citation;
  if (kind === 'paragraph' || kind === 'section') return [];
  const known = listNamedParts(PARTS[kind], paper);
  const absent = ranges
    .flatMap(({ first, last }) => [first, last])
    .find(
      (number) => !known.has(number.toLowerCase()) && !known.has(number.toLowerCase().replace(/\D+$/, '')),
    );
  if (absent === undefined) return [];
  const name = kind === 'figure' ? singular(citation.word) : kind;
  const message = `"${text}" is cited, but the file has no ${name} ${absent}`;
  const place = locate(citation, citation.from);
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
    (block.kind === 'table' || block.kind === 'picture') && block.number !== null && /\d/.test(block.number)
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

/** Finds numbers that start again, where sentences cite paragraphs and never name their section. One problem for the paper. */
function findRestartedNumbers(citations: readonly Citation[], targets: readonly Target[]): Problem[] {
  const sections = [...new Set(targets.map(({ section }) => section))];
  const sharing = sections.filter((section) =>
    targets.some((target) => target.section === section && /^1\.?$/.test(target.number)),
  );
  const isAmbiguous = citations.length > 0 && citations.every(({ section }) => section === null);
  const second = targets.find(({ section, number }) => section === sharing[1] && number === '1');
  if (sharing.length < 2 || !isAmbiguous || !second) return [];
  const names = sharing.map(({ number, title }) => `"${number === null ? title : `${number}. ${title}`}"`);
  return [
    reportProblem(
      'number-is-unambiguous',
      second.blocks[0]?.place,
      `"paragraph 1" could mean ${names.length} paragraphs: the numbers start again in ${names.slice(1).join(' and ')}`,
      { hint: 'Number the paragraphs through the paper, or cite them with their section: paragraph C1.' },
    ),
  ];
}
