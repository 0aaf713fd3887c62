import type { CslFields, CslName } from '../dossier/records.ts';

/** A name as bibliographies have it: a person with particle and suffix, or an agency. */
export type CslPerson =
  | CslName
  | {
      readonly family: string;
      readonly given?: string;
      /** `van`, `de la`: stands before the family name and sorts with it. */
      readonly 'non-dropping-particle'?: string;
      /** `von`: stands with the given name where the name is turned round. */
      readonly 'dropping-particle'?: string;
      /** `Jr.`, `III`. */
      readonly suffix?: string;
    };

/**
 * What a reference can be made of: the fields of CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html,
 * appendix IV) that the styles know. The dossier's own fields are some of them. Dates are EDTF strings.
 */
export interface CslItem extends Omit<CslFields, 'author'> {
  readonly author?: readonly CslPerson[];
  readonly editor?: readonly CslPerson[];
  readonly translator?: readonly CslPerson[];
  readonly interviewer?: readonly CslPerson[];
  readonly 'title-short'?: string;
  readonly 'publisher-place'?: string;
  readonly edition?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly number?: string;
  readonly 'event-title'?: string;
  readonly 'event-place'?: string;
  readonly DOI?: string;
}
