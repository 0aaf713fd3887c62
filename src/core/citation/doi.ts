/** The address of a DOI, however it is written: bare, with `doi:`, or as an address; `undefined` without one. */
export const doiAddress = (doi: string | undefined): string | undefined =>
  doi ? `https://doi.org/${doi.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')}` : undefined;
