/** The edition of a paper that a build makes: an issued version, or a working copy. */
export interface Edition {
  /** "0.2", "1.0". A string, because 1.10 and 1.1 differ. Null for a working copy. */
  version: string | null;
  /** The newest version issued before this edition. Null if there is none. */
  after: string | null;
  /** Set if that version was withdrawn. Only working copies say so. */
  afterIsWithdrawn?: true;
  /** The changes since the last version, as the paper states them. */
  note: string | null;
}

/** Picks the edition out of a build record. */
export function pickEdition({ version, after, note, afterIsWithdrawn }: Edition): Edition {
  return { version, after, note, ...(afterIsWithdrawn && { afterIsWithdrawn }) };
}

export type Status = 'draft' | 'final';

export const WORKING_EDITION: Edition = { version: null, after: null, note: null };

/** Two whole numbers without leading zeros and a point between them: 0.1, 1.0, 1.10. */
export const VERSION_PATTERN = /^(0|[1-9]\d{0,3})\.(0|[1-9]\d{0,3})$/;

/** Compares two versions number by number, so that 1.10 comes after 1.9. Returns a negative number if `a` is older. */
export function compareVersions(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA - majorB || minorA - minorB;
}

/** Returns `draft` for versions before 1.0. */
export function getVersionStatus(version: string): Status {
  return version.startsWith('0.') ? 'draft' : 'final';
}

/** Returns the status of an edition. The version number decides; a working copy has the status in its paper. */
export function getEditionStatus({ version }: Edition, paperStatus: Status): Status {
  return version === null ? paperStatus : getVersionStatus(version);
}

/** Formats a version: "draft 0.2" or "version 1.0". */
export function formatVersion(version: string): string {
  return `${getVersionStatus(version) === 'draft' ? 'draft' : 'version'} ${version}`;
}
