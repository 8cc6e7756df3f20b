import type { Path } from './parse-yaml.js';

/** The parts of a JSON Schema that error messages are made from. */
export interface SchemaPart {
  description?: string;
  const?: unknown;
  properties?: Record<string, SchemaPart>;
  additionalProperties?: SchemaPart | boolean;
  items?: SchemaPart;
  anyOf?: SchemaPart[];
  oneOf?: SchemaPart[];
}

/** The option of a union that a value names, such as `kind: rate`. */
export interface NamedOption {
  /** "kind: rate" */
  name: string;
  /** Lists the names of the other options that have a key. */
  listOthersWith: (key: string) => string[];
  isInEveryOption: (key: string) => boolean;
}

/** Finds every part of a schema that describes a path of `value`. Of a union with named options, only the named one. */
export function findSchemaParts(schema: SchemaPart, path: Path, value: unknown): SchemaPart[] {
  const reached = readAt(value, path);
  return partsBefore(schema, path, value).flatMap((part) => expand(part, reached));
}

/** Finds the option that the value at a path names. Null where the schema has no named options there. */
export function findNamedOption(schema: SchemaPart, path: Path, value: unknown): NamedOption | null {
  const options = partsBefore(schema, path, value).flatMap(({ oneOf }) => oneOf ?? []);
  const chosen = options.find((option) => isNamedBy(option, readAt(value, path)));
  if (!chosen || options.length < 2) return null;
  const hasKey = (option: SchemaPart, key: string): boolean => key in (option.properties ?? {});
  return {
    name: nameOf(chosen),
    listOthersWith: (key) => options.filter((option) => option !== chosen && hasKey(option, key)).map(nameOf),
    isInEveryOption: (key) => options.every((option) => hasKey(option, key)),
  };
}

/** Reads the value at a path. Undefined where the path leads nowhere. */
export function readAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (reached, step) =>
      typeof reached === 'object' && reached !== null
        ? Object.entries(reached).find(([key]) => key === String(step))?.[1]
        : undefined,
    value,
  );
}

/** The parts at a path, with their unions still whole. */
function partsBefore(schema: SchemaPart, path: Path, value: unknown): SchemaPart[] {
  const [step, ...rest] = path;
  if (step === undefined) return [schema];
  return expand(schema, value)
    .flatMap((part) => stepInto(part, step))
    .flatMap((part) => partsBefore(part, rest, readAt(value, [step])));
}

function expand(part: SchemaPart, value: unknown): SchemaPart[] {
  const { anyOf = [], oneOf = [] } = part;
  const named = oneOf.filter((option) => isNamedBy(option, value));
  return [part, ...[...anyOf, ...(named.length > 0 ? named : oneOf)].flatMap((one) => expand(one, value))];
}

function stepInto(part: SchemaPart, step: string | number): SchemaPart[] {
  const { items, properties, additionalProperties } = part;
  const inner =
    typeof step === 'number'
      ? items
      : (properties?.[step] ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined));
  return inner ? [inner] : [];
}

/** Constants of an option, such as its `kind`. */
function constantsOf({ properties = {} }: SchemaPart): [key: string, constant: unknown][] {
  return Object.entries(properties).flatMap(([key, part]) =>
    part.const === undefined ? [] : [[key, part.const] as [string, unknown]],
  );
}

function isNamedBy(option: SchemaPart, value: unknown): boolean {
  const constants = constantsOf(option);
  return constants.length > 0 && constants.every(([key, constant]) => readAt(value, [key]) === constant);
}

function nameOf(option: SchemaPart): string {
  return constantsOf(option)
    .map(([key, constant]) => `${key}: ${String(constant)}`)
    .join(', ');
}
