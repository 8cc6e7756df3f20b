import * as z from 'zod';
import { mapValues } from '../../model/map-values.js';
import { field } from '../../schema/field.js';
import { withNames, type NameKind } from '../../schema/with-names.js';
import type { CarryOver } from './carry-over.js';

/**
 * A schema in which every field declares what roll-forward does with it. A plain schema is not accepted as a field, so a
 * field without a declaration is a compile error. The declarations are kept apart from the schema: editors never see them.
 */
export class DeclaredSchema<S extends z.ZodType = z.ZodType, C extends CarryOver = CarryOver> {
  constructor(
    readonly schema: S,
    readonly carryOver: C,
  ) {}

  describe(description: string, ...examples: z.infer<S>[]): DeclaredSchema<S, C> {
    const schema =
      examples.length === 0
        ? this.schema.describe(description)
        : field(this.schema, description, ...examples);
    return new DeclaredSchema(schema, this.carryOver);
  }

  /** Declares that the value, or each key of the map, is a name of the project. */
  withNames(...kinds: NameKind[]): DeclaredSchema<S, C> {
    return new DeclaredSchema(withNames(this.schema, ...kinds), this.carryOver);
  }

  optional(): DeclaredSchema<z.ZodOptional<S>, C> {
    return new DeclaredSchema(this.schema.optional(), this.carryOver);
  }

  nullable(): DeclaredSchema<z.ZodNullable<S>, C> {
    return new DeclaredSchema(this.schema.nullable(), this.carryOver);
  }
}

/** Declares a field that is copied: names, labels, units. */
export function keep<S extends z.ZodType>(schema: S): DeclaredSchema<S> {
  return new DeclaredSchema(schema, { kind: 'keep' });
}

/** Declares a field that is emptied: sources, notes and other details of the figures. */
export function empty<S extends z.ZodType>(schema: S): DeclaredSchema<S> {
  return new DeclaredSchema(schema, { kind: 'empty' });
}

/** Declares a figure or a whole list. It is emptied, and the author has to fill it in. */
export function fillIn<S extends z.ZodType>(schema: S): DeclaredSchema<S> {
  return new DeclaredSchema(schema, { kind: 'fill-in' });
}

/** Declares words on a time, which move on to the new period. */
export function moveOn<S extends z.ZodType>(schema: S): DeclaredSchema<S> {
  return new DeclaredSchema(schema, { kind: 'move-on' });
}

type Fields = Readonly<Record<string, DeclaredSchema>>;
type ShapeOf<F extends Fields> = { [Key in keyof F]: F[Key]['schema'] };
type FieldsCarryOver = Extract<CarryOver, { kind: 'fields' }>;

/** Declares a map with these keys and no others. */
export function defineFields<F extends Fields>(
  parts: F,
): DeclaredSchema<z.ZodObject<ShapeOf<F>, z.core.$strict>, FieldsCarryOver> {
  // `mapValues` forgets which key has which schema.
  const shape = mapValues(parts, ({ schema }) => schema) as ShapeOf<F>;
  return new DeclaredSchema(z.strictObject(shape), {
    kind: 'fields',
    fields: mapValues(parts, ({ carryOver }) => carryOver),
  });
}

/** Declares a map with keys of the author's choice. */
export function defineEntries<K extends z.core.$ZodRecordKey, S extends z.ZodType>(
  key: K,
  entry: DeclaredSchema<S>,
): DeclaredSchema<z.ZodRecord<K, S>> {
  return new DeclaredSchema(z.record(key, entry.schema), { kind: 'entries', entry: entry.carryOver });
}

/** Declares a value in one of two shapes. */
export function defineEither<A extends z.ZodType, B extends z.ZodType>(
  first: DeclaredSchema<A>,
  second: DeclaredSchema<B>,
): DeclaredSchema<z.ZodUnion<[A, B]>> {
  const options = [first.carryOver, second.carryOver].flatMap((option) =>
    option.kind === 'either' ? option.options : [option],
  );
  return new DeclaredSchema(z.union([first.schema, second.schema]), { kind: 'either', options });
}
