// Words that decide what a capitalised word beside a name means. All stand here folded (see foldWord).

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/**
 * Capitalised words that may stand directly before a surname without being a given name: what begins a sentence, days,
 * months, the places where diplomats meet, verbs of headlines.
 */
export const NOT_GIVEN = set(
  'a about according accordingly across additionally after afterward afterwards again against all also although amid ' +
    'among an and another any are around as asked at because before behind beside besides between beyond both but by can ' +
    'clearly could despite did do does during earlier either even eventually ever every except finally first following ' +
    'for formally from further given had has have hence here how however if in indeed inside instead into is it its just ' +
    'last later least like likewise may maybe meanwhile might moreover most much must near neither never nevertheless ' +
    'next no nonetheless nor not nothing now of off often on once one only or originally other otherwise our out outside over ' +
    'perhaps privately publicly quoting recently said says second similarly since so some soon still such surely than ' +
    'that the their then there therefore these they third this those though through thus to today together tomorrow ' +
    'tonight too toward towards twice under unless unlike until up upon usually versus via vs was we were what whatever ' +
    'when whenever where whereas whether which while who whom whose why will with within without would yes yesterday yet ' +
    'you your meeting joining addressing citing praising blaming facing calling greeting telling asking ' +
    'monday tuesday wednesday thursday friday saturday sunday ' +
    'january february march april may june july august september october november december ' +
    'geneva moscow washington vienna berlin paris london munich york brussels kyiv kiev minsk sochi lausanne helsinki ' +
    'reykjavik astana damascus tehran jerusalem riyadh doha istanbul ankara rome madrid beijing tokyo bali vladivostok ' +
    'petersburg anchorage zurich stockholm kremlin nations nato un eu osce ' +
    'meets met tells told sees urges warns calls called visits hosts slams thanks asks praises blames joins faces backs ' +
    'rejects accuses greets phones welcomes answers against quotes cites ' +
    'а без благодаря будет был бы в ведь весной во вместе во-первых вот впрочем все вслед вчера где да для до его ее если ' +
    'еще ему за завтра затем здесь зимой и из или имеет их к как какой когда кроме к кто летом ли мы на над накануне ' +
    'напомним например не несмотря ни но ныне о об однако он она они осенью от ответ по под позднее позже пока после ' +
    'потом поэтому при приехав про против ранее с сам сегодня сейчас сказал со спустя также так там тем теперь то тогда ' +
    'того только тоже у уже хотя часто через что чтобы это этот январе феврале марте апреле мае июне июле августе сентябре ' +
    'октябре ноябре декабре понедельник вторник среду четверг пятницу субботу воскресенье москве женеве вене берлине ' +
    'париже лондоне мюнхене вашингтоне киеве минске сочи брюсселе нью-йорке встречая отвечая комментируя',
);

/** Nouns that make of the name before them a place, a body or a thing, and what makes it a son's or a father's. */
export const NAMED_AFTER = set(
  'university college school institute institution foundation fund trust center centre library museum hall house hotel ' +
    'tower towers building bridge square stadium arena airport station hospital prize award medal lecture fellowship ' +
    'scholarship chair street st avenue ave road rd drive boulevard blvd lane highway parkway park gardens county ' +
    'township city town village island islands isle lake river creek falls valley mountain mountains mount peak hill ' +
    'hills beach bay point harbor harbour glacier range canyon cape field fields farm ranch company corporation corp inc ' +
    'ltd llc llp plc gmbh group holdings partners associates brothers bros sons industries global initiative doctrine ' +
    'memorial monument cathedral church chapel parish cup trophy afb md phd effect act amendment gaa krispies butter ' +
    'jr sr ii iii iv университет институт фонд центр улица проспект площадь',
);

/** States of the US, as they stand behind a town that is called like somebody: `Clinton, Iowa`. */
export const US_STATE =
  /^,\s(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico|York)|North (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South (?:Carolina|Dakota)|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming)(?=[.,;:)!?]|$)/;

/** Words that may follow a surname with a capital and leave it one. */
export const AFTER_SURNAME = set(
  'i monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january february march april ' +
    'may june july august september october november december and or but in on at to of for from with by as vs versus ' +
    'the a is was said says told tells met meets will would has had who whose after before over under against into amid ' +
    'sees urges warns calls visits hosts slams rejects accuses arrives hopes seeks wants plans welcomes heads flies ' +
    'discusses discuss agree agrees begin begins hold holds talk talks speaks speak blames backs faces signs ' +
    'и а но в на с к по о у за из от до для',
);

/** Surnames that are English words too: at the head of a sentence they need more than a capital. */
export const COMMON_WORDS = set('rice bush pence');
/** Surnames that are given names, places or words as well: in a headline the next capital may go on with them. */
export const AMBIGUOUS = set('rice bush pence kerry clinton powell trump flynn jones davis');
/** What follows one of {@link COMMON_WORDS} at the head of a sentence if it is a person. */
export const PERSON_VERBS = set(
  'said says told met meets flew spoke called asked added warned urged replied answered accused insisted rejected ' +
    'arrived visited agreed announced traveled travelled held and noted argued complained testified wrote signed refused',
);

/** Of a title's words: head, modifier before it, nationality, former or acting, `of`, what it is of, article. */
export type TitleCode = 't' | 'm' | 'n' | 'q' | 'o' | 's' | 'd';

const CODES = new Map<string, TitleCode>();
const codes = (code: TitleCode, words: string): void => {
  for (const word of words.split(' ')) CODES.set(word, code);
};
codes(
  't',
  'secretary secretaries sec minister ministers president presidents premier chancellor senator sen senators governor ' +
    'gov ambassador amb mr mrs ms miss messrs dr prof professor general gen chairman chairwoman adviser advisor envoy ' +
    'representative rep congressman congresswoman madam madame mme sir judge justice sheriff coach king queen captain ' +
    'officer г-н г-жа',
);
codes(
  'm',
  'foreign prime vice deputy first assistant under defense defence interior treasury energy national security special иностранных внешних',
);
codes('n', 'us u.s usa american russian soviet british french german chinese ukrainian syrian united');
codes('q', 'former ex acting outgoing incoming late');
codes('o', 'of for');
codes('d', 'the');
codes(
  's',
  'state states affairs russia federation ukraine syria america дел мид сша россии рф украины федерации',
);

/** Russian words of titles in any case form: the stem, and how it counts. */
const RUSSIAN: readonly (readonly [RegExp, TitleCode])[] = [
  [/^(?:гос)?секретар[а-я]{0,3}$/, 't'],
  [
    /^(?:министр|президент|премьер|премьер-министр|канцлер|сенатор|губернатор|генерал|председател|господин|госпож|глав)[а-я]{0,3}$/,
    't',
  ],
  [/^пос(?:ол|ла|лу|лом|ле)$/, 't'],
  [/^(?:американск|российск|французск|немецк|британск|украинск)[а-я]{2,3}$/, 'n'],
  [/^(?:бывш|тогдашн|экс)[а-я]{0,3}$/, 'q'],
];

/** How a folded word counts in a title; `undefined` if in none. */
export function titleCode(word: string): TitleCode | undefined {
  const code = CODES.get(word);
  if (code !== undefined || word.charCodeAt(0) < 0x400) return code;
  return RUSSIAN.find(([pattern]) => pattern.test(word))?.[1];
}

/** First letter and length of the ASCII words that a title may end with: tells nearly all others without a look-up. */
const ENDS = new Set<number>();
for (const [word, code] of CODES) {
  if (code === 't' || code === 's') ENDS.add((word.charCodeAt(0) << 8) | word.length);
}

/** Whether a title may end with a word of this first unit (in lower case) and length. */
export function mayEndTitle(first: number, length: number): boolean {
  return first > 127 || ENDS.has((first << 8) | length);
}

/** Heads that are titles only with a capital: `general`, `secretary` and `miss` are words of their own. */
export const CAPITAL_TITLES = set(
  'secretary secretaries sec general gen miss madam sir judge justice coach king queen captain officer sheriff rep',
);
/** Title heads of people who are not in a dossier of diplomacy, whatever their surname. */
export const FOREIGN_TITLES = set('judge justice sheriff coach king queen captain officer');
