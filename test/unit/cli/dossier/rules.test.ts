import { describe, expect, test } from 'vitest';
import { RULES } from '../../../../src/cli/dossier/check/rules.ts';
import {
  BERG,
  BULLETIN,
  CALLS,
  type Case,
  DINNER,
  DISPUTE,
  expectFaults,
  HERALD,
  HERALD_INDEX,
  LIND,
  rulesOf,
  TALKS,
  VIDAL,
} from '../small.ts';
import { type Edit, linesAfter } from '../support.ts';

const SHA = '50d538c299c627ef5b383d3c745dcf9eb2782baf461b1cbacdf561fb807a1f44';

const CASES: readonly Case[] = [
  {
    rule: 'ids',
    when: 'a record is not named as its file',
    edits: [[DISPUTE, 'id: who-called', 'id: who-rang']],
    faults: [
      'data/disputes/who-called.yaml:1:5: id: is who-rang, but the file is named who-called: the two must be the same',
    ],
  },
  {
    rule: 'ids',
    when: 'two quotations have one id',
    edits: [[HERALD, 'id: herald-2031-harbour-q2', 'id: herald-2031-harbour-q1']],
    faults: [
      'data/documents/herald-2031-harbour.md:42:9: quotations[1].id: herald-2031-harbour-q1 stands already in data/documents/herald-2031-harbour.md',
    ],
  },
  {
    rule: 'references',
    when: 'a participant is unknown',
    edits: [[TALKS, 'person: berg-anna', 'person: berg-ana']],
    faults: [
      'data/meetings/2031-05-porthaven.yaml:5:15: participants[0].person: no person has the id berg-ana; did you mean berg-anna?',
    ],
  },
  {
    rule: 'references',
    when: 'a mention, a meeting, a document and a public record are unknown',
    edits: [
      [HERALD, 'end: 439, mentions: [vidal-tomas]', 'end: 439, mentions: [vidal-tom]'],
      [DINNER, 'partOf: 2031-05-porthaven', 'partOf: 2031-05-portheaven'],
      [DISPUTE, 'document: herald-2031-harbour', 'document: times-1999'],
      [LIND, 'record: travel-table', 'record: travel-tables'],
      [BERG, 'bulletin-2031-calls: [Berg]', 'bulletin-2031-call: [Berg]'],
    ],
    faults: [
      'data/disputes/who-called.yaml:10:21: positions[1].evidence[0].document: no document has the id times-1999',
      'data/documents/herald-2031-harbour.md:30:64: regions[5].mentions[0]: no person has the id vidal-tom; did you mean vidal-tomas?',
      'data/meetings/2031-05-13-porthaven-dinner.yaml:11:9: partOf: no meeting has the id 2031-05-portheaven; did you mean 2031-05-porthaven?',
      'data/people/berg-anna.yaml:27:3: surfaceForms: has none for bulletin-2031-calls, which mentions berg-anna: add the forms that its text uses',
      'data/people/berg-anna.yaml:27:23: surfaceForms.bulletin-2031-call: no document has the id bulletin-2031-call; did you mean bulletin-2031-calls?',
      'data/people/lind-eva.yaml:11:19: offices[0].evidence[0].record: no public record has the id travel-tables; did you mean travel-table?',
    ],
  },
  {
    rule: 'dates',
    when: 'a date is not EDTF',
    edits: [
      [TALKS, "date: '2031-05-12/2031-05-14'", "date: '2031-05-12/2031-05-32'"],
      [HERALD, "issued: '2031-05-15'", "issued: '2031-13'"],
      [BERG, "period: '2031'", "period: '31'"],
    ],
    faults: [
      'data/documents/herald-2031-harbour.md:14:11: csl.issued: "2031-13" is not a date in EDTF: there is no month 13',
      'data/meetings/2031-05-porthaven.yaml:7:7: date: "2031-05-12/2031-05-32" is not a date in EDTF: 2031-05 has the days 01 to 31',
      'data/people/berg-anna.yaml:19:13: relations[0].period: "31" is not a date in EDTF: expected year, year-month or year-month-day',
    ],
  },
  {
    rule: 'parts',
    when: 'a part lies outside its whole',
    edits: [[DINNER, "date: '2031-05-13'", "date: '2031-05'"]],
    faults: [
      'data/meetings/2031-05-13-porthaven-dinner.yaml:7:7: date: 2031-05 does not lie within 2031-05-12/2031-05-14, the date of 2031-05-porthaven, of which this is a part',
    ],
  },
  {
    rule: 'parts',
    when: 'a meeting is a part of its own part',
    edits: [[TALKS, 'topics: [harbours]', 'topics: [harbours]\npartOf: 2031-05-13-porthaven-dinner']],
    faults: [
      'data/meetings/2031-05-13-porthaven-dinner.yaml:11:9: partOf: 2031-05-13-porthaven-dinner would be a part of itself',
      'data/meetings/2031-05-porthaven.yaml:14:9: partOf: 2031-05-porthaven would be a part of itself',
    ],
  },
  {
    rule: 'aspects',
    when: 'evidence does not say what it is for',
    edits: [[BERG, 'passage: 2, supports: [relation] }', 'passage: 2 }']],
    faults: [
      'data/people/berg-anna.yaml:22:7: relations[0].evidence: none of it supports the relation: add relation to what the evidence supports',
      'data/people/berg-anna.yaml:22:9: relations[0].evidence[0]: says neither what it supports nor what it contradicts: add e.g. supports: [date, place]',
    ],
  },
  {
    rule: 'aspects',
    when: 'evidence supports and contradicts the same',
    edits: [[DISPUTE, 'contradicts: [event]', 'supports: [event], contradicts: [event]']],
    faults: [
      'data/disputes/who-called.yaml:10:86: positions[1].evidence[0].contradicts: supports and contradicts event: part it into two',
    ],
  },
  {
    rule: 'pointers',
    when: 'there is no such passage',
    edits: [[BERG, 'passage: 2', 'passage: 40']],
    faults: [
      'data/people/berg-anna.yaml:22:51: relations[0].evidence[0].passage: document herald-2031-harbour has passages 1 to 3, not 40',
    ],
  },
  {
    rule: 'pointers',
    when: 'evidence points to no place',
    edits: [[CALLS, 'document: bulletin-2031-calls, start: 27, end: 67,', 'document: bulletin-2031-calls,']],
    faults: [
      'data/meetings/2031-calls.yaml:14:5: evidence[1]: points to no place: give a passage, or start and end of a caption or heading',
    ],
  },
  {
    rule: 'pointers',
    when: 'a start has no end',
    edits: [[CALLS, 'start: 27, end: 67', 'start: 27']],
    faults: [
      'data/meetings/2031-calls.yaml:14:45: evidence[1].start: stands alone: give start and end together',
    ],
  },
  {
    rule: 'pointers',
    when: 'an end is not after its start',
    edits: [[CALLS, 'start: 27, end: 67', 'start: 27, end: 27']],
    faults: ['data/meetings/2031-calls.yaml:14:54: evidence[1].end: 27 is not after the start, 27'],
  },
  {
    rule: 'pointers',
    when: 'an end lies beyond the file',
    edits: [[CALLS, 'start: 27, end: 67', 'start: 190, end: 205']],
    faults: [
      'data/meetings/2031-calls.yaml:14:55: evidence[1].end: 205 lies beyond the end of bulletin-2031-calls, which has 204 characters',
    ],
  },
  {
    rule: 'pointers',
    when: 'a stretch leaves its passage',
    edits: [[CALLS, 'start: 69, end: 106', 'start: 68, end: 106']],
    faults: [
      'data/meetings/2031-calls.yaml:13:57: evidence[0].start: 68–106 lies outside passage 1 of bulletin-2031-calls, which is 69–187',
    ],
  },
  {
    rule: 'pointers',
    when: 'a stretch lies in a passage that is not named',
    edits: [[CALLS, 'start: 27, end: 67', 'start: 27, end: 70']],
    faults: [
      'data/meetings/2031-calls.yaml:14:45: evidence[1].start: 27–70 lies in passage 1 of bulletin-2031-calls: add passage: 1',
    ],
  },
  {
    rule: 'record-urls',
    when: 'the address of an entry is not one of its record',
    edits: [[LIND, 'https://records.example/travels/lind', 'https://records.example/travelstories']],
    faults: [
      'data/people/lind-eva.yaml:11:48: offices[0].evidence[0].url: does not lie under https://records.example/travels, the address of travel-table',
    ],
  },
  {
    rule: 'offices',
    when: 'two hold the office of secretary of state at a time',
    edits: [[LIND, "from: '2033-01-20'", "from: '2033-01-19'"]],
    faults: [
      'data/people/lind-eva.yaml:7:5: offices[0]: 2033-01-19 to now overlaps with berg-anna, who held this office 2029-01-21 to 2033-01-20',
    ],
  },
  {
    rule: 'offices',
    when: 'nobody left it',
    edits: [[BERG, "    to: '2033-01-20'\n", '']],
    faults: [
      'data/people/lind-eva.yaml:7:5: offices[0]: 2033-01-20 to now overlaps with berg-anna, who held this office 2029-01-21 to now',
    ],
  },
  {
    rule: 'offices',
    when: 'a tenure ends before it begins',
    edits: [[BERG, "to: '2033-01-20'", "to: '2028'"]],
    faults: ['data/people/berg-anna.yaml:13:9: offices[0].to: 2028 is before the beginning, 2029-01-21'],
  },
  {
    rule: 'regions',
    when: 'two regions overlap',
    edits: [[HERALD, 'kind: heading, start: 317', 'kind: heading, start: 314']],
    faults: [
      'data/documents/herald-2031-harbour.md:29:29: regions[4].start: 314–332 begins before the end of the region above it, 315',
    ],
  },
  {
    rule: 'regions',
    when: 'a region is empty or beyond the file',
    edits: [
      [HERALD, 'kind: furniture, start: 441, end: 473', 'kind: furniture, start: 441, end: 475'],
      [BULLETIN, 'kind: furniture, start: 0, end: 25', 'kind: furniture, start: 25, end: 25'],
    ],
    faults: [
      'data/documents/bulletin-2031-calls.md:18:40: regions[0].end: 25 is not after the start, 25',
      'data/documents/herald-2031-harbour.md:31:41: regions[6].end: 475 lies beyond the end of the file, 474',
    ],
  },
  {
    rule: 'regions',
    when: 'a region has fields that are not for its kind',
    edits: [
      [HERALD, 'kind: furniture, start: 441, end: 473', 'kind: furniture, passage: 3, start: 441, end: 473'],
      [
        BULLETIN,
        'kind: junk, start: 188, end: 203',
        'kind: printed-twice, passage: 2, start: 188, end: 203, mentions: [berg-anna]',
      ],
    ],
    faults: [
      'data/documents/bulletin-2031-calls.md:21:37: regions[3].passage: there is no passage 2 that it could repeat',
      'data/documents/bulletin-2031-calls.md:21:72: regions[3].mentions: stands only in a region of kind text, heading, caption, not printed-twice',
      'data/documents/herald-2031-harbour.md:31:33: regions[6].passage: stands only in a region of kind text or printed-twice, not furniture',
    ],
  },
  {
    rule: 'regions',
    when: 'a text has no number',
    edits: [[HERALD, 'kind: heading, start: 317', 'kind: text, start: 317']],
    faults: [
      'data/documents/herald-2031-harbour.md:29:13: regions[4].kind: is text without a number: add passage',
    ],
  },
  {
    rule: 'passages',
    when: 'a précis is missing',
    edits: [[HERALD, '2. Berg spoke of a quarrel over details and went home with her people.\n', '']],
    faults: [
      'data/documents/herald-2031-harbour.md:28:28: regions[3].passage: passage 2 has no précis below the front matter: add a line "2. …"',
      'data/documents/herald-2031-harbour.md:55:1: précis 3: stands where précis 2 comes next',
    ],
  },
  {
    rule: 'passages',
    when: 'a précis belongs to no passage',
    edits: [[BULLETIN, 'four calls.\n', 'four calls.\n2. Nothing more.\n']],
    faults: ['data/documents/bulletin-2031-calls.md:36:1: précis 2: no region of kind text has passage 2'],
  },
  {
    rule: 'passages',
    when: 'a number is left out',
    edits: [
      [BULLETIN, 'kind: text, passage: 1', 'kind: text, passage: 2'],
      [BULLETIN, '1. A clerk', '2. A clerk'],
    ],
    faults: [
      'data/disputes/who-called.yaml:7:51: positions[0].evidence[0].passage: document bulletin-2031-calls has passage 2 alone, not 1',
      'data/documents/bulletin-2031-calls.md:20:28: regions[2].passage: is 2 where 1 comes next',
      'data/documents/bulletin-2031-calls.md:24:14: quotations[0].passage: the document has passage 2 alone, not 1',
      'data/documents/bulletin-2031-calls.md:35:1: précis 2: stands where précis 1 comes next',
      'data/index/bulletin-2031-calls.json:4:15: passages: has passage 1 alone, but the document has passage 2 alone: make it anew with "npm run dossier -- index FOLDER"',
      'data/meetings/2031-calls.yaml:13:47: evidence[0].passage: document bulletin-2031-calls has passage 2 alone, not 1',
    ],
  },
  {
    rule: 'stretches',
    when: 'a figure, a flaw and a quotation lie outside',
    edits: [
      [HERALD, 'start: 281, end: 290', 'start: 281, end: 316'],
      [HERALD, 'kind: future-told, start: 334, end: 378', 'kind: future-told, start: 334, end: 1000'],
      [HERALD, 'id: herald-2031-harbour-q2\n    passage: 3', 'id: herald-2031-harbour-q2\n    passage: 4'],
    ],
    faults: [
      'data/documents/herald-2031-harbour.md:43:14: quotations[1].passage: the document has passages 1 to 3, not 4',
      'data/documents/herald-2031-harbour.md:49:26: figures[0].start: 281–316 lies outside passage 2, which is 200–315',
      'data/documents/herald-2031-harbour.md:51:43: flaws[0].end: 1000 lies beyond the end of the file, 474',
    ],
  },
  {
    rule: 'quotations',
    when: 'the words are longer than the stretch',
    edits: [[HERALD, 'end: 404', 'end: 403']],
    faults: [
      'data/documents/herald-2031-harbour.md:46:12: quotations[1].words: has 7 characters, but 397–403 has 6',
    ],
  },
  {
    rule: 'quotations',
    when: 'speech has no speaker, and what is none has one',
    edits: [
      [HERALD, '    speaker: berg-anna\n', ''],
      [HERALD, 'kind: not-speech', 'kind: not-speech\n    speaker: berg-anna'],
    ],
    faults: [
      "data/documents/herald-2031-harbour.md:38:11: quotations[0].kind: is speech without a speaker: add a person's id, or words for an unnamed one",
      'data/documents/herald-2031-harbour.md:47:14: quotations[1].speaker: words that are not speech have no speaker: leave it out, or change the kind',
    ],
  },
  {
    rule: 'quotations',
    when: 'a speaker is neither a person nor words',
    edits: [
      [HERALD, 'speaker: berg-anna', 'speaker: berg-anne'],
      [BULLETIN, 'reportedBy: a clerk', 'reportedBy: clerk'],
    ],
    faults: [
      'data/documents/bulletin-2031-calls.md:30:17: quotations[0].reportedBy: no person has the id clerk; for someone without a record write at least two words',
      'data/documents/herald-2031-harbour.md:39:14: quotations[0].speaker: no person has the id berg-anne; did you mean berg-anna?',
    ],
  },
  {
    rule: 'quotations',
    when: 'one without a passage stands in one, and another in the furniture of the page',
    edits: [
      [HERALD, 'id: herald-2031-harbour-q2\n    passage: 3', 'id: herald-2031-harbour-q2'],
      [BULLETIN, 'passage: 1\n    start: 134\n    end: 156', 'start: 0\n    end: 22'],
    ],
    faults: [
      'data/documents/bulletin-2031-calls.md:24:12: quotations[0].start: 0–22 lies in no passage, heading or caption',
      'data/documents/herald-2031-harbour.md:43:12: quotations[1].start: 397–404 lies in passage 3: add passage: 3',
    ],
  },
  {
    rule: 'surface-forms',
    when: 'a person has them for another document than those that mention them',
    edits: [
      [VIDAL, '  bulletin-2031-calls: [Vidal]\n', ''],
      [LIND, 'offices:', 'surfaceForms: { herald-2031-harbour: [Lind] }\noffices:'],
    ],
    faults: [
      'data/people/lind-eva.yaml:6:38: surfaceForms.herald-2031-harbour: no text, heading or caption of herald-2031-harbour mentions lind-eva: remove the forms, or add the mention',
      'data/people/vidal-tomas.yaml:12:3: surfaceForms: has none for bulletin-2031-calls, which mentions vidal-tomas: add the forms that its text uses',
    ],
  },
  {
    rule: 'surface-forms',
    when: 'a form has a possessive ending',
    edits: [[BERG, 'herald-2031-harbour: [Anna Berg, Berg]', 'herald-2031-harbour: [Anna Berg, Berg’s]']],
    faults: [
      'data/people/berg-anna.yaml:28:36: surfaceForms.herald-2031-harbour[1]: "Berg’s" has a possessive ending: write "Berg"',
    ],
  },
  {
    rule: 'participants',
    when: 'somebody met nobody',
    edits: [[DINNER, 'others: the mayor of Porthaven\n', '']],
    faults: [
      'data/meetings/2031-05-13-porthaven-dinner.yaml:5:3: participants: has one entry: add who else took part, or say in others who they were',
    ],
  },
  {
    rule: 'participants',
    when: 'somebody met themselves',
    edits: [
      [TALKS, 'person: vidal-tomas', 'person: berg-anna'],
      [BERG, 'with: [vidal-tomas]', 'with: [berg-anna]'],
    ],
    faults: [
      'data/meetings/2031-05-porthaven.yaml:6:15: participants[1].person: berg-anna takes part already',
      'data/people/berg-anna.yaml:18:12: relations[0].with[0]: is the person whose record this is: name only the others',
    ],
  },
  {
    rule: 'support',
    when: 'nothing says who took part, when and where',
    edits: [
      [TALKS, 'supports: [event, date, place, participants, topics]', 'supports: [event, topics]'],
      [TALKS, 'supports: [date, place]', 'supports: [status]'],
    ],
    faults: [
      'data/meetings/2031-05-porthaven.yaml:5:3: participants: no evidence supports them: add participants to what the evidence supports',
      'data/meetings/2031-05-porthaven.yaml:9:9: dateBasis.kind: is resolved, but no evidence from a document supports the date',
      'data/meetings/2031-05-porthaven.yaml:12:8: place: no evidence supports it: add place to what the evidence supports, or leave it out',
    ],
  },
  {
    rule: 'support',
    when: 'the basis of a date is not what the evidence is',
    edits: [
      [TALKS, 'kind: resolved', 'kind: unknown'],
      [DINNER, 'dateBasis: { kind: public-record }', 'dateBasis: { kind: stated }'],
      [CALLS, 'dateBasis: { kind: unknown }', 'dateBasis: { kind: public-record }'],
    ],
    faults: [
      'data/meetings/2031-05-13-porthaven-dinner.yaml:8:20: dateBasis.kind: is stated, but no evidence from a document supports the date',
      'data/meetings/2031-05-porthaven.yaml:9:9: dateBasis.kind: is unknown, but evidence supports the date 2031-05-12/2031-05-14: say how it is known',
      'data/meetings/2031-calls.yaml:9:20: dateBasis.kind: is public-record, but no evidence from a public record supports the date',
    ],
  },
  {
    rule: 'support',
    when: 'it is not told how a date was resolved',
    edits: [[TALKS, '  reasoning: The day before the report; the talks had lasted for three days.\n', '']],
    faults: [
      'data/meetings/2031-05-porthaven.yaml:9:3: dateBasis: a resolved date keeps its expression and the reasoning: add reasoning',
    ],
  },
  {
    rule: 'support',
    when: 'nothing says that it was, and what it was about',
    edits: [
      [
        TALKS,
        'supports: [event, date, place, participants, topics]',
        'supports: [date, place, participants]',
      ],
    ],
    faults: [
      'data/meetings/2031-05-porthaven.yaml:13:9: topics: no evidence supports them: add topics to what the evidence supports, or leave it empty',
      'data/meetings/2031-05-porthaven.yaml:16:3: evidence: none of it supports the event: add event to what the evidence supports',
    ],
  },
  {
    rule: 'person-support',
    when: 'nothing speaks for an office, a tenure or a relation',
    edits: [
      [LIND, 'supports: [office, tenure]', 'supports: [name]'],
      [BERG, 'supports: [relation]', 'supports: [topics]'],
    ],
    faults: [
      'data/people/berg-anna.yaml:22:7: relations[0].evidence: none of it supports the relation: add relation to what the evidence supports',
      'data/people/lind-eva.yaml:11:7: offices[0].evidence: none of it supports the office: add office to what the evidence supports',
      'data/people/lind-eva.yaml:11:7: offices[0].evidence: none of it supports the tenure: add tenure to what the evidence supports',
    ],
  },
  {
    rule: 'person-support',
    when: 'only a worst-graded source speaks for an office or a relation',
    edits: [
      [
        LIND,
        "record: travel-table, id: lind, url: 'https://records.example/travels/lind'",
        'document: bulletin-2031-calls, passage: 1',
      ],
      [BERG, 'document: herald-2031-harbour, passage: 2', 'document: bulletin-2031-calls, passage: 1'],
    ],
    faults: [
      'data/people/berg-anna.yaml:22:7: relations[0].evidence: only sources graded E or F support the relation: add a better one, or leave it out',
      'data/people/lind-eva.yaml:11:7: offices[0].evidence: only sources graded E or F support the office: add a better one, or leave it out',
      'data/people/lind-eva.yaml:11:7: offices[0].evidence: only sources graded E or F support the tenure: add a better one, or leave it out',
    ],
  },
  {
    rule: 'status',
    when: 'only a worst-graded source tells of a meeting, and a better one merely of its date and place',
    edits: [
      [
        TALKS,
        'herald-2031-harbour, passage: 1, supports: [event',
        'bulletin-2031-calls, passage: 1, supports: [event',
      ],
    ],
    faults: [
      'data/meetings/2031-05-porthaven.yaml:3:9: status: is attested, but only sources graded E or F tell it: it is doubtful',
    ],
  },
  {
    rule: 'status',
    when: 'only a worst-graded source tells of a meeting that is called attested',
    edits: [[CALLS, 'status: doubtful', 'status: attested']],
    faults: [
      'data/meetings/2031-calls.yaml:3:9: status: is attested, but only sources graded E or F tell it: it is doubtful',
    ],
  },
  {
    rule: 'status',
    when: 'a better source tells of a meeting that is called doubtful',
    edits: [[TALKS, 'status: attested', 'status: doubtful']],
    faults: [
      'data/meetings/2031-05-porthaven.yaml:3:9: status: is doubtful, but a source graded better than E tells it',
    ],
  },
  {
    rule: 'status',
    when: 'a meeting is disputed about which there is no dispute',
    edits: [[TALKS, 'status: attested', 'status: disputed']],
    faults: [
      'data/meetings/2031-05-porthaven.yaml:3:9: status: is disputed, but no dispute is about this meeting',
    ],
  },
  {
    rule: 'orphans',
    when: 'nothing leads to a person or a public record',
    edits: [
      [BULLETIN, 'vidal-tomas, berg-anna, holm-peter', 'vidal-tomas, berg-anna'],
      [
        'data/records.yaml',
        '- id: travel-table',
        `- id: guest-book
  name: Guest book
  publisher: The archive
  url: https://records.example/guests
  license: CC0-1.0
  scope: Guests.
- id: travel-table`,
      ],
    ],
    faults: [
      'data/people/holm-peter.yaml:1:5: id: is mentioned, author, participant or speaker nowhere: use the record, or remove it',
      'data/people/holm-peter.yaml:9:24: surfaceForms.bulletin-2031-calls: no text, heading or caption of bulletin-2031-calls mentions holm-peter: remove the forms, or add the mention',
      'data/records.yaml:1:7: [0].id: no evidence points into this record: use it, or remove it',
    ],
  },
  {
    rule: 'indexes',
    when: 'an index was made from another file',
    edits: [[HERALD_INDEX, SHA, SHA.replace('5', '6')]],
    faults: [
      'data/index/herald-2031-harbour.json:3:13: sha256: is not that of 000_herald.txt in the document\'s record: make it anew with "npm run dossier -- index FOLDER"',
    ],
  },
  {
    rule: 'indexes',
    when: 'an index belongs to no document',
    edits: [[HERALD_INDEX, '"document": "herald-2031-harbour"', '"document": "herald-2031"']],
    faults: [
      'data/index/herald-2031-harbour.json:2:15: document: is herald-2031, but the file is named herald-2031-harbour',
    ],
  },
  {
    rule: 'indexes',
    when: 'an index lacks a passage, and its terms are not in order',
    edits: [
      [HERALD_INDEX, '"number": 3,', '"number": 4,'],
      [HERALD_INDEX, '"anna",\n        "berg"', '"berg",\n        "anna"'],
    ],
    faults: [
      'data/index/herald-2031-harbour.json:4:15: passages: has passages 1, 2, 4, but the document has passages 1 to 3: make it anew with "npm run dossier -- index FOLDER"',
      'data/index/herald-2031-harbour.json:11:9: passages[0].terms[3]: "anna" does not come after "berg": make it anew with "npm run dossier -- index FOLDER"',
    ],
  },
];

test('the small dossier has no faults', () => {
  expect(linesAfter([])).toEqual([]);
});

test.each(CASES)('$rule: $when', broken => {
  expectFaults(broken, false);
});

test('there is a case for every rule', () => {
  expect(rulesOf(CASES)).toEqual(RULES.map(({ id }) => id).sort());
});

describe('nothing is wrong', () => {
  test.each<{ when: string; edits: readonly Edit[] }>([
    {
      when: 'a meeting that only a worst-graded source tells, and a better one denies, is disputed',
      edits: [
        [CALLS, 'status: doubtful', 'status: disputed'],
        [
          CALLS,
          'evidence:',
          'evidence:\n  - { document: herald-2031-harbour, passage: 1, contradicts: [event] }',
        ],
      ],
    },
    {
      when: 'a meeting that only a worst-graded source tells is doubtful, though a record has its date and place',
      edits: [
        [
          TALKS,
          'herald-2031-harbour, passage: 1, supports: [event',
          'bulletin-2031-calls, passage: 1, supports: [event',
        ],
        [TALKS, 'status: attested', 'status: doubtful'],
      ],
    },
    {
      when: 'a worst-graded source speaks for an office beside a better one',
      edits: [
        [
          LIND,
          '      - { record: travel-table',
          '      - { document: bulletin-2031-calls, passage: 1, supports: [office, tenure] }\n      - { record: travel-table',
        ],
      ],
    },
    {
      when: 'tenures that may overlap, for all that is known of their dates',
      edits: [[LIND, "from: '2033-01-20'", "from: '2033-01'"]],
    },
    {
      when: 'a quotation without a passage stands in a heading',
      edits: [[BULLETIN, 'passage: 1\n    start: 134\n    end: 156', 'start: 27\n    end: 49']],
    },
    {
      when: 'a part has the dates of its whole',
      edits: [[DINNER, "date: '2031-05-13'", "date: '[2031-05-12..2031-05-14]'"]],
    },
  ])('$when', ({ edits }) => {
    expect(linesAfter(edits)).toEqual([]);
  });
});
