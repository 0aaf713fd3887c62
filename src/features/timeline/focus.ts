import { parsePassageId } from '../../core/dossier/reference.ts';
import type { TimelineTarget } from '../../core/timeline/data.ts';
import { referenceArgument } from '../../platform/references.ts';

/**
 * What a command's argument asks to bring into view: `{ person }` or `{ meeting }` by id, a record's reference, or a tree
 * item that has one. A passage stands for its document; what the timeline does not show asks for nothing.
 */
export function focusArgument(argument: unknown): TimelineTarget | undefined {
  const reference = referenceArgument(argument);
  if (reference) {
    const { type, id } = reference;
    if (type === 'person' || type === 'meeting' || type === 'document') return { type, id };
    const document = type === 'passage' ? parsePassageId(id)?.document : undefined;
    return document === undefined ? undefined : { type: 'document', id: document };
  }
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { person, meeting } = argument as { readonly person?: unknown; readonly meeting?: unknown };
  if (typeof meeting === 'string') return { type: 'meeting', id: meeting };
  return typeof person === 'string' ? { type: 'person', id: person } : undefined;
}
