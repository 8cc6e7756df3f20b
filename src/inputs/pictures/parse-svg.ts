import { Parser } from 'saxen';
import { refuseInSvg, selectAttributes, selectRules } from './check-svg-value.js';
import { DRAWN_ELEMENTS, SILENT_ELEMENTS } from './svg-allowed.js';
import { readText, type SvgElement } from './svg-element.js';
import { refuseDamaged, Unusable } from './unusable.js';

/** The most elements within each other. */
const MOST_LEVELS = 60;

/** Reasons for elements that could do harm or cannot be drawn. */
const REASONS: Partial<Record<string, string>> = {
  script: 'runs a script',
  foreignObject: 'contains a web page (foreignObject)',
  image: 'contains another picture',
  filter: 'has a filter effect',
};

/** Parses an SVG. Keeps only what is drawn. Throws `Unusable` for anything that could run, load or never end. */
export function parseSvg(xml: string): SvgElement {
  if (/<!ENTITY/i.test(xml)) throw new Unusable('defines entities', 'Export it as a plain SVG, or as a PNG.');
  const document: SvgElement = { name: '', attributes: {}, children: [], line: 1 };
  const open: SvgElement[] = [document];
  let skipped = 0; // elements that are open within an element that draws nothing
  const addText = (text: string): void => {
    const last = open.at(-1);
    if (skipped === 0 && last && ['text', 'tspan', 'style'].includes(last.name)) last.children.push(text);
  };
  new Parser()
    .on('openTag', (fullName, getAttributes, decode, _isClosed, getContext) => {
      const name = fullName.replace(/^svg:/, '');
      if (skipped > 0 || name.includes(':') || SILENT_ELEMENTS.has(name)) {
        skipped++;
        return;
      }
      const line = getContext().line + 1;
      if (!DRAWN_ELEMENTS.has(name)) refuseInSvg(REASONS[name] ?? `has an element <${name}>`, line);
      if (open.length > MOST_LEVELS) refuseInSvg('has too many elements within each other', line);
      const element = {
        name,
        line,
        attributes: selectAttributes(decodeAll(getAttributes(), decode), line),
        children: [],
      };
      open.at(-1)?.children.push(element);
      open.push(element);
    })
    .on('closeTag', () => {
      if (skipped > 0) skipped--;
      else open.pop();
    })
    .on('text', (text, decode) => addText(decode(text)))
    .on('cdata', addText)
    .on('question', (text) => {
      if (/^<\?xml-stylesheet/i.test(text))
        throw new Unusable('loads a style sheet', 'Export it as a plain SVG.');
    })
    .on('error', refuseDamaged)
    .on('warn', refuseDamaged)
    .parse(xml);
  const [root] = document.children;
  if (typeof root !== 'object' || root.name !== 'svg' || open.length > 1) return refuseDamaged();
  return selectSheets(root);
}

/** Keeps the rules of style sheets that are allowed. */
function selectSheets(element: SvgElement): SvgElement {
  const { name, line, children } = element;
  if (name === 'style')
    return { ...element, attributes: {}, children: [selectRules(readText(element), line)] };
  return {
    ...element,
    children: children.map((child) => (typeof child === 'string' ? child : selectSheets(child))),
  };
}

function decodeAll(
  attributes: Record<string, string>,
  decode: (text: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, decode(value)]));
}
