/**
 * The records of a dossier, as they stand in `data/` and in the compiled `dossier.json`. Each interface has a JSON
 * Schema of the same shape in `data/schemas/`, which editors and the compiler use; `test/unit/cli/schemas.test.ts`
 * holds the two against each other.
 *
 * Dates are EDTF strings. Offsets are UTF-16 positions in a document's received file, end exclusive. Ids are readable,
 * lower case, and never change once they were published: a document's id is its citation key.
 */

/** A date or interval in the Extended Date/Time Format (ISO 8601-2), e.g. `2013-09-12/2013-09-14`, `2005~`, `[..2004-03]`. */
export type Edtf = string;

/** What a piece of evidence says something about. */
export type Aspect =
  | 'event'
  | 'date'
  | 'place'
  | 'participants'
  | 'topics'
  | 'words'
  | 'name'
  | 'office'
  | 'tenure'
  | 'relation'
  | 'status';

/** A pointer into a document: to a numbered passage, or to another region of the received text (a caption, a heading). */
export interface PassageEvidence {
  readonly document: string;
  /** The passage's number. Left out where `start`/`end` point outside all passages, into a caption or a heading. */
  readonly passage?: number;
  /** Narrower than the passage, where that helps; with `end`. */
  readonly start?: number;
  readonly end?: number;
  readonly supports?: readonly Aspect[];
  readonly contradicts?: readonly Aspect[];
  /** In our own words: what exactly it says, or how it is to be read. */
  readonly note?: string;
}

/** A pointer to an entry of a public record, e.g. a trip in the table of a secretary's travels. */
export interface RecordEvidence {
  /** The id of a {@link PublicRecord}. */
  readonly record: string;
  /** The entry's id within that record. */
  readonly id: string;
  readonly url: string;
  readonly supports?: readonly Aspect[];
  readonly contradicts?: readonly Aspect[];
  readonly note?: string;
}

export type Evidence = PassageEvidence | RecordEvidence;

/**
 * A name under which a person occurs. `misnomer` is a wrong name that a source gives ("Monica Rubio"), `misspelling` a
 * wrong spelling of the right one; neither is ever offered for insertion.
 */
export interface NameForm {
  readonly form: string;
  readonly kind: 'full' | 'surname' | 'given' | 'initials' | 'misspelling' | 'misnomer';
  /** BCP 47 tag of the language the form belongs to; `en` where left out. */
  readonly language?: string;
  /** `unverified`: a regular form that was not seen in use. */
  readonly status: 'attested' | 'unverified';
}

/** An office with its tenure. The same `office` id held by several people is one office. */
export interface Office {
  /** E.g. `us-secretary-of-state`, `ru-foreign-minister`. */
  readonly office: string;
  /** E.g. `US Secretary of State`. */
  readonly title: string;
  readonly from?: Edtf;
  /** Left out while the person holds the office. */
  readonly to?: Edtf;
  readonly evidence: readonly Evidence[];
  readonly note?: string;
}

/** Something that two people had going without being a single event: "often clashed over Ukraine". */
export interface Relation {
  readonly id: string;
  /** The other people; the person whose record holds the relation is one of its people. */
  readonly with: readonly string[];
  readonly period: Edtf;
  /** In our own words. */
  readonly summary: string;
  readonly evidence: readonly Evidence[];
}

export type Gender = 'female' | 'male';

/** An authority record. */
export interface Person {
  /** `surname-forename`, e.g. `kerry-john`. */
  readonly id: string;
  /** Preferred name, e.g. `John Kerry`. */
  readonly name: string;
  /** E.g. `Kerry, John`. */
  readonly sortName: string;
  readonly gender?: Gender;
  /** Who this is where no office says it, in our own words, at most eight words. */
  readonly description?: string;
  readonly forms: readonly NameForm[];
  /**
   * For each document that mentions the person, the forms that its own text uses: as printed, misspelt, misnamed or all in
   * capitals, but without title and possessive ending. A form that stands only within a longer one is not listed.
   */
  readonly surfaceForms?: Readonly<Record<string, readonly string[]>>;
  readonly offices: readonly Office[];
  readonly relations?: readonly Relation[];
  /** E.g. `{ wikidata: 'Q22316', pocom: 'kerry-john-forbes' }`. */
  readonly identifiers?: Readonly<Record<string, string>>;
  /** People with whom this one is easily confused, in words. */
  readonly confusableWith?: readonly string[];
}

export type MeetingKind =
  | 'meeting'
  | 'negotiation'
  | 'call'
  | 'visit'
  | 'dinner'
  | 'walk'
  | 'ride'
  | 'news-conference'
  | 'conference'
  | 'summit'
  | 'encounter';

/** `announced`: only foretold. `disputed`: sources differ on whether it was. `doubtful`: only a worst-graded source tells it. */
export type MeetingStatus = 'attested' | 'announced' | 'disputed' | 'doubtful';

/** How a date came to be known. */
export interface DateBasis {
  readonly kind: 'stated' | 'resolved' | 'public-record' | 'unknown';
  /** The words of the source that were resolved, at most six of them. */
  readonly expression?: string;
  /** How they were resolved, in our own words. */
  readonly reasoning?: string;
}

export interface Participant {
  /** A person's id. */
  readonly person: string;
  /** What they were there as, where it is not plain. */
  readonly role?: string;
  /** Met on the same occasion; the record does not say whether together with the others. */
  readonly separately?: boolean;
}

/** One encounter of two or more people. */
export interface Meeting {
  /** `date-place` or `date-kind`, readable, e.g. `2013-09-geneva`. */
  readonly id: string;
  readonly kind: MeetingKind;
  readonly status: MeetingStatus;
  readonly participants: readonly Participant[];
  /** Unnamed people who were there, in words: `one aide each`. */
  readonly others?: string;
  /** How often, where one record stands for several encounters of one kind: eleven telephone calls. */
  readonly count?: number;
  readonly date: Edtf;
  readonly dateBasis: DateBasis;
  readonly place?: { readonly name: string; readonly country?: string; readonly venue?: string };
  readonly topics: readonly string[];
  /** What happened, in our own words, one or two sentences. */
  readonly summary: string;
  /** The id of the meeting of which this is a part. */
  readonly partOf?: string;
  readonly evidence: readonly Evidence[];
}

/** Admiralty code: reliability of the source, credibility of what it says. */
export interface Assessment {
  readonly reliability: 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
  readonly credibility: 1 | 2 | 3 | 4 | 5 | 6;
  /** In our own words. */
  readonly reason: string;
}

/** A name as CSL-JSON has it. */
export type CslName = { readonly family: string; readonly given?: string } | { readonly literal: string };

/** The CSL-JSON fields of a document that the dossier uses; `issued` and `accessed` are EDTF strings here. */
export interface CslFields {
  readonly type: string;
  readonly title: string;
  readonly author?: readonly CslName[];
  readonly 'container-title'?: string;
  readonly section?: string;
  readonly publisher?: string;
  readonly issued?: Edtf;
  readonly accessed?: Edtf;
  readonly URL?: string;
  readonly language?: string;
  readonly genre?: string;
  readonly medium?: string;
}

/** What a stretch of the received text is. White space between regions belongs to none. */
export interface Region {
  readonly kind: 'text' | 'heading' | 'caption' | 'furniture' | 'printed-twice' | 'junk';
  readonly start: number;
  readonly end: number;
  /** The number of the passage that a `text` region holds; a `printed-twice` region may name the passage it repeats. */
  readonly passage?: number;
  /** People whom a `text`, `heading` or `caption` region names. */
  readonly mentions?: readonly string[];
  readonly note?: string;
}

/** Words in quotation marks, exactly as printed. */
export interface Quotation {
  /** Unique within the dossier, e.g. `reuters-2013-kerry-lavrov-q2`. */
  readonly id: string;
  /** The number of the passage. Left out where the words stand in a heading, a caption or what is printed twice. */
  readonly passage?: number;
  readonly start: number;
  readonly end: number;
  /** The words between the marks, misprints and all. */
  readonly words: string;
  /** `speech`: heard by the document's writer or in public. `reported`: at second hand. `not-speech`: a term, a title, irony. */
  readonly kind: 'speech' | 'reported' | 'not-speech';
  /** A person's id, or words for an unnamed speaker. Left out for `not-speech`. */
  readonly speaker?: string;
  readonly reportedBy?: string;
  readonly addressee?: string;
  readonly date?: Edtf;
  /** What is misprinted, where the words are to be read with *sic*. */
  readonly sic?: string;
  readonly note?: string;
}

/** A number that a document gives. */
export interface Figure {
  readonly passage: number;
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly hedge?: string;
  /** What is counted, in our own words. */
  readonly what: string;
}

/** Something wrong with a document at a place. */
export interface Flaw {
  readonly kind:
    | 'misnamed-person'
    | 'misspelled-name'
    | 'wrong-place'
    | 'glued-heading'
    | 'lost-byline'
    | 'page-clock'
    | 'printed-twice'
    | 'garbled-table'
    | 'junk'
    | 'foreign-caption'
    | 'truncated-sentence'
    | 'unnamed-source'
    | 'hedge'
    | 'future-told'
    | 'misprint'
    | 'missing-date'
    | 'unsupported-claim'
    | 'wrong-fact'
    | 'partisan'
    | 'furniture';
  readonly start: number;
  readonly end: number;
  /** In our own words. */
  readonly note: string;
}

/** A numbered paragraph of a document, as our own précis. */
export interface Passage {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly precis: string;
  readonly mentions: readonly string[];
  /**
   * The hashes of the overlapping windows of four words of its original, in order, as base64 of unsigned 32-bit numbers,
   * the lowest byte first. Only a compiled dossier has it.
   */
  readonly fingerprint?: string;
}

/** A source. In `data/documents/` its front matter holds all but the précis, which are the numbered paragraphs below it. */
export interface SourceDocument {
  /** The citation key. */
  readonly id: string;
  /** A name for narrow places, e.g. `Reuters 2013`. */
  readonly shortName: string;
  readonly source: { readonly file: string; readonly length: number; readonly sha256: string };
  readonly csl: CslFields;
  /** For each CSL field that is not simply printed in the text: how it is known. */
  readonly basis: Readonly<Record<string, string>>;
  readonly assessment: Assessment;
  /** What the document is and says, in our own words. */
  readonly summary: string;
  readonly regions: readonly Region[];
  readonly quotations: readonly Quotation[];
  readonly figures: readonly Figure[];
  readonly flaws: readonly Flaw[];
  readonly passages: readonly Passage[];
}

/** A question on which sources differ. */
export interface Dispute {
  readonly id: string;
  readonly question: string;
  readonly about: { readonly people: readonly string[]; readonly meetings: readonly string[] };
  readonly positions: readonly { readonly claim: string; readonly evidence: readonly Evidence[] }[];
  /** Ours, and shown as ours. */
  readonly assessment: string;
}

/** A public record that evidence may point into. */
export interface PublicRecord {
  readonly id: string;
  /** E.g. `Travels of the Secretary of State`. */
  readonly name: string;
  readonly publisher: string;
  readonly url: string;
  readonly license: string;
  /** What it covers and what it cannot contain, in our own words. */
  readonly scope: string;
}

/** All records of a dossier. */
export interface DossierRecords {
  readonly people: readonly Person[];
  readonly meetings: readonly Meeting[];
  readonly documents: readonly SourceDocument[];
  readonly disputes: readonly Dispute[];
  readonly records: readonly PublicRecord[];
}
