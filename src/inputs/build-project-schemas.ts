import * as z from 'zod';
import { makeSchemaFile } from '../schema/make-schema-file.js';
import { NAMES_KEY, type NameKind } from '../schema/with-names.js';
import { AUTHOR_SCHEMAS } from './author-schemas.js';
import type { ProjectName, ProjectNames } from './project/project-names.js';

/** The part of a JSON Schema that a project's names are added to. */
interface Node {
  [key: string]: unknown;
  type?: unknown;
  description?: unknown;
  properties?: Record<string, unknown>;
  additionalProperties?: unknown;
  items?: unknown;
}

/**
 * Builds the JSON Schemas of a project, as the text of their files: `schemas/<name>.schema.json`. Editors complete the names of
 * its measures, areas, narrative groups and so on. Any other name stays valid in the editor: `papers check` knows better.
 */
export function buildProjectSchemas(names: ProjectNames): { path: string; text: string }[] {
  return Object.entries(AUTHOR_SCHEMAS).map(([name, schema]) =>
    makeSchemaFile(name, buildSchema(schema, names)),
  );
}

function buildSchema(schema: z.ZodType, names: ProjectNames): Node {
  const definitions: Record<string, unknown> = {};
  const root = addNames(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }), names, definitions);
  return Object.keys(definitions).length === 0 ? (root as Node) : { ...(root as Node), $defs: definitions };
}

/** Copies a part of a schema, with the names that complete it. Shared parts are added to `definitions`. */
function addNames(part: unknown, names: ProjectNames, definitions: Record<string, unknown>): unknown {
  if (Array.isArray(part)) return part.map((item) => addNames(item, names, definitions));
  if (typeof part !== 'object' || part === null) return part;
  const { [NAMES_KEY]: kinds, ...rest } = part as Node;
  const node: Node = Object.fromEntries(
    Object.entries(rest)
      .filter(([key]) => key !== 'examples' || !hasNames(rest.items, names))
      .map(([key, value]) => [key, addNames(value, names, definitions)]),
  );
  if (!Array.isArray(kinds)) return node;
  const known = (kinds as NameKind[]).flatMap((kind) => names[kind] ?? []);
  if (known.length === 0) return node;
  return node.type === 'object' ? nameKeys(node, known, definitions) : nameValue(node, known);
}

/** Returns true if a project has names for the items of a list. The invented examples are then left out. */
function hasNames(items: unknown, names: ProjectNames): boolean {
  return JSON.stringify(addNames(items, names, {})) !== JSON.stringify(addNames(items, {}, {}));
}

/** Offers names as the keys of a map. All have the shape of the map's other entries. */
function nameKeys(node: Node, known: readonly ProjectName[], definitions: Record<string, unknown>): Node {
  const definition = `entry-${Object.keys(definitions).length + 1}`;
  definitions[definition] = node.additionalProperties;
  const properties = known.map(({ name, about }) => [
    name,
    { $ref: `#/$defs/${definition}`, ...(about !== '' && { description: about }) },
  ]);
  return {
    ...node,
    properties: Object.fromEntries(properties) as Record<string, unknown>,
    additionalProperties: { $ref: `#/$defs/${definition}` },
  };
}

/** Offers names as a value, instead of the invented examples. */
function nameValue({ description, ...other }: Node, known: readonly ProjectName[]): Node {
  delete other['examples'];
  const names = known.map(({ name, about }) => ({
    const: name,
    ...(about !== '' && { description: about }),
  }));
  return { description, anyOf: [...names, other] };
}
