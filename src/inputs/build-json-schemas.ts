import { buildProjectSchemas } from './build-project-schemas.js';

/** Builds the JSON Schemas for editors that fit every project: `schemas/<name>.schema.json`. */
export function buildJsonSchemas(): { path: string; text: string }[] {
  return buildProjectSchemas({});
}
