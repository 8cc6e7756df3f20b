import { joinNames, uncapitalise } from '../../format/words.js';
import { getRowLabel } from '../../model/data-set.js';
import { isFigure, TO_COME, type Figure } from '../../model/figure.js';
import { findMatchingRows, type MatchingRows } from './data-sets.js';
import { isIndicator, readFigure } from './figure-values.js';
import {
  defineFilter,
  defineHelper,
  HelperCallError,
  readText,
  type Helper,
  type HelperDefinition,
} from './helper.js';

/** `(count data.events)`: the number of rows, as a figure that says where they are. While rows are to come, so is their number. */
const count: Helper = ({ args: [list], options }) => {
  const matching = findMatchingRows(list, options);
  if (matching) return countRows(matching);
  refuseOptions(options);
  const items = readList(list, '(count data.events)');
  return findMissing(items) ?? items.length;
};

/** `{{names data.events}}`: "a, b and c", from rows, or from items with a name or a label. */
const names: Helper = ({ args: [list], options }) => {
  const matching = findMatchingRows(list, options);
  if (matching) return nameRows(matching);
  refuseOptions(options);
  const items = readList(list, '{{names data.events}}');
  if (items.length === 0)
    throw new HelperCallError(
      'the list is empty',
      '{{#if data.events.rows}}…{{else}}…{{/if}} around the sentence',
    );
  return findMissing(items) ?? joinNames(items.map(readItemName));
};

/** `{{punctuate data.events.rows @index}}`: the end of an item of a list with bullets: ";", "; and" before the last, ".". */
const punctuate: Helper = ({ args: [list, index] }) => {
  const example = '{{#each list}}- {{name}}{{punctuate list @index}}{{/each}}';
  const { length } = readList(list, example);
  if (typeof index !== 'number') throw new HelperCallError('the position in the list is missing', example);
  if (index === length - 1) return '.';
  return index === length - 2 ? '; and' : ';';
};

/** `{{plural n "hub" "hubs"}}`: the word that agrees with a number, a figure or a list. */
const plural: Helper = ({ args: [value, singular, many] }) => {
  const example = '{{plural n "hub" "hubs"}}';
  return readNumber(value, example) === 1
    ? readText(singular, 'the singular', example)
    : readText(many, 'the plural', example);
};

/** `{{#if (same a b)}}`: true if two texts, numbers or figures are equal. A percentage counts as printed: 64 for 64%. */
const same: Helper = ({ args: [a, b] }) => toComparable(a) === toComparable(b);

/** Options name columns of a data set, so a list takes none. */
function refuseOptions(options: Readonly<Record<string, unknown>>): void {
  const [name] = Object.keys(options);
  if (name !== undefined)
    throw new HelperCallError(
      `this list takes no option "${name}"`,
      'a data set, such as {{count data.complaints rating="red"}}',
    );
}

function countRows({ set, rows, isKnown }: MatchingRows): Figure {
  if (set.toCome) return set.toCome;
  return {
    id: `data.${set.id}.count`,
    label: `Rows of ${set.id.replaceAll('-', ' ')}`,
    value: isKnown ? rows.length : null,
    ...(!isKnown && { reason: TO_COME }),
    unit: 'count',
    period: set.period.label,
    place: rows[0]?.place ?? set.place,
    source: set.source,
    formula: `number of rows: ${joinNames(rows.map((row) => getRowLabel(row, set))) || 'none'}`,
  };
}

/** Names rows in a sentence: "none" without any. While a cell that decides is to come, so are the names. */
function nameRows(matching: MatchingRows): Figure | string {
  const { set, rows, isKnown } = matching;
  return isKnown ? joinNames(rows.map((row) => getRowLabel(row, set))) || 'none' : countRows(matching);
}

/** Finds the figure that a list to come has as its only item. */
function findMissing(items: unknown[]): Figure | undefined {
  const [only] = items;
  const name = typeof only === 'object' && only !== null && 'name' in only ? only.name : undefined;
  return isFigure(name) ? name : undefined;
}

function readItemName(item: unknown): string {
  if (typeof item === 'string') return item;
  if (typeof item === 'object' && item !== null) {
    if ('name' in item && typeof item.name === 'string') return item.name;
    if ('label' in item && typeof item.label === 'string') return uncapitalise(item.label);
  }
  throw new HelperCallError('an item of the list has no name', 'items with `name:`');
}

function readList(value: unknown, example: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw new HelperCallError('this is not a list', example);
}

/** Returns a number, the value of a figure, or the length of a list; null if it is to come. */
function readNumber(value: unknown, example: string): number | null {
  if (Array.isArray(value)) return findMissing(value) ? null : value.length;
  return typeof value === 'number' ? value : readFigure(value, example).value;
}

function toComparable(value: unknown): unknown {
  if (!isFigure(value) && !isIndicator(value)) return value;
  const { value: number, unit } = isFigure(value) ? value : value.value;
  if (number === null || (unit !== 'percent' && unit !== 'points')) return number;
  return Number((number * 100).toPrecision(12));
}

export const listHelpers = {
  count: defineFilter(count, 1),
  names: defineFilter(names, 1),
  plural: defineHelper(plural, 3),
  punctuate: defineHelper(punctuate, 2),
  same: defineHelper(same, 2),
} satisfies Record<string, HelperDefinition>;
