import { strToU8, zipSync } from 'fflate';

/** The parts of a Word file for tests, as XML. `body` is inside `w:body`; the others are inside the outermost element. */
interface TestWordFile {
  body: string;
  styles?: string;
  numbering?: string;
  comments?: string;
  commentsExtended?: string;
  footnotes?: string;
  /** By the id of the relation. */
  headers?: Record<string, string>;
  links?: Record<string, string>;
  custom?: Record<string, string>;
  core?: string;
  /** More parts of the file, by name. */
  parts?: Record<string, string>;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const NAMESPACES = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${OFFICE}/relationships" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"`;

/** Makes a DOCX file from its parts, so that a test can write any XML. */
export function makeWordFile(file: TestWordFile): Uint8Array {
  const inner: [type: string, element: string, xml: string | undefined][] = [
    ['styles', 'w:styles', file.styles],
    ['numbering', 'w:numbering', file.numbering],
    ['comments', 'w:comments', file.comments],
    ['commentsExtended', 'w15:commentsEx', file.commentsExtended],
    ['footnotes', 'w:footnotes', file.footnotes],
  ];
  const written = inner.flatMap(([type, element, xml]) =>
    xml === undefined ? [] : [{ type, element, xml }],
  );
  const headers = Object.entries(file.headers ?? {});
  const files: Record<string, string> = {
    '_rels/.rels': relations(`
      <Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="word/document.xml"/>
      <Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>
      <Relationship Id="rId3" Type="${OFFICE}/relationships/custom-properties" Target="docProps/custom.xml"/>`),
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${file.core ?? ''}</cp:coreProperties>`,
    'docProps/custom.xml': `<Properties xmlns="${OFFICE}/custom-properties" xmlns:vt="${OFFICE}/docPropsVTypes">${Object.entries(
      file.custom ?? {},
    )
      .map(([name, value]) => `<property name="${name}"><vt:lpwstr>${value}</vt:lpwstr></property>`)
      .join('')}</Properties>`,
    'word/document.xml': part('w:document', `<w:body>${file.body}</w:body>`),
    'word/_rels/document.xml.rels': relations(
      [
        ...written.map(
          ({ type }) =>
            `<Relationship Id="${type}" Type="${OFFICE}/relationships/${type}" Target="${type}.xml"/>`,
        ),
        ...headers.map(
          ([id]) => `<Relationship Id="${id}" Type="${OFFICE}/relationships/header" Target="${id}.xml"/>`,
        ),
        ...Object.entries(file.links ?? {}).map(
          ([id, address]) =>
            `<Relationship Id="${id}" Type="${OFFICE}/relationships/hyperlink" Target="${address}" TargetMode="External"/>`,
        ),
      ].join(''),
    ),
    ...Object.fromEntries(written.map(({ type, element, xml }) => [`word/${type}.xml`, part(element, xml)])),
    ...Object.fromEntries(headers.map(([id, xml]) => [`word/${id}.xml`, part('w:hdr', xml)])),
    ...file.parts,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

function part(element: string, xml: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${element} ${NAMESPACES}>${xml}</${element}>`;
}

function relations(xml: string): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${xml}</Relationships>`;
}
