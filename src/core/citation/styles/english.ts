import type { CslItem } from '../csl-item.ts';
import { doiAddress } from '../doi.ts';
import { isWebAddress, type RichText } from '../rich-text.ts';
import { address } from './parts.ts';

/** `2` to `2nd`. */
export function ordinal(number: string): string {
  const ending = /1\d$/.test(number) ? 'th' : (['th', 'st', 'nd', 'rd'][Number(number.slice(-1))] ?? 'th');
  return number + ending;
}

/** The DOI as an address, or the address. */
export function linkOf({ DOI, URL }: CslItem): RichText {
  const link = doiAddress(DOI) ?? URL;
  return isWebAddress(link) ? address(link) : [];
}
