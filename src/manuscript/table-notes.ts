import type { Inline } from '../model/inline.js';
import { TO_COME } from '../model/figure.js';
import type { Indicator } from '../model/indicator.js';
import type { MeasureColumn } from '../model/template.js';

/** Why figures are not available, a reason for each measure that has such. A cell that is to come says so itself. */
export function unavailableNote(
  measures: Indicator[],
  rows: { cells: Inline[][] }[],
  columns: MeasureColumn[] = [],
): string | null {
  const showsStatus = columns.some(({ show }) => show === 'status');
  const missing = measures.flatMap(({ label, target }, index) => {
    const reasons = (rows[index]?.cells ?? []).flat().flatMap((inline) => {
      const figure = inline.kind === 'value' ? inline.figure : null;
      return figure?.value === null && figure.reason ? [figure.reason] : [];
    });
    if (showsStatus && target?.status === 'not available' && target.reason) reasons.push(target.reason);
    const lasting = [...new Set(reasons)].filter((reason) => reason !== TO_COME);
    return lasting.length > 0 ? [{ label, reason: lasting.join(' and ') }] : [];
  });
  const [first] = missing;
  if (!first) return null;
  const shared = missing.length === measures.length && missing.every(({ reason }) => reason === first.reason);
  return shared && missing.length > 1
    ? `Not available: ${first.reason}.`
    : `Not available: ${missing.map(({ label, reason }) => `${label}, ${reason}`).join('; ')}.`;
}

/** Notes in one paragraph. Null where there is none. */
export function joinNotes(notes: (string | null)[]): string | null {
  return notes.filter((note) => note !== null).join(' ') || null;
}
