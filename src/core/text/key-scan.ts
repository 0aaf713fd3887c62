import { BlockScanner } from './blocks.ts';
import { type KeyMention, keyIn } from './citations.ts';
import { frontMatterEnd } from './front-matter.ts';
import { InlineScanner } from './inline.ts';
import { LeafText } from './leaf-text.ts';
import type { Leaf } from './masked.ts';
import { mayCite } from './roles.ts';

/** The citation keys of a text as an analysis has them, in order, for where nothing else of it is asked for. */
export function scanKeys(text: string): KeyMention[] {
  const found: KeyMention[] = [];
  if (!mayCite(text)) return found;
  const from = frontMatterEnd(text);
  const leaf = (each: Leaf): void => {
    const joined = new LeafText(text, each);
    joined.run(Infinity);
    const { source } = joined;
    const scanner = new InlineScanner(source, joined.from, joined.to, (start, end, kind) => {
      if (kind !== 'citation') return;
      // A key has no line break in it: it is as long in the text.
      const place = joined.place(start);
      found.push(keyIn(text, { start: place, end: place + end - start }));
    });
    while (!scanner.run(source.length));
  };
  const scanner = new BlockScanner(
    text,
    { checkpoint: () => undefined, masked: () => undefined, leaf },
    from,
  );
  while (scanner.at < text.length) scanner.step();
  scanner.finish();
  return found;
}
