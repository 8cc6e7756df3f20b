import type * as z from 'zod';
import type { Organisation } from '../../model/organisation.js';
import type { organisationSchema } from './organisation-schema.js';
import type { ValidYaml } from '../source-reader.js';

/**
 * Converts the contents of `organisation.yaml`.
 * Names and telephone numbers are read as typed, to keep leading zeros.
 */
export function normaliseOrganisation({
  data,
  file,
}: ValidYaml<z.infer<typeof organisationSchema>>): Organisation {
  return {
    name: data.name,
    short: data.short,
    language: data.language,
    areas: normaliseAreas(data.areas),
    scales: Object.entries(data.scales ?? {}).map(([id, steps]) => ({
      id,
      steps: steps.map(({ meaning, mark, ...step }) => ({ ...step, meaning, mark })),
    })),
    acronyms: Object.entries(data.acronyms).map(([term, expansion]) => ({
      term,
      expansion,
      place: file.keyPlaceOf(['acronyms', term]),
    })),
    names: (data.names ?? []).map((_name, index) => file.sourceOf(['names', index])),
    committees: Object.values(data.committees).map((committee) =>
      typeof committee === 'string'
        ? { name: committee, law: data.law ?? null }
        : { name: committee.name, law: committee.law ?? data.law ?? null },
    ),
    contacts: Object.entries(data.contacts).map(([id, { name }]) => ({
      id,
      name,
      telephone: file.sourceOf(['contacts', id, 'telephone']),
    })),
    unpublishedSources: data['unpublished-sources'] ?? [],
    timeStamping: data['time-stamping'] ?? null,
    successor: data.successor ?? null,
  };
}

function normaliseAreas({
  count,
  names,
  singular,
  plural,
  whole,
  families,
}: z.infer<typeof organisationSchema>['areas']): Organisation['areas'] {
  return {
    count: names?.length ?? count ?? 0,
    singular,
    plural,
    whole: whole ?? null,
    names: names ?? null,
    families: families ?? {},
  };
}
