import type { ManuscriptSection } from './manuscript.js';

/** Lists the tables or charts that sections place. */
export function listPlaced(what: 'table' | 'chart', sections: readonly ManuscriptSection[]): Set<string> {
  return new Set(
    sections.flatMap(({ body }) =>
      body.values.flatMap((value) => (value.kind === 'insert' && value.what === what ? [value.id] : [])),
    ),
  );
}
