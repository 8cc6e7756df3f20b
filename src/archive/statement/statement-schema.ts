import * as z from 'zod';
import { PDF_STANDARDS } from '../../model/pdf-standards.js';
import { VERSION_PATTERN } from '../../model/edition.js';
import { hash } from '../../schema/hash.js';

const count = z.number().int().min(0);
const standard = z.enum(PDF_STANDARDS);

const validator = z.strictObject({
  name: z
    .string()
    .describe('the name of the validator')
    .meta({ examples: ['veraPDF'] }),
  version: z
    .string()
    .describe('its version')
    .meta({ examples: ['1.30.2'] }),
});

const result = z
  .strictObject({
    standard: standard.describe('the standard').meta({ examples: ['ua-1'] }),
    profile: z
      .string()
      .describe("the validator's set of rules")
      .meta({ examples: ['PDF/UA-1 validation profile'] }),
    isCompliant: z
      .boolean()
      .describe('true if no rule is broken')
      .meta({ examples: [true] }),
    passedRules: count.describe('the rules that hold').meta({ examples: [106] }),
    failedRules: count.describe('the rules that are broken').meta({ examples: [0] }),
    passedChecks: count.describe('the places where a rule holds').meta({ examples: [56790] }),
    failedChecks: count.describe('the places where a rule is broken').meta({ examples: [0] }),
  })
  .describe('the result for one standard');

/** The name of the statement for programs. */
export const STATEMENT = 'conformance.json';

/** The schema of `conformance.json`: the standards that the PDF of an issued version claims, and who or what checked it. */
export const statementSchema = z
  .strictObject({
    format: z.literal('committee-papers-conformance-1').describe('the format of this file'),
    version: z
      .string()
      .regex(VERSION_PATTERN)
      .describe('the version')
      .meta({ examples: ['1.0'] }),
    file: z
      .strictObject({
        name: z
          .string()
          .describe('its name')
          .meta({ examples: ['performance-report.pdf'] }),
        bytes: count.describe('its size in bytes').meta({ examples: [152304] }),
        sha256: hash,
      })
      .describe('the PDF that this statement is about'),
    standards: z
      .array(standard)
      .describe('the standards that the PDF claims')
      .meta({ examples: [['ua-1', 'a-3a']] }),
    validation: z
      .strictObject({
        validator: validator.describe('the validator that was run'),
        results: z.array(result).describe('its result for each standard'),
      })
      .nullable()
      .describe('the validation of this very file before it was issued; null if no validator was run on it'),
    programTestedWith: validator.describe(
      'the validator that the tests of the program run on example papers; it says nothing about this file',
    ),
    checkedByPeople: z
      .array(
        z.strictObject({
          by: z
            .string()
            .describe('the person or the team')
            .meta({ examples: ['Accessibility team'] }),
          on: z
            .string()
            .describe('the day')
            .meta({ examples: ['2024-10-24'] }),
          what: z
            .string()
            .describe('what was checked, in a sentence')
            .meta({ examples: ['Read aloud with NVDA from the title to the last table.'] }),
        }),
      )
      .describe('the checks by people that the authority recorded; empty if it recorded none'),
  })
  .describe('The standards that the PDF of an issued version claims, and how that was checked');

export type Statement = z.infer<typeof statementSchema>;

/** A validator's result for one file. */
export type Validation = NonNullable<Statement['validation']>;
