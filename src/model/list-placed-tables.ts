import type { ManuscriptSection } from './manuscript.js';

/** Lists the tables that sections place. */
export function listPlacedTables(sections: readonly ManuscriptSection[]): Set<string> {
  return new Set(
    sections.flatMap(({ body }) =>
      body.values.flatMap((value) => (value.kind === 'insert' && value.what === 'table' ? [value.id] : [])),
    ),
  );
}
