import { FONT_FAMILY } from '../fonts.js';
import { initialState, PROPERTIES, type CanvasState } from './canvas-state.js';
import { Hatch } from './hatch.js';
import { IDENTITY, multiply, scaleOf, type Matrix } from './matrix.js';
import { textHeights, textWidthOf, type TextStyle } from './measure-text.js';
import { n } from './svg.js';
import { VectorPath } from './vector-path.js';
import { escapeXml } from '../markup/escape-xml.js';

type ParseColour = (colour: string) => {
  valid: boolean;
  rgb: { r: number; g: number; b: number; a: number };
};

/**
 * The part of the canvas standard that Chart.js draws with, written as SVG: paths stay paths and text stays text. What it
 * lacks throws, so that nothing goes missing from a chart in silence.
 */
export class VectorContext {
  private state = initialState();
  private stack: CanvasState[] = [];
  private path = this.emptyPath();
  private drawn: { clips: number[]; svg: string }[] = [];
  private clipPaths: string[] = [];

  constructor(
    readonly canvas: { width: number; height: number },
    private readonly idPrefix: string,
    private readonly parseColour: ParseColour,
  ) {
    for (const key of PROPERTIES)
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
    this.multiply([1, 0, 0, 1, x, y]);
  }
  scale(x: number, y: number): void {
    this.multiply([x, 0, 0, y, 0, 0]);
  }
  rotate(angle: number): void {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    this.multiply([cos, sin, -sin, cos, 0, 0]);
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
    this.path = this.emptyPath();
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
  arc(x: number, y: number, radius: number, from: number, to: number, backwards = false): void {
    this.path.ellipse(x, y, radius, radius, 0, from, to, backwards);
  }
  ellipse(...ellipse: Parameters<VectorPath['ellipse']>): void {
    this.path.ellipse(...ellipse);
  }

  fill(): void {
    const { fillStyle } = this.state;
    if (this.path.length === 0) return;
    if (fillStyle instanceof Hatch) this.hatch(fillStyle);
    else this.push(`<path d="${this.path.toString()}"`, this.paint('fill', fillStyle));
  }
  stroke(): void {
    if (this.path.length > 1) this.push(`<path d="${this.path.toString()}" fill="none"`, this.pen());
  }
  fillRect(x: number, y: number, width: number, height: number): void {
    this.aside(() => {
      this.rect(x, y, width, height);
      this.fill();
    });
  }
  strokeRect(x: number, y: number, width: number, height: number): void {
    this.aside(() => {
      this.rect(x, y, width, height);
      this.stroke();
    });
  }
  /** Chart.js clears the whole canvas before it draws, and nothing less. */
  clearRect(): void {
    this.drawn = [];
  }
  clip(): void {
    const path = this.path.toString();
    if (path === '') return;
    const known = this.clipPaths.indexOf(path);
    const id = known >= 0 ? known : this.clipPaths.push(path) - 1;
    if (!this.state.clips.includes(id)) this.state.clips.push(id);
  }
  drawImage(): void {
    throw new Error('a chart cannot hold a picture of points');
  }

  measureText(text: string): Record<string, number> {
    const style = this.textStyle();
    const { capital, ascent, descent } = textHeights(style);
    const width = textWidthOf(text, style);
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
    const { fillStyle, textAlign, matrix } = this.state;
    if (text.trim() === '' || fillStyle instanceof Hatch) return;
    const style = this.textStyle();
    const width = textWidthOf(text, style);
    const left =
      textAlign === 'center' ? x - width / 2 : textAlign === 'right' || textAlign === 'end' ? x - width : x;
    const [a, b, , , e, f] = matrix;
    const scale = Math.hypot(a, b);
    const baseline = y + this.baselineShift(style);
    const turned = Math.abs(b) > 1e-9;
    const at = turned
      ? `transform="matrix(${matrix.map((value) => n(value)).join(' ')})" x="${n(left)}" y="${n(baseline)}"`
      : `x="${n(a * left + e)}" y="${n(a * baseline + f)}"`;
    const size = n(style.size * (turned ? 1 : scale));
    const face = `font-family="${FONT_FAMILY}" font-size="${size}"${style.bold ? ' font-weight="bold"' : ''}`;
    this.push(
      `<text ${at} ${face} data-width="${n(width * (turned ? 1 : scale))}"`,
      this.paint('fill', fillStyle),
      `>${escapeXml(text)}</text>`,
    );
  }
  /** Chart.js draws a halo round text only where it is asked to, and ours is not. */
  strokeText(): void {
    throw new Error('outlined text is not drawn');
  }

  /** Everything drawn so far, with clipped parts grouped. */
  body(): string {
    const id = (clip: number): string => `${this.idPrefix}-clip${clip}`;
    const paths = this.clipPaths.map(
      (path, clip) => `<clipPath id="${id(clip)}"><path d="${path}"/></clipPath>`,
    );
    const parts = paths.length > 0 ? [`<defs>${paths.join('')}</defs>`] : [];
    let open: number[] = [];
    const openTo = (wanted: number[]): void => {
      const same = open.findIndex((clip, index) => clip !== wanted[index]);
      const kept = same < 0 ? Math.min(open.length, wanted.length) : same;
      parts.push(
        '</g>'.repeat(open.length - kept),
        ...wanted.slice(kept).map((clip) => `<g clip-path="url(#${id(clip)})">`),
      );
      open = wanted;
    };
    for (const { clips, svg } of this.drawn) {
      openTo(clips);
      parts.push(svg);
    }
    openTo([]);
    return parts.join('');
  }

  private emptyPath(): VectorPath {
    return new VectorPath(() => this.state.matrix);
  }
  private multiply(matrix: Matrix): void {
    this.state.matrix = multiply(this.state.matrix, matrix);
  }
  private paint(attribute: 'fill' | 'stroke', paint: string | Hatch): string | null {
    const name = paint instanceof Hatch ? paint.line : paint;
    const colour = this.parseColour(name);
    if (!colour.valid) throw new Error(`a chart uses a colour that is not one: ${name}`);
    const { r, g, b, a } = colour.rgb;
    const alpha = a * this.state.globalAlpha;
    if (alpha === 0) return null;
    const hex = [r, g, b].map((value) => Math.round(value).toString(16).padStart(2, '0')).join('');
    return `${attribute}="#${hex}"${alpha < 1 ? ` ${attribute}-opacity="${n(alpha)}"` : ''}`;
  }
  private pen(): string | null {
    const { strokeStyle, lineWidth, dash, lineDashOffset, lineCap, lineJoin } = this.state;
    const paint = this.paint('stroke', strokeStyle);
    if (paint === null || lineWidth <= 0) return null;
    const k = scaleOf(this.state.matrix);
    const dashes = dash.some((length) => length > 0)
      ? ` stroke-dasharray="${dash.map((length) => n(length * k)).join(' ')}"`
      : '';
    const offset =
      dashes !== '' && lineDashOffset !== 0 ? ` stroke-dashoffset="${n(lineDashOffset * k)}"` : '';
    const cap = lineCap === 'butt' ? '' : ` stroke-linecap="${lineCap}"`;
    const join = lineJoin === 'miter' ? '' : ` stroke-linejoin="${lineJoin}"`;
    return `${paint} stroke-width="${n(lineWidth * k)}"${cap}${join}${dashes}${offset}`;
  }
  private hatch({ line, ground, step, width }: Hatch): void {
    const { left, top, right, bottom } = this.path.box;
    const gap = step * scaleOf(this.state.matrix) * Math.SQRT2;
    const lines: string[] = [];
    for (let sum = Math.ceil((left + top) / gap) * gap; sum < right + bottom; sum += gap) {
      const [from, to] = [Math.max(left, sum - bottom), Math.min(right, sum - top)];
      if (to > from) lines.push(`M${n(from)} ${n(sum - from)}L${n(to)} ${n(sum - to)}`);
    }
    this.save();
    this.state.fillStyle = ground;
    this.fill();
    this.clip();
    Object.assign(this.state, { strokeStyle: line, lineWidth: width, dash: [] });
    if (lines.length > 0) this.push(`<path d="${lines.join('')}" fill="none"`, this.pen());
    this.restore();
  }
  private textStyle(): TextStyle {
    const match = /^(.*?)([\d.]+)px/.exec(this.state.font);
    return { size: Number(match?.[2] ?? 10), bold: /bold|[6-9]00/.test(match?.[1] ?? '') };
  }
  /** "middle" centres on capitals and figures, which is what the eye compares with bars and dots. */
  private baselineShift(style: TextStyle): number {
    const { capital } = textHeights(style);
    const { textBaseline } = this.state;
    if (textBaseline === 'middle') return capital / 2;
    if (textBaseline === 'top' || textBaseline === 'hanging') return capital + style.size * 0.12;
    return textBaseline === 'bottom' || textBaseline === 'ideographic' ? -style.size * 0.22 : 0;
  }
  private push(open: string, paint: string | null, close = '/>'): void {
    if (paint !== null) this.drawn.push({ clips: [...this.state.clips], svg: `${open} ${paint}${close}` });
  }
  private aside(draw: () => void): void {
    const { path } = this;
    this.beginPath();
    draw();
    this.path = path;
  }
}
