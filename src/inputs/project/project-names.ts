import type { NameKind } from '../../schema/with-names.js';

/** A name that a project defines, with what it stands for. */
export interface ProjectName {
  name: string;
  /** "Satisfaction with local parks". Empty if the project does not say. */
  about: string;
}

/** The names that a project defines, by kind. A kind without names may be absent. */
export type ProjectNames = Partial<Record<NameKind, ProjectName[]>>;
