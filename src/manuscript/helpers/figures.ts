import {
  capitalise,
  formatFigure,
  formatInterval,
  formatMissing,
  formatNumber,
  formatPercent,
  formatValue,
  joinNames,
  formatNumberInWords,
  formatOrdinal,
  sumDiffersAsPrinted,
  uncapitalise,
} from '../../format.js';
import { isFigure, isToCome, type Figure } from '../../model/figure.js';
import { isChange } from './changes.js';
import { figureArgument, figureInline, isIndicator, printed } from './figure-values.js';
import { flag, Misuse, signed, stringArgument, type Helper, type SignedHelper } from './helper.js';

/** `{{words facts.pilot-sites}}`: "three"; with `start=true`, "Three". A plain number will do as well. */
const words: Helper = ({ args: [value], options }) => {
  const figure = typeof value === 'number' ? null : figureArgument(value, '{{words facts.name}}');
  const number = figure ? figure.value : (value as number);
  const plain = number === null ? (figure ? formatFigure(figure) : '') : formatNumberInWords(number);
  const shown = flag(options, 'start') ? capitalise(plain) : plain;
  return figure ? printed(figureInline(figure, shown)) : shown;
};

/** `{{sum facts.total}}`: "27 + 3 + 2 = 32"; of rounded parts that do not add up, "21% + 35% = 57% before rounding". */
const sum: Helper = ({ args: [value] }) => {
  const figure = figureArgument(value, '{{sum facts.name}}');
  if (figure.value === null) return printed(figureInline(figure));
  if (!figure.formula) throw new Misuse(`${figure.id} is not a sum`, 'a fact with `sum:` in facts.yaml');
  const rounded = sumDiffersAsPrinted(figure.inputs ?? [], figure) ? ' before rounding' : '';
  return printed(figureInline(figure, `${figure.formula} = ${formatValue(figure)}${rounded}`));
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
  return `${area.tied ? 'joint ' : ''}${formatOrdinal(area.rank)} of ${ranking.of - ranking.withoutResult.length}`;
};

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
    if (typeof label === 'string') return uncapitalise(label);
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
  percent: signed(percent, 1, 'places'),
  interval: signed(interval, 1),
  rank: signed(rank, 2),
  count: signed(count, 1),
  names: signed(names, 1),
  plural: signed(plural, 3),
  same: signed(same, 2),
  digits: signed(digits, 1),
};
