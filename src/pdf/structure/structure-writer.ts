import type { PDFDocumentClass } from 'pdfmake/js/PDFDocument.js';
import { createElementDictionary, createPdfString } from './element-dictionary.js';
import { listContent, resolveSlot, type Element, type Owner, type PdfObject } from './element.js';

/** A rectangle on the page, in points from its top left corner. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Marks the content of pages while they are drawn, and writes the structure tree at the end. */
export class StructureWriter {
  private readonly objects = new Map<Element, PdfObject>();
  private current: Owner | null = null;

  constructor(private readonly pdf: PDFDocumentClass) {}

  /** Marks everything drawn from now on as content of the owner. */
  enter(owner: Owner): void {
    if (this.current === owner) return;
    this.leave();
    this.current = owner;
    if (owner.kind === 'artifact') this.pdf.addContent(`/Artifact ${owner.properties} BDC`);
    else this.openContent(owner);
  }

  /** Ends the marked content. It must not reach into the next page. */
  leave(): void {
    if (this.current) this.pdf.addContent('EMC');
    this.current = null;
  }

  /** Adds a link on the current page. The target is an action or a destination in PDF syntax. */
  addLink(owner: Element, { x, y, width, height }: Area, target: object, contents: string): void {
    const page = this.pdf.page.dictionary;
    this.pdf.annotate(x, y, width, height, {
      Subtype: 'Link',
      ...target,
      Contents: createPdfString(contents),
      structParent: {
        add: ({ annotationRef }: { annotationRef: PdfObject }) => {
          const key = this.pdf.createStructParentTreeNextKey();
          this.pdf.getStructParentTree().add(key, this.objectOf(owner));
          annotationRef.data['StructParent'] = key;
          owner.children.push({ kind: 'annotation', object: annotationRef, page });
        },
      },
    });
  }

  /** Writes all elements. Nothing may be drawn afterwards. */
  finish(root: Element): void {
    const treeRoot = this.pdf.getStructTreeRoot();
    const named = this.write(root, treeRoot).sort(([a], [b]) => (a < b ? -1 : 1));
    treeRoot.data['K'] = [this.objectOf(root)];
    this.pdf.getStructParentTree().limits = false; // The root of a number tree has no limits.
    if (named.length > 0)
      treeRoot.data['IDTree'] = { Names: named.flatMap(([id, object]) => [createPdfString(id), object]) };
  }

  private openContent(owner: Element): void {
    const { page } = this.pdf;
    const element = resolveSlot(owner);
    const contentOwners = this.pdf.getStructParentTree().get(page.structParentTreeKey);
    const id = contentOwners.length;
    contentOwners.push(this.objectOf(element));
    owner.children.push({ kind: 'content', id, page: page.dictionary });
    this.pdf.addContent(`/${element.role} <</MCID ${id}>> BDC`);
  }

  /** Writes an element and its descendants. Returns the objects of those that have an id. */
  private write(element: Element, parent: PdfObject): [id: string, object: PdfObject][] {
    const object = this.objectOf(element);
    const { id } = element.properties;
    const content = listContent(element);
    Object.assign(
      object.data,
      { Type: 'StructElem', S: element.role, P: parent },
      createElementDictionary(element.properties),
    );
    this.linkContent(object, content);
    const inner = content.flatMap((child) => (child.kind === 'element' ? this.write(child, object) : []));
    object.end();
    object.data = {}; // written, and no longer needed
    return id === undefined ? inner : [[id, object], ...inner];
  }

  /** Content on the element's first page is named by its id alone, content on other pages also by the page. */
  private linkContent({ data }: PdfObject, content: ReturnType<typeof listContent>): void {
    const kids = content.map((child) => {
      if (child.kind === 'element') return this.objectOf(child);
      if (child.kind === 'annotation') return { Type: 'OBJR', Pg: child.page, Obj: child.object };
      data['Pg'] ??= child.page;
      return data['Pg'] === child.page ? child.id : { Type: 'MCR', Pg: child.page, MCID: child.id };
    });
    if (kids.length > 0) data['K'] = kids.length === 1 ? kids[0] : kids;
  }

  private objectOf(element: Element): PdfObject {
    const known = this.objects.get(element);
    if (known) return known;
    const object = this.pdf.ref({});
    this.objects.set(element, object);
    return object;
  }
}
