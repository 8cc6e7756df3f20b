import { formatIsoDate, formatDate } from '../format.js';
import type { Document } from '../model/document.js';
import { formatVersion, getVersionStatus, type Edition, type Status } from '../model/edition.js';

/**
 * How a paper says which edition it is: in the foot of its pages, and, where an earlier version of its kind has been read
 * already, what has changed since. The first final version says nothing of the drafts before it.
 */
export function editionWords(
  edition: Edition,
  status: Status,
  madeAt: Date,
): Pick<Document, 'status' | 'statusText' | 'changes'> {
  const { version, after, note } = edition;
  const told =
    version !== null &&
    after !== null &&
    note !== null &&
    getVersionStatus(after) === getVersionStatus(version);
  return {
    status,
    statusText: statusText(edition, status, formatDate(formatIsoDate(madeAt))),
    changes: told ? { title: `Changes since ${formatVersion(after)}`, text: note } : null,
  };
}

function statusText({ version, after }: Edition, status: Status, made: string): string {
  if (version !== null)
    return status === 'draft' ? `Draft ${version} of ${made}` : `Version ${version}, ${made}`;
  const since = after === null ? '' : ` after ${after}`;
  if (status === 'final') return `Not issued${since && `,${since}`}, ${made}`;
  return since === '' ? `Draft of ${made}` : `Draft${since}, ${made}`;
}
