import * as z from 'zod';
import { date, field, id, text } from '../../schema/schema-parts.js';

export const organisationSchema = z
  .strictObject({
    name: field(text, 'the authority whose committees meet', 'Northmere Borough Council'),
    short: field(text, 'its usual short form', 'NBC'),
    language: field(
      z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'a language tag such as en-GB'),
      'the language of its papers',
      'en-GB',
    ),
    committees: z
      .record(id, field(text, 'its name in full', 'Parks and Open Spaces Panel'))
      .describe('its committees by a short name of your choice'),
    areas: z
      .strictObject({
        count: field(z.number().int().positive(), 'how many there are', 32),
        singular: field(text, 'what one of them is called', 'borough', 'ward'),
        plural: field(text, 'what several are called', 'boroughs', 'wards'),
      })
      .describe('what its district is divided into'),
    acronyms: z
      .record(
        z.string().regex(/^\S+$/, 'a term without spaces'),
        field(text, 'what it stands for, as it reads in a sentence', 'key performance indicator'),
      )
      .describe('what each acronym stands for; the paper expands it where it first stands'),
    names: field(
      z.array(z.union([text, z.number()])),
      'names made of capitals or digits, which are neither acronyms nor figures',
      ['G20', 999, '24/7'],
    ).optional(),
    contacts: z
      .record(
        id,
        z
          .strictObject({
            name: field(text, 'who answers', 'Parks desk'),
            telephone: field(
              z.union([text, z.number()]),
              'the number, in quotes, spaced as it should be printed',
              '01632 960001',
            ),
          })
          .describe('one telephone'),
      )
      .describe('whom readers can ring'),
    notice: z
      .strictObject({
        days: field(
          z.number().int().min(0),
          'how many clear days before a meeting its papers must be published: neither day counts',
          5,
        ),
        'working-days': field(
          z.boolean(),
          'whether weekends and bank holidays are left out of the count',
          true,
        ),
      })
      .describe('the notice that papers need; left out where none is laid down')
      .optional(),
    'bank-holidays': field(z.array(date), 'days on which offices are shut, besides weekends', [
      '2024-12-25',
      '2024-12-26',
    ]).optional(),
    retention: z
      .strictObject({
        reports: field(z.number().int().positive(), 'for how many years reports stay open to inspection', 6),
        'background-papers': field(
          z.number().int().positive(),
          'for how many years background papers stay open to inspection',
          4,
        ),
      })
      .describe('how long the public may inspect papers, in years that begin with the date of the meeting')
      .optional(),
    successor: z
      .strictObject({
        name: field(text, 'the body that replaced the authority', 'Northmere Unitary Authority'),
        notice: field(
          text,
          'what a reader of its archive is told',
          'This paper is kept as a record and may no longer be current.',
        ),
      })
      .describe('where the authority has been replaced')
      .optional(),
  })
  .describe('What is true of the whole authority, whatever the quarter');
