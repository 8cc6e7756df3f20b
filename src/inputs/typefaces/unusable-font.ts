/** Says why a font file cannot be used, and what to do. */
export class UnusableFont extends Error {
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}

/** Describes a file that ends too early or has invalid content. */
export function makeDamagedFont(): UnusableFont {
  return new UnusableFont('is damaged or incomplete', 'Install or download it again.');
}

/** Refuses a file that ends too early or has invalid content. */
export function refuseDamagedFont(): never {
  throw makeDamagedFont();
}
