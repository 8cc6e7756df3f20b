/** The words and numbers that a public edition must not contain. */
export interface Secrets {
  /** Five consecutive words in lower case, joined by spaces. */
  phrases: ReadonlySet<string>;
  /** Names, lower case. */
  names: ReadonlySet<string>;
  /** Numbers in digits, without commas: "1234567", "314.15". */
  numbers: ReadonlySet<string>;
}
