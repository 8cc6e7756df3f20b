import { strFromU8, unzipSync } from 'fflate';
import { readXmlTree, type XmlElement } from '../../src/ooxml/xml-element.js';

/** The order of elements on which Word insists, for those that the paper's documents have. */
const ORDERS: Record<string, string[]> = {
  pPr: [
    ...[
      'pStyle',
      'keepNext',
      'keepLines',
      'pageBreakBefore',
      'numPr',
      'pBdr',
      'shd',
      'tabs',
      'spacing',
      'ind',
    ],
    ...['jc', 'outlineLvl', 'rPr', 'sectPr'],
  ],
  rPr: [
    ...[
      'rStyle',
      'rFonts',
      'b',
      'bCs',
      'i',
      'iCs',
      'strike',
      'color',
      'sz',
      'szCs',
      'u',
      'vertAlign',
      'lang',
    ],
  ],
  sdtPr: ['alias', 'tag', 'id', 'lock'],
  tblPr: ['tblStyle', 'tblW', 'jc', 'tblInd', 'tblBorders', 'tblLayout', 'tblCellMar', 'tblLook'],
  tcPr: ['tcW', 'gridSpan', 'vMerge', 'tcBorders', 'shd', 'tcMar', 'vAlign'],
  trPr: ['cantSplit', 'tblHeader'],
};

/** Finds what would make Word repair a file: broken XML, wrong orders, ids that are used twice, and names that nothing has. */
export function findWordFaults(bytes: Uint8Array): string[] {
  const files = unzipSync(bytes);
  const parts = new Map(
    Object.entries(files)
      .filter(([name]) => /\.(?:xml|rels)$/.test(name))
      .map(([name, content]) => [name, readXmlTree(strFromU8(content))]),
  );
  const document = parts.get('word/document.xml');
  if (!document) return ['there is no word/document.xml'];
  const all = [...walk(document)];
  const styles = readIds(parts.get('word/styles.xml'), 'style', 'styleId');
  const lists = readIds(parts.get('word/numbering.xml'), 'num', 'numId');
  const notes = readIds(parts.get('word/footnotes.xml'), 'footnote', 'id');
  const bookmarks = all
    .filter(({ name }) => name === 'bookmarkStart')
    .map(({ attributes }) => attributes['name'] ?? '');
  return [
    ...[...parts].flatMap(([name, tree]) => findWrongOrders(name, tree)),
    ...[...parts].flatMap(([name, tree]) => findLostTargets(name, tree, Object.keys(files))),
    ...findLostContentTypes(parts.get('[Content_Types].xml'), Object.keys(files)),
    ...findRepeated(
      'bookmark',
      bookmarks.map((name) => name.toLowerCase()),
    ),
    ...findRepeated('id of a bookmark', listIds(all, 'bookmarkStart')),
    ...findRepeated('id of a picture', listIds(all, 'docPr')),
    ...findRepeated(
      'id of a control',
      all.filter(({ name }) => name === 'sdtPr').flatMap(({ children }) => readVals(children, 'id')),
    ),
    ...listIds(all, 'bookmarkStart')
      .filter((id) => !listIds(all, 'bookmarkEnd').includes(id))
      .map((id) => `bookmark ${id} does not end`),
    ...findLost('style', readAll(all, ['pStyle', 'rStyle']), styles),
    ...findLost('list', readAll(all, ['numId']), lists),
    ...findLost('footnote', listIds(all, 'footnoteReference'), notes),
    ...findLost('bookmark', listCited(all), bookmarks),
    ...findOpenFields(all),
  ];
}

function* walk(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) if (typeof child === 'object') yield* walk(child);
}

function findWrongOrders(part: string, tree: XmlElement): string[] {
  return [...walk(tree)].flatMap((element) => {
    const order = ORDERS[element.name];
    if (!order) return [];
    const names = element.children.flatMap((child) => (typeof child === 'object' ? [child.name] : []));
    const places = names.map((name) => order.indexOf(name));
    const known = places.filter((place) => place >= 0);
    const isSorted = known.every((place, index) => index === 0 || place > (known[index - 1] ?? 0));
    return isSorted ? [] : [`${part}: ${element.name} has ${names.join(', ')}`];
  });
}

/** Finds relations to parts that the package lacks. */
function findLostTargets(part: string, tree: XmlElement, files: string[]): string[] {
  if (!part.endsWith('.rels')) return [];
  const folder = part.replace(/_rels\/[^/]*$/, '');
  return [...walk(tree)]
    .filter(({ name, attributes }) => name === 'Relationship' && attributes['TargetMode'] !== 'External')
    .map(({ attributes }) => `${folder}${attributes['Target'] ?? ''}`)
    .filter((target) => !files.includes(target))
    .map((target) => `${part} names ${target}`);
}

function findLostContentTypes(types: XmlElement | undefined, files: string[]): string[] {
  const known = types ? [...walk(types)] : [];
  const extensions = known.flatMap(({ attributes }) => attributes['Extension'] ?? []);
  const names = known.flatMap(({ attributes }) => attributes['PartName'] ?? []);
  return files
    .filter((file) => !extensions.includes(file.split('.').at(-1) ?? '') && !names.includes(`/${file}`))
    .map((file) => `${file} has no content type`);
}

function listIds(all: XmlElement[], name: string): string[] {
  return all.filter((element) => element.name === name).map(({ attributes }) => attributes['id'] ?? '');
}

function readIds(tree: XmlElement | undefined, name: string, key: string): string[] {
  return tree
    ? [...walk(tree)]
        .filter((element) => element.name === name)
        .map(({ attributes }) => attributes[key] ?? '')
    : [];
}

function readVals(children: XmlElement['children'], name: string): string[] {
  return children.flatMap((child) =>
    typeof child === 'object' && child.name === name ? [child.attributes['val'] ?? ''] : [],
  );
}

function readAll(all: XmlElement[], names: string[]): string[] {
  return all.filter(({ name }) => names.includes(name)).map(({ attributes }) => attributes['val'] ?? '');
}

/** Lists the bookmarks that links and fields name. */
function listCited(all: XmlElement[]): string[] {
  return all.flatMap(({ name, attributes, children }) => {
    if (name === 'hyperlink') return attributes['anchor'] ?? [];
    if (name !== 'instrText') return [];
    return (
      /^ (?:REF|NOTEREF) (\S+) /.exec(children.filter((child) => typeof child === 'string').join(''))?.[1] ??
      []
    );
  });
}

function findOpenFields(all: XmlElement[]): string[] {
  let depth = 0;
  for (const { name, attributes } of all) {
    if (name !== 'fldChar') continue;
    if (attributes['fldCharType'] === 'begin') depth += 1;
    if (attributes['fldCharType'] === 'end') depth -= 1;
  }
  return depth === 0 ? [] : [`${depth} fields do not end`];
}

function findRepeated(what: string, values: string[]): string[] {
  return values
    .filter((value, index) => values.indexOf(value) !== index)
    .map((value) => `${what} ${value} is used twice`);
}

function findLost(what: string, used: string[], known: string[]): string[] {
  return [...new Set(used)]
    .filter((value) => !known.includes(value))
    .map((value) => `there is no ${what} ${value}`);
}
