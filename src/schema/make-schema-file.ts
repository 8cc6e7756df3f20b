/** Makes the file of a JSON Schema in `schemas/`. */
export function makeSchemaFile(name: string, schema: object): { path: string; text: string } {
  return { path: `schemas/${name}.schema.json`, text: `${JSON.stringify(schema, null, 2)}\n` };
}
