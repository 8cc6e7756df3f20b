/**
 * The number of the data model: the rules by which this program reads `data/` and `templates/`. It rises when a project on
 * file would be read differently. A version that was made with another number is never read from its sources.
 */
export const DATA_MODEL = 2;
