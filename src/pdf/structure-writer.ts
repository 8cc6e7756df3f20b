import type { PDFDocumentClass } from 'pdfmake/js/PDFDocument.js';
import {
  realElement,
  tidy,
  type Element,
  type ElementProperties,
  type Owner,
  type PdfObject,
} from './structure.js';

/** Opens and closes marked content as pages are drawn, and writes the structure tree at the end. */
export interface StructureWriter {
  /** What is drawn from now on belongs to this owner. */
  enter: (owner: Owner) => void;
  /** Closes what is open: before a page ends. */
  leave: () => void;
  /** A link's area on the page; `target` is an action or a destination. */
  link: (
    owner: Element,
    area: { x: number; y: number; width: number; height: number },
    target: Record<string, unknown>,
    contents: string,
  ) => void;
  finish: (root: Element) => void;
}

export function structureWriter(pdf: PDFDocumentClass): StructureWriter {
  const objects = new Map<Element, PdfObject>();
  let open: Owner | null = null;

  const objectOf = (one: Element): PdfObject => {
    let object = objects.get(one);
    if (!object) objects.set(one, (object = pdf.ref({})));
    return object;
  };

  const leave = (): void => {
    if (open) pdf.addContent('EMC');
    open = null;
  };

  const enter = (owner: Owner): void => {
    if (open === owner) return;
    leave();
    open = owner;
    if (owner.kind === 'artifact') {
      pdf.addContent(`/Artifact ${owner.properties} BDC`);
      return;
    }
    const real = realElement(owner);
    const onPage = pdf.getStructParentTree().get(pdf.page.structParentTreeKey) as PdfObject[];
    const id = onPage.length;
    onPage.push(objectOf(real));
    owner.children.push({ kind: 'content', id, page: pdf.page.dictionary });
    pdf.addContent(`/${real.role} <</MCID ${id}>> BDC`);
  };

  return {
    enter,
    leave,
    link: (owner, { x, y, width, height }, target, contents) => {
      const page = pdf.page.dictionary;
      pdf.annotate(x, y, width, height, {
        Subtype: 'Link',
        ...target,
        Contents: pdfString(contents),
        structParent: {
          add: ({ annotationRef }: { annotationRef: PdfObject }) => {
            const key = pdf.createStructParentTreeNextKey();
            pdf.getStructParentTree().add(key, objectOf(owner));
            annotationRef.data['StructParent'] = key;
            owner.children.push({ kind: 'annotation', object: annotationRef, page });
          },
        },
      });
    },
    finish: (root) => {
      tidy(root);
      const top = pdf.getStructTreeRoot();
      const ids: [string, PdfObject][] = [];
      const write = (one: Element, parent: PdfObject): void => {
        const object = objectOf(one);
        const { id } = one.properties;
        if (id !== undefined) ids.push([id, object]);
        Object.assign(
          object.data,
          { Type: 'StructElem', S: one.role, P: parent },
          dictionary(one.properties),
        );
        const kids = kidsOf(one, object, objectOf);
        if (kids.length > 0) object.data['K'] = kids.length === 1 ? kids[0] : kids;
        for (const child of one.children) if (child.kind === 'element') write(child, object);
        object.end();
      };
      write(root, top);
      top.data['K'] = [objectOf(root)];
      pdf.getStructParentTree().limits = false; // the root of a tree has none
      ids.sort(([a], [b]) => (a < b ? -1 : 1));
      if (ids.length > 0)
        top.data['IDTree'] = { Names: ids.flatMap(([id, object]) => [pdfString(id), object]) };
    },
  };
}

/** Content on the element's first page by its number alone, on others with the page. */
function kidsOf(one: Element, object: PdfObject, objectOf: (one: Element) => PdfObject): unknown[] {
  const { data } = object;
  return one.children.map((child) => {
    if (child.kind === 'element') return objectOf(child);
    if (child.kind === 'annotation') return { Type: 'OBJR', Pg: child.page, Obj: child.object };
    data['Pg'] ??= child.page;
    return data['Pg'] === child.page ? child.id : { Type: 'MCR', Pg: child.page, MCID: child.id };
  });
}

function dictionary(properties: ElementProperties): Record<string, unknown> {
  const { alt, actualText, id, scope, headers, columnSpan, listNumbering, box } = properties;
  const table = {
    ...(scope && { Scope: scope }),
    ...(headers && { Headers: headers.map(pdfString) }),
    ...(columnSpan !== undefined && columnSpan > 1 && { ColSpan: columnSpan }),
  };
  const attributes = [
    ...(Object.keys(table).length > 0 ? [{ O: 'Table', ...table }] : []),
    ...(listNumbering ? [{ O: 'List', ListNumbering: listNumbering }] : []),
    ...(box ? [{ O: 'Layout', Placement: 'Block', BBox: box }] : []),
  ];
  return {
    ...(alt !== undefined && { Alt: pdfString(alt) }),
    ...(actualText !== undefined && { ActualText: pdfString(actualText) }),
    ...(id !== undefined && { ID: pdfString(id) }),
    ...(attributes.length > 0 && { A: attributes.length === 1 ? attributes[0] : attributes }),
  };
}

/** pdfkit writes a String object as text, and a plain string as a name. */
export function pdfString(text: string): object {
  return new String(text);
}
