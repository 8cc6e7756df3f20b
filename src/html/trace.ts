import type { Place } from '../model/problem.js';

export interface Tracing {
  /** Mark each figure with its id (`data-figure`) and each block with its place in the author's files (`data-place`). */
  trace: boolean;
}

/** The attribute that says where in the author's files something stands: `file:line:column`. */
export function placeMark(
  { file, line, column }: Place,
  { trace }: Tracing,
): { 'data-place': string | null } {
  return { 'data-place': trace ? `${file}:${line}:${column}` : null };
}
