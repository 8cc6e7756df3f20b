/** A picture as a file. */
export interface Painted {
  type: 'png' | 'jpg';
  bytes: Uint8Array;
  /** The same as vectors, for programs that show them. Null for charts, diagrams and photographs. */
  svg: string | null;
}
