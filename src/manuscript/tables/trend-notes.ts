import { writeDesignNote, type PrintedIntervals } from '../../format/design-effect.js';
import { differsAsPrinted } from '../../format/figures.js';
import { joinNames, uncapitalise } from '../../format/words.js';
import type { Indicator } from '../../model/indicator.js';
import type { Inline } from '../../model/inline.js';
import { nameDates, writeDatesInSentence } from '../../model/name-dates.js';
import { isOfPeriodAlone, namePeriod } from '../../model/name-span.js';
import { periodNoun, shiftPeriod, type Period } from '../../model/period.js';
import { isFraction } from '../../model/unit.js';
import type { MeasureColumnName } from '../../model/template.js';
import { joinNotes, writeConfidentialNote, writeUnavailableNote } from '../table-notes.js';
import { writeDailyRateNote } from './daily-rate-note.js';
import { writeGapSignNote } from './gap-sign-note.js';
import type { ContentOf } from './table-kind.js';
import { writeTestNote } from '../test-notes.js';
import { writeUntestedNote, writeVerdictNote } from '../verdict-notes.js';
import { writeControlNote } from './control-notes.js';

/** Writes the note under a trend table. `rows` are the cells of each measure. */
export function writeTrendNotes(
  { columns, periods: names }: ContentOf<'trend'>,
  measures: Indicator[],
  periods: Period[],
  rows: Inline[][][],
): string | null {
  const shows = (...names: MeasureColumnName[]): boolean =>
    columns.some((column) => 'show' in column && names.includes(column.show));
  const showsPeriods = names !== null;
  const showsBothFigures = showsPeriods || shows('value', 'earlier');
  return joinNotes([
    shows('verdict') ? writeVerdictNote(measures) : null,
    writeTestNote(measures, shows),
    writeUntestedNote(measures, [shows('verdict') ? '–' : [], shows('p-value') ? '[x]' : []].flat()),
    shows('verdict', 'change') ? writeDirectionNote(measures, shows('verdict')) : null,
    writeGapSignNote(measures),
    shows('verdict', 'p-value', 'percent-change') ? writeDailyRateNote(measures) : null,
    shows('change') && showsBothFigures ? writeRoundingNote(measures) : null,
    writeControlNote(measures, { variation: shows('variation'), assurance: shows('assurance') }),
    writeDesignNote(
      measures.map((measure) => listIntervals(measure, shows('interval'), shows('change-interval'))),
    ),
    writeGapNote(measures, periods, names === 'dates' ? nameDates : namePeriod),
    showsPeriods ? writeSpanNote(measures, periods.at(-1)) : null,
    writeDateNote(measures),
    shows('target', 'status') ? writeChangeTargetNote(measures) : null,
    writeUnavailableNote(measures, rows, shows('status', 'change-status')),
    writeConfidentialNote(measures, rows),
  ]);
}

/** Lists the figures of a measure whose intervals the table prints. */
function listIntervals(
  { label, value, change }: Indicator,
  showsValue: boolean,
  showsChange: boolean,
): PrintedIntervals {
  const figures = [...(showsValue ? [value] : []), ...(showsChange && change ? [change.figure] : [])];
  return { name: uncapitalise(label), figures };
}

/** Names the periods without a figure between the first and the last that the table shows. */
function writeGapNote(
  measures: Indicator[],
  periods: Period[],
  name: (measures: readonly Indicator[], period: Period) => string,
): string | null {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return null;
  const missing: Period[] = [];
  for (let period = first; period.end < last.end; period = shiftPeriod(period, 1))
    if (!periods.includes(period)) missing.push(period);
  if (missing.length === 0) return null;
  return `No figures for ${joinNames(missing.map((period) => writeDatesInSentence(name(measures, period))))}.`;
}

/** Names the measures whose figures cover single periods, if others in the table cover twelve months. */
function writeSpanNote(measures: Indicator[], period: Period | undefined): string | null {
  const surveyed = measures.filter(({ series }) =>
    series.some(({ figure }) => figure.span !== undefined && isFraction(figure.unit)),
  );
  const single = surveyed.filter(({ series }) => series.some(isOfPeriodAlone));
  if (single.length === 0 || single.length === surveyed.length) return null;
  const names = joinNames(single.map(({ label }) => uncapitalise(label)));
  const noun = period ? periodNoun(period) : 'period';
  return `Figures of single ${noun}s: ${names}. Other survey figures cover the twelve months that end with the ${noun}.`;
}

/** Names the measures whose numbers are those at a date, if others in the table cover some time. */
function writeDateNote(measures: Indicator[]): string | null {
  const atDate = measures.filter(({ value, series }) =>
    [value, ...series.map(({ figure }) => figure)].some(({ at }) => at !== undefined),
  );
  if (atDate.length === 0 || atDate.length === measures.length) return null;
  return `Numbers at the end of each period: ${joinNames(atDate.map(({ label }) => uncapitalise(label)))}.`;
}

/**
 * Names the measures that improve by falling, if others in the table improve by rising. A verdict of better or worse on each of them
 * says it already.
 */
function writeDirectionNote(measures: Indicator[], showsVerdict: boolean): string | null {
  const falling = measures.filter(({ betterWhen }) => betterWhen === 'lower');
  if (falling.length === 0 || !measures.some(({ betterWhen }) => betterWhen === 'higher')) return null;
  if (showsVerdict && falling.every(hasJudgedChange)) return null;
  const names = falling.map(({ label }) => uncapitalise(label));
  return `Lower is better: ${joinNames(names)}.`;
}

/** Returns true if the verdict on a measure's change is "better" or "worse". */
function hasJudgedChange({ change }: Indicator): boolean {
  return change?.verdict.outcome === 'better' || change?.verdict.outcome === 'worse';
}

/** Names the measures whose target is one for the change, if others in the table have a target for the value. */
function writeChangeTargetNote(measures: Indicator[]): string | null {
  const hasValueTarget = ({ target, control }: Indicator): boolean =>
    target !== null || (control?.target ?? null) !== null;
  const ofChange = measures.filter((measure) => !hasValueTarget(measure) && measure.change?.target);
  if (ofChange.length === 0 || !measures.some(hasValueTarget)) return null;
  return `Target for the change: ${joinNames(ofChange.map(({ label }) => uncapitalise(label)))}.`;
}

function writeRoundingNote(measures: Indicator[]): string | null {
  return measures.some(({ change }) => change && differsAsPrinted(change.from, change.to, change.figure))
    ? 'Changes are calculated before rounding. They may differ from the difference between the figures shown.'
    : null;
}
