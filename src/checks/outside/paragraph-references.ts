import { makeError, type Problem } from '../../model/problem.js';
import { reportProblem } from '../report-problem.js';
import { locateCitation, type Citation } from './find-citations.js';
import { foldWords, type Target, type Targets } from './index-targets.js';

/** Checks typed numbers of paragraphs: of none, of their own, in the wrong direction, and of another subject. */
export function checkParagraphReferences(citations: readonly Citation[], targets: Targets): Problem[] {
  const inParagraphs = citations.filter(({ kind }) => kind === 'paragraph');
  return [
    ...inParagraphs.flatMap((citation) => checkCitation(citation, targets)),
    ...findRestartedNumbers(inParagraphs, targets.list),
  ];
}

/** At most one problem for each citation: a number that is wrong in one way is not worth a second message. */
function checkCitation(citation: Citation, targets: Targets): Problem[] {
  if (targets.list.length === 0) return [];
  const { block } = citation.sentence.passage;
  const home = (block && targets.byBlock.get(block)) ?? null;
  const checks = [
    () => findAbsentParagraph(citation, targets)[0] ?? null,
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

/** Finds the paragraphs with a number: those of the named section, or of the citing one, or else all. */
function findNamed(number: string, { section, sentence }: Citation, targets: Targets): Target[] {
  const same = targets.byNumber.get(number.replace(/\(.*$/, '')) ?? [];
  const named = same.filter((target) => target.section.number === section);
  if (section !== null) return named;
  const own = same.filter((target) => target.section === sentence.passage.section);
  return own.length > 0 ? own : same;
}

/** Finds a cited paragraph that is not there. Numbers of sections and headings count as well. */
export function findAbsentParagraph(citation: Citation, targets: Targets): Problem[] {
  if (citation.kind !== 'paragraph' || targets.list.length === 0) return [];
  const isKnown = (number: string): boolean =>
    findNamed(number, citation, targets).length > 0 || targets.above.has(number);
  const absent = citation.ranges
    .flatMap(({ first, last }) => [first, last])
    .find((number) => /^\d/.test(number) && !isKnown(number.replace(/\(.*$/, '')));
  if (absent === undefined) return [];
  return [
    makeError(
      'reference-resolves',
      locateCitation(citation, citation.from),
      `"${citation.text}" is cited, but the paper has no paragraph ${absent}`,
      { expected: describeNumbers(targets.list) },
    ),
  ];
}

function describeNumbers(targets: readonly Target[]): string {
  const [first, last] = [targets[0]?.number ?? '', targets.at(-1)?.number ?? ''];
  const largest = targets.reduce((most, { number }) => Math.max(most, Number(number)), 0);
  return Number.isInteger(largest) && largest > 0
    ? `a number up to ${largest}`
    : `a number of a paragraph, from ${first} to ${last}`;
}

function findOwnParagraph(citation: Citation, home: Target | null, targets: Targets): Problem | null {
  // "Paragraph 4.1 (b)" is another item of the same list.
  if (/^\s*\(?(?:\p{Ll}|[ivx]{1,4})\)/u.test(citation.sentence.text.slice(citation.to))) return null;
  if (!home || (targets.byNumber.get(home.number)?.length ?? 0) > 1) return null;
  if (citation.section !== null && citation.section !== home.section.number) return null;
  const contains = ({ first, last }: Citation['ranges'][number]): boolean =>
    first === home.number || last === home.number || isBetween(first, home, last, citation, targets);
  const range = citation.ranges.find(contains);
  if (!range) return null;
  const isRange = range.first !== range.last;
  return makeError(
    'reference-leads-elsewhere',
    locateCitation(citation, citation.from),
    isRange
      ? `"${citation.text}" contains paragraph ${home.number} itself`
      : `"${citation.text}" cites its own paragraph`,
    { hint: 'Find the paragraph that is meant, and write its number.' },
  );
}

function isBetween(first: string, home: Target, last: string, citation: Citation, targets: Targets): boolean {
  const [from, to] = [findNamed(first, citation, targets)[0], findNamed(last, citation, targets)[0]];
  return from !== undefined && to !== undefined && from.index < home.index && home.index < to.index;
}

function findWrongDirection(citation: Citation, home: Target | null, targets: Targets): Problem | null {
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
    locateCitation(citation, citation.to + after.indexOf(word)),
    `${citation.text} is not ${word}`,
    { expected: isAbove ? 'below' : 'above' },
  );
}

/** Finds "MPS performance is in paragraph 44" where paragraph 43 has the heading "MPS performance". */
function findOtherSubject(citation: Citation, targets: Targets): Problem | null {
  const [range, ...others] = citation.ranges;
  if (!range || range.first !== range.last || others.length > 0 || citation.section !== null) return null;
  const [cited, ...same] = findNamed(range.first, citation, targets);
  if (!cited || same.length > 0) return null;
  const before = foldWords(citation.sentence.text.slice(0, citation.from));
  const meant = targets.subjects.find(({ words }) => before.includes(words))?.target;
  if (!meant || meant.heading === cited.heading || before.includes(foldWords(cited.heading))) return null;
  return reportProblem(
    'reference-fits-subject',
    locateCitation(citation, citation.from),
    `"${citation.text}" is under "${cited.heading}", but the sentence is about "${meant.heading}", which is paragraph ${meant.number}`,
    { expected: `paragraph ${meant.number}, if that one is meant` },
  );
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
