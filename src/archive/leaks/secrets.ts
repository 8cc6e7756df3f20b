/** What must not stand in a public edition. */
export interface Secrets {
  /** Five words in a row, lower case, with a space between. */
  phrases: ReadonlySet<string>;
  /** Names, lower case. */
  names: ReadonlySet<string>;
  /** Numbers in digits, without commas: "1234567", "314.15". */
  numbers: ReadonlySet<string>;
}
