import * as z from 'zod';
import { formatMonth } from '../../format/dates.js';
import { joinNames } from '../../format/words.js';
import type { Control, ControlMonth, ControlPhase } from '../../model/control.js';
import type { ControlChart, ControlLine, SpecialCause } from '../../model/drawing.js';
import type { Figure } from '../../model/figure.js';
import type { Indicators } from '../../model/indicators.js';
import type { OfKind } from '../../model/of-kind.js';
import type { ChartContent } from '../../model/template.js';
import { describeMeasureName, notes } from '../../schema/insert-fields.js';
import { findMeasures } from '../../model/find-measures.js';
import { formatPlainValue } from '../grid/format-grid-value.js';
import { lastField } from '../grid/last-field.js';
import { describeMissing, hasNoValue } from '../missing-chart.js';
import { toPoint } from '../to-point.js';
import type { ChartKind } from './chart-kind.js';
import { chartTexts } from './chart-texts.js';
import { describeBadges, listBadges } from './control-badges.js';
import { formatLimitValue } from './format-limit-value.js';
import { listMeasureValues } from './list-measure-values.js';
import { takeLastMonths } from './take-last-months.js';
import { tabulateControl } from './tabulate-control.js';
import { writeControlNote } from './write-control-note.js';

const schema = z.strictObject({
  kind: z.literal('control').describe('months with the limits of ordinary variation'),
  ...chartTexts,
  measure: describeMeasureName('measures of the kind control-chart'),
  last: lastField.optional(),
  notes,
});

export const control: ChartKind<'control', typeof schema> = {
  schema,
  shows: { result: 'single value', canNameSurvey: false },
  drawsIntervals: false,
  readContent: ({ measure, last = null }) => ({ kind: 'control', measure, last }),
  computeData: (content, indicators) => {
    const measure = indicators.measures[content.measure];
    const shown = findShown(content, indicators);
    if (!measure || !shown) return null;
    const figures = [measure.value, ...shown.months.map(({ figure }) => figure)];
    return hasNoValue(figures) ? describeMissing(figures) : plotMonths(shown);
  },
  tabulate: (content, indicators) => tabulateControl(findShown(content, indicators)),
  writeNote: (content, indicators) => {
    const months = findShown(content, indicators);
    return months && hasSomeValue(months) ? writeControlNote(months) : null;
  },
  extendAlternative: (content, indicators) => {
    const months = findShown(content, indicators);
    return months && hasSomeValue(months) ? describeBadges(months) : null;
  },
  listTemplateValues: ({ measure }, indicators) => listMeasureValues(findMeasures([measure], indicators)),
};

/** Finds the months that a chart shows. */
function findShown(
  { measure, last }: OfKind<ChartContent, 'control'>,
  { measures }: Indicators,
): Control | null {
  const control = measures[measure]?.control ?? null;
  return control && last !== null ? takeLastMonths(control, last) : control;
}

function hasSomeValue({ months }: Control): boolean {
  return !hasNoValue(months.map(({ figure }) => figure));
}

function plotMonths(computed: Control): ControlChart {
  const { months, phases, target, mean } = computed;
  return {
    kind: 'control',
    periods: months.map(({ month }) => formatMonth(month)),
    points: months.map((month) => ({ ...toPoint(month.figure), signal: getSpecialCause(month) })),
    phases: phases.map((phase) => ({
      start: phase.start,
      heading: phase.reason === null && phase.seriesBreak === null ? null : phase.from,
      lines: listLines(phase),
    })),
    unit: mean.unit,
    target: target ? (toLine('target', 'target', target)[0] ?? null) : null,
    badges: listBadges(computed),
    limitsName: nameLimits(phases),
  };
}

function nameLimits(phases: readonly ControlPhase[]): string {
  const limited = phases.filter(({ upper }) => upper.value !== null);
  const provisional = limited.filter(({ trial }) => trial);
  if (provisional.length === 0) return 'limits';
  if (provisional.length === limited.length) return 'provisional limits (fewer than 12 months)';
  return `limits (provisional from ${joinNames(provisional.map(({ from }) => from))})`;
}

function getSpecialCause({ signal, verdict }: ControlMonth): SpecialCause | null {
  if (signal === null) return null;
  return verdict === 'improvement' || verdict === 'concern' ? verdict : 'neither';
}

/** Lists the lines of a phase. A mean without limits is not drawn: nothing could be judged by it. */
function listLines({ upper, mean, lower }: ControlPhase): ControlLine[] {
  if (upper.value === null) return [];
  if (upper.value === lower.value) return toLine('mean', 'mean and limits', mean);
  return [
    ...toLine('limit', 'upper limit', upper),
    ...toLine('mean', 'mean', mean),
    ...toLine('limit', 'lower limit', lower),
  ];
}

function toLine(kind: ControlLine['kind'], label: string, figure: Figure): ControlLine[] {
  if (figure.value === null) return [];
  const text = `${label} ${formatLimitValue(figure, formatPlainValue)}`;
  return [{ kind, text, value: figure.value }];
}
