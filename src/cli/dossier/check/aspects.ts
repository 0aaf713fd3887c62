import { allEvidence, entryFault, type Rule } from './rule.ts';

/** Every piece of evidence says what it supports or contradicts, and not both of one aspect. */
export const aspects: Rule = {
  id: 'aspects',
  *check(dossier) {
    for (const { entry, path, evidence } of allEvidence(dossier)) {
      const { supports, contradicts } = evidence;
      if (!supports && !contradicts) {
        const message =
          'says neither what it supports nor what it contradicts: add e.g. supports: [date, place]';
        yield entryFault('aspects', entry, path, message);
      }
      const both = (supports ?? []).filter(aspect => contradicts?.includes(aspect));
      if (both.length > 0) {
        const message = `supports and contradicts ${both.join(', ')}: part it into two`;
        yield entryFault('aspects', entry, [...path, 'contradicts'], message);
      }
    }
  },
};
