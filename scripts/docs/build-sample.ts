import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, serialize, type DefaultTreeAdapterMap } from 'parse5';

type Element = DefaultTreeAdapterMap['element'];

const TEMPLATE = 'docs/sample/templates/every-helper';
const PIECE = /^(helper|logic|block)-/;

/** The paper of docs/sample, built by the program. */
export interface Sample {
  /** The style of the HTML edition, for a shadow tree. */
  style: string;
  /** Returns the template's source of a piece, by its label. Null if the sample lacks it. */
  findSource: (label: string) => string | null;
  /** Returns the HTML that a piece prints, by its label. Null if the paper lacks it. */
  findOutput: (label: string) => string | null;
  /** Returns the entry of a table or chart in its YAML file, or the file of a diagram. */
  findEntry: (file: 'tables' | 'charts', name: string) => string | null;
}

/** Builds the sample with the built program, as a user does. */
export function buildSample(): Sample {
  const root = mkdtempSync(join(tmpdir(), 'papers-docs-'));
  cpSync('docs/sample', root, { recursive: true });
  cpSync('templates/theme', join(root, 'templates/theme'), { recursive: true });
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', 'build', '--root', root], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the sample cannot be built:\n${stdout}${stderr}`);
  const html = readFileSync(join(root, 'output/2030-31-q2/every-helper/every-helper.html'), 'utf8');
  rmSync(root, { recursive: true });
  const sources = readSources();
  return {
    style: readStyle(html),
    findSource: (label) => sources.get(label) ?? null,
    findOutput: makeFinder(html),
    findEntry: (file, name) => readEntry(readFileSync(join(TEMPLATE, `${file}.yaml`), 'utf8'), name),
  };
}

/** Reads the source of each labelled piece: the text from its label to the next label or group heading. */
function readSources(): Map<string, string> {
  const sections = readdirSync(join(TEMPLATE, 'sections')).map((name) =>
    readFileSync(join(TEMPLATE, 'sections', name), 'utf8'),
  );
  const pieces = sections
    .flatMap((text) => text.split(/\n(?=(?:\{\{unnumbered\}\})?\{\{label "(?:helper|logic|block)-)/))
    .flatMap((text) => {
      const label = /\{\{label "([a-z-]+)"\}\}/.exec(text)?.[1];
      if (label === undefined) return [];
      const whole = label === 'block-heading' ? text : (text.split(/\n(?=##? )/)[0] ?? text);
      const keepsLabel = label === 'helper-label';
      return [[label, (keepsLabel ? whole : whole.replace(/\{\{label "[a-z-]+"\}\}/, '')).trim()] as const];
    });
  return new Map([...pieces, ['helper-narrative', '{{narrative "counting"}}']]);
}

/** Reads an entry of a YAML file of two levels, as it is written. */
function readEntry(text: string, name: string): string | null {
  return (
    new RegExp(`^  ${name}:\\n(?: {4}.*\\n)+`, 'm').exec(text)?.[0].replace(/^ {2}/gm, '').trimEnd() ?? null
  );
}

/** Makes a function that cuts a piece out of the page: its element, and those that follow up to the next piece or heading. */
function makeFinder(html: string): (label: string) => string | null {
  const elements = [...walk(parse(html))];
  return (label) => {
    const first = elements.find((element) => getAttribute(element, 'id') === label);
    if (!first) return null;
    if (!PIECE.test(label)) return serializeAll([first]);
    const siblings = (first.parentNode?.childNodes ?? []).filter((node) => 'tagName' in node);
    const following = siblings.slice(siblings.indexOf(first) + 1);
    const end = following.findIndex((node) => isNextPiece(node, label));
    return serializeAll([first, ...following.slice(0, end === -1 ? undefined : end)]);
  };
}

function isNextPiece(element: Element, label: string): boolean {
  const isHeading = /^h\d$/.test(element.tagName) && label !== 'block-heading';
  return isHeading || PIECE.test(getAttribute(element, 'id') ?? '');
}

/** A link within the paper leads nowhere in a piece, so it loses its target. */
function serializeAll(elements: Element[]): string {
  for (const element of elements.flatMap((top) => [...walk(top)]))
    if (getAttribute(element, 'href')?.startsWith('#'))
      element.attrs = [
        ...element.attrs.filter(({ name }) => name !== 'href' && name !== 'role'),
        { name: 'role', value: 'link' },
        { name: 'aria-disabled', value: 'true' },
      ];
  const holder = {
    nodeName: '#document-fragment',
    childNodes: elements,
  } as DefaultTreeAdapterMap['documentFragment'];
  return serialize(holder);
}

function* walk(node: DefaultTreeAdapterMap['parentNode']): Generator<Element> {
  if ('tagName' in node) yield node;
  for (const child of node.childNodes) if ('childNodes' in child) yield* walk(child);
}

function getAttribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

/** Turns the page's style into one for a shadow tree: the host stands for the page. */
function readStyle(html: string): string {
  const style = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? '';
  return style
    .replace(/@page[^{]*\{(?:[^{}]|\{[^{}]*\})*\}/g, '')
    .replace(/(^|[\s,}])(?::root|html)(?=\s*[{,])/g, '$1:host')
    .replace(/(^|[\s,}])body(?=[\s{,:])/g, '$1.edition')
    .concat(
      '.edition { max-width: none; margin: 0; padding: 0; }\n.edition > section > :last-child { margin-bottom: 0; }\n',
    )
    .concat('.edition > section > :first-child { margin-top: 0; }\n');
}
