import * as z from 'zod';
import { STANDARD_NAMES, type PdfStandard } from '../../model/pdf-standards.js';
import { makeError, type Checked, type Problem } from '../../model/problem.js';
import { parseJson } from '../../schema/parse-json.js';
import type { Validation } from './statement-schema.js';

/** The parts of veraPDF's report in JSON that are used. */
const reportSchema = z.object({
  report: z.object({
    buildInformation: z.object({
      releaseDetails: z.array(z.object({ id: z.string(), version: z.string() })).min(1),
    }),
    jobs: z.tuple([
      z.object({
        itemDetails: z.object({ size: z.number() }),
        validationResult: z
          .array(
            z.object({
              profileName: z.string(),
              compliant: z.boolean(),
              details: z.object({
                passedRules: z.number(),
                failedRules: z.number(),
                passedChecks: z.number(),
                failedChecks: z.number(),
                ruleSummaries: z.array(
                  z.object({ clause: z.string(), description: z.string(), failedChecks: z.number() }),
                ),
              }),
            }),
          )
          .optional(),
      }),
    ]),
  }),
});

type Result = NonNullable<z.infer<typeof reportSchema>['report']['jobs'][0]['validationResult']>[number];

/** The first words of the name of veraPDF's profile for each standard. */
const PROFILES: Record<PdfStandard, string> = {
  'ua-1': 'PDF/UA-1 ',
  'a-3a': 'PDF/A-3a ',
  'ua-2': 'PDF/UA-2 ',
  'a-4f': 'PDF/A-4f ',
  wtpdf: 'WTPDF 1.0 Accessibility ',
};

/** The most broken rules of one standard that are listed. */
const MOST_RULES = 5;

/**
 * Reads veraPDF's report on a PDF that claims these standards. The value is null, with the reasons, if it is no report on the whole
 * file or if a rule is broken.
 */
export function readValidation(
  report: Uint8Array,
  pdf: Uint8Array,
  standards: readonly PdfStandard[],
): Checked<Validation | null> {
  const { data } = reportSchema.safeParse(parseJson(report));
  if (!data) return refuse('the validator gave no report in the format of veraPDF (JSON)');
  const { buildInformation, jobs } = data.report;
  const [{ itemDetails, validationResult = [] }] = jobs;
  if (itemDetails.size !== pdf.length)
    return refuse(
      `the validator checked a file of ${itemDetails.size} bytes, but the paper has ${pdf.length} bytes`,
    );
  const checked = standards.map((standard) => ({
    standard,
    result: validationResult.find(({ profileName }) => profileName.startsWith(PROFILES[standard])),
  }));
  const unchecked = checked
    .filter(({ result }) => !result)
    .map(({ standard }) => STANDARD_NAMES[standard].name);
  if (unchecked.length > 0) return refuse(`the validator did not check ${unchecked.join(', ')}`);
  const results = checked.flatMap(({ standard, result }) => (result ? [{ standard, result }] : []));
  const broken = results.filter(({ result }) => !result.compliant);
  if (broken.length > 0) return { value: null, problems: broken.flatMap(reportBrokenRules) };
  const { releaseDetails } = buildInformation;
  const release = releaseDetails.find(({ id }) => id === 'apps') ?? releaseDetails[0];
  return {
    value: {
      validator: { name: 'veraPDF', version: release?.version ?? '' },
      results: results.map(({ standard, result }) => summarise(standard, result)),
    },
    problems: [],
  };
}

function summarise(
  standard: PdfStandard,
  { profileName, compliant, details }: Result,
): Validation['results'][0] {
  const { passedRules, failedRules, passedChecks, failedChecks } = details;
  return {
    standard,
    profile: profileName,
    isCompliant: compliant,
    ...{ passedRules, failedRules, passedChecks, failedChecks },
  };
}

function refuse(message: string): Checked<null> {
  const hint = 'Name a command that runs veraPDF, such as --validator verapdf.';
  return { value: null, problems: [makeError('validator-reports', undefined, message, { hint })] };
}

function reportBrokenRules({ standard, result }: { standard: PdfStandard; result: Result }): Problem[] {
  const { name } = STANDARD_NAMES[standard];
  return result.details.ruleSummaries
    .slice(0, MOST_RULES)
    .map(({ clause, description, failedChecks }) =>
      makeError(
        'validator-finds-nothing',
        undefined,
        `${name}, ${clause}: ${description} (${failedChecks === 1 ? 'once' : `${failedChecks} times`})`,
        { hint: 'Please report this as a fault of the program, with the paper that shows it.' },
      ),
    );
}
