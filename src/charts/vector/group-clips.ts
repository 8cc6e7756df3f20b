/** A piece of a drawing, with the clip paths in force, outermost first, by index. */
export interface ClippedPiece {
  clips: number[];
  svg: string;
}

/** Joins the pieces of a drawing. Neighbours with the same clip paths share a group. */
export function groupClips(
  pieces: readonly ClippedPiece[],
  paths: readonly string[],
  idPrefix: string,
): string {
  const idOf = (clip: number): string => `${idPrefix}-clip${clip}`;
  const parts = [renderDefinitions(paths, idOf)];
  let open: number[] = [];
  for (const { clips, svg } of [...pieces, { clips: [], svg: '' }]) {
    const shared = countShared(open, clips);
    parts.push('</g>'.repeat(open.length - shared));
    parts.push(...clips.slice(shared).map((clip) => `<g clip-path="url(#${idOf(clip)})">`), svg);
    open = clips;
  }
  return parts.join('');
}

function renderDefinitions(paths: readonly string[], idOf: (clip: number) => string): string {
  if (paths.length === 0) return '';
  const clips = paths.map((path, clip) => `<clipPath id="${idOf(clip)}"><path d="${path}"/></clipPath>`);
  return `<defs>${clips.join('')}</defs>`;
}

/** Counts the clip paths that two pieces share, from the outermost inwards. */
function countShared(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((clip, position) => clip !== b[position]);
  return index < 0 ? a.length : index;
}
