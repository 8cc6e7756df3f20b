interface Size {
  width: number;
  height: number;
}

/** Formats a coordinate with at most two decimals, never "-0". */
export function formatCoordinate(value: number): string {
  if (!Number.isFinite(value)) throw new Error('a drawing has a coordinate that is not finite');
  return String(Math.round(value * 100) / 100 + 0);
}

/** Renders the outermost element. `size` is in points; `view` is in the units of the body's coordinates. */
export function renderSvg(size: Size, view: Size, body: string): string {
  const viewBox = `0 0 ${formatCoordinate(view.width)} ${formatCoordinate(view.height)}`;
  const attributes = renderAttributes({ width: size.width, height: size.height, viewBox });
  return `<svg xmlns="http://www.w3.org/2000/svg"${attributes}>${body}</svg>`;
}

/**
 * Renders attributes, each after a space. Numbers are coordinates; null leaves an attribute out. Texts are not escaped:
 * they are the program's own words, and colours that the theme's schema has checked.
 */
export function renderAttributes(attributes: Record<string, string | number | null>): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? formatCoordinate(value) : value}"`)
    .join('');
}
