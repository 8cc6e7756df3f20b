/** Sets the function that makes the canvases that chartjs-node-canvas draws on. */
export function setCanvasFactory(makeCanvas: (width: number, height: number) => unknown): void;
export function createCanvas(width: number, height: number, type?: 'pdf' | 'svg'): unknown;
export function registerFont(path: string, fontFace: { family: string }): void;
export class Image {}
