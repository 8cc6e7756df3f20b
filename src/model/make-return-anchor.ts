/** Makes the anchor of the first mark of a footnote, to which the footnote leads back. No label has an underscore. */
export function makeReturnAnchor(footnote: string): string {
  return `${footnote}_mark`;
}
