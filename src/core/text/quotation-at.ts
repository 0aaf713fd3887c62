import type { Analysis } from './analysis.ts';
import { holds } from './ordered-ranges.ts';
import type { QuotedRange } from './quotation-scan.ts';
import { quotationOfBlock } from './quotations.ts';

/** The quotation that the unit at `offset` stands in: between quotation marks, or the paragraph of a block quote. */
export function quotationAt(analysis: Analysis, offset: number): QuotedRange | undefined {
  const marked = analysis.quotationsIn(offset, offset).find(quotation => holds(quotation, offset));
  if (marked) return marked;
  const block = analysis.paragraphAt(offset);
  const whole = block && quotationOfBlock(analysis.text, block);
  return whole && holds(whole, offset) ? whole : undefined;
}
