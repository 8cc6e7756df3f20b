/** The reason why an edit is not made. */
export interface Refusal {
  message: string;
  hint?: string | undefined;
  /** The text that stands there now, if it is not the one that the author saw. Null if the place is gone. */
  current?: string | null | undefined;
}

/** A result, or the reason why there is none. */
export type Outcome<T> = { value: T; refusal: null } | Refused;

/** The outcome of what is refused. */
export interface Refused {
  value: null;
  refusal: Refusal;
}

export function succeed<T>(value: T): Outcome<T> {
  return { value, refusal: null };
}

export function refuse(message: string, hint?: string, current?: string | null): Refused {
  return {
    value: null,
    refusal: { message, ...(hint !== undefined && { hint }), ...(current !== undefined && { current }) },
  };
}

/** The refusal of an edit that would change more than its place, which the parser found. */
export const UNSAFE = refuse(
  'this cannot be written here without a change elsewhere',
  'Edit it in an editor.',
);
