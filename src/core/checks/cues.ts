// Words by which a sentence says more or less than that something was so: what the rules leave alone. Each is a pattern
// over the narration of a sentence (see paragraphs.ts), English and Russian. Linear.

/** One of some words, standing free, whatever their case; `~` stands for any letters that a word may end with. */
export const cue = (...words: string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|').replaceAll('~', '\\p{L}*')})(?![\\p{L}\\p{N}])`, 'iu');

/** It was not so, or nearly so. */
export const NEGATION = cue(
  "not|[a-z]+n['’]t|cannot|never|no|none|nobody|nothing|neither|nor|without|hardly|scarcely|nearly|almost|instead|rather than",
  'den(?:y|ied|ies|ying|ial)|refus~|declin~|cancel~|called off|postpon~|avoid~|fail~|rul~ out|unable|out of the question',
  'не|ни|нет|нельзя|никогда|никто|без|едва|чуть|вместо|отказ~|отмен~|отлож~|отриц~|опроверг~',
);

/** Somebody says so; whether it was so, the writer leaves open. */
export const HEDGE = cue(
  'reported(?:ly)?|reports?|alleg~|supposed~|purport~|apparent~|perhaps|maybe|possibl[ey]|probabl[ey]|presum~',
  'rumou?rs?|rumou?red|claim~|assert~|said to|according to|unconfirmed|unverified|seem~|appear(?:s|ed)? to|believed to',
  'may have|might|could have|must have|if true|so the story|(?:he|she|it|they) (?:says?|claims?|writes?|tells? us)|it is said|in his words|in her words',
  '(?:page|site|website|blog|post|article|text|source|account|story|report|book|memoirs?)(?: of [^,.;]{1,40})? (?:says?|said|tells?|told|has|states?|puts?|calls?|called|gives?|describes?|places?)',
  '(?:says?|writes?|tells?|has it in|by) (?:an?|one|some|this|the) (?:page|site|website|blog|post|article|text|source|account|report)',
  'якобы|будто|вероятно|возможно|предположительно|видимо|по-видимому|кажется|похоже|наверное|может быть|слух~',
  'по (?:данным|словам|сообщени~|версии|утверждени~|мнению)|как (?:сообща~|пиш~|утвержда~)|утвержда~|сообща[елюв]~',
);

/** It is doubted or known to be wrong; beside a sentence, too, it says so of it. */
export const DOUBT = cue(
  'doubt~|dubious|disput~|question(?:ed|able)|contradict~|unlikely|impossib~|wrong~|false~|fake~|hoax|myth|legend',
  'mistak~|mistook|erro(?:r|rs|neous~)|incorrect~|inaccura~|untrue|not true|invent~|fabricat~|made up|debunk~|garbled',
  'anachronis~|unreliable|unsourced|unsupported|misdat~|confus~|conflat~|mix(?:es|ed)? up|sic|so-called|unsubstantiated|on paper|versions?|to be (?:verified|checked|confirmed|proved|proven)|verify|todo|tbd|check|fact-?check~|unclear|(?:lowest|worst|low) grade|grade [ef]\\d?',
  'no (?:other |such )?(?:source|record|evidence|meeting|trace|proof)s?|(?:only|just|a single) (?:one )?(?:source|page|site|document)',
  'сомн~|спорн~|ошиб~|неверн~|ложн~|лож|миф~|выдум~|недостоверн~|неправд~|так называем~',
);

/** It would have been so, or is only imagined to be. */
export const CONDITIONAL = cue(
  'if|unless|would|should|could|were to|as though|suppose|imagin~|hypothe~|whether|wonder~|let us say',
  'если|бы|будь|ли|кабы|представ~ себе|допустим',
);

/** It was or is still to come. */
export const PLAN = cue(
  "will|shall|[a-z]+['’]ll|going to|about to|(?:is|are|was|were|be|been) (?:due|set|to|expected|scheduled|slated|supposed)|plan(?:s|ned|ning)?",
  'schedul~|intend~|hop(?:es?|ed|ing)|want~|wish~|expect~|propos~|offer~|invit~|suggest~|demand~|urg(?:es?|ed)',
  '(?:agreed?|agrees|ready|prepar~|try|tries|tried|arranged?) to|ask(?:s|ed)? (?:to|for)|look(?:s|ed)? forward|upcoming|forthcoming|possible',
  'predict~|foretold|foresaw|forecast~|in order to',
  'буд(?:ет|ут)|планир~|намер~|предсто~|собира~|долж~|предл~|хотел~|хоч~|ожида~|пригла~|чтобы|готов~',
);

/** It is asked, or begins like a question or a condition: `Had they met`. */
export const QUESTION =
  /\?|^\s*(?:Had|Were|Should|Did|Was|Is|Are|Has|Have|Could|Would|Can|Do|Does)(?!\p{L})|(?<!\p{L})(?:asked (?:if|whether|how|why|when)|спросил\p{L}*)/iu;

/** It is told in a work of fiction, or in jest. */
export const FICTION = cue(
  'novels?|novella|fiction~|thriller|drama|films?|movie|screenplay|play|comed(?:y|ies)|satir~|parod~|jok(?:es?|ed|ing)|cartoon|sketch',
  'video ?game|alternat(?:e|ive) (?:history|timeline|world)|counterfactual|dream~|fantas~|role-?play|character|tale|pretend~|spoof|hypothetical~',
  'роман(?:е|а|ах)?|фильм~|пьес~|повест~|вымы~|анекдот~|шут~|сатир~|во сне|приснил~',
);

/** A verb of saying or thinking: what depends on it is somebody's, not the writer's. */
export const REPORTING = cue(
  'sa(?:y|ys|id|ying)|t(?:ells?|old|elling)|writ(?:es?|ing|ten)|wrote|claim~|stat(?:es|ed)|think~|thought|believ~|recall~|remember~|learn(?:ed|t|s)|read',
  'add(?:s|ed)|argu~|insist~|suggest~|predict~|not(?:es|ed)|mention~|describ~|repeat~|maintain~|announc~|declar~|according to|reveal~|knew|know[ns]?',
  'ask~|admit~|confirm~|hear[ds]?|show(?:s|ed|n)?|complain~|joke[ds]?|warn~|report~|quot~|assum~|discover~|conclud~|promis~',
  'сказал~|говор~|заяв~|сообщ~|пис~|напис~|пиш~|вспом~|дума[елюв]~|счита~|рассказ~|добав~|утвержда~|отмет~|зна~',
);

/** Before an office or its holder: one who held it at another time, or not yet, or not quite. */
export const NOT_IN_OFFICE = cue(
  'former(?:ly)?|ex|future|later|eventual(?:ly)?|subsequent(?:ly)?|next|acting|deputy|under|undersecretary|assistant|vice|shadow|incoming|outgoing',
  'nomin~|designate[ds]?|elect|would-be|to-be|presumptive|prospective|potential|candidate|possible|predecessor|successor|previous(?:ly)?|past|late',
  'one-time|onetime|sometime|erstwhile|retired|current|present|now|today|designated|aspiring|then-(?:future|senator|deputy)|not yet|again',
  'бывш~|экс|будущ~|исполня~|и\\.\\s?о|врио|замест~|зам|кандидат~|нынешн~|предыдущ~|впоследствии|позднее|преемник~|предшественник~',
);

/** It was in another capacity than that of the office: an earlier one, a later one, none. */
export const CAPACITY = cue(
  'former(?:ly)?|ex|future|later|eventual(?:ly)?|incoming|outgoing|designate|elect|nomin~|retired|private(?:ly)?|senat(?:e|or|orial)|sen|congress(?:man|woman|ional)',
  'ambassador|envoy|advis[eo]r|exxon~|ceo|chief executive|business~|candidate|campaign~|deputy|undersecretary|assistant|director|cia',
  'climate|committee|professor|lecture|books?|memoirs?|мемуар~|first lady|governor|general (?!assembly)\\p{L}+|chairman|head of|as an? \\p{L}+|in (?:his|her|their) (?:capacity|role)|lawmaker~',
  '(?:out of|left|leaving|before|after) (?:\\p{L}+ )?office|no longer|when (?:he|she) was|before (?:he|she|becoming|taking|joining)|not yet|long before|years before|lawyer|citizen|student|then(?:-| an? | the | still | \\p{Lu})|still an?',
  'бывш~|экс|будущ~|сенатор~|посол|посл[ауеом]+|посланник~|спецпредставител~|советник~|директор~|замести~|тогда(?:шн~)?|частн~|климат~|кандидат~',
);

/** A life is told: what one did before is told under the name that one later had. */
export const LIFE_STORY = cue(
  'born|birth~|grew up|childhood|boyhood|young~|youth|stud(?:y|ied)|graduat~|married|wedding|joined the|vietnam',
  'veteran|enlist~|lieutenant|army|career|biograph~|memoirs?|retire~|died|death|funeral|obituary|aged',
  'ran for|run for|running for|elected|election|taught|oil|company|provost|debat~',
  'primary|primaries|lost to|vot(?:e|es|ed|ing)|later (?:recall|remember|said|told|wrote)~|look~ back|retrospect~|reminisc~',
  'родил~|рожд~|детств~|уч[её]б~|учил~|окончил~|женил~|вышла замуж|армии|сенат~|умер~',
  'скончал~|баллотир~|избра~|вьетнам~|мемуар~|карьер~|голосовал~',
);

/** Whether any of the cues stands in the words. */
export const says = (words: string, ...cues: readonly RegExp[]): boolean =>
  cues.some(each => each.test(words));
