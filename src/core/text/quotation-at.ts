import type { Analysis } from './analysis.ts';
import type { QuotedRange } from './quotation-scan.ts';
import { quotationOfBlock } from './quotations.ts';

/** The quotation that the unit at `offset` stands in: between quotation marks, or the paragraph of a block quote. */
export function quotationAt(analysis: Analysis, offset: number): QuotedRange | undefined {
  const holds = ({ start, end }: QuotedRange): boolean => start <= offset && offset < end;
  const marked = analysis.quotationsIn(offset, offset).find(holds);
  if (marked) return marked;
  const block = analysis.paragraphAt(offset);
  const whole = block && quotationOfBlock(analysis.text, block);
  return whole && holds(whole) ? whole : undefined;
}
