import type { ElementProperties } from './element.js';

/** Returns an element's properties, and the attributes of its type, as entries of its PDF dictionary. */
export function createElementDictionary(
  properties: ElementProperties,
  ofType: readonly object[],
): Record<string, unknown> {
  const { alt, actualText, id } = properties;
  const attributes = [...ofType, ...createAttributes(properties)];
  return {
    ...(alt !== undefined && { Alt: createPdfString(alt) }),
    ...(actualText !== undefined && { ActualText: createPdfString(actualText) }),
    ...(id !== undefined && { ID: createPdfString(id) }),
    ...(attributes.length > 0 && { A: attributes.length === 1 ? attributes[0] : attributes }),
  };
}

function createAttributes(properties: ElementProperties): object[] {
  const { scope, headers, columnSpan, rowSpan, listNumbering, box } = properties;
  const table = {
    ...(scope && { Scope: scope }),
    ...(headers && { Headers: headers.map(createPdfString) }),
    ...(columnSpan !== undefined && columnSpan > 1 && { ColSpan: columnSpan }),
    ...(rowSpan !== undefined && { RowSpan: rowSpan }),
  };
  return [
    ...(Object.keys(table).length > 0 ? [{ O: 'Table', ...table }] : []),
    ...(listNumbering ? [{ O: 'List', ListNumbering: listNumbering }] : []),
    ...(box ? [{ O: 'Layout', Placement: 'Block', BBox: box }] : []),
  ];
}

/** Returns a `String` object: pdfkit writes it as text, and a plain string as a name. */
export function createPdfString(text: string): object {
  return new String(text);
}
