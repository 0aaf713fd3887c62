import type { Locator } from '../locators.ts';

/** What may be counted, as writers abbreviate it in English and Russian. */
const LABELS: readonly (readonly [Locator['label'], RegExp])[] = [
  ['page', /^(?:pp?|pages?|с|стр)(?![\p{L}\p{N}])\.?/iu],
  ['paragraph', /^(?:paras?|paragraphs?|pars?|абз|абзацы?)(?![\p{L}\p{N}])\.?|^¶{1,2}/iu],
  ['chapter', /^(?:chaps?|chapters?|ch|гл)(?![\p{L}\p{N}])\.?/iu],
  ['section', /^(?:secs?|sections?|разд)(?![\p{L}\p{N}])\.?|^§{1,2}/iu],
  ['volume', /^(?:vols?|volumes?|т)(?![\p{L}\p{N}])\.?/iu],
  ['line', /^(?:ll?|lines?)(?![\p{L}\p{N}])\.?/iu],
  ['figure', /^(?:figs?|figures?|рис)(?![\p{L}\p{N}])\.?/iu],
];
const NUMBER = String.raw`(?:\d{1,6}|[ivxlcdm]{1,12})(?![\p{L}\p{N}])`;
const NUMBERS = new RegExp(String.raw`^\s*(${NUMBER}(?:\s?(?:[-–,&]|and)\s?${NUMBER}){0,20})`, 'iu');
/** No locator is longer. */
const LONGEST = 200;

/** A locator at the head of some words, and how many units it takes with the comma before it and its braces. */
export interface WrittenLocator {
  readonly locator: Locator;
  readonly length: number;
}

/**
 * The locator that a citation's suffix begins with: `, para. 5`, `, pp. 33-35`, `{§ 4}`. Numbers without a label are
 * pages, as Pandoc has it.
 */
export function writtenLocator(suffix: string): WrittenLocator | undefined {
  const text = suffix.slice(0, LONGEST);
  const before = /^\s*,?\s*\{?\s*/.exec(text)?.[0] ?? '';
  const rest = text.slice(before.length);
  for (const [label, pattern] of LABELS) {
    const word = pattern.exec(rest)?.[0];
    if (word !== undefined) return numbers(text, before, word, label);
  }
  return /[,{]/.test(before) && /^\d/.test(rest) ? numbers(text, before, '', 'page') : undefined;
}

function numbers(
  text: string,
  before: string,
  word: string,
  label: Locator['label'],
): WrittenLocator | undefined {
  const found = NUMBERS.exec(text.slice(before.length + word.length));
  if (!found) return undefined;
  const [whole, written = ''] = found;
  let length = before.length + word.length + whole.length;
  if (before.includes('{')) length += /^\s*\}/.exec(text.slice(length))?.[0].length ?? 0;
  const value = written.replace(/\s?-\s?/g, '–').replace(/\s?,\s?/g, ', ');
  return { locator: { label, value }, length };
}
