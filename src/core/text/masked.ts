/** Why a stretch of Markdown is not prose. */
export type MaskKind =
  | 'front-matter'
  | 'code'
  | 'html'
  | 'comment'
  | 'url'
  | 'mail'
  /** What follows a link's text: destination and title, or the label of a reference. */
  | 'link'
  | 'definition'
  | 'footnote'
  /** A citation key: with its `@`, or bare in a role of MyST's. */
  | 'citation'
  /** What else stands in a role that cites: `{cite:p}`, backticks, what is written beside the keys. */
  | 'role'
  | 'math'
  | 'shortcode';

/** A stretch that is not prose: UTF-16 offsets, end exclusive. */
export interface Masked {
  readonly start: number;
  readonly end: number;
  readonly kind: MaskKind;
}

/** Takes the stretches found by a scanner, in order and without overlap. */
export type Emit = (start: number, end: number, kind: MaskKind) => void;

export type LeafKind = 'paragraph' | 'heading' | 'cell';

/**
 * A block of inline content: a paragraph, a heading or the cell of a table. `start` and `end` are offsets in the text.
 * Inside block quotes `lines` holds start and end of each line without its markers, each line but the last with its
 * line end; elsewhere the content is all that stands between `start` and `end`.
 */
export interface Leaf {
  readonly kind: LeafKind;
  readonly start: number;
  readonly end: number;
  /** It stands inside a block quote. */
  readonly quoted?: boolean;
  readonly lines?: readonly number[];
}
