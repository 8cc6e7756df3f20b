import type { Path } from './yaml-file.js';

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

/**
 * Finds every part of a schema that describes a path of `value`.
 * In a union with named options, only the option that the value names counts.
 */
export function findSchemaParts(schema: SchemaPart, path: Path, value: unknown): SchemaPart[] {
  const reached = readAt(value, path);
  return findUnsplitParts(schema, path, value).flatMap((part) => splitUnions(part, reached));
}

/** Finds the option that the value at a path names. Null if the schema has no named options there. */
export function findNamedOption(schema: SchemaPart, path: Path, value: unknown): NamedOption | null {
  const options = findUnsplitParts(schema, path, value).flatMap(({ oneOf }) => oneOf ?? []);
  const chosen = options.find((option) => isNamedBy(option, readAt(value, path)));
  if (!chosen || options.length < 2) return null;
  const hasKey = (option: SchemaPart, key: string): boolean => key in (option.properties ?? {});
  return {
    name: formatName(chosen),
    listOthersWith: (key) =>
      options.filter((option) => option !== chosen && hasKey(option, key)).map(formatName),
    isInEveryOption: (key) => options.every((option) => hasKey(option, key)),
  };
}

/** Reads the value at a path. Undefined if the path does not exist. */
export function readAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (reached, step) =>
      typeof reached === 'object' && reached !== null && Object.hasOwn(reached, step)
        ? (reached as Record<string | number, unknown>)[step]
        : undefined,
    value,
  );
}

/** Finds the parts at a path without splitting their unions. */
function findUnsplitParts(schema: SchemaPart, path: Path, value: unknown): SchemaPart[] {
  const [step, ...rest] = path;
  if (step === undefined) return [schema];
  return splitUnions(schema, value)
    .flatMap((part) => stepInto(part, step))
    .flatMap((part) => findUnsplitParts(part, rest, readAt(value, [step])));
}

function splitUnions(part: SchemaPart, value: unknown): SchemaPart[] {
  const { anyOf = [], oneOf = [] } = part;
  const named = oneOf.filter((option) => isNamedBy(option, value));
  return [
    part,
    ...[...anyOf, ...(named.length > 0 ? named : oneOf)].flatMap((option) => splitUnions(option, value)),
  ];
}

function stepInto(part: SchemaPart, step: string | number): SchemaPart[] {
  const { items, properties, additionalProperties } = part;
  const inner =
    typeof step === 'number'
      ? items
      : (properties?.[step] ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined));
  return inner ? [inner] : [];
}

/** Lists the constants of an option, such as its `kind`. */
function listConstants({ properties = {} }: SchemaPart): [key: string, constant: unknown][] {
  return Object.entries(properties)
    .filter(([, part]) => part.const !== undefined)
    .map(([key, part]) => [key, part.const]);
}

function isNamedBy(option: SchemaPart, value: unknown): boolean {
  const constants = listConstants(option);
  return constants.length > 0 && constants.every(([key, constant]) => readAt(value, [key]) === constant);
}

function formatName(option: SchemaPart): string {
  return listConstants(option)
    .map(([key, constant]) => `${key}: ${String(constant)}`)
    .join(', ');
}
