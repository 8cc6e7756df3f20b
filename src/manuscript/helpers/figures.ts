import {
  differsAsPrinted,
  formatFigure,
  formatInterval,
  formatMissing,
  formatNumber,
  formatPercent,
  formatPoints,
  formatValue,
  joinNames,
  numberInWords,
  ordinal,
} from '../../format.js';
import type { Inline } from '../../model/document.js';
import { isToCome, TO_COME, type Figure } from '../../model/figure.js';
import type { Change, Indicator } from '../../model/indicator.js';
import { verdictPhrase } from '../verdict-words.js';
import { flag, Misuse, Printed, signed, stringArgument, type Helper, type SignedHelper } from './helper.js';

export function isFigure(value: unknown): value is Figure {
  return (
    typeof value === 'object' && value !== null && 'unit' in value && 'place' in value && 'value' in value
  );
}

export function figureInline(figure: Figure, text = formatFigure(figure)): Inline {
  return { kind: 'value', text, figure };
}

function printed(...content: Inline[]): Printed {
  return new Printed({ kind: 'inlines', content });
}

function figureArgument(value: unknown, example: string): Figure {
  if (isFigure(value)) return value;
  if (isIndicator(value)) return value.value;
  throw new Misuse('this is not a figure', example);
}

function isIndicator(value: unknown): value is Indicator {
  return typeof value === 'object' && value !== null && 'series' in value && 'betterWhen' in value;
}

function text(words: string): Inline {
  return { kind: 'text', text: words };
}

/** `{{words facts.pilot-sites}}`: "three"; with `start=true`, "Three". A plain number will do as well. */
const words: Helper = ({ args: [value], options }) => {
  const figure = typeof value === 'number' ? null : figureArgument(value, '{{words facts.name}}');
  const number = figure ? figure.value : (value as number);
  const plain = number === null ? (figure ? formatFigure(figure) : '') : numberInWords(number);
  const shown = flag(options, 'start') ? plain.charAt(0).toUpperCase() + plain.slice(1) : plain;
  return figure ? printed(figureInline(figure, shown)) : shown;
};

/** `{{sum facts.total}}`: "27 + 3 + 2 = 32". */
const sum: Helper = ({ args: [value] }) => {
  const figure = figureArgument(value, '{{sum facts.name}}');
  if (figure.value === null) return printed(figureInline(figure));
  if (!figure.formula) throw new Misuse(`${figure.id} is not a sum`, 'a fact with `sum:` in facts.yaml');
  return printed(figureInline(figure, `${figure.formula} = ${formatValue(figure)}`));
};

/** `{{fact 300 "delegates invited" source="…"}}`: a figure said once, where it is said. Prints the number. */
const fact: Helper = ({ args: [value, label], options, place }) => {
  const example = '{{fact 300 "delegates invited" source="where it was published"}}';
  if (typeof value !== 'number') throw new Misuse('the first argument is not a number', example);
  const name = stringArgument(label, 'what the number counts', example);
  const source = stringArgument(options['source'], 'the source', example);
  const unit = options['unit'] ?? 'count';
  if (unit !== 'count' && unit !== 'percent')
    throw new Misuse('this is not the unit of a fact', 'unit="percent"; a count without it');
  const figure: Figure = {
    id: name,
    label: name,
    value: unit === 'percent' ? value / 100 : value,
    unit,
    place,
    source,
  };
  return printed(figureInline(figure));
};

/**
 * `{{change measures.confidence}}`: "rose by 8 percentage points, from 56% to 64%"; with `tested=true` also what the test found:
 * ", a statistically significant improvement". A measure that is compared with nothing "stands at 64%".
 */
const changed: Helper = ({ args: [value], options }) => {
  if (isIndicator(value) && value.change === null)
    return printed(text('stands at '), figureInline(value.value));
  const found = changeArgument(value, '{{change measures.name}}');
  const tested = flag(options, 'tested') && isNoticeable(found);
  return printed(...describeChange(found), ...(tested ? [text(`, ${verdictPhrase(found)}`)] : []));
};

/** Whether a reader sees the change in the figures as they are printed. */
function isNoticeable({ direction, figure }: Change): boolean {
  return (direction === 'rose' || direction === 'fell') && /[1-9]/.test(formatValue(figure));
}

function isChange(value: unknown): value is Change {
  return typeof value === 'object' && value !== null && 'direction' in value && 'from' in value;
}

function describeChange(change: Change): Inline[] {
  const { figure, from, to, direction } = change;
  if (direction === 'unknown')
    return isToCome(figure)
      ? [text('changed from '), figureInline(from), text(' to '), figureInline(to)]
      : incomparable(figure);
  if (direction === 'unchanged') return [text('did not change, at '), figureInline(to)];
  const size = { ...figure, value: Math.abs(figure.value ?? 0) };
  if (!isNoticeable(change)) return [text('hardly changed, at '), figureInline(to)];
  return [
    text(`${direction} by `),
    { kind: 'value', text: formatValue(size), figure },
    text(differsAsPrinted(from, to, figure) ? ' before rounding, from ' : ', from '),
    figureInline(from),
    text(' to '),
    figureInline(to),
  ];
}

function incomparable(figure: Figure): Inline[] {
  return [text('cannot be compared ('), figureInline(figure, figure.reason), text(')')];
}

function changeArgument(value: unknown, example: string): Change {
  const found = isIndicator(value) ? value.change : isChange(value) ? value : null;
  if (found) return found;
  if (!isIndicator(value)) throw new Misuse('this is neither a measure nor its change', example);
  throw new Misuse(
    `"${value.label}" is compared with no earlier period`,
    `under ${value.id}: in data/measures.yaml, compare-with: previous-year-end, or another period`,
  );
}

/** `{{significance measures.name}}`: "a statistically significant improvement". */
const significance: Helper = ({ args: [value] }) => {
  const found = changeArgument(value, '{{significance measures.name}}');
  return isToCome(found.figure) ? 'which is still to be tested for significance' : verdictPhrase(found);
};

/** `{{percent-change measures.name}}`: "rose by 14.3%": of the earlier value, never of points. */
const percentChange: Helper = ({ args: [value] }) => {
  const { relative, direction } = changeArgument(value, '{{percent-change measures.name}}');
  if (relative.value === null)
    return printed(
      ...(isToCome(relative) ? [text('changed by '), figureInline(relative)] : incomparable(relative)),
    );
  if (direction === 'unchanged') return 'did not change';
  return printed(
    text(`${relative.value < 0 ? 'fell' : 'rose'} by `),
    figureInline(relative, formatPercent(Math.abs(relative.value), 1)),
  );
};

/** `{{points measures.name}}`: "8 percentage points", the size of the change without its direction. */
const points: Helper = ({ args: [value] }) => {
  const figure = isFigure(value) ? value : changeArgument(value, '{{points measures.name}}').figure;
  if (figure.unit !== 'points')
    throw new Misuse(`${figure.id} is not in percentage points`, 'a change or a gap of percentages');
  if (figure.value === null) return printed(figureInline(figure));
  return printed(figureInline(figure, formatPoints(Math.abs(figure.value))));
};

/** `{{percent measures.name places=1}}`: "64.0%". */
const percent: Helper = ({ args: [value], options }) => {
  const figure = figureArgument(value, '{{percent measures.name}}');
  if (figure.unit !== 'percent')
    throw new Misuse(
      `${figure.id} is not a percentage`,
      'a percentage; {{points …}} for a difference of percentages',
    );
  if (figure.value === null) return printed(figureInline(figure));
  const places = options['places'] ?? 0;
  if (places !== 0 && places !== 1 && places !== 2)
    throw new Misuse('this is not a number of decimal places', 'places=1 or places=2; none without it');
  return printed(figureInline(figure, formatPercent(figure.value, places)));
};

/** `{{interval measures.name}}`: "63% to 65%", the 95% confidence interval of a value or a change. */
const interval: Helper = ({ args: [value] }) => {
  const figure = isChange(value) ? value.figure : figureArgument(value, '{{interval measures.name}}');
  const shown = formatInterval(figure);
  if (shown !== null) return printed(figureInline(figure, shown));
  return isToCome(figure) ? printed(figureInline(figure)) : 'an interval that is not available';
};

/** `{{rank "area-confidence" "Camden"}}`: "first of 32", "joint 30th of 32". */
const rank: Helper = ({ args: [id, name], indicators }) => {
  const example = '{{rank "ranking" "area"}}';
  const wanted = stringArgument(id, 'the ranking', example);
  const ranking = Object.hasOwn(indicators.rankings, wanted) ? indicators.rankings[wanted] : undefined;
  if (!ranking)
    throw new Misuse(
      `no ranking is called "${wanted}"`,
      `one of ${Object.keys(indicators.rankings).join(', ')}`,
    );
  if (ranking.reason !== null) return printed(figureInline(ranking.gap));
  const without = ranking.withoutResult.find((one) => one.name === name);
  if (without) return formatMissing(without.reason);
  const areas = [...ranking.top, ...ranking.bottom];
  const area = areas.find((one) => one.name === name || one.id === name);
  if (!area)
    throw new Misuse(
      `the ranking shows no area "${String(name)}"`,
      `one of ${areas.map((one) => one.name).join(', ')}`,
    );
  return `${area.tied ? 'joint ' : ''}${ordinal(area.rank)} of ${ranking.of - ranking.withoutResult.length}`;
};

/** `{{target measures.name}}`: "is on course to meet its target of 66%". */
const target: Helper = ({ args: [value] }) => {
  const found = isIndicator(value) ? value.target : null;
  if (!found) throw new Misuse('this has no target', '{{target measures.name}} of a measure with `target:`');
  const words = {
    met: 'met',
    'not met': 'did not meet',
    'on course': 'is on course to meet',
    'at risk': 'is at risk of missing',
    'off course': 'is not on course to meet',
    'not available': found.reason === TO_COME ? 'is still to be held against' : 'cannot be held against',
  }[found.status];
  return printed(text(`${words} its target of `), figureInline(found.figure));
};

/**
 * `(which "better" "confidence" "worry" …)`: those of the named measures that changed so; `any` for all. A survey's name stands
 * for all its measures, and `except="confidence"` leaves one out. `better` and `worse` go by direction alone,
 * `significantly-better` and `significantly-worse` by the test. A list.
 */
const which: Helper = ({ args: [outcome, ...ids], options, indicators }) => {
  const wanted: Record<string, (change: Change | null) => boolean> = {
    any: () => true,
    better: (change) => change?.better === true,
    worse: (change) => change?.better === false,
    same: (change) => change?.better === null && change.direction !== 'unknown',
    'significantly-better': (change) => change?.verdict.outcome === 'better',
    'significantly-worse': (change) => change?.verdict.outcome === 'worse',
    'not-significant': (change) => change?.verdict.outcome === 'no-clear-change',
    'not-tested': (change) => change === null || change.verdict.outcome === 'not-tested',
  };
  const test = typeof outcome === 'string' && Object.hasOwn(wanted, outcome) ? wanted[outcome] : undefined;
  if (!test) throw new Misuse(`"${String(outcome)}" is not an outcome`, Object.keys(wanted).join(', '));
  return ids
    .flatMap((id) => measuresOf(indicators.measures, id))
    .filter(({ id, change }) => id !== options['except'] && test(change));
};

/** The measures of a survey, or the one of that name. */
function measuresOf(measures: Record<string, Indicator>, id: unknown): Indicator[] {
  const ofSurvey = Object.values(measures).filter(({ survey }) => survey !== null && survey === id);
  return ofSurvey.length > 0 ? ofSurvey : [measure(measures, id)];
}

function measure(measures: Record<string, Indicator>, id: unknown): Indicator {
  const found = typeof id === 'string' && Object.hasOwn(measures, id) ? measures[id] : undefined;
  if (found) return found;
  throw new Misuse(`no measure is called "${String(id)}"`, `one of ${Object.keys(measures).join(', ')}`);
}

/** `(count events.items)`. A list that is still to come has no number: it gives the figure that says so. */
const count: Helper = ({ args: [list] }) => {
  const items = listArgument(list, '(count lists.events.items)');
  return missingIn(items) ?? items.length;
};

/** `{{names lists.events.items}}`: "a, b and c", of whatever has a name or a label. */
const names: Helper = ({ args: [list] }) => {
  const items = listArgument(list, '{{names lists.events.items}}');
  if (items.length === 0)
    throw new Misuse(
      'the list is empty',
      '{{#if lists.events.items}}…{{else}}…{{/if}} around what is said of it',
    );
  return missingIn(items) ?? joinNames(items.map((item) => nameOf(item)));
};

/** The figure in whose place a list will stand that is still to come. */
function missingIn(items: unknown[]): Figure | undefined {
  const [only] = items;
  const name = typeof only === 'object' && only !== null && 'name' in only ? only.name : undefined;
  return isFigure(name) ? name : undefined;
}

function nameOf(item: unknown): string {
  if (typeof item === 'string') return item;
  if (typeof item === 'object' && item !== null) {
    const { name, label } = item as { name?: unknown; label?: unknown };
    if (typeof name === 'string') return name;
    if (typeof label === 'string') return label.charAt(0).toLowerCase() + label.slice(1);
  }
  throw new Misuse('an item of the list has no name', 'items with `name:`');
}

function listArgument(value: unknown, example: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw new Misuse('this is not a list', example);
}

/** Null where the list is to come. */
function lengthOf(list: unknown[]): number | null {
  return missingIn(list) ? null : list.length;
}

/** `{{plural n "hub" "hubs"}}`: the word that agrees with a number, a figure or a list. */
const plural: Helper = ({ args: [value, one, many] }) => {
  const number = Array.isArray(value)
    ? lengthOf(value)
    : typeof value === 'number'
      ? value
      : figureArgument(value, '{{plural n "hub" "hubs"}}').value;
  return number === 1
    ? stringArgument(one, 'the singular', '{{plural n "hub" "hubs"}}')
    : stringArgument(many, 'the plural', '{{plural n "hub" "hubs"}}');
};

/** `{{#if (same a b)}}`: whether two texts, numbers or figures are equal; a percentage as it is printed, 64 for 64%. */
const same: Helper = ({ args: [a, b] }) => plain(a) === plain(b);

function plain(value: unknown): unknown {
  if (!isFigure(value) && !isIndicator(value)) return value;
  const { value: number, unit } = isFigure(value) ? value : value.value;
  if (number === null || (unit !== 'percent' && unit !== 'points')) return number;
  return Number((number * 100).toPrecision(12));
}

/** `{{digits facts.x}}`: the number without its qualifier. */
const digits: Helper = ({ args: [value] }) => {
  if (typeof value === 'number') return formatNumber(value);
  const figure = figureArgument(value, '{{digits facts.name}}');
  return printed(figureInline(figure, formatValue(figure)));
};

export const figureHelpers: Record<string, SignedHelper> = {
  words: signed(words, 1, 'start'),
  sum: signed(sum, 1),
  fact: signed(fact, 2, 'source', 'unit'),
  change: signed(changed, 1, 'tested'),
  significance: signed(significance, 1),
  'percent-change': signed(percentChange, 1),
  percent: signed(percent, 1, 'places'),
  points: signed(points, 1),
  interval: signed(interval, 1),
  rank: signed(rank, 2),
  target: signed(target, 1),
  which: signed(which, Infinity, 'except'),
  count: signed(count, 1),
  names: signed(names, 1),
  plural: signed(plural, 3),
  same: signed(same, 2),
  digits: signed(digits, 1),
};
