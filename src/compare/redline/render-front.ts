import { makeElement, markup, type Html } from '../../markup/markup.js';
import type { Comparison, FieldComparison, MetadataChange } from '../describe/comparison.js';
import type { Signposts } from './make-signposts.js';
import { renderEdit, renderSpans } from './render-spans.js';

/** Renders what comes before the first section: the changed properties of the paper, and its header block. */
export function renderFront({ metadata, header }: Comparison, signposts: Signposts): Html {
  const properties = metadata.map((property) => renderProperty(property, signposts));
  const fields = header.map((field) => renderField(field, signposts));
  const lists = [properties, fields].filter((items) => items.length > 0);
  return markup`${lists.map((items) => markup`<dl>${items}\n</dl>\n`)}`;
}

function renderProperty(property: MetadataChange, signposts: Signposts): Html {
  const { name, before, after } = property;
  const edit = renderEdit([{ text: before, marks: {} }], [{ text: ` ${after}`, marks: {} }]);
  return markup`\n<div id="${signposts.get(property)?.id ?? ''}"><dt>${name}</dt> <dd>${edit}</dd></div>`;
}

function renderField(field: FieldComparison, signposts: Signposts): Html {
  return makeElement('div', { id: signposts.get(field)?.id ?? null }, [
    markup`<dt>${field.name}</dt> `,
    makeElement('dd', {}, renderSpans(field.text)),
  ]);
}
