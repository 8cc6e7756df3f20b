import type { Organisation } from '../../model/organisation.js';

/** The authority whose archive it is, as the archive's pages describe it today. */
export interface ArchiveOwner {
  authority: string;
  language: string;
  /** The body that has replaced the authority. */
  successor: { name: string; notice: string } | null;
}

/** Returns the owner as the project's organisation file describes it. */
export function describeOwner({ name, language, successor }: Organisation): ArchiveOwner {
  return { authority: name, language, successor };
}
