import { joinNames, uncapitalise } from '../format/words.js';
import { TO_COME } from '../model/figure.js';
import { MARKS } from '../model/mark.js';
import type { Indicator } from '../model/indicator.js';
import type { Inline } from '../model/inline.js';

/**
 * Writes why figures of a table are not available. Figures to come are left out: their cells say so.
 * `rows` are the cells of each measure, in the order of `measures`.
 */
export function writeUnavailableNote(
  measures: Indicator[],
  rows: Inline[][][],
  showsStatus = false,
): string | null {
  const missing = measures.flatMap((measure, index) => {
    const cells = (rows[index] ?? []).flat();
    const reasons = [...listReasons(cells), ...(showsStatus ? listStatusReasons(measure) : [])];
    const lasting = [...new Set(reasons)].filter((reason) => reason !== TO_COME);
    return lasting.length > 0 ? [{ label: measure.label, reason: lasting.join('; ') }] : [];
  });
  const [first] = missing;
  if (!first) return null;
  const isShared =
    missing.length === measures.length && missing.every(({ reason }) => reason === first.reason);
  return isShared && missing.length > 1
    ? `Not available: ${first.reason}.`
    : `Not available: ${joinNames(missing.map(({ label, reason }) => `${uncapitalise(label)} (${reason})`))}.`;
}

function listReasons(cells: Inline[]): string[] {
  return cells.flatMap((inline) => {
    const figure = inline.kind === 'value' ? inline.figure : null;
    if (figure?.value !== null || !figure.reason) return [];
    return [figure.isUnreliable === true ? `${MARKS.unreliable.symbol} ${figure.reason}` : figure.reason];
  });
}

function listStatusReasons({ target, change }: Indicator): string[] {
  const aim = target ?? change?.target;
  return aim?.status === 'not available' && aim.reason ? [aim.reason] : [];
}

/** Writes each assumption about the figures once. */
export function writeAssumedNote(measures: Indicator[]): string | null {
  return joinNotes([...new Set(measures.map(({ value }) => value.assumed ?? null))]);
}

/** Joins notes into one paragraph; null if there are none. */
export function joinNotes(notes: (string | null)[]): string | null {
  return notes.filter((note) => note !== null).join(' ') || null;
}
