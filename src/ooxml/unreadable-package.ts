/** The reasons why an Office file cannot be read. */
export type PackageFault =
  | 'empty'
  /** Protected with a password. */
  | 'encrypted'
  /** A file of Office 97 to 2003. */
  | 'old'
  | 'not a package'
  | 'damaged'
  /** Cut off, or with parts that cannot be unpacked. */
  | 'incomplete'
  | 'too many parts'
  | 'too large'
  /** Elements inside each other, deeper than any program writes. */
  | 'too deep';

/** An Office file that cannot be read. The room that reads it tells the author in its own words. */
export class UnreadablePackage extends Error {
  constructor(
    readonly fault: PackageFault,
    detail = '',
  ) {
    super(detail === '' ? fault : detail);
  }
}
