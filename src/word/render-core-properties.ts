import { escapeXml } from '../markup/escape-xml.js';
import type { Document } from '../model/document.js';
import { removeUnprinted } from './text/remove-unprinted.js';

const NAMESPACES = [
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ');

/** Renders the core properties of the file. The library would write the time of day as its date. */
export function renderCoreProperties(document: Document): string {
  const { title, subject, author, keywords, language, statusText, madeAt } = document;
  const date = `${madeAt.toISOString().slice(0, 19)}Z`;
  const texts = {
    'dc:title': title,
    'dc:subject': subject,
    'dc:creator': author,
    'cp:keywords': keywords.join(', '),
    'dc:language': language,
    'cp:version': statusText,
  };
  const elements = Object.entries(texts)
    .filter(([, text]) => text !== '')
    .map(([name, text]) => `<${name}>${escapeXml(removeUnprinted(text))}</${name}>`);
  const dates = ['dcterms:created', 'dcterms:modified'].map(
    (name) => `<${name} xsi:type="dcterms:W3CDTF">${date}</${name}>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties ${NAMESPACES}>${[...elements, ...dates].join('')}</cp:coreProperties>`;
}
