// Run by itself: how long the first analysis of a process, whose code has never run, holds the thread.
import { analyseSliced } from '../../src/core/text/analysis.ts';
import { NameMatcher } from '../../src/core/text/name-index.ts';
import { holdsOf } from './holds.ts';
import { people, prose } from './text.ts';

const names = new NameMatcher(people(250));
const text = prose(1_000_000, 250, true);
const holds = await holdsOf(() => analyseSliced(text, names));
console.log(JSON.stringify({ first: holds[0], max: Math.max(...holds) }));
