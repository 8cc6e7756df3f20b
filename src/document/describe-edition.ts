import { formatDate, formatIsoDate } from '../format/dates.js';
import type { Document } from '../model/document.js';
import { formatVersion, getVersionStatus, type Edition, type Status } from '../model/edition.js';

/** Describes the edition for the footer of every page, and the changes since the last version. */
export function describeEdition(
  edition: Edition,
  status: Status,
  madeAt: Date,
): Pick<Document, 'status' | 'statusText' | 'changes'> {
  const date = formatDate(formatIsoDate(madeAt));
  return {
    status,
    statusText:
      edition.version === null
        ? describeWorkingCopy(edition, status, date)
        : describeVersion(edition.version, date),
    changes: describeChanges(edition),
  };
}

function describeVersion(version: string, date: string): string {
  return getVersionStatus(version) === 'draft'
    ? `Draft ${version} of ${date}`
    : `Version ${version}, ${date}`;
}

function describeWorkingCopy({ after, afterIsWithdrawn }: Edition, status: Status, date: string): string {
  const lastIssued = after === null ? '' : ` (last issued: ${after}${afterIsWithdrawn ? ', withdrawn' : ''})`;
  return `${status === 'final' ? 'Working copy,' : 'Draft of'} ${date}${lastIssued}`;
}

/**
 * Describes changes only between versions of the same status. Readers of the first final version have not
 * seen the drafts.
 */
function describeChanges({ version, after, note }: Edition): Document['changes'] {
  if (version === null || after === null || note === null) return null;
  if (getVersionStatus(after) !== getVersionStatus(version)) return null;
  return { title: `Changes since ${formatVersion(after)}`, text: note };
}
