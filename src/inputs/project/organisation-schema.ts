import * as z from 'zod';
import { LAW_IDS } from '../../laws/law.js';
import { MONTH_NAMES } from '../../model/year-starts.js';
import { field } from '../../schema/field.js';
import { date, id, text } from '../../schema/scalars.js';
import { withNames } from '../../schema/with-names.js';

const law = field(
  z.enum(LAW_IDS),
  'the law on access to meetings and papers; `papers check --laws` lists what each demands',
  'england-local-authority',
  'nhs-board',
);

const notice = z.strictObject({
  days: field(
    z.number().int().min(0),
    'the clear days between publication and the meeting; neither of these two days counts',
    5,
  ),
  'working-days': field(
    z.boolean(),
    'true if only working days count, without weekends and bank holidays',
    true,
  ),
});

const committeeName = field(text, 'the full name of the committee', 'Parks and Open Spaces Panel');

const committee = z
  .strictObject({
    name: committeeName,
    law: law.optional(),
    notice: notice.describe("the committee's own notice period").optional(),
  })
  .describe('a committee with a law or a notice period of its own');

export const organisationSchema = z
  .strictObject({
    name: field(text, 'the name of the authority', 'Northmere Borough Council'),
    short: field(text, 'its usual abbreviation', 'NBC'),
    language: field(
      z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'a language tag such as en-GB'),
      'the language of the papers',
      'en-GB',
    ),
    'year-starts': field(
      z.enum(MONTH_NAMES),
      'the month with which a year starts; by default april, and january for calendar years',
      'april',
      'january',
    ).optional(),
    law: law.optional(),
    committees: z
      .record(
        id,
        z
          .union([committeeName, committee])
          .describe('the full name of the committee, or a map with its name and its own law')
          .meta({
            examples: ['Parks and Open Spaces Panel', { name: 'Cabinet', law: 'england-executive' }],
          }),
      )
      .describe('the committees, by a short name of your choice'),
    areas: z
      .strictObject({
        count: field(
          z.number().int().positive(),
          'the number of areas; by default the number of `names`',
          32,
        ).optional(),
        singular: field(text, 'the word for one area', 'ward', 'hospital'),
        plural: field(text, 'the word for several areas', 'wards', 'hospitals'),
        whole: field(text, 'the name of all areas together', 'Northmere').optional(),
        names: field(
          z.array(text).min(1),
          'the name of every area; a name in areas.yaml that is not listed here is an error',
          ['Abbey', 'Denton'],
        ).optional(),
        families: z
          .record(
            withNames(text, 'areas'),
            field(
              z.array(withNames(text, 'areas')).min(1),
              'the areas that are most similar to it, of which a table can show the average',
              ['Denton', 'Eastgate'],
            ),
          )
          .describe('the family of an area, by its name: the areas that it is fairly compared with')
          .optional(),
      })
      .describe('the areas that the district is divided into'),
    scales: z
      .record(
        id,
        z
          .array(
            z
              .strictObject({
                id: field(id, 'the name in data', 'red'),
                label: field(text, 'the words that are printed', 'Red'),
                meaning: field(text, 'its meaning, for the key under a table', 'behind plan').optional(),
                mark: field(
                  text,
                  'a sign before the words, so that they do not rest on colour',
                  '▲',
                ).optional(),
              })
              .describe('one step'),
          )
          .min(2)
          .describe('the steps from one end to the other'),
      )
      .describe('the scales of data sets, such as red, amber and green')
      .optional(),
    acronyms: z
      .record(
        z.string().regex(/^\S+$/, 'a term without spaces'),
        field(text, 'its meaning, in words that fit a sentence', 'key performance indicator'),
      )
      .describe('the acronyms and their meanings; the paper explains each one at its first use'),
    names: field(
      z.array(z.union([text, z.number()])),
      'names with capitals or digits that are neither acronyms nor figures',
      ['COP30', 111, '24/7'],
    ).optional(),
    contacts: z
      .record(
        id,
        z
          .strictObject({
            name: field(text, 'the person or desk that answers', 'Parks desk'),
            telephone: field(
              z.union([text, z.number()]),
              'the number in quotes, with spaces as it should be printed',
              '01632 960001',
            ),
          })
          .describe('one contact'),
      )
      .describe('the contacts for readers'),
    notice: notice.describe("the notice period for papers, if it differs from the law's").optional(),
    'bank-holidays': field(z.array(date), 'days on which offices are closed, except weekends', [
      '2024-12-25',
      '2024-12-26',
    ]).optional(),
    'open-to-inspection': z
      .strictObject({
        reports: field(
          z.number().int().positive(),
          'the number of years that reports stay open to inspection',
          6,
        ),
        'background-papers': field(
          z.number().int().positive(),
          'the number of years that background papers stay open to inspection',
          4,
        ),
      })
      .describe('how long the public may inspect papers, in years from the date of the meeting')
      .optional(),
    'unpublished-sources': field(
      z.array(text).min(1),
      'the starts of sources that the public cannot read elsewhere: papers that use their figures list them as background papers',
      ['Visitor log', 'Incident system'],
    ).optional(),
    'time-stamping': z
      .strictObject({
        url: field(
          z.string().regex(/^https?:\/\/\S+$/, 'an address that begins with https:// or http://'),
          'the address of the time-stamping authority that `papers seal` asks',
          'https://timestamps.example.org/tsr',
        ).optional(),
        certificate: field(
          text,
          'the PEM file with the certificate of the authority, or of the one above it, from the folder of the project',
          'data/time-stamping.pem',
        ),
      })
      .describe('the time-stamping authority whose seals show when the register existed')
      .optional(),
    successor: z
      .strictObject({
        name: field(text, 'the body that replaced the authority', 'Northmere Unitary Authority'),
        notice: field(
          text,
          'a notice for readers of the archive',
          'This paper is kept as a record and may no longer be current.',
        ),
      })
      .describe('only if the authority has been replaced')
      .optional(),
  })
  .describe('The authority: everything that does not depend on the period');
