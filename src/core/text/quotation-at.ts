import type { Analysis } from './analysis.ts';
import type { QuotedRange } from './quotation-scan.ts';
import { blockQuotation } from './quotations.ts';

/** No longer paragraph of a block quote is one quotation. */
const LONGEST = 20_000;

/** The quotation that the unit at `offset` stands in: between quotation marks, or the paragraph of a block quote. */
export function quotationAt(analysis: Analysis, offset: number): QuotedRange | undefined {
  const holds = ({ start, end }: QuotedRange): boolean => start <= offset && offset < end;
  const marked = analysis.quotationsIn(offset, offset).find(holds);
  if (marked) return marked;
  const block = analysis.paragraphAt(offset);
  if (!block?.quoted || block.kind !== 'paragraph' || block.end - block.start > LONGEST) return undefined;
  const whole = blockQuotation(analysis.text, block.start, block.end);
  return whole && holds(whole) ? whole : undefined;
}
