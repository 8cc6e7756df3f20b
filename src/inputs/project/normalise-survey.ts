import type * as z from 'zod';
import type { Survey } from '../../model/survey.js';
import type { YamlFile } from '../yaml/yaml-file.js';
import type { measuresSchema } from './measures-schema.js';

type RawSurvey = NonNullable<z.infer<typeof measuresSchema>['surveys']>[string];

/** Converts a survey of `measures.yaml`. */
export function normaliseSurvey(id: string, raw: RawSurvey, file: YamlFile): Survey {
  const interviews = raw['interviews-a-year'];
  return {
    id,
    name: raw.name,
    population: raw.population,
    method: raw.method,
    interviews: interviews && {
      id: `surveys.${id}.interviews`,
      label: `${raw.name}: interviews a year`,
      value: interviews.value,
      unit: 'count',
      ...(interviews.qualifier && { qualifier: interviews.qualifier }),
      ...(interviews.assumed && { assumed: interviews.assumed }),
      source: interviews.source,
      place: file.placeOf(['surveys', id, 'interviews-a-year', 'value']),
    },
    designEffect: raw['design-effect'],
    minimumBase: raw['minimum-base'],
  };
}
