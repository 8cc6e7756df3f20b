import { listSections } from '../model/list-sections.js';
import type { Table } from '../model/blocks/table.js';
import type { Block } from '../model/blocks/block.js';
import { toPlainText } from '../model/inline.js';
import type { Indicator } from '../model/indicator.js';
import type { Problem } from '../model/problem.js';
import { findContradicted } from './claims.js';
import type { CheckablePaper } from './checkable-paper.js';
import { reportProblem } from './report-problem.js';
import { findTypedPlace } from './list-passages.js';
import type { Sentence } from './split-sentences.js';
import { findTyped } from './find-typed.js';

/** Checks claims that a change is significant or larger than chance, the marks for them, and significant results that the text omits. */
export function checkSignificance(paper: CheckablePaper): Problem[] {
  const { document } = paper;
  return [
    ...findUntestedClaims(paper),
    ...listSections(document).flatMap(({ blocks }) =>
      blocks.flatMap((block, index) =>
        block.kind === 'table' ? findUnmatchedMarks(block, blocks.slice(index + 1, index + 3)) : [],
      ),
    ),
    ...findUnmentionedWorsening(paper),
  ];
}

const MOVES =
  'increase|rise|fall|drop|decrease|reduction|improvement|deterioration|decline|growth|gain|worsening|change|difference';
const MOVED = 'rose|fell|increased|decreased|improved|declined|dropped|worsened|grew|changed';
const CLAIM = new RegExp(
  [
    String.raw`statistically\s+significant`,
    String.raw`significant\s+(?:${MOVES})s?\b`,
    String.raw`\b(?:${MOVED})\s+significantly`,
    String.raw`significantly\s+(?:higher|lower|better|worse|fewer|${MOVED})\b`,
    String.raw`\bp\s*[<=]\s*0?\.\d+`,
    String.raw`\b(?:larger|greater|bigger|more|beyond)\s+(?:than\s+)?chance\b`,
    String.raw`\b(?:not|cannot\s+be)\s+(?:just\s+|simply\s+)?(?:due|down)\s+to\s+chance\b`,
  ].join('|'),
  'gi',
);
/** A word of every claim. Most sentences have none, and the pattern above takes long. */
const CLAIM_WORD = /signif|chance|\bp\s*[<=]/i;

/** Words that deny or question a claim, or a mark that quotes it: "not a significant change", "whether a significant change". */
const DENIED = /\b(?:no|not|nor|never|without|whether|if|any|every|no\s+other)\b[^,;:]{0,25}$|[“"‘]$/i;

/** Words that define a claim: "A change is statistically significant only if …". */
const DEFINED = /^\s*(?:only\s+)?(?:if|when|where)\b/i;

/** Finds claims without a test. A claim that contradicts its figure is reported by another rule. */
function findUntestedClaims(paper: CheckablePaper): Problem[] {
  const untested = paper.sentences
    .map((sentence) => ({ sentence, problems: findUntestedClaim(sentence) }))
    .filter(({ problems }) => problems.length > 0);
  const contradicted = untested.length > 0 ? findContradicted(paper) : [];
  return untested.flatMap(({ sentence: { passage, from }, problems }) =>
    contradicted.some(({ sentence }) => sentence.passage === passage && sentence.from === from)
      ? []
      : problems,
  );
}

/** Finds a typed claim in a sentence without a test that bears it out. */
function findUntestedClaim(sentence: Sentence): Problem[] {
  const { text } = sentence;
  if (!CLAIM_WORD.test(text) || hasVerdict(sentence)) return [];
  return findTyped(sentence, CLAIM)
    .filter(({ match }) => !DENIED.test(text.slice(0, match.index)))
    .filter(({ match }) => !DEFINED.test(text.slice(match.index + match[0].length)))
    .slice(0, 1)
    .map(({ match, place }) =>
      reportProblem('significance-has-test', place, `"${match[0]}" is claimed without a test`, {
        expected: '{{change measures.name tested=true}}, or {{significance measures.name}}',
        hint: 'In the everyday sense, write "large" or "marked" instead.',
      }),
    );
}

/** The program's words for a significant result. */
const VERDICT = /\b(?:larger than chance|probably|statistically significant)\b/;

/** Returns true if the sentence has the program's words for a significant result. */
function hasVerdict({ passage, from, text }: Sentence): boolean {
  return passage.parts.some(
    ({ from: at, inline }) =>
      at >= from &&
      at < from + text.length &&
      ((inline.kind === 'text' && inline.origins === undefined) || inline.kind === 'value') &&
      VERDICT.test(inline.text),
  );
}

const MARK = /[▲▼△▽↔*†‡§]/g;

/** Finds marks that no note explains, and notes that explain a mark which the table does not have. */
function findUnmatchedMarks(table: Table, after: Block[]): Problem[] {
  const cells = table.rows.flatMap((row) => row.cells.map(toPlainText)).join(' ');
  const notes = [
    ...table.notes.map(toPlainText),
    ...after.flatMap((block) =>
      block.kind === 'note' || block.kind === 'paragraph' ? [toPlainText(block.content)] : [],
    ),
  ];
  const marks = new Set(cells.match(MARK) ?? []);
  const explained = new Set(notes.join(' ').match(MARK) ?? []);
  const inNotes = new Set(table.notes.map(toPlainText).join(' ').match(MARK) ?? []);
  const name = table.number ?? 'the table';
  return [
    ...[...marks]
      .filter((mark) => !explained.has(mark))
      .map((mark) =>
        reportProblem('mark-has-note', table.place, `no note explains the mark ${mark} of ${name}`, {
          expected: `a note under the table: ${mark} …`,
        }),
      ),
    ...[...inNotes]
      .filter((mark) => !marks.has(mark))
      .map((mark) =>
        reportProblem(
          'mark-has-note',
          table.place,
          `a note explains the mark ${mark}, but ${name} has no such mark`,
          {
            hint: 'Add the mark to its cell, or remove the note.',
          },
        ),
      ),
  ];
}

/**
 * Finds a significant deterioration that no sentence mentions, although sentences report an improvement tested together with it.
 * Tables and appendices do not count.
 */
function findUnmentionedWorsening({ indicators, passages, document }: CheckablePaper): Problem[] {
  const runningText = passages.filter(
    ({ role, section }) =>
      (role === 'paragraph' || role === 'item') && section !== null && document.sections.includes(section),
  );
  const text = runningText.map((passage) => passage.text.toLowerCase()).join(' ');
  const listReports = ({ id }: Indicator) =>
    runningText.flatMap((passage) =>
      passage.parts
        .filter(
          ({ inline }) => inline.kind === 'value' && [id, `${id}.change`].includes(inline.figure?.id ?? ''),
        )
        .map(({ from }) => findTypedPlace(passage, from)),
    );
  const tested = Object.values(indicators.measures).filter(({ change }) => change !== null);
  return tested
    .filter(({ change }) => change?.verdict.outcome === 'worse')
    .filter((worse) => listReports(worse).length === 0 && !text.includes(worse.label.toLowerCase()))
    .flatMap((worse) => {
      const better = tested.find(
        (candidate) =>
          candidate.change?.verdict.outcome === 'better' &&
          candidate.change.test.family === worse.change?.test.family &&
          listReports(candidate).length > 0,
      );
      if (!better) return [];
      return [
        reportProblem(
          'worsening-is-mentioned',
          listReports(better)[0],
          `the text reports that "${better.label}" improved, but not that "${worse.label}" became worse`,
          { expected: `{{change measures.${worse.id} tested=true}}` },
        ),
      ];
    });
}
