/**
 * The members of a union with a given `kind`. With this type, a generic function can call a record of handlers by
 * `value.kind` without a cast. TypeScript pairs each value with the handler of its kind.
 */
export type OfKind<Union extends { kind: string }, Kind extends Union['kind']> = {
  [Name in Kind]: Extract<Union, { kind: Name }> & { kind: Name };
}[Kind];
