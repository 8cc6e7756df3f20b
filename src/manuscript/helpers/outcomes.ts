import { formatInWords } from '../../format/figures.js';
import { capitalise, formatNumberInWords, joinNames, uncapitalise } from '../../format/words.js';
import { groupBy } from '../../model/group-by.js';
import type { Indicator } from '../../model/indicator.js';
import type { Inline } from '../../model/inline.js';
import { formatVerdictPhrase } from '../verdict-words.js';
import { isNoticeable } from './change-values.js';
import { describeMeasure } from './describe-change.js';
import { describeMissingGroup, findMissingKey } from './describe-missing-group.js';
import { describeRecentSentence, findReportedRecent } from './describe-recent-change.js';
import { isIndicator, makeFigureInline, makeOutput, makeTextInline } from './figure-values.js';
import { defineHelper, HelperCallError, type Helper, type HelperDefinition } from './helper.js';
import { describeChangeTarget, describeTarget } from './targets.js';

/**
 * `{{outcomes (which "any" "survey" except="confidence") since=measures.confidence.change.since}}`: a sentence on the change
 * of each measure and on its target. Measures with the same result share a sentence on the test. Measures whose figures are
 * missing for the same reason share a sentence. A measure that is not compared with `since` names its period.
 */
const outcomes: Helper = ({ args: [list], options }) => {
  if (!Array.isArray(list) || !list.every(isIndicator))
    throw new HelperCallError('this is not a list of measures', '{{outcomes (which "any" "survey")}}');
  const describe = (measure: Indicator, isTested: boolean): Inline[] =>
    describeOutcome(measure, options['since'], isTested);
  const sentences = [
    ...groupByResult(list).flatMap((group) => describeGroup(group, describe)),
    ...describeRecentChanges(list),
  ];
  return makeOutput(
    ...sentences.flatMap((sentence, index) => (index > 0 ? [makeTextInline(' '), ...sentence] : sentence)),
  );
};

/**
 * Groups the measures whose test has the same result, and those whose figures are missing for the same reason. Any other
 * measure has its own group.
 */
function groupByResult(measures: Indicator[]): Indicator[][] {
  const groups = groupBy(measures, (measure) => {
    const { id, change } = measure;
    if (change !== null && isNoticeable(change)) return formatVerdictPhrase(change);
    return findMissingKey(measure) ?? `alone ${id}`;
  });
  return [...groups.values()];
}

type Describe = (measure: Indicator, isTested: boolean) => Inline[];

/** Describes each measure of a group, and the result that they share. `results` names what shares it. */
function describeGroup(group: Indicator[], describe: Describe, results = ''): Inline[][] {
  const shared = group.length > 1 ? group[0]?.change : null;
  if (shared && group[0] && findMissingKey(group[0]) !== null) return [describeMissingGroup(group, shared)];
  const sentences = group.map((measure) => describe(measure, !shared));
  if (!shared) return sentences;
  const subject = `Each of these ${formatNumberInWords(group.length)}${results}`;
  return [...sentences, [makeTextInline(`${subject} is ${formatVerdictPhrase(shared)}.`)]];
}

/** Describes the notable changes since the last period, behind all others. */
function describeRecentChanges(list: Indicator[]): Inline[][] {
  const measures = list.flatMap((measure) => {
    const change = findReportedRecent(measure);
    return change ? [{ ...measure, change }] : [];
  });
  const subject = list.length === 1 ? 'It' : null;
  return groupByResult(measures).flatMap((group) =>
    describeGroup(
      group,
      (measure, isTested) => describeRecentSentence(measure, { subject, isTested }),
      ' recent results',
    ),
  );
}

function describeOutcome(measure: Indicator, since: unknown, isTested: boolean): Inline[] {
  const { label, change, target } = measure;
  const isSince = since === undefined || !change || change.since === since || change.direction === 'unknown';
  return [
    { kind: 'value', text: label, figure: null },
    makeTextInline(' '),
    ...describeMeasure(measure, isTested),
    ...(isSince ? [] : [makeTextInline(` (compared with ${change.since})`)]),
    makeTextInline('.'),
    ...(target ? [makeTextInline(' It '), ...describeTarget(target), makeTextInline('.')] : []),
    ...(change?.target
      ? [makeTextInline(' It '), ...describeChangeTarget(change.target), makeTextInline('.')]
      : []),
  ];
}

/**
 * `{{largest-change (which "better" "survey")}}`: "feeling informed rose most, by 14 percentage points". Measures with equal changes
 * share the words. Nothing for fewer than two measures, or changes of different units.
 */
const largestChange: Helper = ({ args: [list], options }) => {
  if (!Array.isArray(list) || !list.every(isIndicator))
    throw new HelperCallError(
      'this is not a list of measures',
      '{{largest-change (which "better" "survey")}}',
    );
  const changes = list.flatMap(({ label, change }) =>
    change && isNoticeable(change) ? [{ label, change, size: Math.abs(change.figure.value ?? 0) }] : [],
  );
  const most = Math.max(...changes.map(({ size }) => size));
  const largest = changes.filter(({ size }) => size === most);
  const [first] = largest;
  const isComparable =
    new Set(changes.map(({ change }) => change.figure.unit)).size === 1 &&
    new Set(largest.map(({ change }) => change.direction)).size === 1;
  if (!first || changes.length < 2 || largest.length === changes.length || !isComparable) return '';
  const { figure, direction } = first.change;
  const names = joinNames(largest.map(({ label }) => uncapitalise(label)));
  const each = largest.length > 1 ? ' each' : '';
  return makeOutput(
    makeTextInline(`${options['start'] === true ? capitalise(names) : names} ${direction} most, by `),
    makeFigureInline(figure, formatInWords({ ...figure, value: most, isSigned: false })),
    makeTextInline(each),
  );
};

export const outcomeHelpers = {
  outcomes: defineHelper(outcomes, 1, 'since'),
  'largest-change': defineHelper(largestChange, 1, 'start'),
} satisfies Record<string, HelperDefinition>;
