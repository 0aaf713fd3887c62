/** The size of all words in the picture; the style sheet sets the same. */
const LABEL_SIZE = 11;

/** Measures words as the view's font shows them; each only once. */
export class TextMeter {
  readonly #context = document.createElement('canvas').getContext('2d');
  readonly #widths = new Map<string, number>();

  /** @param sample whose font the words are shown in. */
  constructor(sample: Element) {
    const { fontFamily } = getComputedStyle(sample);
    if (this.#context) this.#context.font = `${LABEL_SIZE}px ${fontFamily}`;
  }

  /** Pixels. */
  width(text: string): number {
    let width = this.#widths.get(text);
    if (width === undefined) {
      // Seven tenths of the size is more than the mean character of any common font.
      width = this.#context?.measureText(text).width ?? text.length * LABEL_SIZE * 0.7;
      this.#widths.set(text, width);
    }
    return width;
  }
}
