import { isPassageEvidence } from '../../../core/dossier/dossier.ts';
import type { Evidence } from '../../../core/dossier/records.ts';
import type { Original } from '../originals.ts';
import { entryFault, type OriginalRule } from './rule.ts';

/** The expression that a date was resolved from stands where the evidence of the date points to. */
export const expressions: OriginalRule = {
  id: 'expressions',
  *check(originals, { meetings }) {
    for (const entry of meetings) {
      const { expression } = entry.record.dateBasis;
      if (expression === undefined) continue;
      const dated = entry.record.evidence.filter(item => item.supports?.includes('date'));
      const texts = dated.map(item => textOf(item, originals));
      if (texts.includes(undefined) || texts.some(text => contains(text ?? '', expression))) continue;
      const message = `"${expression}" stands in no passage that supports the date`;
      yield entryFault('expressions', entry, ['dateBasis', 'expression'], message);
    }
  },
};

/** What the evidence points to: nothing for a public record, unknown where the text is not at hand. */
function textOf(evidence: Evidence, originals: readonly Original[]): string | undefined {
  if (!isPassageEvidence(evidence)) return '';
  const original = originals.find(({ document }) => document.record.id === evidence.document);
  if (!original) return undefined;
  const passage = original.document.record.passages.find(candidate => candidate.number === evidence.passage);
  const start = evidence.start ?? passage?.start;
  const end = evidence.end ?? passage?.end;
  return start === undefined || end === undefined ? undefined : original.text.slice(start, end);
}

/** Whether the words stand in the text, whatever its case and its blanks. */
function contains(text: string, expression: string): boolean {
  const plain = (words: string): string => words.replace(/\s+/g, ' ').toLowerCase();
  return plain(text).includes(plain(expression));
}
