/** Keys of earlier versions of the program, each with its name today. Their values have stayed the same. */
export const RENAMED_KEYS = new Map([['retention', 'open-to-inspection']]);
