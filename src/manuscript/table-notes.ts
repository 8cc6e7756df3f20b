import { joinNames, uncapitalise } from '../format/words.js';
import { CONFIDENTIAL, explainDisclosure, isConfidential, type Disclosure } from '../model/disclosure.js';
import { TO_COME } from '../model/figure.js';
import { MARK_MEANINGS, MARKS } from '../model/mark.js';
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
    const lasting = [...new Set(reasons)].filter((reason) => reason !== TO_COME && reason !== CONFIDENTIAL);
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

/** Explains the mark of confidential figures once for each threshold, if the cells of a measure have it. */
export function writeConfidentialNote(measures: readonly Indicator[], rows: Inline[][][]): string | null {
  const hidden = measures.filter((_, index) =>
    (rows[index] ?? [])
      .flat()
      .some((inline) => inline.kind === 'value' && inline.figure && isConfidential(inline.figure)),
  );
  return joinNotes([...new Set(hidden.map(({ disclosure }) => explainConfidential(disclosure)))]);
}

/** Explains the mark of confidential figures of one measure. */
export function explainConfidential(disclosure: Disclosure | undefined): string {
  const meaning = disclosure ? explainDisclosure(disclosure) : MARK_MEANINGS.confidential;
  return `${MARKS.confidential.symbol} ${meaning}.`;
}

/** Writes each assumption about the figures once. */
export function writeAssumedNote(measures: Indicator[]): string | null {
  return joinNotes([...new Set(measures.map(({ value }) => value.assumed ?? null))]);
}

/** Joins notes into one paragraph; null if there are none. */
export function joinNotes(notes: (string | null)[]): string | null {
  return notes.filter((note) => note !== null).join(' ') || null;
}
