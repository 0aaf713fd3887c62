/** The part of the `edtf` package, which has no types of its own, that the tests hold our reader against. */
declare module 'edtf' {
  interface Bounds {
    /** Milliseconds since 1970 of the first and the last moment. */
    readonly min: number;
    readonly max: number;
    /** Bits of the qualified parts, of a single date. */
    readonly uncertain?: { readonly value: number };
    readonly approximate?: { readonly value: number };
  }
  /** @throws where the text is not EDTF */
  export default function edtf(text: string): Bounds;
}
