import type { IRunPropertiesOptions } from 'docx';

/** The look that runs take from the text around them. */
export type RunLook = Pick<
  IRunPropertiesOptions,
  'bold' | 'italics' | 'color' | 'size' | 'underline' | 'strike' | 'superScript'
>;
