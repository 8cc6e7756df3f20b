/** Computes the contrast ratio of two colours by WCAG 2.2, from 1 to 21. */
export function computeContrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [computeLuminance(a), computeLuminance(b)].sort(
    (first, second) => second - first,
  );
  return (light + 0.05) / (dark + 0.05);
}

/** Computes the relative luminance of `#rrggbb` by WCAG 2.2, from 0 to 1. */
function computeLuminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
