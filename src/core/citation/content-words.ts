import { foldWord, words } from '../text/fold.ts';

/** English and Russian words that say nothing of what a sentence is about. */
const STOP_WORDS = new Set(
  `a about above after again against all also although am among an and any are as at be because been before being
  below between both but by can cannot could did do does doing down during each either even ever few for from further
  had has have having he her here hers herself him himself his how however i if in into is it its itself just least
  less made make many may me might more most much must my myself neither no nor not now of off on once one only onto
  or other our ours out over own per perhaps quite rather said same say says several shall she should since so some
  still such than that the their theirs them themselves then there these they this those though through thus to too
  toward towards two under until up upon us very was we well were what when where whether which while who whom whose
  why will with within without would yet you your yours
  без более бы был была были было быть вас весь во вот все всего вы где да даже для до его ее ей ему если есть еще ею
  же за из или им их как когда ко которая которого которой которую которые который ли лишь между мы на над не него нее
  нет ни них но об он она они оно от перед по под после при про раз сам свое своего своей свой своих со так также там
  то того тоже той только том тот ту ты уже чем через что чтобы эта эти это этого этой этом этот`.split(
    /\s+/,
  ),
);

/** Names and numbers: what tells one source from another. */
const TELLING = /^[\p{Lu}\p{N}]/u;

/**
 * The words by which sources for a sentence are looked for, in its order, parted by blanks: each once, without those that
 * say nothing of its subject. Of more than `most`, names and numbers are kept first. Empty where nothing is left.
 */
export function contentWords(sentence: string, most: number): string {
  const found = new Map<string, string>();
  for (const { text } of words(sentence)) {
    const folded = foldWord(text).replace(/'s$/, '');
    const single = folded.length === 1 && /[a-zа-я]/.test(folded);
    if (!single && !STOP_WORDS.has(folded) && !found.has(folded)) found.set(folded, text);
  }
  const all = [...found.values()];
  const inOrderOfUse = [...all.filter(word => TELLING.test(word)), ...all];
  const chosen = new Set([...new Set(inOrderOfUse)].slice(0, most));
  return all.filter(word => chosen.has(word)).join(' ');
}
