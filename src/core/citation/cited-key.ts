import type { Analysis } from '../text/analysis.ts';
import { citationOf } from '../text/citation-at.ts';
import type { KeyMention } from '../text/citations.ts';
import { thingAt } from '../text/things.ts';
import { suffixOf } from './preview/find.ts';
import { writtenLocator } from './preview/written-locator.ts';
import type { CitedPlace } from './references.ts';

/** The key at an offset, or the one that ends there. */
export function keyAt(analysis: Analysis, offset: number): KeyMention | undefined {
  const thing = thingAt(analysis, offset);
  return thing?.kind === 'key' ? thing.key : undefined;
}

/** The place that the citation around a key gives for it: paragraphs, or whatever its locator counts. */
export function placeOfKey(analysis: Analysis, key: KeyMention): CitedPlace {
  const citation = citationOf(analysis, key);
  const item = citation?.items.find(each => each.key.start === key.start);
  if (!citation || !item) return { paragraphs: [] };
  if (item.paragraphs.length > 0) return { paragraphs: item.paragraphs };
  const locator = writtenLocator(suffixOf(analysis.text, item, citation))?.locator;
  return { paragraphs: [], ...(locator && { locator }) };
}
