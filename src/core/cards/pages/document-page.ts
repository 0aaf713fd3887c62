import { type Dossier, isWeak } from '../../dossier/dossier.ts';
import type { CslName, Flaw, Quotation, Region, SourceDocument } from '../../dossier/records.ts';
import { passageId } from '../../dossier/reference.ts';
import type { Translate, Voice } from '../../dossier/translate.ts';
import type { Block, Inline, Page, Statement } from '../page.ts';
import { grade, gradeWords } from '../phrases.ts';
import { locatorText, type SourceMark } from '../sources.ts';
import {
  dateText,
  disputeItem,
  heading,
  joined,
  listed,
  meetingItem,
  personLink,
  statements,
} from './shared.ts';

/** The heading of a passage; the preview makes the anchor of it that `passageAnchor` gives. */
const passageHeading = (number: number, t: Translate): string => t('Paragraph {0}', number);

/** The fragment that leads to a passage on its document's page. */
export const passageAnchor = (number: number, t: Translate): string =>
  passageHeading(number, t).trim().toLowerCase().replace(/\s+/g, '-');

/** Everything known of a document: how it is known, its grade, its flaws, and its passages as our own précis. */
export function documentPage(dossier: Dossier, document: SourceDocument, voice: Voice): Page {
  const { t } = voice;
  const { assessment } = document;
  return {
    title: document.csl.title,
    blocks: [
      ...(isWeak(document)
        ? [
            {
              kind: 'notice' as const,
              content: [{ strong: t('Not a source to rely on: graded {0}.', grade(assessment)) }],
            },
          ]
        : []),
      { kind: 'paragraph', content: [document.summary] },
      statements(fields(document, voice), t),
      heading(t('Assessment: {0}', grade(assessment))),
      { kind: 'paragraph', content: [{ emphasis: gradeWords(assessment, t) }, `. ${assessment.reason}`] },
      ...listed(t('Disputes'), disputes(dossier, document).map(disputeItem)),
      ...listed(
        t('Meetings it is evidence for'),
        [...dossier.meetings.values()]
          .filter(meeting => dossier.documentsOf(meeting.evidence).includes(document))
          .map(meeting => meetingItem(dossier, meeting, voice)),
      ),
      heading(t('Paragraphs, in our own words')),
      ...document.passages.flatMap(passage => passageBlocks(dossier, document, passage.number, t)),
      ...listed(
        t('Quotations'),
        speechAt(document, undefined).map(quotation => [
          ...quotationItem(dossier, quotation, t),
          `, ${locatorText(document, quotation, t)}`,
        ]),
      ),
      ...listed(
        t('Figures'),
        document.figures.map((figure): Inline[] => [
          {
            text: `¶${figure.passage}`,
            to: { type: 'passage', id: passageId(document.id, figure.passage) },
          },
          ` — ${[figure.hedge, figure.value].filter(Boolean).join(' ')}: ${figure.what}`,
        ]),
      ),
      ...flaws(document, t),
    ],
  };
}

/** How a field is known stands where elsewhere the sources stand. */
const basisMark: SourceMark = {
  source: '',
  weak: false,
  contradicts: false,
  contradicted: [],
  attests: false,
};

const nameText = (name: CslName): string =>
  'literal' in name ? name.literal : [name.given, name.family].filter(Boolean).join(' ');

/** Bibliographic fields, each with how it is known in the place of evidence. */
function fields(document: SourceDocument, voice: Voice): Statement[] {
  const { t } = voice;
  const { csl, basis } = document;
  const row = (field: string, label: string, content: Inline | undefined): Statement[] =>
    content === undefined || content === ''
      ? []
      : [
          {
            label,
            content: [content],
            evidence: [{ ...basisMark, source: basis[field] ?? t('printed in the text') }],
          },
        ];
  return [
    ...row('author', t('Author'), (csl.author ?? []).map(nameText).join(', ')),
    ...row('container-title', t('Published in'), csl['container-title']),
    ...row('section', t('Section'), csl.section),
    ...row('publisher', t('Publisher'), csl.publisher),
    ...row('issued', t('Published'), csl.issued ? dateText(csl.issued, voice) : undefined),
    ...row('URL', t('Address'), csl.URL ? { text: csl.URL, to: { url: csl.URL } } : undefined),
    { label: t('Citation key'), content: [document.id], evidence: [] },
  ];
}

function flaws(document: SourceDocument, t: Translate): Block[] {
  const kinds: Record<Region['kind'], string> = {
    text: t('text'),
    heading: t('heading'),
    caption: t('caption'),
    furniture: t('page furniture'),
    'printed-twice': t('printed twice'),
    junk: t('junk'),
  };
  const place = (flaw: Flaw): Inline => {
    const region = document.regions.find(
      candidate => candidate.start <= flaw.start && flaw.start < candidate.end,
    );
    if (region?.kind === 'text' && region.passage !== undefined) {
      const id = passageId(document.id, region.passage);
      return { text: `¶${region.passage}`, to: { type: 'passage', id } };
    }
    return { strong: region ? kinds[region.kind] : t('whole text') };
  };
  return listed(
    t('Flaws'),
    document.flaws.map(flaw => [place(flaw), ` — ${flaw.note}`]),
  );
}

const disputes = (dossier: Dossier, document: SourceDocument) =>
  [...dossier.disputes.values()].filter(dispute =>
    dispute.positions.some(position => dossier.documentsOf(position.evidence).includes(document)),
  );

/** What was said in a passage, or outside all passages, in a heading or a caption. */
const speechAt = (document: SourceDocument, passage: number | undefined): readonly Quotation[] =>
  document.quotations.filter(quotation => quotation.passage === passage && quotation.kind !== 'not-speech');

const quotationItem = (dossier: Dossier, quotation: Quotation, t: Translate): Inline[] => [
  `“${quotation.words}” — `,
  quotation.speaker ? personLink(dossier, quotation.speaker) : t('unnamed'),
  quotation.kind === 'reported' ? ` (${t('reported')})` : '',
  quotation.sic ? ` [sic: ${quotation.sic}]` : '',
];

function passageBlocks(dossier: Dossier, document: SourceDocument, number: number, t: Translate): Block[] {
  const passage = dossier.passage(document.id, number);
  if (!passage) return [];
  const quotations = speechAt(document, number);
  return [
    heading(passageHeading(number, t), 3),
    { kind: 'paragraph', content: [passage.precis] },
    ...(passage.mentions.length > 0
      ? [
          {
            kind: 'paragraph' as const,
            content: [t('Names: '), ...joined(passage.mentions.map(id => personLink(dossier, id)))],
          },
        ]
      : []),
    ...(quotations.length > 0
      ? [
          {
            kind: 'list' as const,
            items: quotations.map(quotation => quotationItem(dossier, quotation, t)),
          },
        ]
      : []),
  ];
}
