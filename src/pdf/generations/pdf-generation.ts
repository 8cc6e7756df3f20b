import type { Element, PdfObject, Role } from '../structure/element.js';

/**
 * The parts of a file that depend on the standards it follows. PDF/UA-1 and PDF/A-3a build on PDF 1.7. PDF/UA-2, PDF/A-4f and
 * Well-Tagged PDF build on PDF 2.0. One generation is chosen for each file.
 */
export interface PdfGeneration {
  /** The version in the file's first line. */
  fileVersion: '1.7' | '2.0';
  /** The XMP metadata that identifies the standards. */
  identification: string;
  /** True if the file states its title, author and dates twice: in XMP and in an information dictionary. */
  hasInformation: boolean;
  /** Keys of dictionaries that pdfkit writes and that this generation has deprecated. */
  deprecatedKeys: readonly string[];
  /** Returns the type of an element in the structure tree. */
  nameType: (element: Pick<Element, 'role' | 'properties'>) => StructureType;
  /** The older type of each new one, for readers that do not know namespaces. */
  fallbackTypes: Readonly<Record<string, string>>;
  /** True if elements name the elements that they refer to, such as a citation its footnote (`Ref`). */
  hasReferences: boolean;
  /** Returns the value of a named destination. */
  createDestination: (target: DestinationTarget) => object;
  /** Returns the destination of an outline item: a point of a page, or a named destination. */
  chooseOutlineTarget: (page: unknown, name: object) => unknown;
}

/** The type of an element in the structure tree. */
export interface StructureType {
  name: string;
  /** The namespace that defines the type. Null is the default namespace, that of PDF 1.7. */
  namespace: string | null;
  attributes?: readonly object[];
}

/** A point of a page that links lead to. */
interface DestinationTarget {
  page: PdfObject;
  /** In the page's own coordinates, in points. */
  left: number;
  top: number;
  /** Returns the element there. */
  findElement: () => PdfObject;
}

export type WrittenRole = Exclude<Role, 'Slot'>;
