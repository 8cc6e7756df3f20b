/** Which edition of a paper a build makes: an issued version, or the working state between versions. */
export interface Edition {
  /** "0.2", "1.0": a string, since 1.10 is not 1.1. Null for a working build. */
  version: string | null;
  /** The newest issued version, which a working build comes after. Null where there is none. */
  after: string | null;
  /** What has changed since the version before, as the paper says it. */
  note: string | null;
}

export const WORKING: Edition = { version: null, after: null, note: null };
