import { findTarget } from '../../edit/find-target.js';
import { describeRow, type DescribedRow } from '../../edit/describe-row.js';
import type { EditTarget } from '../../edit/edit.js';
import { readTarget } from '../../edit/read-target.js';
import { formatPlace, type Place } from '../../model/problem.js';
import { formatRefusal } from './format-refusal.js';

/** A text that an author has opened: what stood there, and where. */
export interface Opened {
  target: EditTarget;
  before: string;
  place: Place;
  /** The row of a data set that it is in, as the author saw it. Null for any other text. */
  row: DescribedRow | null;
}

/** The text of the place's file. */
interface Texts {
  /** As it is on the disk. Null if it cannot be edited. */
  now: string | null;
  /** As it was when the place was found: for the paper on show, or in the last problems. */
  then: string | null;
  /** The line of the headings of a spreadsheet. */
  headerRow: number | undefined;
}

/**
 * Opens what stands at a place, as it is now. The file may have changed since its lines were counted. A value of a YAML file is
 * found again by its keys. Other texts must still stand where they stood.
 */
export function openPlace(
  place: Place,
  { now, then, headerRow }: Texts,
): { opened: Opened } | { reason: string } {
  if (place.sheet !== undefined)
    return {
      reason: `This is edited in the spreadsheet ${formatPlace(place)}. Save it there, and the paper follows.`,
    };
  if (now === null) return { reason: `${place.file} cannot be edited here.` };
  const found = findTarget(then ?? now, settleColumn(then ?? now, place), { headerRow });
  if (found.refusal) return { reason: formatRefusal(found.refusal) };
  const { target, text } = found.value;
  if (then === null || then === now)
    return { opened: { target, before: text, place, row: describeRow(now, target).value } };
  const read = readTarget(now, target);
  const isSame = read.value?.text === text;
  if (read.value && (target.kind === 'yaml' || isSame))
    return { opened: { target, before: read.value.text, place, row: describeRow(now, target).value } };
  return {
    reason: `${place.file} has changed since the page was made. Try again when the page is up to date.`,
  };
}

/** Moves a place at the indent of a line to the first character after it. */
function settleColumn(text: string, place: Place): Place {
  const line = text.split('\n')[place.line - 1] ?? '';
  const first = line.search(/\S/) + 1;
  return { ...place, column: Math.max(place.column, first) };
}
