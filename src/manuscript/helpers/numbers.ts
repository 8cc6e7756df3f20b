import { formatNumber, formatPercent } from '../../format/numbers.js';
import {
  formatBareValue,
  formatFigure,
  formatInterval,
  formatMissing,
  formatValue,
  sumDiffersAsPrinted,
} from '../../format/figures.js';
import { capitalise, formatNumberInWords } from '../../format/words.js';
import type { Figure } from '../../model/figure.js';
import { parseUnit } from '../../model/unit.js';
import { isChange } from './change-values.js';
import { makeFigureInline, makeOutput, readFigure } from './figure-values.js';
import { defineHelper, HelperCallError, readFlag, type Helper, type HelperDefinition } from './helper.js';

/** `{{words facts.pilot-sites}}`: "three"; with `start=true`, "Three". Accepts a plain number too. */
const words: Helper = ({ args: [value], options }) => {
  const isStart = readFlag(options, 'start');
  const format = (text: string): string => (isStart ? capitalise(text) : text);
  if (typeof value === 'number') return format(formatNumberInWords(value));
  const figure = readFigure(value, '{{words facts.name}}');
  const text = isCounted(figure) ? formatNumberInWords(figure.value) : formatFigure(figure);
  return makeOutput(makeFigureInline(figure, format(text)));
};

/** Returns true if a number can be written in words: it is whole, and no percentage or sum of money. */
function isCounted(figure: Figure): figure is Figure & { value: number } {
  const { kind } = parseUnit(figure.unit);
  return (
    figure.value !== null &&
    Number.isInteger(figure.value) &&
    (kind === 'count' || kind === 'number' || kind === 'noun')
  );
}

/** `{{digits facts.name}}`: the number without its qualifier, and without the noun of its unit. */
const digits: Helper = ({ args: [value] }) => {
  if (typeof value === 'number') return formatNumber(value);
  const figure = readFigure(value, '{{digits facts.name}}');
  const hasNoun = ['noun', 'rate'].includes(parseUnit(figure.unit).kind);
  return makeOutput(makeFigureInline(figure, hasNoun ? formatBareValue(figure) : formatValue(figure)));
};

/** `{{sum facts.total}}`: "27 + 3 + 2 = 32"; if the printed parts add up to another total, "… = 57% before rounding". */
const sum: Helper = ({ args: [value] }) => {
  const figure = readFigure(value, '{{sum facts.name}}');
  if (figure.value === null) return makeOutput(makeFigureInline(figure));
  if (!figure.formula)
    throw new HelperCallError(`${figure.id} is not a sum`, 'a fact with `sum:` in facts.yaml');
  const rounding = sumDiffersAsPrinted(figure.inputs ?? [], figure) ? ' before rounding' : '';
  return makeOutput(makeFigureInline(figure, `${figure.formula} = ${formatValue(figure)}${rounding}`));
};

/** `{{percent measures.name places=1}}`: "64.0%". Without `places`, the places that were typed. */
const percent: Helper = ({ args: [value], options }) => {
  const figure = readFigure(value, '{{percent measures.name}}');
  if (figure.unit !== 'percent')
    throw new HelperCallError(
      `${figure.id} is not a percentage`,
      'a percentage; {{points …}} for a difference of percentages',
    );
  if (figure.value === null) return makeOutput(makeFigureInline(figure));
  const places = options['places'] ?? figure.places ?? 0;
  if (typeof places !== 'number' || !Number.isInteger(places) || places < 0 || places > 6)
    throw new HelperCallError(
      'places is not a number of decimal places',
      'places=1 or another number up to 6; by default the places that were typed',
    );
  return makeOutput(makeFigureInline(figure, formatPercent(figure.value, places)));
};

/** `{{interval measures.name}}`: "63% to 65%", the 95% confidence interval of a value or a change. */
const interval: Helper = ({ args: [value] }) => {
  const figure = isChange(value) ? value.figure : readFigure(value, '{{interval measures.name}}');
  const text = formatInterval(figure);
  if (text !== null) return makeOutput(makeFigureInline(figure, text));
  if (figure.value === null) return makeOutput(makeFigureInline(figure));
  return makeOutput(makeFigureInline(figure, formatMissing(explainNoInterval(figure))));
};

/** Explains why a figure with a value has no interval. */
function explainNoInterval({ unit, base }: Figure): string {
  const isShare = unit === 'percent' || unit === 'points';
  return isShare && base === undefined
    ? 'the number of people asked is not known'
    : 'the figure has no interval';
}

export const numberHelpers = {
  words: defineHelper(words, 1, 'start'),
  digits: defineHelper(digits, 1),
  sum: defineHelper(sum, 1),
  percent: defineHelper(percent, 1, 'places'),
  interval: defineHelper(interval, 1),
} satisfies Record<string, HelperDefinition>;
