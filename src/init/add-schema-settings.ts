/** The start of the map from schemas to files in the settings of an editor. */
const SCHEMAS = /("yaml\.schemas"\s*:\s*\{)(\s*\}?)/;

/**
 * Adds the schemas of data sets to the text of `.vscode/settings.json`, unless it has them. Everything else stays as it is. Returns the
 * same text if it has no map of schemas.
 */
export function addSchemaSettings(text: string, dataSets: readonly string[]): string {
  const added = dataSets.filter((id) => !text.includes(`/data-set-${id}.schema.json"`));
  if (added.length === 0) return text;
  const lines = added.map((id) => `\n    "./schemas/data-set-${id}.schema.json": "data/*/${id}.yaml"`);
  return text.replace(
    SCHEMAS,
    (_match, start: string, rest: string) =>
      `${start}${lines.join(',')}${rest.endsWith('}') ? '\n  }' : `,${rest}`}`,
  );
}
