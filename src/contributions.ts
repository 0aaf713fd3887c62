/**
 * Everything that `package.json` contributes and the code refers to, as types: a misspelt id does not compile, and
 * `test/unit/manifest.test.ts` holds this file against the manifest in both directions.
 */
import type { RuleCode, Severity } from './core/checks/rule.ts';
import type { RecordReference } from './core/dossier/reference.ts';

/** A record of the pages, or the tree item that stands for one: commands are called with either. */
export type ReferenceArgument = RecordReference | { readonly reference: RecordReference };

/** A record with a place where a text names it. */
export interface PlacedReference extends RecordReference {
  /** The text's address, and line and character from 0. */
  readonly at: { readonly uri: string; readonly line: number; readonly character: number };
}

/** Records to cite, and how; what is left out is that of the settings, or was used last. */
export interface CitationRequest {
  readonly items: readonly RecordReference[];
  readonly form?: string;
  readonly style?: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** The arguments of each command; all are optional, since the palette gives none. */
export interface CommandArguments {
  'counterparts.showCard': [];
  /** A reference preselects it; `items` inserts without a picker, for key bindings and other extensions. */
  'counterparts.insertCitation': [argument?: ReferenceArgument | CitationRequest];
  /** What can be done in the picker of Insert Citation, while it is open. */
  'counterparts.citationActions': [];
  'counterparts.insertQuotation': [argument?: ReferenceArgument | CitationRequest];
  'counterparts.findSupport': [];
  'counterparts.copyCitation': [argument?: ReferenceArgument | CitationRequest];
  'counterparts.copyAsBibLatex': [argument?: ReferenceArgument | CitationRequest];
  'counterparts.copyAsCslJson': [argument?: ReferenceArgument | CitationRequest];
  'counterparts.copyAsRis': [argument?: ReferenceArgument | CitationRequest];
  /** Without a form it is asked for. */
  'counterparts.convertCitations': [wishes?: Pick<CitationRequest, 'form' | 'style'>];
  'counterparts.refreshBibliography': [wishes?: Pick<CitationRequest, 'style'>];
  'counterparts.whereCited': [reference?: ReferenceArgument];
  /** A document whose key was just written at the place. */
  'counterparts.addToBibliography': [reference?: PlacedReference];
  /** The text to begin with. */
  'counterparts.search': [query?: string];
  'counterparts.showTimeline': [
    focus?: { readonly person?: string; readonly meeting?: string } | ReferenceArgument,
  ];
  'counterparts.openPage': [reference?: ReferenceArgument];
  'counterparts.openSource': [reference?: ReferenceArgument];
  'counterparts.revealInSidebar': [reference?: ReferenceArgument];
  /** With a place in a text where the record is named: all other such places; without, where the documents name it. */
  'counterparts.showMentions': [argument?: ReferenceArgument | PlacedReference];
  'counterparts.copyCitationKey': [reference?: ReferenceArgument];
  'counterparts.groupMeetings': [];
  'counterparts.filterMeetings': [];
  'counterparts.clearMeetingsFilter': [];
  /** The code of a rule of the checks. */
  'counterparts.switchOffRule': [code?: RuleCode];
  'counterparts.showLog': [];
}

export type CommandId = keyof CommandArguments;

/** What may be run from a link in a card. Each shows something; none changes a file without asking. */
export const CARD_COMMANDS = [
  'counterparts.openPage',
  'counterparts.revealInSidebar',
  'counterparts.showTimeline',
  'counterparts.insertCitation',
  'counterparts.showMentions',
] as const satisfies readonly CommandId[];

export const VIEWS = {
  secretaries: 'counterparts.secretaries',
  meetings: 'counterparts.meetings',
  documents: 'counterparts.documents',
  disputes: 'counterparts.disputes',
} as const;

/** Type of the timeline's webview panel, which VS Code remembers between sessions. */
export const TIMELINE_VIEW_TYPE = 'counterparts.timeline';

/** What a row of a tree gives along when it is dragged: its record references, as JSON. */
export const RECORDS_MIME = 'application/vnd.counterparts.records+json';

/** Scheme of the pages' addresses. */
export const PAGE_SCHEME = 'counterparts';

/** Settings of how each rule of the checks reports, likewise. */
export type RuleSettings = { readonly [Code in RuleCode as `checks.${Code}`]: Severity };

/** Settings with their types, without the prefix `counterparts.`. */
export interface Settings {
  'hover.enabled': boolean;
  'completion.enabled': boolean;
  'inlayHints.enabled': boolean;
  'checks.enabled': boolean;
  'citation.form':
    | 'remember'
    | 'pandoc-key'
    | 'pandoc-in-text'
    | 'pandoc-no-author'
    | 'myst'
    | 'myst-in-text'
    | 'footnote'
    | 'markdown-link'
    | 'formatted'
    | 'plain-key'
    | 'template';
  'citation.style': 'remember' | 'chicago-notes' | 'chicago-author-date' | 'apa' | 'mla' | 'gost';
  'citation.template': string;
  'citation.refreshBibliographyOnSave': boolean;
  'preview.citations': boolean;
  'citation.bibliography': string;
}

export type ContextKey = 'counterparts.meetingsFiltered' | 'counterparts.citing';
