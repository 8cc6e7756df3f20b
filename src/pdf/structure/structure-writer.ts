import type { OutlineItem, PDFDocumentClass } from 'pdfmake/js/PDFDocument.js';
import type { PdfGeneration } from '../generations/pdf-generation.js';
import { createElementDictionary, createPdfString } from './element-dictionary.js';
import {
  findWritten,
  isWritten,
  listContent,
  resolveSlot,
  type Element,
  type Owner,
  type PdfObject,
} from './element.js';

/** A rectangle on the page, in points from its top left corner. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A named point that links lead to. */
interface Destination {
  name: string;
  page: PdfObject;
  /** In the page's own coordinates, in points. */
  left: number;
  top: number;
  /** The element there. */
  owner: Owner;
}

/** Marks the content of pages while they are drawn, and writes the structure tree at the end. */
export class StructureWriter {
  private readonly objects = new Map<Element, PdfObject>();
  private readonly namespaces = new Map<string, PdfObject>();
  private readonly destinations: Destination[] = [];
  private current: Owner | null = null;

  constructor(
    private readonly pdf: PDFDocumentClass,
    private readonly generation: PdfGeneration,
  ) {}

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

  /** Adds a destination on the current page, in points from its top left corner. */
  addDestination(name: string, owner: Owner, x: number, y: number): void {
    const { dictionary: page, height } = this.pdf.page;
    this.destinations.push({ name, page, left: x, top: height - y, owner });
  }

  /** Chooses the destination of a new outline item, which pdfkit has set to the current page. */
  chooseOutlineTarget({ dictionary: { data } }: OutlineItem, name: string): void {
    data['Dest'] = this.generation.chooseOutlineTarget(data['Dest'], createPdfString(name));
  }

  /** Writes all elements. Nothing may be drawn afterwards. */
  finish(root: Element): void {
    for (const destination of this.destinations) this.writeDestination(destination, root);
    const treeRoot = this.pdf.getStructTreeRoot();
    const named = this.write(root, treeRoot).sort(([a], [b]) => (a < b ? -1 : 1));
    treeRoot.data['K'] = [this.objectOf(root)];
    this.pdf.getStructParentTree().limits = false; // The root of a number tree has no limits.
    const { fallbackTypes } = this.generation;
    if (Object.keys(fallbackTypes).length > 0) treeRoot.data['RoleMap'] = { ...fallbackTypes };
    if (this.namespaces.size > 0) treeRoot.data['Namespaces'] = [...this.namespaces.values()];
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
    this.pdf.addContent(`/${this.generation.nameType(element).name} <</MCID ${id}>> BDC`);
  }

  private writeDestination({ name, page, left, top, owner }: Destination, root: Element): void {
    const findElement = (): PdfObject => this.objectOf(owner.kind === 'element' ? findWritten(owner) : root);
    const value = this.generation.createDestination({ page, left, top, findElement });
    this.pdf._root.data.Names.data.Dests.add(name, value);
  }

  /** Writes an element and its descendants. Returns the objects of those that have an id. */
  private write(element: Element, parent: PdfObject): [id: string, object: PdfObject][] {
    const object = this.objectOf(element);
    const { id, refs = [] } = element.properties;
    const { name, namespace, attributes = [] } = this.generation.nameType(element);
    const written = this.generation.hasReferences ? refs.filter(isWritten) : [];
    const content = listContent(element);
    Object.assign(
      object.data,
      { Type: 'StructElem', S: name, P: parent },
      namespace !== null && { NS: this.namespaceOf(namespace) },
      createElementDictionary(element.properties, attributes),
      written.length > 0 && { Ref: written.map((other) => this.objectOf(other)) },
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

  private namespaceOf(name: string): PdfObject {
    const known = this.namespaces.get(name);
    if (known) return known;
    const object = this.pdf.ref({ Type: 'Namespace', NS: createPdfString(name) });
    object.end();
    this.namespaces.set(name, object);
    return object;
  }

  private objectOf(element: Element): PdfObject {
    const known = this.objects.get(element);
    if (known) return known;
    const object = this.pdf.ref({});
    this.objects.set(element, object);
    return object;
  }
}
