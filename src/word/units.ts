/** Returns points as twentieths of a point, in which Word measures most lengths. */
export function toTwips(points: number): number {
  return Math.round(points * 20);
}

/** Returns points as half points, in which Word measures type. */
export function toHalfPoints(points: number): number {
  return Math.round(points * 2);
}
