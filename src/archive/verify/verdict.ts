import type { ArchiveFinding } from '../read-archive.js';

/** The result of a check of the archive. */
export interface Verdict {
  /** Differences from what was issued. */
  faults: ArchiveFinding[];
  /** Findings that are not faults, such as a page that is out of date. `papers archive` settles each of them. */
  remarks: ArchiveFinding[];
}

/** Joins the results of several checks. */
export function joinVerdicts(verdicts: Verdict[]): Verdict {
  return {
    faults: verdicts.flatMap(({ faults }) => faults),
    remarks: verdicts.flatMap(({ remarks }) => remarks),
  };
}
