import { getOrAdd } from '../dossier/keyed.ts';
import type { Mention } from '../text/mention.ts';
import { clausesOf, matchAt, sticky } from './clauses.ts';
import { AND, AUXILIARY, COUNTERPART_OF, SUBJECT } from './encounter-patterns.ts';
import { encountersIn, himself } from './encounters.ts';
import type { Skeleton } from './skeleton.ts';

/** Two people who did something together, or one to the other: who tells of it must speak of both. */
export interface JointAction {
  readonly one: Mention;
  readonly other: Mention;
  /** Behind the words that say so, and behind both names. */
  readonly end: number;
}

/** What two people do with each other, or one with the other. */
const MUTUAL =
  'argued|quarrell?ed|bickered|clashed|sparred|wrangled|haggled|bargained|joked|bantered|walked|strolled|worked|cooperated|agreed|disagreed|fell out|got (?:on|along)';
/** What two people can hardly do but with each other. */
const TOGETHER = sticky(
  ` ${AUXILIARY}(?:${MUTUAL}|signed|announced|traded|exchanged|swapped|drafted|brokered|struck|reached|concluded|pressed|pushed|unveiled|launched|` +
    'initialled|settled|hammered|shared|spent|co-?chaired|toasted|posed|opened|' +
    'договорились|подписали|объявили|(?:по)?(?:спори|ссори)ли(?:сь)?|согласовали|обменялись|достигли|заключили|нажали|шутили|гуляли)(?!\\p{L})',
);
/** What one does to another who is there. */
const TO = sticky(
  ` ${AUXILIARY}(?:(?:gave|handed|brought|passed|presented|lent|sent|showed|offered|promised|told|asked|urged|warned|assured|invited|` +
    'greeted|congratulated|interrupted|embraced|hugged|accompanied|persuaded|convinced|rebuffed) |' +
    `(?:${MUTUAL}|sat|(?:signed|shared|traded|exchanged|spent) [^.,;:]{1,40}?)(?: (?:often|twice|again|well|badly|openly|down|bitterly|closely)){0,2} with |` +
    '(?:(?:gave|handed|read) [^.,;:]{1,30}?|apologi[sz]ed|complained|listened|wrote) to |' +
    '(?:(?:пода|переда)(?:ри)?ла?|вручила?|сказала?|предложила?|пообещала?|пожаловал(?:ся|ась)|написала?|ответила?|возразила?|привезла?|прив[её]з) |' +
    '(?:(?:по)?спорила?|(?:(?:по)?ссори|договори|согласи)л(?:ся|ась)|шутила?|гуляла?|работала?|подписала? [^.,;:]{1,30}?)(?: (?:часто|дважды|снова))? со? )',
);

/** What a sentence plainly says that two people did together or to each other, encounters among it. */
export function jointActions(skeleton: Skeleton): readonly JointAction[] {
  return skeleton.mentions.length < 2 ? [] : getOrAdd(known, skeleton, () => read(skeleton));
}

const known = new WeakMap<Skeleton, readonly JointAction[]>();

function read(skeleton: Skeleton): JointAction[] {
  const { words } = skeleton;
  const found: JointAction[] = encountersIn(skeleton, false).map(({ one, other, end }) => ({
    one,
    other,
    end: Math.max(end, one.end, other.end),
  }));
  /** Past a pattern; -1 where it does not match. */
  const past = (pattern: RegExp, at: number): number => {
    const match = at < 0 ? null : matchAt(pattern, words, at);
    return match === null ? -1 : at + match[0].length;
  };
  const add = (first: number, second: number, end: number): void => {
    const [one, other] = [skeleton.person(first), skeleton.person(second)];
    if (one && other && one.people[0] !== other.people[0])
      found.push({ one, other, end: skeleton.offset(end - 1) + 1 });
  };
  for (const clause of clausesOf(skeleton)) {
    const one = past(SUBJECT, clause.at);
    if (one < 0) continue;
    const other = past(AND, one + 1);
    if (other >= 0) {
      const end = past(TOGETHER, other + 1);
      if (himself(words, other) && end >= 0) add(one, other, end);
      continue;
    }
    const object = past(COUNTERPART_OF, past(TO, one + 1));
    if (object >= 0 && himself(words, one) && himself(words, object)) add(one, object, object + 1);
  }
  return found;
}
