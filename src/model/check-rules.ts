import { error, warning, type Rule } from './rule.js';

/**
 * Rules about the quality of a paper. A template can set each to error, warning or off. A paper can switch each off.
 */
export const CHECK_RULES = {
  'direction-is-right': error('"Above" and "below" must lead a reader in the right direction'),
  'part-is-cited': warning('Readers skip a table, chart, diagram or picture that no sentence mentions'),
  'number-is-unambiguous': warning('If numbers restart, one number can mean several paragraphs'),
  'reference-fits-subject': warning('A reader who follows the number expects what the sentence names'),
  'reference-is-bound': warning('A typed number becomes wrong when a paragraph moves'),
  'cited-paper-has-number': error("The committee's agenda: papers are found by number and date"),
  'cited-paper-is-bound': warning("The committee's agenda: papers are found by number and date"),

  'number-is-bound': warning('Code of Practice for Statistics: a figure can be traced to its source'),
  'base-is-known': error('A percentage means little without the number of people asked'),
  'base-is-enough': error('A percentage of few people is mostly chance'),
  'design-effect-is-usual': warning('A design effect below 1 makes every interval narrower'),
  'period-names-months': warning('A test of a change needs the months that both figures cover'),
  'newest-period-is-used': warning('A committee needs the latest figures'),
  'figure-has-one-value': error('The same figure has the same value everywhere'),
  'revision-is-marked': warning('Code of Practice for Statistics: a revision is marked, with its reason'),
  'significance-has-test': warning(
    'A claim that a change is significant, or larger than chance, needs a test',
  ),
  'mark-has-note': error('A mark means nothing without its note'),
  'worsening-is-mentioned': warning('A change for the worse is reported as plainly as one for the better'),
  'points-are-called-points': error('A difference between percentages is in percentage points'),
  'sign-agrees-with-word': warning('A fall by a negative number would be a rise'),
  'word-agrees-with-change': error('The word and the figure must agree'),
  'claim-agrees-with-figure': warning('A committee acts on the words: they must say what the figure says'),
  'change-recomputes': error('A change is the difference between its two figures'),
  'percentage-recomputes': error('A percentage is its part of the whole'),
  'sum-recomputes': warning('A total is the sum of its parts'),
  'ties-share-rank': error('Equal results share a rank'),
  'ranking-shows-margin': warning('Neighbours in a league table may differ by chance only'),
  'shares-add-up': warning('The parts of a whole add up to it, within rounding'),
  'shares-have-note': warning('A reader who adds up 99% looks for the missing part'),
  'bands-do-not-overlap': warning('Overlapping bands count a person twice'),
  'decimals-are-even': warning('Numbers in a column are easier to compare with equal decimal places'),

  'acronym-expanded': warning('WCAG 2.2, 3.1.4 Abbreviations'),
  'acronym-expanded-once': warning('GOV.UK style: spell out an acronym the first time it is used'),
  'date-style-is-one': warning('GOV.UK style: dates as 2 April 2009'),
  'date-fits-calendar': error('Members come on the day that they read first'),
  'tense-fits-date': warning('Members read the paper on the day of the meeting'),
  'promise-is-not-dropped': warning('Members ask what became of a promise that a paper no longer mentions'),
  'promise-is-not-overdue': warning('Members ask what became of a promise whose date has passed'),
  'year-fits-period': warning('A year carried over from an earlier paper misleads'),
  'sentence-is-short': warning('GOV.UK content design: sentences of at most 25 words'),
  'placeholder-is-filled': error('A placeholder must be filled in before the paper is published'),
  'running-text-is-plain': warning('WCAG 2.2, 1.4.8 Visual presentation; GOV.UK style: no block capitals'),
  'paragraph-is-new': warning('Members ask what has changed since the last paper'),

  'paragraph-is-reviewed': error('Text carried over from an earlier paper may no longer be true'),
  'figure-has-come': error('A paper with missing figures is not ready to be published'),
  'period-has-figures': error('Without the file, readers would assume that its figures were not published'),

  'document-is-titled': error('WCAG 2.2, 2.4.2 Page titled; PDF/UA-1, 7.1'),
  'headings-in-order': error('WCAG 2.2, 1.3.1 Info and relationships; PDF/UA-1, 7.4.2'),
  'table-has-headers': error('WCAG 2.2, 1.3.1 Info and relationships; PDF/UA-1, 7.5'),
  'table-is-plain': warning('W3C tables tutorial: every screen reader can read simple tables'),
  'chart-has-few-series': warning('Government Analysis Function: few lines in a chart'),
  'colour-is-not-all': warning('WCAG 2.2, 1.4.1 Use of colour'),
  'contrast-is-enough': error('WCAG 2.2, 1.4.3 Contrast (minimum) and 1.4.11 Non-text contrast'),
  'figure-described': error('WCAG 2.2, 1.1.1 Non-text content'),
  'picture-is-sharp': warning('A reader of the printed paper sees the dots of a small picture'),
  'picture-hides-place': warning('A photograph can give away the address of a home'),
  'background-papers-are-listed': error(
    "The committee's law, such as the Local Government Act 1972, section 100D",
  ),
  'background-papers-name-sources': warning(
    "The committee's law: documents that a report relies on are background papers, unless they are published",
  ),
  'author-and-contact-are-named': error('Members and the public need a person to ask'),
  'recommendation-is-made': error('A committee decides on recommendations'),
  'recommendation-begins-that': warning(
    'A resolution repeats the words of the recommendation: RESOLVED that …',
  ),
  'published-in-time': error(
    "The committee's law, such as the Local Government Act 1972, section 100B(3) and (4)",
  ),
  'notice-meets-law': warning('A setting can give more notice than the law, and no less'),
  'publication-is-dated': warning("The committee's law: notice runs from the day of publication"),
  'exempt-states-reason': error(
    'The law of the committee: the public interest in keeping it exempt outweighs that in publishing it, such as Local Government Act 1972, Schedule 12A, paragraph 10',
  ),
  'exempt-names-paragraph': error(
    "The committee's law, such as the Local Government Act 1972, section 100I and Schedule 12A",
  ),
  'key-decision-is-stated': warning(
    'The law of an executive: a key decision needs its own notice (SI 2012/2089, regulation 9)',
  ),
  'key-decision-is-announced': error(
    'SI 2012/2089, regulation 9: a key decision is announced 28 clear days before',
  ),
  'private-meeting-is-announced': error(
    'SI 2012/2089, regulation 5: a private meeting is announced 28 clear days before',
  ),
  'final-bears-no-draft-mark': error('Members must know which version they decide on'),
  'clearance-is-given': error('The template defines the clearance that a final paper needs'),
  'section-is-present': error("The committee's standing orders, as the template states them"),
} as const satisfies Record<string, Rule>;

export type CheckRule = keyof typeof CHECK_RULES;

export function isCheckRule(name: string): name is CheckRule {
  return Object.hasOwn(CHECK_RULES, name);
}
