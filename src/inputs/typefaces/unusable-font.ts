/** Says why a font file cannot be used, and what to do. */
export class UnusableFont extends Error {
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}

/** Refuses a file that ends too early or has invalid content. */
export function refuseDamagedFont(): never {
  throw new UnusableFont('is damaged or incomplete', 'Install or download it again.');
}
