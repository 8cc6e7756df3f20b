import { formatFigure, formatNumber, formatValue, joinNames, numberInWords } from '../../format.js';
import type { Inline } from '../../model/document.js';
import type { Figure } from '../../model/figure.js';
import type { Change, Indicator } from '../../model/indicator.js';
import { Misuse, Printed, stringArgument, type Helper } from './helper.js';

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
  const number = typeof value === 'number' ? value : figureArgument(value, '{{words facts.name}}').value;
  const plain = number === null ? formatFigure(value as Figure) : numberInWords(number);
  const shown = options['start'] === true ? plain.charAt(0).toUpperCase() + plain.slice(1) : plain;
  return isFigure(value) ? printed(figureInline(value, shown)) : shown;
};

/** `{{sum facts.total}}`: "27 + 3 + 2 = 32". */
const sum: Helper = ({ args: [value] }) => {
  const figure = figureArgument(value, '{{sum facts.name}}');
  if (!figure.formula) throw new Misuse(`${figure.id} is not a sum`, 'a fact with `sum:` in facts.yaml');
  return printed(figureInline(figure, `${figure.formula} = ${formatValue(figure)}`));
};

/** `{{fact 300 "delegates invited" source="…"}}`: a figure said once, where it is said. Prints the number. */
const fact: Helper = ({ args: [value, label], options, place }) => {
  const example = '{{fact 300 "delegates invited" source="where it was published"}}';
  if (typeof value !== 'number') throw new Misuse('the first argument is not a number', example);
  const name = stringArgument(label, 'what the number counts', example);
  const source = stringArgument(options['source'], 'the source', example);
  const unit = options['unit'] === 'percent' ? ('percent' as const) : ('count' as const);
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

/** `{{change measures.confidence}}`: "rose by 8 percentage points, from 56% to 64%". */
const change: Helper = ({ args: [value] }) => {
  const found = isIndicator(value) ? value.change : isChange(value) ? value : null;
  if (!found)
    throw new Misuse('this has no change', '{{change measures.name}} of a measure with `compare-with:`');
  return printed(...describeChange(found));
};

function isChange(value: unknown): value is Change {
  return typeof value === 'object' && value !== null && 'direction' in value && 'from' in value;
}

function describeChange({ figure, from, to, direction }: Change): Inline[] {
  if (direction === 'unknown') return [text('cannot be compared ('), figureInline(figure), text(')')];
  if (direction === 'unchanged') return [text('did not change, at '), figureInline(to)];
  const size = { ...figure, value: Math.abs(figure.value ?? 0) };
  return [
    text(`${direction} by `),
    { kind: 'value', text: formatValue(size), figure },
    text(', from '),
    figureInline(from),
    text(' to '),
    figureInline(to),
  ];
}

/** `(which "better" "confidence" "worry" …)`: those of the named measures that got better, worse, stayed the same; or any. A list. */
const which: Helper = ({ args: [outcome, ...ids], indicators }) => {
  const wanted: Record<string, (change: Change | null) => boolean> = {
    any: () => true,
    better: (change) => change?.better === true,
    worse: (change) => change?.better === false,
    same: (change) => change?.better === null,
  };
  const test = typeof outcome === 'string' && Object.hasOwn(wanted, outcome) ? wanted[outcome] : undefined;
  if (!test)
    throw new Misuse(
      `"${String(outcome)}" is not an outcome`,
      '(which "better" "measure" …), or "worse", "same", "any"',
    );
  return ids.map((id) => measure(indicators.measures, id)).filter(({ change }) => test(change));
};

function measure(measures: Record<string, Indicator>, id: unknown): Indicator {
  const found = typeof id === 'string' && Object.hasOwn(measures, id) ? measures[id] : undefined;
  if (found) return found;
  throw new Misuse(`no measure is called "${String(id)}"`, `one of ${Object.keys(measures).join(', ')}`);
}

/** `(count events.items)`. */
const count: Helper = ({ args: [list] }) => listArgument(list, '(count lists.events.items)').length;

/** `{{names lists.events.items}}`: "a, b and c", of whatever has a name or a label. */
const names: Helper = ({ args: [list] }) =>
  joinNames(listArgument(list, '{{names lists.events.items}}').map((item) => nameOf(item)));

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

/** `{{plural n "hub" "hubs"}}`: the word that agrees with a number, a figure or a list. */
const plural: Helper = ({ args: [value, one, many] }) => {
  const number = Array.isArray(value)
    ? value.length
    : typeof value === 'number'
      ? value
      : figureArgument(value, '{{plural n "hub" "hubs"}}').value;
  return number === 1
    ? stringArgument(one, 'the singular', '{{plural n "hub" "hubs"}}')
    : stringArgument(many, 'the plural', '{{plural n "hub" "hubs"}}');
};

/** `{{#if (same a b)}}`: whether two texts or numbers are equal. */
const same: Helper = ({ args: [a, b] }) => a === b;

/** `{{digits facts.x}}`: the number without its qualifier. */
const digits: Helper = ({ args: [value] }) => {
  if (typeof value === 'number') return formatNumber(value);
  const figure = figureArgument(value, '{{digits facts.name}}');
  return printed(figureInline(figure, formatValue(figure)));
};

export const figureHelpers: Record<string, Helper> = {
  words,
  sum,
  fact,
  change,
  which,
  count,
  names,
  plural,
  same,
  digits,
};
