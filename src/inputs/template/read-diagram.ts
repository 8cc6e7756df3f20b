import type { Checked } from '../../model/problem.js';
import type { DiagramSpec } from '../../model/template.js';
import { checkDiagram } from './check-diagram.js';
import { readNotes } from './read-notes.js';
import { diagramSchema } from './diagram-schema.js';
import type { SourceReader } from '../source-reader.js';

/** Reads one of the template's diagrams. The value is null if its file does not fit the schema. */
export function readDiagram(reader: SourceReader, folder: string, name: string): Checked<DiagramSpec | null> {
  const { value, problems } = reader.yaml(`${folder}/diagrams/${name}.yaml`, diagramSchema);
  if (!value) return { value: null, problems };
  const { data, file } = value;
  const boxes = data.rows.map((row) =>
    row.map((box) => ({
      id: box.id,
      title: box.title,
      text: box.text ?? [],
      isEmphasised: box.emphasis ?? false,
    })),
  );
  const arrows = (data.arrows ?? []).map((arrow) => ({
    from: arrow.from,
    to: arrow.to,
    label: arrow.label ?? null,
    isTwoWay: arrow.both ?? false,
  }));
  return {
    value: {
      id: name,
      title: file.markupAt(['title']),
      alternative: file.markupAt(['alternative']),
      notes: readNotes(file, [], data.notes),
      data: { rows: boxes, arrows },
      place: file.placeOf([]),
    },
    problems: [...problems, ...checkDiagram({ rows: boxes, arrows }, file)],
  };
}
