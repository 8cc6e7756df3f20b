import {
  capitalise,
  formatInterval,
  formatLimit,
  formatNumber,
  formatP,
  formatSigned,
  formatSignedPoints,
  formatValue,
} from '../format.js';
import type { Inline } from '../model/inline.js';
import { isToCome, TO_COME, type Figure } from '../model/figure.js';
import type { Indicator, Target } from '../model/indicator.js';
import type { RankedArea } from '../model/ranking.js';
import type { Change } from '../model/change.js';
import type { AreaColumn, MeasureColumn } from '../model/template.js';
import { FIRST_NOTE_LINK } from '../model/manuscript.js';
import { verdictMark } from './verdict-words.js';

/** How a column lines up: figures on their last digit, words on the left. */
export function alignmentOf(show: MeasureColumn['show'] | AreaColumn['show']): 'left' | 'decimal' {
  return ['verdict', 'status', 'area', 'rank', 'rank-range', 'funnel'].includes(show) ? 'left' : 'decimal';
}

/** What a column shows of one measure. */
export function measureCell(show: MeasureColumn['show'], measure: Indicator): Inline[] {
  const { value, change, target, projection } = measure;
  switch (show) {
    case 'value':
      return figureCell(value);
    case 'interval':
      return intervalCell(value);
    case 'base':
      return baseCell(value);
    case 'target':
      return target ? figureCell(target.figure) : none();
    case 'projection':
      return projection === null ? none() : figureCell(projection);
    case 'status':
      return words(target ? statusWord(target) : '–');
    default:
      return change ? changeCell(show, change) : none();
  }
}

type ChangeColumn = Exclude<
  MeasureColumn['show'],
  'value' | 'interval' | 'base' | 'target' | 'projection' | 'status'
>;

function changeCell(show: ChangeColumn, change: Change): Inline[] {
  const { figure, relative, from, test, verdict } = change;
  switch (show) {
    case 'earlier':
      return figureCell(from);
    case 'change':
      return figure.value === null ? figureCell(figure) : [printed(signed(figure), figure)];
    case 'change-interval':
      return intervalCell(figure);
    case 'percent-change':
      return relative.value === null
        ? figureCell(relative)
        : [printed(`${formatSigned(relative.value * 100, 1)}%`, relative)];
    case 'p-value':
      return words(test.adjusted === null ? '–' : formatP(test.adjusted));
    case 'largest-design-effect':
      return words(test.largestDesignEffect === null ? '–' : formatLimit(test.largestDesignEffect));
    case 'verdict':
      if (isToCome(figure)) return [missing(figure)];
      return [{ kind: 'reference', target: FIRST_NOTE_LINK, text: verdictMark(verdict) }];
  }
}

function statusWord({ status, reason }: Target): string {
  return status === 'not available' && reason === TO_COME ? TO_COME : capitalise(status);
}

/** What a column shows of one area in a league table of so many. */
export function areaCell(show: AreaColumn['show'], area: RankedArea): Inline[] {
  switch (show) {
    case 'rank':
      return words(area.rankText);
    case 'area':
      return words(area.name);
    case 'value':
      return figureCell(area.figure);
    case 'interval':
      return intervalCell(area.figure);
    case 'base':
      return baseCell(area.figure);
    case 'rank-range':
      return words(area.range ? rangeText(area.range) : 'not available');
    case 'funnel':
      return words(
        area.funnel
          ? `${capitalise(area.funnel.band)}${area.funnel.side ? `, ${area.funnel.side}` : ''}`
          : 'not available',
      );
  }
}

function rangeText({ best, worst }: { best: number; worst: number }): string {
  return best === worst ? String(best) : `${best} to ${worst}`;
}

/** A figure without its unit's words. One that is not there says only that: why it never will be stands under the table. */
export function figureCell(figure: Figure | undefined): Inline[] {
  if (!figure) return words('not available');
  if (figure.value === null) return [missing(figure)];
  return [
    printed(
      figure.unit === 'points' ? `${formatSignedPoints(figure.value)} points` : formatValue(figure),
      figure,
    ),
  ];
}

function intervalCell(figure: Figure): Inline[] {
  const text = formatInterval(figure);
  if (text !== null) return [printed(text, figure)];
  return isToCome(figure) ? [missing(figure)] : words('not available');
}

function baseCell(figure: Figure): Inline[] {
  if (figure.value === null) return [missing(figure)];
  return figure.base === undefined ? words('not published') : [printed(formatNumber(figure.base), figure)];
}

function missing(figure: Figure): Inline {
  return printed(isToCome(figure) ? TO_COME : 'not available', figure);
}

function signed({ unit, value }: Figure): string {
  if (unit === 'points') return formatSignedPoints(value ?? 0);
  return formatSigned(value ?? 0, unit === 'ratio' ? 2 : 0);
}

function printed(text: string, figure: Figure): Inline {
  return { kind: 'value', text, figure };
}

export function words(text: string): Inline[] {
  return [{ kind: 'text', text }];
}

function none(): Inline[] {
  return words('–');
}
