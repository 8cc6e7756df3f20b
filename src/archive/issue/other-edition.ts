/** What a new version of one edition needs to know of the other edition. Both editions share their numbers. */
export interface OtherEdition {
  /** The newest version that was issued of it, apart from the new version itself. Null if there is none. */
  newest: string | null;
  /** True if the new version may say the same as the last one, because its exempt edition says something new. */
  mayHaveChanged: boolean;
}
