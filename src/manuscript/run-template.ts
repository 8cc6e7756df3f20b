import Handlebars from 'handlebars';
import type { Indicators } from '../model/indicators.js';
import type { Inputs } from '../model/inputs.js';
import { makePlaceholder } from '../model/placeholder.js';
import { findExemption, formatExemptMark } from '../model/exemption.js';
import type { Value } from '../model/fragment.js';
import type { Markup } from '../model/markup.js';
import type { Checked, Place, Problem } from '../model/problem.js';
import { printNothing, type Compiled, type Template } from './compile-markup.js';
import { callHelper } from './helpers/call-helper.js';
import type { HelperDefinition } from './helpers/helper.js';
import { HELPERS } from './helpers/index.js';
import { makePositionMark } from './position-marks.js';
import { printValue } from './print-value.js';
import type { PlacedNarrative } from './rendered.js';
import { PRINT_HELPER, readCallPlace } from './rewrite-tree.js';

/** The values that all runs of templates in one paper share. */
export interface RunFacts {
  inputs: Inputs;
  indicators: Indicators;
  partials: Readonly<Record<string, Template>>;
  /** The names that narrative can use. */
  context: object;
  compileEntry: (markup: Markup) => Checked<Compiled>;
}

/** The result of one run: text with position marks and placeholders, and the values of its placeholders. */
export interface TemplateRun {
  text: string;
  values: Value[];
  problems: Problem[];
  isComplete: boolean;
  placed: PlacedNarrative[];
}

/** Runs a template on its context; a template that could not be compiled prints nothing. */
export function runTemplate(template: Template | null, context: object, facts: RunFacts): TemplateRun {
  return new Runner(facts).run(template ?? printNothing, context);
}

interface HelperOptions {
  hash: Record<string, unknown>;
}

/** Handlebars joins only the text that helpers return. The runner keeps their values and problems for the length of one run. */
class Runner {
  private readonly values: Value[] = [];
  private readonly problems: Problem[] = [];
  private readonly placed: PlacedNarrative[] = [];
  private isComplete = true;
  private readonly runtime: object;

  constructor(private readonly facts: RunFacts) {
    this.runtime = {
      helpers: this.bindHelpers(),
      partials: facts.partials,
      allowProtoPropertiesByDefault: false,
      allowProtoMethodsByDefault: false,
    };
  }

  run(template: Template, context: object): TemplateRun {
    const text = template(context, this.runtime);
    const { values, problems, isComplete, placed } = this;
    return { text, values, problems, isComplete, placed };
  }

  private bindHelpers(): Record<string, (...args: never[]) => unknown> {
    const bound = Object.entries(HELPERS).map(([name, helper]) => [name, this.bindHelper(helper)] as const);
    return {
      ...Object.fromEntries(bound),
      [PRINT_HELPER]: (value: unknown, name: string, { hash }: HelperOptions) =>
        this.print(value, name, readCallPlace(hash)),
      narrative: (group: string, { hash }: HelperOptions) =>
        new Handlebars.SafeString(this.printNarrative(group, readCallPlace(hash))),
    };
  }

  private bindHelper(helper: HelperDefinition): (...args: unknown[]) => unknown {
    const { inputs, indicators } = this.facts;
    return (...args) => {
      const { hash } = args.at(-1) as HelperOptions; // Handlebars passes the options last
      return this.keep(callHelper(helper, args.slice(0, -1), hash, { inputs, indicators }));
    };
  }

  private keep<T>({ value, problems }: Checked<T>): T {
    this.problems.push(...problems);
    return value;
  }

  /** Keeps a value and returns its placeholder. */
  private print(value: unknown, name: string, place: Place): Handlebars.SafeString {
    const placeholder = this.addValue(this.keep(printValue(value, name, place)));
    return new Handlebars.SafeString(makePositionMark(place) + placeholder);
  }

  private addValue(value: Value): string {
    return makePlaceholder(this.values.push(value) - 1);
  }

  private printNarrative(group: string, place: Place): string {
    const narrative = this.facts.inputs.paper.narrative.find(({ id }) => id === group);
    this.placed.push({ group, place });
    if (!narrative) return '';
    return narrative.entries.map(({ label, markup }) => this.printEntry(label, markup)).join('\n\n');
  }

  /** Marks an exempt paragraph in the exempt edition. */
  private printExemptMark(label: string): string {
    const { access, paper } = this.facts.inputs;
    const exemption = access === 'exempt' ? findExemption(paper.exempt, 'paragraphs', label) : null;
    if (!exemption) return '';
    const text = formatExemptMark(exemption);
    return ` ${this.addValue({ kind: 'inlines', content: [{ kind: 'strong', content: [{ kind: 'text', text }] }] })}`;
  }

  /** Text carries its own position mark. A paragraph that starts with a value does not, so a mark comes first. */
  private printEntry(label: string, markup: Markup): string {
    const { place } = markup;
    const labelled =
      makePositionMark(place) + this.addValue({ kind: 'label', label, place }) + this.printExemptMark(label);
    const { template } = this.keep(this.facts.compileEntry(markup));
    if (!template) this.isComplete = false;
    const text = (template ?? printNothing)(this.facts.context, this.runtime);
    // The space separates the label from a word that starts with *, _ or **. It is trimmed with the label.
    return `${labelled} ${text.trimEnd()}`;
  }
}
