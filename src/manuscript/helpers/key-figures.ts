import type { KeyFigure } from '../../model/blocks/key-figures.js';
import { isFigure, type Figure } from '../../model/figure.js';
import type { Indicator } from '../../model/indicator.js';
import type { Inline } from '../../model/inline.js';
import { formatVerdict } from '../verdict-words.js';
import { isIndicator, makeFigureInline, makeTextInline } from './figure-values.js';
import {
  defineHelper,
  HelperCallError,
  HelperOutput,
  readText,
  type Helper,
  type HelperDefinition,
} from './helper.js';

const EXAMPLE = '{{key-figures measures.confidence (total data.complaints.this-year)}}';
const EXAMPLE_OF_ONE = '(key-figure facts.officers label="Police officers")';

/** More numbers than this are a table. */
const MAX_FIGURES = 8;

/** A key figure with words of the author's own. */
class LabelledFigure {
  constructor(readonly item: KeyFigure) {}
}

/**
 * `{{key-figures measures.confidence facts.officers}}`: a row of large numbers, each with its label, change and verdict.
 * `(which …)` gives several.
 */
const keyFigures: Helper = ({ args: given, place }) => {
  const args = given.flat();
  if (args.length === 0) throw new HelperCallError('no figures are named', EXAMPLE);
  if (args.length > MAX_FIGURES)
    throw new HelperCallError(
      `${args.length} key figures are too many`,
      `up to ${MAX_FIGURES}`,
      'Use a table.',
    );
  const items = args.map((value) =>
    value instanceof LabelledFigure ? value.item : makeItem(value, EXAMPLE),
  );
  return new HelperOutput({ kind: 'key-figures', items, place });
};

/** `(key-figure facts.officers label="Police officers" detail="in post")`: a figure for `key-figures`, with other words. */
const keyFigure: Helper = ({ args: [value], options }) => {
  const item = makeItem(value, EXAMPLE_OF_ONE);
  const { label, detail } = options;
  return new LabelledFigure({
    ...item,
    ...(label !== undefined && { label: [makeTextInline(readText(label, 'the label', EXAMPLE_OF_ONE))] }),
    ...(detail !== undefined && {
      detail: detail === '' ? [] : [makeTextInline(readText(detail, 'the detail', EXAMPLE_OF_ONE))],
    }),
  });
};

function makeItem(value: unknown, example: string): KeyFigure {
  if (isIndicator(value)) return makeMeasureItem(value);
  const figure = findFigure(value);
  if (!figure) throw new HelperCallError('this is not a figure', example);
  return {
    value: [makeFigureInline(figure)],
    label: [makeTextInline(figure.label)],
    detail: describePeriod(figure),
  };
}

/** A helper such as `total` gives its figure as text for the page. */
function findFigure(value: unknown): Figure | null {
  if (isFigure(value)) return value;
  if (!(value instanceof HelperOutput) || value.value.kind !== 'inlines') return null;
  return (
    value.value.content.flatMap((inline) => (inline.kind === 'value' ? (inline.figure ?? []) : []))[0] ?? null
  );
}

function makeMeasureItem({ short, value, change }: Indicator): KeyFigure {
  const isCompared = change !== null && change.direction !== 'unknown';
  return {
    value: [makeFigureInline(value)],
    label: [makeTextInline(short)],
    detail: isCompared
      ? [makeFigureInline(change.from), makeTextInline(` in ${change.since}. ${formatVerdict(change)}`)]
      : describePeriod(value),
  };
}

function describePeriod({ period }: Figure): Inline[] {
  return period === undefined ? [] : [makeTextInline(period)];
}

export const keyFigureHelpers = {
  'key-figures': defineHelper(keyFigures, Infinity),
  'key-figure': defineHelper(keyFigure, 1, 'label', 'detail'),
} satisfies Record<string, HelperDefinition>;
