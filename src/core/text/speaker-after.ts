// Who speaks by what stands behind a quotation. A sentence is a string of the letters that reporting.ts explains.

/** Behind a name that ends what is said of the speaker. */
const ENDS_NAME = '(?=$|m?[,;:)apofNsjJwyG0Q-]|m$)';

/** `Kerry`, `as Kerry`, `Kerry, who smiled,` */
const SUBJECT = /^s?a*(?:d[Gx])?([Mi])(?:,[wdGxtTcbpsoaN0HXEBf][^;:(Q]*,)?/;
const VERB = /^[ald]*(?:([vVTtc])|[Wl]a*e|F[apo]*e|(b)u)/;

const PATTERNS: readonly RegExp[] = [
  new RegExp(`^s?a*d?[vVT][mY]?([Mi])${ENDS_NAME}`, 'd'), // `said Kerry`, `как сказал Лаврову Керри`
  /^a*[vVT]d?[HX]+,(M)(?=$|,)/d, // `said the Russian minister, Sergey Lavrov`
  new RegExp(`^(?:Ao?|or|Nd?x?Kf)(M)${ENDS_NAME}`, 'd'), // `according to Kerry`, `in the words of Kerry`
  new RegExp(`^NZ([Mm])${ENDS_NAME}`, 'd'), // `по словам Лаврова`
  /^[Np](P)x?[kK](?=$|[,;:apofNsj-])/d, // `in Kerry's words`
  new RegExp(`^(?:[MiX]|dx+)[al]*Ba*[tTV]y(M)${ENDS_NAME}`, 'd'), // `he was told by Kerry`
  new RegExp(`^T[pN][xX]{1,2}(M)${ENDS_NAME}`, 'd'), // `заявил в Женеве Керри`
  /^(?:[MiX]|d?x+)[ald]*q(M)s?g/d, // `Kerry quoted Lavrov as saying`
  /^(M)[al]*Ba*q(?:y[dxXOH]+)?sg/d, // `Kerry was quoted as saying`
];

/** A name and nothing but more about the person and the day. */
const SIGNATURE = /^M(?:,[^vVTtcqgeMPiQ]*)?$/;

/** What is known of a quotation when the clause behind it is read. */
interface Join {
  /** The codes of its sentence before it, and whether they tell who speaks. */
  readonly before: string;
  readonly found: boolean;
  /** The last unit of its words. */
  readonly final: string;
  /** The words are many: hardly a term. */
  readonly long: boolean;
  /** Nothing follows in the paragraph. */
  readonly ends: boolean;
}

/** The one who speaks by the codes of what stands behind a quotation; `undefined` if that is not sure. */
export function speakerAfter(
  codes: string,
  { before, found, final, long, ends }: Join,
): { readonly index: number; readonly clause: 'after' | 'around' | 'dash' } | undefined {
  const lead = /^[,-]*/.exec(codes)?.[0].length ?? 0;
  const clause = codes.slice(lead);
  if (ends && codes.charAt(lead - 1) === '-' && SIGNATURE.test(clause))
    return { index: lead, clause: 'dash' };
  // A clause of its own sentence: the words end it, or nothing joins it to them.
  if (lead === 0 && final === '.') return undefined;
  const begins = /^(?:|[aJ&NpjxXdOu0f]+,|.*[:-])$/.test(before) || /^[aJ&]$/.test(before);
  if (lead === 0 && !begins && !/[,?!…—-]/.test(final)) return undefined;
  // `The talks were "…", Kerry said`; but whose word is it in `After the "…", Kerry said`?
  const predicate = /^[dxXOHk0u]*B[dxaXpofN0]*$/.test(before) || (long && /^[dxXH]*$/.test(before));
  if (!begins && !found && !predicate) return undefined;
  const index = subjectBehind(clause, lead > 0 || final === ',');
  if (index < 0) return undefined;
  return { index: lead + index, clause: /,(?:g[^MPi]*)?Q$/.test(clause) ? 'around' : 'after' };
}

function subjectBehind(codes: string, joined: boolean): number {
  for (const pattern of PATTERNS) {
    const name = pattern.exec(codes)?.indices?.[1]?.[0];
    if (name !== undefined) return name;
  }
  const subject = SUBJECT.exec(codes);
  if (subject === null) return -1;
  const name = subject[0].search(/[Mi]/);
  for (const start of [subject[0].length, name + 1]) {
    const verb = VERB.exec(codes.slice(start));
    if (verb === null) continue;
    const rest = codes.slice(start + verb[0].length);
    const [, kind = ''] = verb;
    // `Kerry called it`, not `Kerry called Lavrov`.
    if (kind === 'c' && !/^u(?:$|[,a])/.test(rest)) return -1;
    // A sentence of its own behind a question: `"…?" Kerry told Lavrov it was.`
    if (!joined && /^[^,;QjJws]*[lBW]/.test(rest)) return -1;
    // `Kerry said Lavrov had told him`
    if ((/^M/.test(rest) && !/[Tt]/.test(kind)) || /^[^,;QjJws]*[vVTtcqE]/.test(rest)) return -1;
    // Without a comma the clause is the next quotation's; `Kerry said nothing`.
    return /^[^,jJw]*Q/.test(rest) || /^[n!]/.test(rest) ? -1 : name;
  }
  return -1;
}
