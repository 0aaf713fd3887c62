import { expect, test } from 'vitest';
import { ORIGINAL_RULES } from '../../../../src/cli/dossier/check/rules.ts';
import {
  BERG,
  BULLETIN,
  BULLETIN_INDEX,
  type Case,
  expectFaults,
  HERALD,
  HERALD_INDEX,
  rulesOf,
  TALKS,
  VIDAL,
} from '../small.ts';
import { type Edit, linesAfter } from '../support.ts';

const SHA = '50d538c299c627ef5b383d3c745dcf9eb2782baf461b1cbacdf561fb807a1f44';
const CHANGED_SHA = 'b36cbd8e7a57894bd99d11b213c1da23ecf250f5321ce5ea1576ca780dd59b68';

const CASES: readonly Case[] = [
  {
    rule: 'originals',
    when: 'a received file is missing or another one',
    edits: [
      [HERALD, 'file: 000_herald.txt', 'file: 002_herald.txt'],
      ['originals/001_bulletin.txt', 'x x x < >', 'x x x > <'],
    ],
    faults: [
      'data/documents/bulletin-2031-calls.md:7:11: source.sha256: originals/001_bulletin.txt has 968281149a20a8e3616f1faa3a4c8d58862963749cf6a7b73e97b84895dabead: it is another file than the record speaks of',
      'data/documents/herald-2031-harbour.md:5:9: source.file: originals/002_herald.txt cannot be read: there is no such file',
    ],
  },
  {
    rule: 'originals',
    when: 'its length is not that of the record',
    edits: [[HERALD, 'length: 474', 'length: 475']],
    faults: [
      'data/documents/herald-2031-harbour.md:6:11: source.length: originals/000_herald.txt has 474 UTF-16 units, not 475',
    ],
  },
  {
    rule: 'coverage',
    when: 'words lie in no region',
    edits: [
      [HERALD, '  - { kind: heading, start: 317, end: 332 }\n', ''],
      [BULLETIN, 'kind: junk, start: 188, end: 203', 'kind: junk, start: 188, end: 201'],
    ],
    faults: [
      'data/documents/bulletin-2031-calls.md:21:5: regions[3]: 202–203 lies in no region after this: "x"',
      'data/documents/herald-2031-harbour.md:29:5: regions[4]: 317–332 lies in no region before this: "What comes next"',
    ],
  },
  {
    rule: 'quoted-words',
    when: 'a quotation is not word for word',
    edits: [[HERALD, 'words: We argued about every crane,', 'words: We argued about every train,']],
    faults: [
      'data/documents/herald-2031-harbour.md:37:12: quotations[0].words: the text has "We argued about every crane," at 201–229, not these words; they stand nowhere in it',
    ],
  },
  {
    rule: 'quoted-words',
    when: 'a quotation stands elsewhere',
    edits: [[HERALD, 'start: 397\n    end: 404', 'start: 398\n    end: 405']],
    faults: [
      'data/documents/herald-2031-harbour.md:30:5: regions[5]: the quotation mark at 396 belongs to no quotation: list what it encloses, as not-speech if it is none',
      'data/documents/herald-2031-harbour.md:44:12: quotations[1].start: no quotation mark stands before 398–405: take all that stands between the marks',
      'data/documents/herald-2031-harbour.md:45:10: quotations[1].end: no quotation mark stands after 398–405: take all that stands between the marks',
      'data/documents/herald-2031-harbour.md:46:12: quotations[1].words: the text has "arbour”" at 398–405, not these words; they stand at 397–404',
    ],
  },
  {
    rule: 'quotation-marks',
    when: 'a quotation is not listed, or only in part',
    edits: [
      [
        HERALD,
        `  - id: herald-2031-harbour-q2
    passage: 3
    start: 397
    end: 404
    words: harbour
    kind: not-speech
`,
        '',
      ],
      [
        BULLETIN,
        'start: 134\n    end: 156\n    words: Never call me at home,',
        'start: 134\n    end: 155\n    words: Never call me at home',
      ],
    ],
    faults: [
      'data/documents/bulletin-2031-calls.md:20:5: regions[2]: the quotation mark at 156 belongs to no quotation: list what it encloses, as not-speech if it is none',
      'data/documents/bulletin-2031-calls.md:26:10: quotations[0].end: no quotation mark stands after 134–155: take all that stands between the marks',
      'data/documents/herald-2031-harbour.md:30:5: regions[5]: the quotation mark at 396 belongs to no quotation: list what it encloses, as not-speech if it is none',
      'data/documents/herald-2031-harbour.md:30:5: regions[5]: the quotation mark at 404 belongs to no quotation: list what it encloses, as not-speech if it is none',
    ],
  },
  {
    rule: 'quotation-marks',
    when: 'a heading holds words in single marks that are not listed',
    edits: [
      ['originals/000_herald.txt', 'What comes next', "What is 'next'?"],
      [HERALD, SHA, CHANGED_SHA],
      [HERALD_INDEX, SHA, CHANGED_SHA],
    ],
    faults: [
      'data/documents/herald-2031-harbour.md:29:5: regions[4]: the quotation mark at 325 belongs to no quotation: list what it encloses, as not-speech if it is none',
      'data/documents/herald-2031-harbour.md:29:5: regions[4]: the quotation mark at 330 belongs to no quotation: list what it encloses, as not-speech if it is none',
    ],
  },
  {
    rule: 'expressions',
    when: 'the words that a date was resolved from do not stand there',
    edits: [[TALKS, 'expression: Wednesday', 'expression: Tuesday']],
    faults: [
      'data/meetings/2031-05-porthaven.yaml:10:15: dateBasis.expression: "Tuesday" stands in no passage that supports the date',
    ],
  },
  {
    rule: 'mentions',
    when: 'a region mentions someone else than it names',
    edits: [[HERALD, 'end: 315, mentions: [berg-anna]', 'end: 315, mentions: [holm-peter]']],
    faults: [
      'data/documents/herald-2031-harbour.md:28:5: regions[3]: "Berg" stands there, so it mentions berg-anna',
      "data/documents/herald-2031-harbour.md:28:64: regions[3].mentions[0]: no name form of holm-peter stands there: remove the mention, or add the form to the person's record",
      'data/people/holm-peter.yaml:9:3: surfaceForms: has none for herald-2031-harbour, which mentions holm-peter: add the forms that its text uses',
    ],
  },
  {
    rule: 'printed-names',
    when: 'a surface form stands nowhere, or only within a longer one',
    edits: [
      [BERG, 'herald-2031-harbour: [Anna Berg, Berg]', 'herald-2031-harbour: [Anna Berg, Berg, Anna]'],
      [VIDAL, 'bulletin-2031-calls: [Vidal]', 'bulletin-2031-calls: [Vidal, VIDAL]'],
    ],
    faults: [
      'data/people/berg-anna.yaml:28:42: surfaceForms.herald-2031-harbour[2]: "Anna" stands as a name of its own in no text, heading or caption of herald-2031-harbour that mentions berg-anna',
      'data/people/vidal-tomas.yaml:12:32: surfaceForms.bulletin-2031-calls[1]: "VIDAL" stands as a name of its own in no text, heading or caption of bulletin-2031-calls that mentions vidal-tomas',
    ],
  },
  {
    rule: 'printed-names',
    when: 'a surface form is missing',
    edits: [
      [BERG, 'herald-2031-harbour: [Anna Berg, Berg]', 'herald-2031-harbour: [Anna Berg]'],
      [VIDAL, 'herald-2031-harbour: [Tomas Vidal, Vidal]', 'herald-2031-harbour: [Vidal]'],
    ],
    faults: [
      'data/people/berg-anna.yaml:28:24: surfaceForms.herald-2031-harbour: lacks "Berg", which stands at 231–235: add it',
      'data/people/berg-anna.yaml:28:24: surfaceForms.herald-2031-harbour: lacks "Berg", which stands at 25–29: add it',
      'data/people/berg-anna.yaml:28:24: surfaceForms.herald-2031-harbour: none of these stands at 200–315 (passage 2), which mentions berg-anna: add the form that does',
      'data/people/berg-anna.yaml:28:24: surfaceForms.herald-2031-harbour: none of these stands at 25–69 (heading), which mentions berg-anna: add the form that does',
      'data/people/vidal-tomas.yaml:13:24: surfaceForms.herald-2031-harbour: lacks "Tomas Vidal", which stands at 85–96: add it',
    ],
  },
  {
    rule: 'index-match',
    when: 'terms and fingerprints are not those of the text',
    edits: [
      [HERALD_INDEX, '"crane"', '"cranes"'],
      [BULLETIN_INDEX, '"fingerprint": [\n        ', '"fingerprint": [\n        1, '],
    ],
    faults: [
      'data/index/bulletin-2031-calls.json:32:22: passages[0].fingerprint: passage 1 is not what the received text gives: make it anew with "npm run dossier -- index FOLDER"',
      'data/index/herald-2031-harbour.json:38:16: passages[1].terms: passage 2 is not what the received text gives: make it anew with "npm run dossier -- index FOLDER"',
    ],
  },
];

test('the small dossier agrees with its received texts', () => {
  expect(linesAfter([], true)).toEqual([]);
});

test.each(CASES)('$rule: $when', broken => {
  expectFaults(broken, true);
});

test('there is a case for every rule', () => {
  const rules = ['originals', ...ORIGINAL_RULES.map(({ id }) => id)];
  expect(rulesOf(CASES)).toEqual(rules.sort());
});

test('a quotation marked sic need not end at a mark', () => {
  const edits: readonly Edit[] = [
    [BULLETIN, 'end: 156', 'end: 155'],
    [BULLETIN, 'words: Never call me at home,', 'words: Never call me at home\n    sic: no mark closes it'],
  ];
  expect(linesAfter(edits, true)).toEqual([
    'data/documents/bulletin-2031-calls.md:20:5: regions[2]: the quotation mark at 156 belongs to no quotation: list what it encloses, as not-speech if it is none',
  ]);
});
