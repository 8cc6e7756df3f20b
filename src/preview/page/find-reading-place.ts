/** A named element that can be found again in a later text, with its distance from the top of the window in pixels. */
export interface Landmark {
  name: string;
  top: number;
}

/** A reading place: the landmarks down to the top of the window, and the last one's distance from it. */
export interface ReadingPlace {
  names: string[];
  offset: number;
}

export function findReadingPlace(landmarks: Landmark[]): ReadingPlace {
  const above = landmarks.filter(({ top }) => top <= 1);
  return { names: above.map(({ name }) => name), offset: above.at(-1)?.top ?? 0 };
}

/** Computes how far to scroll to show the same text at the same height. If the text is gone, the text before it. */
export function computeScrollDistance({ names, offset }: ReadingPlace, landmarks: Landmark[]): number {
  const tops = new Map(landmarks.map(({ name, top }) => [name, top]));
  const last = names.findLast((name) => tops.has(name));
  if (last === undefined) return 0;
  return (tops.get(last) ?? 0) - (last === names.at(-1) ? offset : 0);
}
