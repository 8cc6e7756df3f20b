import { FONT_FAMILY } from '../../fonts.js';
import { measureFont, measureTextWidth } from '../measure-text.js';
import { renderLetters } from '../render-letters.js';
import { formatCoordinate, renderAttributes } from '../svg.js';
import { renderPaint, renderPen, type ParseColour } from './canvas-paint.js';
import { CANVAS_PROPERTIES, createCanvasState, type CanvasState } from './canvas-state.js';
import { alignText, parseFont, shiftBaseline } from './canvas-text.js';
import { groupClips, type ClippedPiece } from './group-clips.js';
import { Hatch, traceHatch } from './hatch.js';
import { getScale, IDENTITY, multiply, type Matrix } from './matrix.js';
import { VectorPath } from './vector-path.js';

/**
 * The part of the canvas standard that Chart.js draws with, written as SVG: paths stay paths and text stays text. An
 * unsupported call throws, so that nothing is silently missing from a chart.
 */
export class VectorContext {
  private state = createCanvasState();
  private stack: CanvasState[] = [];
  private path = this.createPath();
  private pieces: ClippedPiece[] = [];
  private clipPaths: string[] = [];

  constructor(
    readonly canvas: { width: number; height: number },
    /** The start of every id in the drawing, so that several drawings can share a page. */
    private readonly idPrefix: string,
    private readonly parseColour: ParseColour,
  ) {
    for (const key of CANVAS_PROPERTIES)
      Object.defineProperty(this, key, {
        get: () => this.state[key],
        set: (value: never) => {
          this.state[key] = value;
        },
      });
  }

  save(): void {
    const { clips, dash } = this.state;
    this.stack.push({ ...this.state, clips: [...clips], dash: [...dash] });
  }
  restore(): void {
    this.state = this.stack.pop() ?? this.state;
  }
  translate(x: number, y: number): void {
    this.applyMatrix([1, 0, 0, 1, x, y]);
  }
  scale(x: number, y: number): void {
    this.applyMatrix([x, 0, 0, y, 0, 0]);
  }
  rotate(angle: number): void {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    this.applyMatrix([cos, sin, -sin, cos, 0, 0]);
  }
  setTransform(...matrix: Matrix): void {
    this.state.matrix = matrix;
  }
  resetTransform(): void {
    this.state.matrix = IDENTITY;
  }
  setLineDash(dash: number[]): void {
    this.state.dash = [...dash];
  }
  getLineDash(): number[] {
    return [...this.state.dash];
  }

  beginPath(): void {
    this.path = this.createPath();
  }
  moveTo(x: number, y: number): void {
    this.path.moveTo(x, y);
  }
  lineTo(x: number, y: number): void {
    this.path.lineTo(x, y);
  }
  bezierCurveTo(...handles: Parameters<VectorPath['bezierCurveTo']>): void {
    this.path.bezierCurveTo(...handles);
  }
  quadraticCurveTo(...handles: Parameters<VectorPath['quadraticCurveTo']>): void {
    this.path.quadraticCurveTo(...handles);
  }
  closePath(): void {
    this.path.closePath();
  }
  rect(x: number, y: number, width: number, height: number): void {
    this.path.rect(x, y, width, height);
  }
  arc(x: number, y: number, radius: number, from: number, to: number, isBackwards = false): void {
    this.path.ellipse(x, y, radius, radius, 0, from, to, isBackwards);
  }
  ellipse(...ellipse: Parameters<VectorPath['ellipse']>): void {
    this.path.ellipse(...ellipse);
  }

  fill(): void {
    const { fillStyle } = this.state;
    if (this.path.length === 0) return;
    if (fillStyle instanceof Hatch) this.fillWithHatch(fillStyle);
    else this.push(`<path d="${this.path.toString()}"`, this.renderFill(fillStyle));
  }
  stroke(): void {
    if (this.path.length > 1) this.push(`<path d="${this.path.toString()}" fill="none"`, this.renderPen());
  }
  fillRect(x: number, y: number, width: number, height: number): void {
    this.withNewPath(() => {
      this.rect(x, y, width, height);
      this.fill();
    });
  }
  strokeRect(x: number, y: number, width: number, height: number): void {
    this.withNewPath(() => {
      this.rect(x, y, width, height);
      this.stroke();
    });
  }
  /** Chart.js clears only the whole canvas, before it draws. */
  clearRect(): void {
    this.pieces = [];
  }
  clip(): void {
    const path = this.path.toString();
    if (path === '') return;
    const known = this.clipPaths.indexOf(path);
    const id = known >= 0 ? known : this.clipPaths.push(path) - 1;
    if (!this.state.clips.includes(id)) this.state.clips.push(id);
  }
  drawImage(): void {
    throw new Error('a chart cannot contain a bitmap');
  }

  measureText(text: string): Record<string, number> {
    const style = parseFont(this.state.font);
    const { capital, ascent, descent } = measureFont(style);
    const width = measureTextWidth(text, style);
    return {
      width,
      actualBoundingBoxLeft: 0,
      actualBoundingBoxRight: width,
      actualBoundingBoxAscent: capital,
      actualBoundingBoxDescent: descent * 0.6,
      fontBoundingBoxAscent: ascent,
      fontBoundingBoxDescent: descent,
    };
  }
  fillText(text: string, x: number, y: number): void {
    const { fillStyle, font, textAlign, textBaseline, matrix } = this.state;
    if (text.trim() === '' || fillStyle instanceof Hatch) return;
    const style = parseFont(font);
    const width = measureTextWidth(text, style);
    const { place, scale } = placeText(
      alignText(textAlign, x, width),
      y + shiftBaseline(textBaseline, style),
      matrix,
    );
    const attributes = renderAttributes({
      ...place,
      'font-family': FONT_FAMILY,
      'font-size': style.size * scale,
      'font-weight': style.bold ? 'bold' : null,
      'data-width': width * scale,
    });
    this.push(`<text${attributes}`, this.renderFill(fillStyle), `>${renderLetters(text)}</text>`);
  }
  /** Chart.js outlines text only when a chart asks for it. No chart here does. */
  strokeText(): void {
    throw new Error('outlined text is not supported');
  }

  /** Renders everything drawn so far. */
  renderBody(): string {
    return groupClips(this.pieces, this.clipPaths, this.idPrefix);
  }

  private createPath(): VectorPath {
    return new VectorPath(() => this.state.matrix);
  }
  private applyMatrix(matrix: Matrix): void {
    this.state.matrix = multiply(this.state.matrix, matrix);
  }
  private renderFill(paint: string): string | null {
    return renderPaint('fill', paint, this.state, this.parseColour);
  }
  private renderPen(): string | null {
    return renderPen(this.state, this.parseColour);
  }
  private fillWithHatch({ line, ground, step, width }: Hatch): void {
    const lines = traceHatch(this.path.box, step * getScale(this.state.matrix) * Math.SQRT2);
    this.save();
    this.state.fillStyle = ground;
    this.fill();
    this.clip();
    Object.assign(this.state, { strokeStyle: line, lineWidth: width, dash: [] });
    if (lines !== '') this.push(`<path d="${lines}" fill="none"`, this.renderPen());
    this.restore();
  }
  /** A transparent paint (null) draws nothing. */
  private push(start: string, paint: string | null, end = '/>'): void {
    if (paint !== null) this.pieces.push({ clips: [...this.state.clips], svg: `${start}${paint}${end}` });
  }
  private withNewPath(draw: () => void): void {
    const { path } = this;
    this.beginPath();
    draw();
    this.path = path;
  }
}

/** Returns the attributes that place a text, and the factor for its lengths. Only rotated text needs a matrix. */
function placeText(
  x: number,
  y: number,
  matrix: Matrix,
): { place: Record<string, string | number>; scale: number } {
  const [a, b, , , e, f] = matrix;
  const isRotated = Math.abs(b) > 1e-9;
  if (isRotated) {
    const transform = `matrix(${matrix.map((value) => formatCoordinate(value)).join(' ')})`;
    return { place: { transform, x, y }, scale: 1 };
  }
  return { place: { x: a * x + e, y: a * y + f }, scale: Math.hypot(a, b) };
}
