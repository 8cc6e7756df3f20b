import { listSections } from '../model/list-sections.js';
import type { Table } from '../model/blocks/table.js';
import type { Block } from '../model/blocks/block.js';
import { toPlainText } from '../model/inline.js';
import type { Indicator } from '../model/indicator.js';
import type { Problem } from '../model/problem.js';
import type { Checkable } from './check-paper.js';
import { found } from './found.js';
import { placeIn } from './passages.js';
import type { Sentence } from './sentences.js';
import { typedIn } from './typed.js';

/** Claims of significance, the marks that stand for them, and what the tests found that the text leaves out. */
export function checkSignificance(paper: Checkable): Problem[] {
  const { document } = paper;
  return [
    ...paper.sentences.flatMap(claimWithoutTest),
    ...listSections(document).flatMap(({ blocks }) =>
      blocks.flatMap((block, index) =>
        block.kind === 'table' ? looseMarks(block, blocks.slice(index + 1, index + 3)) : [],
      ),
    ),
    ...silence(paper),
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
  ].join('|'),
  'gi',
);
/** What says that there is no such claim: "not a significant change", "whether a significant change". */
const DENIED = /\b(?:no|not|nor|never|without|whether|if|any|every|no\s+other)\b[^,;:]{0,25}$/i;

/** A claim that was typed, in a sentence in which no test speaks. */
function claimWithoutTest(sentence: Sentence): Problem[] {
  if (verdictIn(sentence)) return [];
  return typedIn(sentence, CLAIM)
    .filter(({ match }) => !DENIED.test(sentence.text.slice(0, match.index)))
    .slice(0, 1)
    .map(({ match, place }) =>
      found('significance-has-test', place, `"${match[0]}" is claimed, and no test stands behind it`, {
        expected: '{{change measures.name tested=true}}, or {{significance measures.name}}',
        hint: 'If it is meant in its everyday sense, say "large" or "marked".',
      }),
    );
}

/** The program's own words on what a test found. */
function verdictIn({ passage, from, text }: Sentence): boolean {
  return passage.parts.some(
    ({ from: at, inline }) =>
      at >= from &&
      at < from + text.length &&
      ((inline.kind === 'text' && inline.origins === undefined) || inline.kind === 'value') &&
      /statistically significant/.test(inline.text),
  );
}

const MARK = /[▲▼△▽*†‡§]/g;

/** A mark that no note explains, and a note on a mark that the table does not have. */
function looseMarks(table: Table, after: Block[]): Problem[] {
  const cells = table.rows.flatMap((row) => row.cells.map(toPlainText)).join(' ');
  const notes = [
    ...table.notes.map(toPlainText),
    ...after.flatMap((block) =>
      block.kind === 'note' || block.kind === 'paragraph' ? [toPlainText(block.content)] : [],
    ),
  ];
  const marks = new Set(cells.match(MARK) ?? []);
  const explained = new Set(notes.join(' ').match(MARK) ?? []);
  const own = new Set(table.notes.map(toPlainText).join(' ').match(MARK) ?? []);
  const name = table.number ?? 'the table';
  return [
    ...[...marks]
      .filter((mark) => !explained.has(mark))
      .map((mark) =>
        found('mark-has-note', table.place, `no note explains the mark ${mark} of ${name}`, {
          expected: `a note under the table: ${mark} …`,
        }),
      ),
    ...[...own]
      .filter((mark) => !marks.has(mark))
      .map((mark) =>
        found('mark-has-note', table.place, `a note explains the mark ${mark}, which ${name} does not have`, {
          hint: 'Mark what it is about, or leave the note out.',
        }),
      ),
  ];
}

/**
 * Of measures tested together, an improvement that sentences report and a significant change for the worse that none mentions.
 * A table is not a sentence, and an appendix on method does not report.
 */
function silence({ indicators, passages, document }: Checkable): Problem[] {
  const running = passages.filter(
    ({ role, section }) =>
      (role === 'paragraph' || role === 'item') && section !== null && document.sections.includes(section),
  );
  const text = running.map((passage) => passage.text.toLowerCase()).join(' ');
  const reports = ({ id }: Indicator) =>
    running.flatMap((passage) =>
      passage.parts
        .filter(
          ({ inline }) => inline.kind === 'value' && [id, `${id}.change`].includes(inline.figure?.id ?? ''),
        )
        .map(({ from }) => placeIn(passage, from)),
    );
  const tested = Object.values(indicators.measures).filter(({ change }) => change !== null);
  return tested
    .filter(({ change }) => change?.verdict.outcome === 'worse')
    .filter((worse) => reports(worse).length === 0 && !text.includes(worse.label.toLowerCase()))
    .flatMap((worse) => {
      const better = tested.find(
        (one) =>
          one.change?.verdict.outcome === 'better' &&
          one.change.test.family === worse.change?.test.family &&
          reports(one).length > 0,
      );
      if (!better) return [];
      return [
        found(
          'worsening-is-mentioned',
          reports(better)[0],
          `the text reports that "${better.label}" improved, and not that "${worse.label}" got worse`,
          { expected: `{{change measures.${worse.id} tested=true}}` },
        ),
      ];
    });
}
