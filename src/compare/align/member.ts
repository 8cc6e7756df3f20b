/** A part of a version that is matched with its counterpart: a paragraph, a row, a list item. */
export interface Member {
  kind: string;
  /** The identity that the author gave it. Null if there is none. */
  label: string | null;
  /** The part that contains it. Members of the same group are matched first. */
  group: string;
  words: readonly string[];
  /** A place between two matched neighbours is enough for a match, whatever the words. */
  isKnownByPlace: boolean;
}

/** Makes a member. By default it has no label, group or words, and its place is not enough for a match. */
export function makeMember(kind: string, details: Partial<Member>): Member {
  return { kind, label: null, group: '', words: [], isKnownByPlace: false, ...details };
}
