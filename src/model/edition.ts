/** Which edition of a paper a build makes: an issued version, or the working state between versions. */
export interface Edition {
  /** "0.2", "1.0": a string, since 1.10 is not 1.1. Null for a working build. */
  version: string | null;
  /** The newest version issued before it. Null where there is none. */
  after: string | null;
  /** What has changed since the version before, as the paper says it. */
  note: string | null;
}

export type Status = 'draft' | 'final';

export const WORKING_EDITION: Edition = { version: null, after: null, note: null };

/** Two whole numbers with a point between, neither with a 0 before it: 0.1, 1.0, 1.10. */
export const VERSION_PATTERN = /^(0|[1-9]\d{0,3})\.(0|[1-9]\d{0,3})$/;

/** Negative where `a` comes before `b`. Part by part: 1.10 comes after 1.9. */
export function compareVersions(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA - majorB || minorA - minorB;
}

/** Versions before 1.0 are drafts. */
export function getVersionStatus(version: string): Status {
  return version.startsWith('0.') ? 'draft' : 'final';
}

/** A version's number decides; of a working build, what its author declares. */
export function getEditionStatus({ version }: Edition, declared: Status): Status {
  return version === null ? declared : getVersionStatus(version);
}

/** "draft 0.2" or "version 1.0". */
export function formatVersion(version: string): string {
  return `${getVersionStatus(version) === 'draft' ? 'draft' : 'version'} ${version}`;
}
