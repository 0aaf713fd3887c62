import { goesOnAfterSurname, isHeadlineVerb } from './headline-words.ts';
import { PREPOSITIONS, SOMEBODYS } from './russian.ts';
import { titleCode } from './title-words.ts';
import { WordSet, wordSet } from './word-set.ts';

// Words that decide what a capitalised word beside a name means. All stand here folded (see foldWord).

const DAYS =
  'monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january february march april may ' +
  'june july august september october november december';

/** Words without a meaning of their own: a headline writes them with a capital, before a name and after it. */
const FUNCTION =
  'a about according across after afterward afterwards again against ahead all also although amid ' +
  'among an and another any around as asked at because before behind beside besides between beyond both but by can ' +
  'could despite do during each earlier either even ever every except first following ' +
  'for from further given had have hence here how however if in indeed inside instead into it its just ' +
  'last later least less like likewise maybe meanwhile might more moreover most much must near neither never nevertheless ' +
  'next no nonetheless nor not nothing now of off often on once one only or other otherwise our out outside over ' +
  'perhaps second since so some soon still such surely than ' +
  'that the their then there therefore these they third this those though through thus to today together tomorrow ' +
  'tonight too toward towards twice under unless unlike until up upon versus via vs we what whatever ' +
  'when whenever where whereas whether which while who whom whose why with within without would yes yesterday yet ' +
  'you your should';

/**
 * Capitalised words that may stand directly before a surname without being a given name: what begins a sentence, days,
 * months, the places where diplomats meet, what a diplomat is.
 */
const NOT_GIVEN = wordSet(
  `${FUNCTION} ${DAYS} ` +
    'aussenminister aussenministerin us-aussenminister us-prasident amtskollege kollege esteri stato ' +
    'dear hello bravo exit read watch poor angry furious smiling veteran defiant tired weary diplomat counterpart negotiator nominee candidate republican democrat gop ' +
    'geneva moscow washington vienna berlin paris london munich york brussels kyiv kiev minsk sochi lausanne helsinki ' +
    'reykjavik astana damascus tehran jerusalem riyadh doha istanbul ankara rome madrid beijing tokyo bali vladivostok ' +
    'petersburg anchorage zurich stockholm oslo delhi cairo amman baghdad kabul seoul prague warsaw budapest belgrade ' +
    'kremlin nations nato un eu osce ' +
    'а будет был бы ведь весной вместе во-первых вот впрочем все всех вчера где да его ее если еще ему завтра затем ' +
    'здесь зимой и или имеет их как какой когда кто летом ли мы накануне напомним например не несмотря ни но ныне ' +
    'однако он она они осенью ответ позднее позже пока потом поэтому приехав ранее сам сегодня сейчас спустя также ' +
    'так там тем теперь то тогда того только тоже уже хотя часто что чтобы это этот январе феврале марте апреле мае ' +
    'июне июле августе ' +
    'сентябре октябре ноябре декабре понедельник вторник среду четверг пятницу субботу воскресенье москве женеве вене берлине ' +
    'париже лондоне мюнхене вашингтоне киеве минске сочи брюсселе нью-йорке встречая отвечая комментируя ' +
    'вечером утром днем ночью поздно рано скоро вскоре наконец снова опять вновь впервые видимо похоже кажется возможно правда ' +
    'сказал заявил ответил отметил добавил подчеркнул напомнил встретил назвал приехал прилетел прибыл',
);

/** Words that may follow a surname with a capital and leave it one. */
const AFTER_SURNAME = wordSet(`${FUNCTION} ${DAYS} i и а но в на с к по о у за из от до для не`);

/** Whether a capitalised word may stand directly before a surname without being a given name. */
export function mayPrecedeSurname(word: string): boolean {
  return (
    /(?:'s|s')$/.test(word) ||
    NOT_GIVEN.has(word) ||
    PREPOSITIONS.has(word) ||
    titleCode(word) !== undefined ||
    isHeadlineVerb(word) ||
    ADVERB.test(word) ||
    NO_RUSSIAN_NAME.test(word) ||
    // At the head of a sentence: `Слова Лаврова`.
    SOMEBODYS.test(word)
  );
}

/** Whether a capitalised word may follow a surname and leave it one. */
export function mayFollowSurname(word: string): boolean {
  return AFTER_SURNAME.has(word) || goesOnAfterSurname(word) || NO_RUSSIAN_NAME.test(word);
}

/** Whether a word in small letters has no meaning of its own. */
export function isFunctionWord(word: string): boolean {
  return AFTER_SURNAME.has(word);
}

/** Nouns that make of the name before them a place, a body or a thing, and what makes it a son's or a father's. */
export const NAMED_AFTER = wordSet(
  'university college school institute institution foundation fund trust center centre library museum hall house hotel ' +
    'tower towers building bridge square stadium arena airport station hospital prize award medal lecture fellowship ' +
    'scholarship chair street st avenue ave road rd drive boulevard blvd lane highway parkway park gardens county ' +
    'township city town village island islands isle lake river creek falls valley mountain mountains mount peak hill ' +
    'hills beach bay point harbor harbour glacier range canyon cape field fields farm ranch company corporation corp inc ' +
    'ltd llc llp plc gmbh group holdings partners associates brothers bros sons industries global initiative doctrine ' +
    'memorial monument cathedral church chapel parish cup trophy afb md phd effect act amendment gaa krispies butter ' +
    'presidential elementary academy archive archives organization organisation family airlines head ' +
    'jr sr snr senior junior ii iii iv университет институт фонд центр улица проспект площадь',
);

/** What makes a shop or an inn of the possessive before it: `Powell's Books`. */
export const BUSINESS = wordSet(
  'books bookstore bookshop grill restaurant cafe bar pub tavern diner pizza tacos burgers deli market store coffee bakery kitchen',
);

/** What is called after somebody else's possessive: `Rice's theorem`. */
export const DISCOVERIES = new WordSet('theorem lemma formula whale');

const STATES =
  'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|' +
  'Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|' +
  'New (?:Hampshire|Jersey|Mexico|York)|N(?:orth|\\.) ?(?:Carolina|Dakota|[CDHJMY]\\.?)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|' +
  'S(?:outh|\\.) ?(?:Carolina|Dakota|[CD]\\.?)|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|' +
  'Ontario|Ireland|Japan|Ala\\.|Ariz\\.|Ark\\.|Calif\\.|Colo\\.|Conn\\.|Ill\\.|Ind\\.|Kan\\.|Ky\\.|La\\.|Mass\\.|Md\\.|Mich\\.|Minn\\.|Miss\\.|Mo\\.|' +
  'Okla\\.|Ore\\.|Pa\\.|Tenn\\.|Va\\.|Wash\\.|Wis\\.|Wyo\\.|A[LRZ]|C[AOT]|I[ADLN]|K[SY]|M[AEINOST]|N[CDEHJMVY]|O[HKR]|PA|S[CD]|T[NX]|V[AT]|W[AIVY]';
/** States of the US, as they stand behind a town that is called like somebody: `Clinton, Iowa`. */
export const US_STATE = new RegExp(`^,\\s(?:${STATES})(?=[.,;:)!?]|\\s\\d|$)`);

/** Surnames that are English words too (or like Путина Russian ones): at the head of a sentence they need more than a capital. */
export const COMMON_WORDS = wordSet('rice bush pence путина путину путине лавровым');
/** Surnames that are given names, places or words as well: in a headline the next capital may go on with them. */
export const AMBIGUOUS = wordSet(
  'rice bush pence kerry clinton powell trump flynn jones davis керри клинтон',
);
/** Surnames that are given names too. */
export const GIVEN_TOO = wordSet('kerry clinton');
/** What follows one of {@link COMMON_WORDS} at the head of a sentence if it is a person. */
export const PERSON_VERBS = wordSet(
  'said says told met meets flew spoke called asked added warned urged replied answered accused insisted rejected ' +
    'arrived visited agreed announced traveled travelled held noted argued complained testified wrote signed refused ' +
    'knew understood thought wanted believed felt looked smiled laughed nodded recalled promised pressed praised denied',
);

/** What stands in small letters before a surname of somebody older, or of somebody who is no diplomat. */
export const ELDER = new WordSet(
  "elder older senior fed fed's poet singer actor actress player quarterback guitarist striker midfielder novelist painter footballer",
);
/** What stands so before an {@link AMBIGUOUS} surname of somebody else, or before it as a given name. */
export const SOMEBODY = new WordSet(
  'sister brother wife husband daughter son cousin aunt uncle niece nephew girlfriend boyfriend mum mom dad baby ' +
    'coach judge justice sheriff captain detective sergeant mayor pastor reverend economist author lady',
);
/** Of what an {@link AMBIGUOUS} name is a place or a thing: `the Ring of Kerry`, `a bowl of Rice`. */
export const OF_PLACE = new WordSet(
  'ring kingdom bishop diocese town city village county coast hills mountains parish port seat university battle north south ' +
    'shores lakes beaches bowl cup bag plate tons people rose mayor',
);
/** What makes a place of an {@link AMBIGUOUS} name after it: `Co. Kerry`. */
export const BEFORE_PLACE = new WordSet(
  "co mt ft pt st shepherd's графство графстве графства графству кольцо кольцу город городе города фонд фонда фонде фонду",
);
/** What an {@link AMBIGUOUS} name may be a place after. */
export const IN_PLACE = new WordSet('in across throughout through near around outside в');
const THINGS = wordSet(
  'card fire bushfire paddy paddie field bowl wine cooker pudding noodle flour farmer harvest crop cake paper husk bran vinegar ' +
    'krispies grower price butter coast hill accent mountain town township county telegraph meat plane tucker coin memo ' +
    'memorandum suit captain footballer goalkeeper hurler',
);
/** Whether a word makes a thing or a place of an {@link AMBIGUOUS} name before it. */
export const isThing = (word: string): boolean => THINGS.has(word.replace(/s$/, '')) || THINGS.has(word);

/** Articles, after which a surname that is a word is one. */
export const ARTICLES = new WordSet('the a an some this that more');
const GENERATIONS = 'senior junior sr snr jr pere fils 41 the';
const OFFICES = 'administration presidency impeachment inauguration';
const TIMES = 'years era';
/** What follows the surname of somebody older or younger, or counts as it. */
export const GENERATION = new WordSet(GENERATIONS);
/** What makes a president's of the surname before it. */
export const PRESIDENCY = new WordSet(OFFICES);
/** The same, but others have their years as well. */
export const PRESIDENTS_TIME = new WordSet(TIMES);
/** All words in small letters after any surname that tell something. */
export const AFTER_NAME = new WordSet(`${GENERATIONS} ${OFFICES} ${TIMES}`);

/** Adverbs of a form that given names seldom have; some surnames do. */
const ADVERB = /^(?!beverly|kimberly)[a-z]{5,}ly$/;
/** Russian nouns and verbs of a form that no name has. */
const NO_RUSSIAN_NAME = /^[а-я]{2,}(?:[нт]ие|ств[оа]|[нльтчв]но|ост[ьи]|лся|лись|лась)$/;
