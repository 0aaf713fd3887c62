import type { Edtf } from '../dossier/records.ts';
import { Calendar } from './calendar.ts';
import { beginsSentence } from './context.ts';
import type { DateMention } from './dates.ts';
import { LETTERS } from './months.ts';
import { type Place, RelativeContext, type RelativeMention } from './relative-context.ts';
import { monthWord, weekdayWord } from './relative-days.ts';
import { MONTH_WORDS, periodWord, WEEKDAY_WORDS } from './relative-periods.ts';
import { either } from './word-set.ts';

/** What an expression may reach to either side of the word by which it is found. */
const REACH = 64;

const WHICH =
  `past|coming|${either('last|this|next|эт(?:ой|ом|от|у|о|ого|им)')}|` +
  `${either('прошл|минувш|следующ|будущ|текущ')}(?:[оеи]й|[оыие]м|ый|ую|[ое]го)`;
const TRIGGER = new RegExp(
  `(?<day>${either('yesterday|to(?:day|night|morrow)|позавчера|вчера|сегодня|послезавтра|завтра')})|` +
    `(?<which>${WHICH})|(?<ago>ago|назад)|(?<weekday>${WEEKDAY_WORDS})|(?<month>${MONTH_WORDS})`,
  'g',
);
const GOES_ON = new RegExp(`^[${LETTERS}\\d_]`);
const WRITTEN_ON = new RegExp(`[${LETTERS}\\d_'’-]$`);

/**
 * The dates in `from`..`to` that are told from the document's own: `yesterday`, `last week`, `two years ago`, `on Tuesday`,
 * `14 September`, `в прошлом году`. Give it a paragraph: a weekday, day or month alone is left out where an absolute date
 * or words like `two days later` before it tell of another time. Nothing is found inside quotation marks, and nothing that
 * the reference is not exact enough for or that may mean two things. Linear; takes any string.
 */
export function relativeDates(
  text: string,
  from: number,
  to: number,
  reference: Edtf | undefined,
): DateMention[] {
  const calendar = reference === undefined ? undefined : Calendar.around(reference);
  if (calendar === undefined) return [];
  const found: RelativeMention[] = [];
  let context: RelativeContext | undefined;
  let floor = from;
  for (const match of text.slice(from, to).matchAll(TRIGGER)) {
    const at = from + match.index;
    const end = at + match[0].length;
    if (at < floor) continue;
    const before = text.slice(Math.max(from, at - REACH), at);
    const after = text.slice(end, Math.min(to, end + REACH));
    if (GOES_ON.test(after) || (WRITTEN_ON.test(before) && !/(?:^|[\s(])mid-$/i.test(before))) continue;
    context ??= new RelativeContext(text, from, to, calendar);
    const mention = read(
      { text, at, end, word: match[0], before, after, calendar, context },
      match.groups ?? {},
    );
    if (mention === undefined || mention.start < floor) continue;
    floor = mention.end;
    found.push(mention);
  }
  return context?.allowed(found) ?? [];
}

function read(place: Place, groups: Groups): RelativeMention | undefined {
  if (groups.day) return dayWord(place);
  if (groups.which) return periodWord(place);
  if (groups.ago) return agoWord(place);
  return groups.weekday ? weekdayWord(place) : monthWord(place);
}

type Groups = Readonly<Partial<Record<'day' | 'which' | 'ago' | 'weekday', string>>>;

const DAYS: Readonly<Record<string, number>> = {
  yesterday: -1,
  today: 0,
  tonight: 0,
  tomorrow: 1,
  позавчера: -2,
  вчера: -1,
  сегодня: 0,
  завтра: 1,
  послезавтра: 2,
};

function dayWord({
  text,
  at,
  end,
  word,
  before,
  after,
  calendar,
  context,
}: Place): RelativeMention | undefined {
  const lower = word.toLowerCase();
  // `Russia Today` is a name, `today’s world` no day.
  if (/^['’-]/.test(after) || (word !== lower && !beginsSentence(text, at, context.from))) return undefined;
  if (/(?:ago|from|назад|Россия)\s+$/i.test(before)) return undefined;
  const by = DAYS[lower] ?? 0;
  const step = lower === 'yesterday' || lower === 'tomorrow' ? TWO_DAYS.exec(before) : null;
  const two = step !== null && (step[1] === 'before') === by < 0;
  return { start: at - (two ? step[0].length : 0), end, edtf: calendar.day(two ? 2 * by : by) };
}

const TWO_DAYS = /(?:[Tt]he\s+)?day\s+(before|after)\s+$/;

const COUNTS = [
  /^(?:two|дв[аеу])/,
  /^(?:three|тр[иеё])/,
  /^(?:four|чет)/,
  /^(?:five|пят)/,
  /^(?:six|шес)/,
  /^(?:seven|сем)/,
  /^(?:eight|вос)/,
  /^(?:nine|дев)/,
  /^(?:ten|дес)/,
  /^eleven/,
  /^twelve/,
];
const AGO = new RegExp(
  String.raw`(?<![\p{L}\d-])(?:(about|around|some|roughly|approximately|nearly|almost|около|примерно|приблизительно|почти)\s+)?` +
    `(?:(an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|одн[уа]|один|одного|дв[ае]|двух|три|тр[её]х|` +
    String.raw`четыре|четыр[её]х|пят[ьи]|шест[ьи]|сем[ьи]|восемь|восьми|девят[ьи]|десят[ьи]|\d{1,2})\s+)?` +
    String.raw`(days?|weeks?|months?|years?|день|дн[яе]й?|недел[юиь]|месяц(?:а|ев)?|года?|лет)\s+(?:тому\s+)?$`,
  'iu',
);
/** Before a number it makes it less exact. */
const NOT_SO_MANY =
  /(?:than|over|least|most|under|within|up to|or|to|and|half|several|few|или|более|свыше|больше|менее|меньше|ещё|еще|[-–—])\s*$/i;
/** What says more exactly when it was. */
const MORE =
  /^,?\s+(?:this|to(?:day|night|morrow)|last|next|yesterday|on|in\s+\p{Lu}|\p{Lu}\p{Ll}+day|сегодня|в\s+(?:этот|том|январе|феврале|марте|апреле|мае|июне|июле|августе|\p{Ll}+бре))/u;

/** `two years ago`, `год назад`. */
function agoWord({ at, end, before, after, calendar }: Place): RelativeMention | undefined {
  const match = AGO.exec(before);
  if (match === null) return undefined;
  const [whole, about, number = '', unit = ''] = match;
  if (number === '' && !/^(?:день|неделю|месяц|год)$/i.test(unit)) return undefined;
  const exact = !NOT_SO_MANY.test(before.slice(0, match.index)) && !MORE.test(after);
  const edtf = exact ? agoBy(calendar, countOf(number), unit.toLowerCase()) : undefined;
  return {
    start: at - whole.length,
    end,
    edtf: about === undefined ? edtf : edtf?.replace(/(?<!~)(?=\/|$)/g, '~'),
    elsewhen: true,
  };
}

function agoBy(calendar: Calendar, count: number, unit: string): Edtf | undefined {
  if (/^д/.test(unit) || unit.startsWith('day')) return calendar.day(-count);
  if (/^[wн]/.test(unit)) return calendar.week(-count);
  if (/^[mм]/.test(unit)) return calendar.month(-count);
  // So many years are a round number.
  return calendar.year(-count) + (count < 10 ? '' : '~');
}

function countOf(number: string): number {
  if (/^\d/.test(number)) return Number(number);
  const index = COUNTS.findIndex(count => count.test(number.toLowerCase()));
  return index < 0 ? 1 : index + 2;
}
