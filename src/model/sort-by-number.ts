/**
 * Sorts by report number: 9 before 12, and 12 before 12a. What has no number comes last, in the order of the list.
 */
export function sortByNumber<Item extends { number: string | undefined }>(items: readonly Item[]): Item[] {
  return items.toSorted(({ number: a }, { number: b }) => {
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1);
  });
}
