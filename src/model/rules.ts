/** How grave a breach of a rule is. An issue is refused on an error; a warning is for the author to weigh. */
export type Severity = 'error' | 'warning';

/** What is known of a rule before any paper is read. */
export interface Rule {
  severity: Severity;
  /** Where it comes from: a law, a guide, or what a reader loses without it. */
  source: string;
}

/**
 * What must hold before a paper can be built. The stage that would stumble over a breach reports it, always as an error
 * unless it is said otherwise below, and none of these can be switched off. A stage's new rule is added here.
 */
const BUILD_RULES = {
  'file-exists': 'the paper needs the file',
  'file-is-known': 'a file under another name would be left out without a word',
  'file-is-readable': 'what cannot be read cannot be printed',
  'file-is-inside': 'a paper is made from its own project, and from nothing else on the machine',
  'file-is-small': 'a file of many megabytes is a mistake',
  'file-is-utf8': 'other encodings lose characters',
  'style-is-self-contained': 'the HTML edition is one file, which a browser may not let ask for others',
  'yaml-is-valid': 'YAML 1.2',
  'alias-not-used': 'an alias can expand without bound, and hides where a value stands',
  'tag-not-used': 'a tag has YAML read a value otherwise than it looks',
  'value-is-whole': 'YAML takes the rest of a line after # for a comment',
  'space-is-plain': 'YAML reads a no-break space as a letter',
  'character-is-text': 'a control character prints nothing, or a box',
  'character-is-visible': 'what nobody sees cannot be proof-read, and parts words that a search looks for',
  'character-is-public': 'Unicode: private-use characters look different in every font',
  'character-prints': 'PDF/UA-1 and PDF/A-3: a character without a glyph is an empty box to every reader',
  'quotes-are-straight': 'YAML prints curly quotes, and does not quote with them',
  'key-is-not-text': 'a key that is indented too far is printed as words of the entry before',
  'key-is-known': 'the schemas in schemas/',
  'key-is-present': 'the schemas in schemas/',
  'key-fits': 'the schemas in schemas/',
  'value-fits': 'the schemas in schemas/',
  'rule-exists': 'a setting of a rule that does not exist would do nothing',
  'rule-can-be-set': 'a rule without which a paper cannot be built holds for every paper',

  'meeting-exists': 'a paper is for a meeting of meetings.yaml',
  'committee-exists': 'a meeting is of a committee of organisation.yaml',
  'meeting-is-on-its-day': 'a reader who is told the wrong day misses the meeting',
  'report-number-is-unique': 'papers are found by number and date',
  'paper-is-tabled': 'a paper is listed under its meeting in meetings.yaml',
  'quarter-exists': 'a financial year has four quarters, April to March',
  'windows-in-order': 'a change is measured from an earlier period to a later one',
  'month-counted-once': 'a chart has one point a month',
  'dates-in-order': 'a period begins before it ends',
  'measure-exists': 'a figure belongs to a measure of measures.yaml',
  'population-exists': 'a rate is worked out over people whose number is on file',
  'survey-exists': 'a measure belongs to a survey of measures.yaml',
  'unit-fits-kind': 'what is computed has a unit of its own',
  'group-exists': 'a gap is between two groups that measures.yaml names',
  'fact-exists': 'a total is the sum of facts that exist',
  'list-exists': 'a table prints a list that exists',
  'unreviewed-exists': 'a list of what is still to be reviewed names what there is',
  'source-is-stated': 'a figure is a number with a source',
  'box-exists': 'an arrow joins two boxes that exist',
  'box-is-unique': 'an arrow names a box by what it is called',
  'percentage-not-fraction': 'data holds percentages as published: 64, not 0.64',
  'count-within-base': 'those who gave an answer are among those who were asked',
  'areas-fit': 'no more areas are published than there are',
  'parts-add-up': 'a total is the sum of its parts',
  'appendix-exists': 'the template names the appendices',
  'header-field-exists': 'the template names the fields of the header block',
  'header-is-complete': 'the template says which fields a paper must fill in',

  'template-is-valid': 'Handlebars',
  'markup-is-refused': 'a value from data must not act as markup',
  'block-is-known': 'a paper is built from a few blocks: if, unless, each, with',
  'partial-exists': 'a template uses partials of its own folder',
  'partial-ends': 'a partial that calls itself never ends',
  'helper-exists': 'a template uses helpers that exist',
  'helper-is-used-right': 'a helper cannot work with other arguments',
  'name-exists': 'a name that does not exist would print nothing',
  'value-is-printable': 'what is printed is a figure, a text or a number',
  'narrative-is-literal': 'a folded text loses its lines, and faults in it their places',
  'narrative-is-a-paragraph': 'an entry is one numbered paragraph; its label would be lost in anything else',
  'narrative-is-present': 'the template says which narrative every paper has',
  'narrative-is-placed': 'words that no section prints would be lost without a word',
  'narrative-stands-alone': 'narrative is paragraphs, and a section places it between others',
  'narrative-is-placed-once': 'a paragraph has one number',

  'braces-are-double': 'what stands in single braces is printed as it stands',
  'list-is-markdown':
    'a bullet that is typed makes a paragraph, which a screen reader does not read as a list',
  'markdown-is-supported': 'a paper shows text, lists, tables of words, notes and links',
  'markdown-is-closed': 'markup without its partner would be printed',
  'link-is-safe': 'a link leads to a web page or an email address',
  'label-begins-paragraph': 'a label names the paragraph that it begins',
  'label-is-unique': 'a label names one thing',
  'reference-resolves': 'a reference leads to something that the paper has',
  'reference-has-number': 'a reference prints a number',
  'reference-leads-elsewhere': 'a reader who is sent to where they are learns nothing',
  'range-is-of-one-kind': 'a range goes from one number to another of its kind',
  'range-goes-forward': 'a range begins before it ends',
  'insert-exists': 'a table, chart or diagram comes from its YAML file',
  'insert-stands-alone': 'a table, chart or diagram stands between paragraphs',
} as const satisfies Record<string, string>;

/** What must hold before a version is issued, besides what is right in the paper itself. */
const ISSUE_RULES = {
  'report-number-given': 'the archive keeps a paper under its report number',
  'report-number-stays': 'a paper that has been issued cannot be moved',
  'history-is-whole': 'a version is issued on top of those before it',
  'version-is-new': 'an issued version never changes',
  'version-comes-after': 'versions are issued in their order',
  'version-differs': 'a version that says the same as the one before is none',
  'change-is-explained': 'who has read a version must be told what has changed since',
  'dates-follow': 'a version is not older than the one before it',
  'final-is-declared': 'the author says when a paper is ready',
} as const satisfies Record<string, string>;

/** What a paper fit to publish must also be. A template can set each to error, warning or off; a paper can switch it off. */
export const CHECK_RULES = {
  'direction-is-right': error('a reader who is sent the wrong way does not find it'),
  'part-is-cited': warning('a table that no sentence mentions is read by nobody'),
  'number-is-unambiguous': warning('where numbering begins anew, a number alone leads to several paragraphs'),
  'reference-is-bound': warning('a typed number is wrong as soon as a paragraph moves'),
  'cited-paper-has-number': error("the committee's agenda: papers are found by number and date"),
  'cited-paper-is-bound': warning("the committee's agenda: papers are found by number and date"),

  'number-is-bound': warning('Code of Practice for Statistics: a figure can be traced to its source'),
  'base-is-known': error('a share says nothing unless it is known how many were asked'),
  'base-is-enough': error('a share of few people is mostly chance'),
  'newest-quarter-is-used': warning('a committee acts on the latest figures'),
  'figure-has-one-value': error('figures agree with those in other places'),
  'significance-has-test': warning('a claim of significance is the result of a test'),
  'mark-has-note': error('a mark without its note means nothing'),
  'worsening-is-mentioned': warning('a change for the worse is reported as plainly as one for the better'),
  'points-are-called-points': error('a difference of percentages is in percentage points'),
  'sign-agrees-with-word': warning('a fall by a negative number would be a rise'),
  'word-agrees-with-change': error('the word says what the figure says'),
  'change-recomputes': error('a change is the difference of its two figures'),
  'sum-recomputes': warning('a total is the sum of its parts'),
  'ties-share-rank': error('equal results have one rank'),
  'ranking-shows-margin': warning('neighbours in a league table may have changed places by chance'),
  'shares-add-up': error('parts of a whole add up to it, as near as rounding brings them'),
  'shares-have-note': warning('a reader who adds up 99% looks for the missing part'),
  'bands-do-not-overlap': warning('one person would be counted in two bands'),
  'decimals-are-even': warning('numbers in a column are read against each other'),

  'acronym-expanded': warning('WCAG 2.2, 3.1.4 Abbreviations'),
  'acronym-expanded-once': warning('GOV.UK style: an acronym is spelled out the first time it is used'),
  'date-style-is-one': warning('GOV.UK style: dates as 2 April 2009'),
  'tense-fits-date': warning('members read the paper on the day of the meeting'),
  'sentence-is-short': warning('GOV.UK content design: sentences of at most 25 words'),
  'placeholder-is-filled': error('what was to be filled in was not'),
  'running-text-is-plain': warning('WCAG 2.2, 1.4.8 Visual presentation; GOV.UK style: no block capitals'),
  'paragraph-is-new': warning('members ask what has changed since the last paper'),

  'paragraph-is-reviewed': error('words carried over from an earlier paper may no longer be true'),
  'figure-has-come': error('a paper with gaps is not ready to be published'),
  'quarter-has-figures': error(
    'a file that is left out takes its figures with it, and a reader takes them for not published',
  ),

  'document-is-titled': error('WCAG 2.2, 2.4.2 Page titled; PDF/UA-1, 7.1'),
  'headings-in-order': error('WCAG 2.2, 1.3.1 Info and relationships; PDF/UA-1, 7.4.2'),
  'table-has-headers': error('WCAG 2.2, 1.3.1 Info and relationships; PDF/UA-1, 7.5'),
  'table-is-plain': warning('W3C tables tutorial: simple tables are understood by every screen reader'),
  'chart-has-few-series': warning('Government Analysis Function: few lines in a chart'),
  'colour-is-not-all': warning('WCAG 2.2, 1.4.1 Use of colour'),
  'contrast-is-enough': error('WCAG 2.2, 1.4.3 Contrast (minimum) and 1.4.11 Non-text contrast'),
  'figure-described': error('WCAG 2.2, 1.1.1 Non-text content'),
  'background-papers-are-listed': error('Local Government Act 1972, section 100D'),
  'author-and-contact-are-named': error('members and the public must know whom to ask'),
  'recommendation-is-made': error('a committee decides on recommendations'),
  'recommendation-begins-that': warning(
    "a resolution takes over the recommendation's words: RESOLVED that …",
  ),
  'published-in-time': error('Local Government Act 1972, section 100B(3) and (4)'),
  'publication-is-dated': warning(
    'Local Government Act 1972, section 100B: notice runs from the day of publication',
  ),
  'exempt-names-paragraph': error('Local Government Act 1972, section 100I and Schedule 12A'),
  'final-bears-no-draft-mark': error('members must know which version they decide on'),
  'clearance-is-given': error('the template says what a final paper must be cleared for'),
  'section-is-present': error("the committee's standing orders, as the template states them"),
} as const satisfies Record<string, Rule>;

function error(source: string): Rule {
  return { severity: 'error', source };
}

function warning(source: string): Rule {
  return { severity: 'warning', source };
}

export type CheckRule = keyof typeof CHECK_RULES;
export type RuleId = keyof typeof BUILD_RULES | keyof typeof ISSUE_RULES | CheckRule;

/** Rules that are only warned of where the paper is built all the same. */
const WARNINGS: readonly string[] = [
  'quotes-are-straight',
  'character-is-visible',
  'percentage-not-fraction',
  'final-is-declared',
];

/** Every rule, in the order in which a paper meets them. */
export const RULES: readonly (Rule & { id: RuleId; canBeSet: boolean })[] = [
  ...(Object.entries({ ...BUILD_RULES, ...ISSUE_RULES }) as [RuleId, string][]).map(([id, source]) => ({
    id,
    source,
    severity: WARNINGS.includes(id) ? ('warning' as const) : ('error' as const),
    canBeSet: false,
  })),
  ...(Object.entries(CHECK_RULES) as [CheckRule, Rule][]).map(([id, rule]) => ({
    id,
    ...rule,
    canBeSet: true,
  })),
];

export function isCheckRule(name: string): name is CheckRule {
  return Object.hasOwn(CHECK_RULES, name);
}
