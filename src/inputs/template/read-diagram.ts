import type { DiagramSpec } from '../../model/template.js';
import { diagramFaults } from './diagram-faults.js';
import { notesOf } from './notes-of.js';
import { diagramSchema } from './diagram-schema.js';
import type { SourceReader } from '../source-reader.js';

/** Reads one of the template's diagrams. Null where it cannot be used. */
export function readDiagram(reader: SourceReader, folder: string, name: string): DiagramSpec | null {
  const read = reader.yaml(`${folder}/diagrams/${name}.yaml`, diagramSchema);
  if (!read) return null;
  const { data, file } = read;
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
  reader.problems.push(...diagramFaults({ rows: boxes, arrows }, file));
  return {
    id: name,
    title: file.markupAt(['title']),
    alternative: file.markupAt(['alternative']),
    notes: notesOf(file, [], data.notes),
    data: { rows: boxes, arrows },
    place: file.placeOf([]),
  };
}
