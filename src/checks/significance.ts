import type { Indicator } from '../model/indicator.js';
import type { Problem } from '../model/problem.js';
import { findContradicted } from './claims.js';
import type { CheckablePaper } from './checkable-paper.js';
import { reportProblem } from './report-problem.js';
import { findTypedPlace } from './list-passages.js';
import { findUntestedClaim } from './significance-claims.js';

/** Checks claims that a change is significant or larger than chance, and significant results that the text omits. */
export function checkSignificance(paper: CheckablePaper): Problem[] {
  return [...findUntestedClaims(paper), ...findUnmentionedWorsening(paper)];
}

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
