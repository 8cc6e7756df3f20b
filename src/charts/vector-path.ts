import { transform, type Matrix } from './matrix.js';
import { n } from './svg.js';

/** A path as the canvas standard builds it, written as SVG. */
export class VectorPath {
  /** The points that it has met, the ends of curves' handles included. */
  box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  private parts: string[] = [];
  private begun = false;

  /** Points go through the matrix as it is when they are added: so the standard says. */
  constructor(private readonly matrix: () => Matrix) {}

  /** How many steps it has: one alone draws no line. */
  get length(): number {
    return this.parts.length;
  }
  toString(): string {
    return this.parts.join('');
  }

  moveTo(x: number, y: number): void {
    this.parts.push(`M${this.point(x, y)}`);
    this.begun = true;
  }
  lineTo(x: number, y: number): void {
    this.parts.push(`${this.begun ? 'L' : 'M'}${this.point(x, y)}`);
    this.begun = true;
  }
  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    if (!this.begun) this.moveTo(ax, ay);
    this.parts.push(`C${this.point(ax, ay)} ${this.point(bx, by)} ${this.point(x, y)}`);
  }
  quadraticCurveTo(ax: number, ay: number, x: number, y: number): void {
    if (!this.begun) this.moveTo(ax, ay);
    this.parts.push(`Q${this.point(ax, ay)} ${this.point(x, y)}`);
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
  /** Quarter circles as Bézier curves, with the usual constant 4/3·tan(θ/4). */
  ellipse(
    x: number,
    y: number,
    rx: number,
    ry: number,
    turn: number,
    from: number,
    to: number,
    backwards = false,
  ): void {
    const sweep = sweepOf(from, to, backwards);
    const count = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9));
    const step = sweep / count;
    const k = (4 / 3) * Math.tan(step / 4);
    const at = (px: number, py: number): [number, number] => [
      x + px * Math.cos(turn) - py * Math.sin(turn),
      y + px * Math.sin(turn) + py * Math.cos(turn),
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

  private point(x: number, y: number): string {
    const [X, Y] = transform(this.matrix(), x, y);
    const { left, top, right, bottom } = this.box;
    this.box = {
      left: Math.min(left, X),
      top: Math.min(top, Y),
      right: Math.max(right, X),
      bottom: Math.max(bottom, Y),
    };
    return `${n(X)} ${n(Y)}`;
  }
}

function sweepOf(from: number, to: number, backwards: boolean): number {
  const full = Math.PI * 2;
  const sweep = backwards ? from - to : to - from;
  const forward = sweep >= full ? full : ((sweep % full) + full) % full;
  return backwards ? -forward : forward;
}
