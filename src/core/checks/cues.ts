// Words by which a sentence says more or less than that something was so: what the rules leave alone. Each is a pattern
// over the narration of a sentence (see paragraphs.ts), English and Russian. Linear.

/** One of some words or stems, standing free, whatever their case. */
export const cue = (...words: string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'iu');

/** It was not so, or nearly so. */
export const NEGATION = cue(
  "not|[a-z]+n['’]t|cannot|never|no|none|nobody|nothing|neither|nor|without|hardly|scarcely|nearly|almost|instead|rather than",
  'den(?:y|ied|ies|ying|ial)|refus[a-z]*|declin[a-z]+|cancel[a-z]*|called off|postpon[a-z]*|avoid[a-z]*|fail[a-z]*|rul[a-z]+ out|unable|out of the question',
  'не|ни|нет|нельзя|никогда|никто|без|едва|чуть|вместо|отказ\\p{L}*|отмен\\p{L}*|отлож\\p{L}*|отриц\\p{L}*|опроверг\\p{L}*',
);

/** Somebody says so; whether it was so, the writer leaves open. */
export const HEDGE = cue(
  'reported(?:ly)?|reports?|alleg[a-z]+|supposed[a-z]*|purport[a-z]*|apparent[a-z]*|perhaps|maybe|possibl[ey]|probabl[ey]|presum[a-z]+',
  'rumou?rs?|rumou?red|claim[a-z]*|assert[a-z]*|said to|according to|unconfirmed|unverified|seem[a-z]*|appear(?:s|ed)? to|believed to',
  'may have|might|could have|must have|if true|so the story|(?:he|she|it|they) (?:says?|claims?|writes?|tells? us)|it is said|in his words|in her words',
  '(?:page|site|website|blog|post|article|text|source|account|story|report|book|memoirs?)(?: of [^,.;]{1,40})? (?:says?|said|tells?|told|has|states?|puts?|calls?|called|gives?|describes?|places?)',
  '(?:says?|writes?|tells?|has it in|by) (?:an?|one|some|this|the) (?:page|site|website|blog|post|article|text|source|account|report)',
  'якобы|будто|вероятно|возможно|предположительно|видимо|по-видимому|кажется|похоже|наверное|может быть|слух\\p{L}*',
  'по (?:данным|словам|сообщени\\p{L}+|версии|утверждени\\p{L}+|мнению)|как (?:сообща\\p{L}+|пиш\\p{L}+|утвержда\\p{L}+)|утвержда\\p{L}+|сообща\\p{L}+',
);

/** It is doubted or known to be wrong; beside a sentence, too, it says so of it. */
export const DOUBT = cue(
  'doubt[a-z]*|dubious|disput[a-z]+|question(?:ed|able)|contradict[a-z]*|unlikely|impossib[a-z]+|wrong[a-z]*|false[a-z]*|fake[a-z]*|hoax|myth|legend',
  'mistak[a-z]+|mistook|erro(?:r|rs|neous[a-z]*)|incorrect[a-z]*|inaccura[a-z]+|untrue|not true|invent[a-z]+|fabricat[a-z]+|made up|debunk[a-z]*|garbled',
  'anachronis[a-z]+|unreliable|unsourced|unsupported|misdat[a-z]+|confus[a-z]+|conflat[a-z]+|mix(?:es|ed)? up|sic|so-called|unsubstantiated|on paper|versions?|to be (?:verified|checked|confirmed|proved|proven)|verify|todo|tbd|check|fact-?check\\p{L}*|unclear|(?:lowest|worst|low) grade|grade [ef]\\d?',
  'no (?:other |such )?(?:source|record|evidence|meeting|trace|proof)s?|(?:only|just|a single) (?:one )?(?:source|page|site|document)',
  'сомн\\p{L}*|спорн\\p{L}*|ошиб\\p{L}*|неверн\\p{L}*|ложн\\p{L}*|лож|миф\\p{L}*|выдум\\p{L}*|недостоверн\\p{L}*|неправд\\p{L}*|так называем\\p{L}*',
);

/** It would have been so, or is only imagined to be. */
export const CONDITIONAL = cue(
  'if|unless|would|should|could|were to|as though|suppose|imagin[a-z]+|hypothe[a-z]+|whether|wonder[a-z]*|let us say',
  'если|бы|будь|ли|кабы|представ\\p{L}+ себе|допустим',
);

/** It was or is still to come. */
export const PLAN = cue(
  "will|shall|[a-z]+['’]ll|going to|about to|(?:is|are|was|were|be|been) (?:due|set|to|expected|scheduled|slated|supposed)|plan(?:s|ned|ning)?",
  'schedul[a-z]+|intend[a-z]*|hop(?:es?|ed|ing)|want[a-z]*|wish[a-z]*|expect[a-z]*|propos[a-z]*|offer[a-z]*|invit[a-z]*|suggest[a-z]*|demand[a-z]*|urg(?:es?|ed)',
  '(?:agreed?|agrees|ready|prepar[a-z]+|try|tries|tried|arranged?) to|ask(?:s|ed)? (?:to|for)|look(?:s|ed)? forward|upcoming|forthcoming|possible',
  'predict[a-z]*|foretold|foresaw|forecast[a-z]*|in order to',
  'буд(?:ет|ут)|планир\\p{L}*|намер\\p{L}*|предсто\\p{L}*|собира\\p{L}+|долж\\p{L}+|предл\\p{L}+|хотел\\p{L}*|хоч\\p{L}+|ожида\\p{L}+|пригла\\p{L}+|чтобы|готов\\p{L}*',
);

/** It is asked, or begins like a question or a condition: `Had they met`. */
export const QUESTION =
  /\?|^\s*(?:Had|Were|Should|Did|Was|Is|Are|Has|Have|Could|Would|Can|Do|Does)(?!\p{L})|(?<!\p{L})(?:asked (?:if|whether|how|why|when)|спросил\p{L}*)/iu;

/** It is told in a work of fiction, or in jest. */
export const FICTION = cue(
  'novels?|novella|fiction[a-z]*|thriller|films?|movie|screenplay|play|comed(?:y|ies)|satir[a-z]+|parod[a-z]+|jok(?:es?|ed|ing)|cartoon|sketch',
  'video ?game|alternat(?:e|ive) (?:history|timeline|world)|counterfactual|dream[a-z]*|fantas[a-z]+|role-?play|character|tale|pretend[a-z]*|spoof|hypothetical[a-z]*',
  'роман(?:е|а|ах)?|фильм\\p{L}*|пьес\\p{L}*|повест\\p{L}*|вымы\\p{L}+|анекдот\\p{L}*|шут\\p{L}+|сатир\\p{L}*|во сне|приснил\\p{L}*',
);

/** A verb of saying or thinking: what depends on it is somebody's, not the writer's. */
export const REPORTING = cue(
  'sa(?:y|ys|id|ying)|t(?:ells?|old|elling)|writ(?:es?|ing|ten)|wrote|claim[a-z]*|stat(?:es|ed)|think[a-z]*|thought|believ[a-z]+|recall[a-z]*|remember[a-z]*|learn(?:ed|t|s)|read',
  'add(?:s|ed)|argu[a-z]+|insist[a-z]*|suggest[a-z]*|predict[a-z]*|not(?:es|ed)|mention[a-z]*|describ[a-z]+|repeat[a-z]*|maintain[a-z]*|announc[a-z]+|declar[a-z]+|according to|reveal[a-z]*|knew|know[ns]?',
  'ask[a-z]*|admit[a-z]*|confirm[a-z]*|hear[ds]?|show(?:s|ed|n)?|complain[a-z]*|joke[ds]?|warn[a-z]*|report[a-z]*|quot[a-z]+|assum[a-z]+|discover[a-z]*|conclud[a-z]+|promis[a-z]+',
  'сказал\\p{L}*|говор\\p{L}+|заяв\\p{L}+|сообщ\\p{L}+|пис\\p{L}+|напис\\p{L}+|пиш\\p{L}+|вспом\\p{L}+|дума\\p{L}+|считал?\\p{L}*|рассказ\\p{L}+|добав\\p{L}+|утвержда\\p{L}+|отмет\\p{L}+|зна\\p{L}+',
);

/** Before an office or its holder: one who held it at another time, or not yet, or not quite. */
export const NOT_IN_OFFICE = cue(
  'former(?:ly)?|ex|future|later|eventual(?:ly)?|subsequent(?:ly)?|next|acting|deputy|under|undersecretary|assistant|vice|shadow|incoming|outgoing',
  'nomin[a-z]+|designate[ds]?|elect|would-be|to-be|presumptive|prospective|potential|candidate|possible|predecessor|successor|previous(?:ly)?|past|late',
  'one-time|onetime|sometime|erstwhile|retired|current|present|now|today|designated|aspiring|then-(?:future|senator|deputy)|not yet|again',
  'бывш\\p{L}+|экс|будущ\\p{L}+|исполня\\p{L}+|и\\.\\s?о|врио|замест\\p{L}+|зам|кандидат\\p{L}*|нынешн\\p{L}+|предыдущ\\p{L}+|впоследствии|позднее|преемник\\p{L}*|предшественник\\p{L}*',
);

/** A life is told: what one did before is told under the name that one later had. */
export const LIFE_STORY = cue(
  'born|birth\\p{L}*|grew up|childhood|boyhood|young\\p{L}*|youth|student|stud(?:y|ied)|graduat\\p{L}*|married|wedding|joined the|vietnam',
  'veteran|enlist\\p{L}*|lieutenant|army|career|biograph\\p{L}*|memoirs?|retire\\p{L}*|died|death|funeral|obituary|aged',
  'ran for|run for|running for|elected|election|nomination|campaign\\p{L}*|senat(?:e|or|orial)|governor|professor|taught|lawyer|ceo|oil|company|provost|congress(?:man|woman)|exxon\\p{L}*',
  'primary|primaries|candidate|nominee|lost to|vot(?:e|es|ed|ing)|later (?:recall|remember|said|told|wrote)\\p{L}*|look\\p{L}* back|retrospect\\p{L}*|reminisc\\p{L}*',
  'родил\\p{L}*|рожд\\p{L}+|детств\\p{L}*|уч[её]б\\p{L}*|учил\\p{L}*|окончил\\p{L}*|женил\\p{L}*|вышла замуж|армии|сенат\\p{L}*|умер\\p{L}*',
  'скончал\\p{L}*|баллотир\\p{L}*|избра\\p{L}+|вьетнам\\p{L}*|мемуар\\p{L}*|карьер\\p{L}*|голосовал\\p{L}*',
);

/** Whether any of the cues stands in the words. */
export const says = (words: string, ...cues: readonly RegExp[]): boolean =>
  cues.some(each => each.test(words));
