import { isRange, type Locator, pageRange, paragraphs } from '../locators.ts';
import type { Place } from './style.ts';

/** Singular and plural of what is counted. */
export type Labels = Readonly<Record<Locator['label'], readonly [string, string]>>;

export const locatorOf = (place: Place | undefined): Locator | undefined =>
  place === undefined || 'label' in place ? place : paragraphs(place);

/** `paras. 5–7`: a locator with its label; pages alone where the labels have none for them. */
export function labelled(place: Place | undefined, labels: Labels): string {
  const locator = locatorOf(place);
  if (!locator) return '';
  const label = labels[locator.label][isRange(locator) ? 1 : 0];
  return [label, pageRange(locator.value, 'plain')].filter(Boolean).join(' ');
}
