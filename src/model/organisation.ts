import type { CommitteeLaw } from './committee-law.js';
import type { Place } from './problem.js';
import type { Scale } from './scale.js';

export interface Organisation {
  /** The scales of data sets. */
  scales: Scale[];
  name: string;
  short: string;
  language: string;
  acronyms: { term: string; expansion: string; place: Place }[];
  /** Names that contain digits or capitals: COP30, HSBC, 111. */
  names: string[];
  /** The law that each committee states, or that its organisation states for all. */
  committees: { name: string; law: CommitteeLaw['stated'] }[];
  contacts: { id: string; name: string; telephone: string }[];
  areas: {
    count: number;
    singular: string;
    plural: string;
    /** The name of all areas together: "Northmere". Null if it is not stated. */
    whole: string | null;
    /** The names of all areas. Null if they are not listed. */
    names: readonly string[] | null;
    /** The areas that are most similar to an area, by its name. */
    families: Readonly<Record<string, readonly string[]>>;
  };
  /** The starts of sources that the public cannot read elsewhere. */
  unpublishedSources: string[];
  /** The time-stamping authority, with the path of its certificate. Null if the project names none. */
  timeStamping: { url?: string | undefined; certificate: string } | null;
  /** The body that replaced the organisation, and the notice for readers of its archive. Null if it still exists. */
  successor: { name: string; notice: string } | null;
}
