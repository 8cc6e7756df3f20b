import { disclosureSchema } from '../../schema/disclosure.js';

/** The protection of small counts, in `measures.yaml`. */
export const disclosureFields = { disclosure: disclosureSchema.optional() };
