/**
 * The members of a union with a given `kind`. A generic function that takes this type can call a record of handlers
 * by `value.kind` without a cast: TypeScript then pairs each value with the handler of its kind.
 */
export type OfKind<Union extends { kind: string }, Kind extends Union['kind']> = {
  [Name in Kind]: Extract<Union, { kind: Name }> & { kind: Name };
}[Kind];
