import { type EdtfDate, EdtfError, parseEdtf } from '../../../core/dossier/edtf.ts';

/** The date, or nothing where it is not one: the rule `dates` reports that, and the others have nothing to add. */
export function readableDate(text: string | undefined): EdtfDate | undefined {
  if (text === undefined) return undefined;
  try {
    return parseEdtf(text);
  } catch (error) {
    if (error instanceof EdtfError) return undefined;
    throw error;
  }
}
