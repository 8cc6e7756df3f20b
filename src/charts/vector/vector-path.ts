import { formatCoordinate } from '../svg.js';
import { transform, type Matrix } from './matrix.js';

/** The edges of a rectangle. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A path of the canvas standard, written as the data of an SVG path. */
export class VectorPath {
  /** The bounds of every point so far, including the handles of curves. */
  box: Box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  private parts: string[] = [];
  private hasStart = false;

  /** The canvas standard transforms each point by the matrix in force when the point is added. */
  constructor(private readonly getMatrix: () => Matrix) {}

  /** The number of steps. A single step draws no line. */
  get length(): number {
    return this.parts.length;
  }
  toString(): string {
    return this.parts.join('');
  }

  moveTo(x: number, y: number): void {
    this.parts.push(`M${this.addPoint(x, y)}`);
    this.hasStart = true;
  }
  lineTo(x: number, y: number): void {
    this.parts.push(`${this.hasStart ? 'L' : 'M'}${this.addPoint(x, y)}`);
    this.hasStart = true;
  }
  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    if (!this.hasStart) this.moveTo(ax, ay);
    this.parts.push(`C${this.addPoint(ax, ay)} ${this.addPoint(bx, by)} ${this.addPoint(x, y)}`);
  }
  quadraticCurveTo(ax: number, ay: number, x: number, y: number): void {
    if (!this.hasStart) this.moveTo(ax, ay);
    this.parts.push(`Q${this.addPoint(ax, ay)} ${this.addPoint(x, y)}`);
  }
  closePath(): void {
    if (this.parts.length > 0) this.parts.push('Z');
  }
  rect(x: number, y: number, width: number, height: number): void {
    this.moveTo(x, y);
    this.lineTo(x + width, y);
    this.lineTo(x + width, y + height);
    this.lineTo(x, y + height);
    this.closePath();
  }
  /** Draws at most quarter circles as Bézier curves, with the usual constant 4/3·tan(θ/4). */
  ellipse(
    x: number,
    y: number,
    rx: number,
    ry: number,
    rotation: number,
    from: number,
    to: number,
    isBackwards = false,
  ): void {
    const sweep = computeSweep(from, to, isBackwards);
    const count = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9));
    const step = sweep / count;
    const k = (4 / 3) * Math.tan(step / 4);
    const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)];
    const at = (px: number, py: number): [number, number] => [
      x + px * cos - py * sin,
      y + px * sin + py * cos,
    ];
    this.lineTo(...at(rx * Math.cos(from), ry * Math.sin(from)));
    for (let index = 0; index < count; index++) {
      const [a, b] = [from + index * step, from + (index + 1) * step];
      this.bezierCurveTo(
        ...at(rx * (Math.cos(a) - k * Math.sin(a)), ry * (Math.sin(a) + k * Math.cos(a))),
        ...at(rx * (Math.cos(b) + k * Math.sin(b)), ry * (Math.sin(b) - k * Math.cos(b))),
        ...at(rx * Math.cos(b), ry * Math.sin(b)),
      );
    }
  }

  private addPoint(x: number, y: number): string {
    const [X, Y] = transform(this.getMatrix(), x, y);
    const { left, top, right, bottom } = this.box;
    this.box = {
      left: Math.min(left, X),
      top: Math.min(top, Y),
      right: Math.max(right, X),
      bottom: Math.max(bottom, Y),
    };
    return `${formatCoordinate(X)} ${formatCoordinate(Y)}`;
  }
}

/** Returns the signed angle of an arc, at most one full turn. */
function computeSweep(from: number, to: number, isBackwards: boolean): number {
  const full = Math.PI * 2;
  const sweep = isBackwards ? from - to : to - from;
  const forward = sweep >= full ? full : ((sweep % full) + full) % full;
  return isBackwards ? -forward : forward;
}
