/**
 * Returns how many areas stand at the top, when those between the ends are not published. `values` are sorted, best
 * first. If an area of one end has no result, the widest gap between neighbours divides the ends.
 */
export function countTop(values: readonly number[], ends: number): number {
  if (values.length >= 2 * ends) return ends;
  const cuts = Array.from({ length: values.length - 1 }, (_, index) => index + 1).filter(
    (cut) => cut <= ends && values.length - cut <= ends,
  );
  const widthAt = (cut: number): number => Math.abs((values[cut - 1] ?? 0) - (values[cut] ?? 0));
  return cuts.reduce((widest, cut) => (widthAt(cut) > widthAt(widest) ? cut : widest), cuts[0] ?? ends);
}
