import type { Problem } from '../model/problem.js';
import { hasWrongDirection } from './changes.js';
import type { CheckablePaper } from './checkable-paper.js';
import { listSentencesInContext, type SentenceInContext } from './claims/claim-context.js';
import { describeContradiction } from './claims/describe-contradiction.js';
import { findClaimed } from './claims/find-claimed.js';
import type { Claim } from './claims/claim.js';
import { findClaims } from './claims/find-claims.js';
import { isAboutOthers, isElsewhere, isInOthersClause } from './claims/is-elsewhere.js';
import { listMeasureNames, type MeasureNames } from './claims/measure-names.js';
import { splitTokens, type Token } from './claims/tokens.js';
import { findTypedPlace } from './list-passages.js';
import { reportProblem } from './report-problem.js';
import type { Sentence } from './split-sentences.js';

const MOST_CHARACTERS = 2000; // a longer text has no sentences, and its pieces say nothing about each other

/** Finds typed words of direction or success that contradict the figure of the measure that they are about. */
export function checkClaims(paper: CheckablePaper): Problem[] {
  return findContradicted(paper).map(({ problem }) => problem);
}

interface Contradicted {
  sentence: Sentence;
  problem: Problem;
}

/** Finds the sentences that contradict a figure, each with its first contradiction. */
export function findContradicted(paper: CheckablePaper): Contradicted[] {
  const names = listMeasureNames(paper.inputs, paper.indicators);
  if (names.measures.length === 0) return [];
  const places = listPlaceNames(paper);
  return listSentencesInContext(paper, names).flatMap((context) => {
    const { sentence } = context;
    if (sentence.text.length > MOST_CHARACTERS || sentence.text.endsWith('?')) return [];
    if (hasWrongDirection(sentence)) return []; // reported by another rule
    const tokens = splitTokens(sentence, names.labels);
    const claims = findClaims(tokens);
    if (claims.length === 0 || isAboutOthers(tokens, sentence.text, places)) return [];
    const [problem] = claims.flatMap((claim) => reportClaim(claim, tokens, context, { paper, names }));
    return problem ? [{ sentence, problem }] : [];
  });
}

/** Lists the names of areas and groups, in lower case. A claim about one of them is not about the measure as a whole. */
function listPlaceNames({ inputs }: CheckablePaper): Set<string> {
  const current = inputs.history.at(-1);
  const areas = Object.values(current?.areas ?? {}).flatMap(({ published }) =>
    published.map(({ name }) => name),
  );
  return new Set(areas.map((name) => name.toLowerCase()));
}

interface Scope {
  paper: CheckablePaper;
  names: MeasureNames;
}

function reportClaim(
  claim: Claim,
  tokens: Token[],
  context: SentenceInContext,
  { paper, names }: Scope,
): Problem[] {
  const { sentence } = context;
  const { measures, phrase } = findClaimed(claim, tokens, context, names);
  const last = Math.max(claim.to, phrase?.to ?? 0);
  if (isElsewhere(tokens, last, names) || isInOthersClause(tokens, claim.from)) return [];
  const against = measures.map((measure) =>
    describeContradiction(claim, sentence.text, measure, paper.inputs.period),
  );
  const [measure] = measures;
  const [figure] = against;
  if (!measure || !figure || against.includes(null)) return [];
  const first = Math.min(claim.from, phrase?.from ?? claim.from);
  const words = sentence.text.slice(tokens[first]?.from, tokens[last]?.to);
  const start = tokens[first]?.isTyped ? tokens[first] : tokens[claim.at];
  return [
    reportProblem(
      'claim-agrees-with-figure',
      findTypedPlace(sentence.passage, sentence.from + (start?.from ?? 0)),
      `"${words}" contradicts the figure: "${measure.label}" ${figure}`,
      {
        expected: `words that agree with it, or {{change measures.${measure.id}}}, which chooses the words itself`,
        hint: 'If the sentence is about another figure, name its place, group or period.',
      },
    ),
  ];
}
