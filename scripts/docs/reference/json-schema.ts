/** The parts of a JSON Schema that the reference shows. */
export interface JsonSchema {
  type?: string | string[];
  description?: string;
  examples?: unknown[];
  default?: unknown;
  const?: unknown;
  enum?: unknown[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  required?: string[];
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
}

/** One key of a file, with the path to it. In a path, `<name>` stands for any name and `[]` for the items of a list. */
export interface SchemaKey {
  path: string;
  isRequired: boolean;
  type: string;
  description: string;
  fallback: unknown;
  example: unknown;
}

/** Keys that belong together: those of the file, and those of each kind of entry. */
export interface KeyGroup {
  /** Null for the file itself. */
  kind: string | null;
  description: string;
  keys: SchemaKey[];
}

/** Lists the keys of a schema. Each kind of entry has a group of its own. */
export function listKeys(schema: JsonSchema): KeyGroup[] {
  const kinds: KeyGroup[] = [];
  const keys = walk(schema, '', kinds);
  const distinct = kinds.filter(
    (group, index) => kinds.findIndex(({ kind }) => kind === group.kind) === index,
  );
  return [{ kind: null, description: schema.description ?? '', keys }, ...distinct];
}

function walk(schema: JsonSchema, path: string, kinds: KeyGroup[]): SchemaKey[] {
  const branches = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  const named = branches.filter((branch) => findKind(branch) !== null);
  if (named.length > 1) {
    for (const branch of named)
      kinds.push({
        kind: findKind(branch),
        description: branch.properties?.['kind']?.description ?? '',
        keys: walk(branch, path, kinds),
      });
    return [];
  }
  const inner: [string, JsonSchema, boolean][] = Object.entries(schema.properties ?? {}).map(
    ([key, field]) => [path === '' ? key : `${path}.${key}`, field, schema.required?.includes(key) ?? false],
  );
  if (typeof schema.additionalProperties === 'object')
    inner.push([`${path}.<name>`, schema.additionalProperties, false]);
  if (schema.items && hasKeys(schema.items)) inner.push([`${path}[]`, schema.items, false]);
  const own = inner.flatMap(([key, field, isRequired]) => [
    describeKey(key, field, isRequired),
    ...walk(field, key, kinds),
  ]);
  return [...own, ...branches.flatMap((branch) => walk(branch, path, kinds))].filter(
    (key, index, all) => all.findIndex(({ path }) => path === key.path) === index,
  );
}

function findKind(schema: JsonSchema): string | null {
  const kind = schema.properties?.['kind']?.const;
  return typeof kind === 'string' ? kind : null;
}

/** Returns true if a value has keys of its own. */
function hasKeys(schema: JsonSchema): boolean {
  return (
    schema.properties !== undefined ||
    typeof schema.additionalProperties === 'object' ||
    (schema.items !== undefined && hasKeys(schema.items)) ||
    [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].some(hasKeys)
  );
}

function describeKey(path: string, field: JsonSchema, isRequired: boolean): SchemaKey {
  const filled = field.anyOf?.find((branch) => branch.type !== 'null');
  return {
    path,
    isRequired,
    type: describeType(field),
    description: field.description ?? filled?.description ?? '',
    fallback: field.default,
    example: (field.examples ?? filled?.examples)?.[0],
  };
}

function describeType(schema: JsonSchema): string {
  const branches = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  if (branches.length > 0) return [...new Set(branches.map(describeType))].join(' or ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map(String).join(', ');
  if (schema.type === 'array') return schema.items ? `list of: ${describeType(schema.items)}` : 'list';
  if (schema.type === 'null') return 'empty';
  if (schema.type === 'object') return 'map';
  if (schema.pattern === '^\\d{4}-\\d{2}-\\d{2}$') return 'date';
  if (schema.type === 'string') return 'text';
  if (schema.type === 'boolean') return 'true or false';
  if (schema.type === 'integer') return `whole number${describeRange(schema)}`;
  if (schema.type === 'number') return `number${describeRange(schema)}`;
  return 'any value';
}

function describeRange({ minimum, maximum, exclusiveMinimum }: JsonSchema): string {
  const isWide = (limit: number | undefined): boolean => limit === undefined || Math.abs(limit) > 1e12;
  if (!isWide(minimum) && !isWide(maximum)) return ` from ${minimum ?? ''} to ${maximum ?? ''}`;
  if (!isWide(exclusiveMinimum)) return ` above ${exclusiveMinimum ?? ''}`;
  if (!isWide(minimum)) return ` from ${minimum ?? ''}`;
  return isWide(maximum) ? '' : ` up to ${maximum ?? ''}`;
}
