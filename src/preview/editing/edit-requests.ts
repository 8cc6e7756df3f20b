import * as z from 'zod';

const TICKET = z.string().max(64);
const TEXT = z.string().max(500_000);
const NUMBER = z.number().int().min(1).max(9_999_999);

/** The bodies of requests. Anything else is refused. */
export const EDIT_REQUESTS = {
  'edit-open': z.strictObject({
    file: z.string().min(1).max(1000),
    line: NUMBER,
    column: NUMBER,
    sheet: z.string().max(200).optional(),
    /** True if the place is that of the paper on show. Otherwise it is that of the files as they are. */
    isOnPage: z.boolean(),
  }),
  'edit-check': z.strictObject({ ticket: TICKET, text: TEXT }),
  /** `isConfirmed` saves in spite of errors. */
  'edit-save': z.strictObject({ ticket: TICKET, text: TEXT, isConfirmed: z.boolean() }),
  'edit-add': z.strictObject({
    ticket: TICKET,
    label: z.string().min(1).max(100),
    text: TEXT,
    isConfirmed: z.boolean(),
  }),
  /** The texts of a new row by column, as `OpenEdit` names them. */
  'edit-add-row': z.strictObject({
    ticket: TICKET,
    values: z.record(z.string().max(1000), z.string().max(10_000)),
    isConfirmed: z.boolean(),
  }),
  'edit-delete-row': z.strictObject({ ticket: TICKET, isConfirmed: z.boolean() }),
  'edit-move': z.strictObject({ ticket: TICKET, by: z.literal([1, -1]) }),
  'edit-delete': z.strictObject({ ticket: TICKET }),
  'edit-undo': z.strictObject({ ticket: TICKET }),
  'edit-redo': z.strictObject({ ticket: TICKET }),
};

export type EditRequests = { [Name in keyof typeof EDIT_REQUESTS]: z.infer<(typeof EDIT_REQUESTS)[Name]> };
