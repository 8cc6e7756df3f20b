import { PERIOD_FILES } from './index.js';

/** The name of the period file that each name in templates comes from. */
export const NAME_SOURCES: ReadonlyMap<string, string> = new Map(
  PERIOD_FILES.flatMap(({ name, templateNames }) =>
    templateNames.map((templateName) => [templateName, name] as const),
  ),
);
