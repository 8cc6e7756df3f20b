import type * as z from 'zod';
import type { MeasureKind } from '../model/measure.js';

/** The kinds of name that a project defines in one file and uses in another. */
export type NameKind =
  | `measures of the kind ${MeasureKind}`
  /** Measures with a single value in each period, of whatever kind. */
  | 'measures with one value'
  | 'measures'
  | 'surveys'
  | 'units'
  | 'groups'
  | 'populations'
  | 'areas'
  | 'facts'
  | 'data sets'
  | 'committees'
  | 'meetings'
  | 'papers'
  | 'narrative groups'
  | 'labels'
  | 'appendices'
  | 'header fields'
  | 'clearances'
  | 'charts'
  | 'rules';

/** The key of a schema's metadata, and of its JSON Schema, that holds the kinds of name. */
export const NAMES_KEY = 'x-names';

/**
 * Declares that a value, or that each key of a map, is a name of the project. Editors complete it from the project's own
 * names; `buildProjectSchemas` writes them. The schema itself accepts any name, so that readers can suggest the right one.
 */
export function withNames<S extends z.ZodType>(schema: S, ...kinds: NameKind[]): S {
  return schema.meta({ ...schema.meta(), [NAMES_KEY]: kinds });
}
