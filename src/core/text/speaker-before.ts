// Who speaks by what stands before a quotation. A sentence is a string of the letters that reporting.ts explains.

/** What may stand between a subject and its verb. */
const AUXILIARY = /[ald]*$/;
/** Before an infinitive: `would say`, `did say`, `went on to say`. */
const INFINITIVE = /(?:[ald]*[Wl]a*|[ald]*F[apo]*)$/;

/** The head of a clause; `,` and `&` also part two subjects. */
const HEAD = '(?:^|[,;:(jJzsaQw-])';
/** `and` between clauses rather than between two who speak. */
const AND = '(?:(?:^|[;Q-])&|^[^,]*[^MXmP],&)';
/** `in Geneva Kerry …`, `after the talks Kerry …` */
const CIRCUMSTANCE = '(?:(?:^|[,;&jJz])(?:[pN][du]?[X0]{1,4}|[pN]x|[pNj][du][xX0]{1,2}|[dz][xG]))';
/** What stands directly before a subject: also `a smiling Kerry`, `Russia’s Lavrov`. */
const BEFORE_SUBJECT = new RegExp(`(?:${HEAD}(?:d(?:[GxXHO]|[aX][xX]))?|${AND}|${CIRCUMSTANCE})O?$`);
/** What stands between commas behind a subject: relative clause, apposition, circumstances. */
const INSERTED = '[wdGxtTcbpsoaN0HXEBf]';
const INSERTION = new RegExp(`^${INSERTED}[^;:(]*$`);
/** A name between commas behind a word for the person. */
const APPOSITION = /(?:^|[,;:jJz(Q-])[dOXxHf0]+,M,$/;

const OBJECT = '[dxXO0kKaluposfNGhyBFHmP!]|(?<=[opfNytTcxG])M';
/** What stands between a subject and its second verb, before a participle and before `and`. */
const BEFORE_PARTICIPLE = new RegExp(`^(?:,${INSERTED}[^,;:(MQ]*,)?(?:[ald]*[vVTtc])?(?:${OBJECT}|Q)*,?$`);
const BEFORE_SECOND = new RegExp(
  `^(?:,${INSERTED}[^,;:(MQ]*,)?(?:[ald]*[vVTtc][xu]{0,2}Q?|(?:${OBJECT})*),?$`,
);

/** Behind a verb: addressee and circumstances, or the clause of which a part is quoted. */
const FREE = '(?:[dxXO0kKaluiposfNGhyBH!WFm]|(?<=[fopyN])M|(?<=i)&M|M(?=a*(?:[lBWh]|$))|P(?!x?[kK]))*';
const ADDRESSEE = '(?:M(?:&M)?)?';
const TAIL = new RegExp(`^${ADDRESSEE}(?:,?z)?${FREE}(?:,?z${FREE})?(?:Q,?&?)?$`);
const TAIL_TO_MARK = new RegExp(
  `^${ADDRESSEE}${FREE}(?:(?:,(?=[pX0NfoG])|&(?=[xXdM]))${ADDRESSEE}${FREE}){0,3}(?:,?z)?[,:-]+z?$`,
);
/** Behind `called`: `it`, `Lavrov a`, `the plan`, `for a`; a `call to Lavrov about the "reset"` is another thing. */
const CALLED = /^(?:M(?:&M)?[dsGx]*|(?:[dxXO0kKuGHmaf]|P(?=[xXk]))*s?[dxXGa]*|o[dx]*|f[dxXO0G]*)(?:Q,?&?)?$/;
/** What is quoted is not what is said: `told him about the "reset"`, `said no to Lavrov's famous "plan"`. */
const NAMES_THING = /(?:[pNf]d?|od)[xXGHa]{0,2}$|[dofPO]$|P[xX]{1,2}$/;
/** Behind `The deal, Kerry said`. */
const PARENTHETIC = /^,[BlWxdaphofNs0XkKO]+$/;
/** Behind the speaker of `said Kerry in Geneva, "…"`. */
const BEHIND_SPEAKER = /^M(?:[apN0of][apN0dxXof]*|,[^vVTtcqM;:]*)?[,:-]$/;

const NOUNS: readonly RegExp[] = [
  // `Kerry: "…"`, `Kerry on Syria: "…"`
  /^[&J]?(M)(?:[pNo][dxX0HM]{1,4})?:$/,
  // `According to Kerry, the deal is "…"`
  new RegExp(`^[aJ&]?,?N?Ao?(M),?${FREE}[,:]?$`),
  // `По словам Лаврова, сделка «…»`
  new RegExp(`^[aJ&]?,?NZ([Mm]),?${FREE}[,:]?$`),
  // `Kerry's words: "…"`, `Kerry's answer to him was "…"`
  /(?:^|[,;:&jJ(QN-])(P)x?[kK](?:[opfN][dxX0M]{1,3})?(?:[lBxap0dN]{0,6}:|[lB]?[,-])?$/,
  // `in the words of Kerry, "…"`
  /(?:^|[,;:&jJ(Q-]|N)[dx]+Kf(M)(?:B?[,:-])?$/,
];

/** Whose words they are: an index in the codes, and whether the quotation follows the clause at once. */
interface Found {
  readonly index: number;
  readonly direct: boolean;
}

/** The one who speaks by the codes of what stands before a quotation; `undefined` if that is not sure. */
export function speakerBefore(codes: string): Found | undefined {
  const at = lastVerb(codes);
  if (at <= 0 || /^[^,]*,[^vVTtcqgreb]*$/.test(codes)) {
    for (const pattern of NOUNS) {
      const match = pattern.exec(codes);
      if (match === null) continue;
      const index = match.index + match[0].search(/[MPm]/);
      return isDenied(codes.slice(0, index)) ? undefined : { index, direct: true };
    }
  }
  const index = at < 0 ? -1 : subjectOf(codes, at);
  return index < 0 ? undefined : { index, direct: /^[,:-]*z?$/.test(codes.slice(at + 1)) };
}

/** Where the last verb of saying stands; -1 where there is none. */
function lastVerb(codes: string): number {
  for (let at = codes.length - 1; at >= 0; at--) if (/[vVTtcgqreb]/.test(codes.charAt(at))) return at;
  return -1;
}

/** Where the one stands whose words the verb at `at` brings; -1 if that is not sure. */
function subjectOf(codes: string, at: number): number {
  const verb = codes.charAt(at);
  const head = codes.slice(0, at);
  const tail = codes.slice(at + 1);
  // `quoting Kerry: "…"`, `Lavrov quoted Kerry: "…"`
  if (verb === 'r' || verb === 'q') {
    return /^M[,:-]$/.test(tail) && !/[n!hdk]$/.test(head) && !isDenied(head) ? at + 1 : -1;
  }
  // `was told by Kerry that "…"`
  if (/^yM/.test(tail)) {
    const rest = tail.slice(2);
    return tailFits(verb, rest) && !isDenied(head) ? at + 2 : -1;
  }
  // `Said Kerry: "…"`
  if (/^(?:.*Q,?)?[as]*$/.test(head) && /[vVT]/.test(verb) && BEHIND_SPEAKER.test(tail)) return at + 1;
  const parenthetic = PARENTHETIC.test(tail);
  if (!parenthetic && !tailFits(verb, tail)) return -1;
  if (verb === 'g') return participleSubject(codes, head);
  const auxiliary = (verb === 'e' ? INFINITIVE : AUXILIARY).exec(head);
  if (auxiliary === null) return -1;
  const rest = head.slice(0, auxiliary.index);
  const last = rest.length - 1;
  if (/[Mi]$/.test(rest)) return (!parenthetic || /,s?.$/.test(rest)) && isSubject(codes, last) ? last : -1;
  // `said a diplomat, "…"`
  if (parenthetic || (/[vV]/.test(verb) && /^d[xXH]{1,2},$/.test(tail))) return -1;
  if (/[,-]$/.test(rest)) return besideInsertion(codes, rest);
  const relative = /(?<![of&n])M,?w$/.exec(rest);
  if (relative)
    return isDenied(rest.slice(0, relative.index)) || isNested(rest.slice(0, relative.index))
      ? -1
      : relative.index;
  return rest.endsWith('&') ? coordinated(codes, rest.slice(0, -1), BEFORE_SECOND) : -1;
}

/** Whether what stands between a verb and a quotation lets the quotation be the words that the verb brings. */
function tailFits(verb: string, tail: string): boolean {
  if (verb === 'c') return CALLED.test(tail);
  // `complained of "…"`
  if (tail === 'f') return verb === 'V';
  if (!TAIL.test(tail) && !TAIL_TO_MARK.test(tail) && !/^[,:-]*z?$/.test(tail)) return false;
  if (verb === 'b') return /^u|s[dxXGa]*$/.test(tail);
  if (/[,:-]z?$/.test(tail)) return true;
  if (tail === '') return verb !== 't' && verb !== 'V';
  if (/[zBlWQ]/.test(tail)) return !/[PO]$/.test(tail);
  return verb !== 'V' && !NAMES_THING.test(tail);
}

/** The subject of a participle: `Kerry quoted Lavrov as saying`, `Kerry nodded, saying`. */
function participleSubject(codes: string, head: string): number {
  const quoted = /[qr]Ms?$/.exec(head);
  if (quoted) return isDenied(head.slice(0, quoted.index)) ? -1 : quoted.index + 1;
  const passive = /M[ald]*Ba*q(?:y[dxXOH]+)?s$/.exec(head);
  if (passive) return isSubject(codes, passive.index) ? passive.index : -1;
  return /[,y-]$/.test(head) ? coordinated(codes, head.replace(/y$/, ''), BEFORE_PARTICIPLE) : -1;
}

/** The subject of a verb before which the comma stands that ends `rest`. */
function besideInsertion(codes: string, rest: string): number {
  const apposition = APPOSITION.exec(rest);
  if (apposition) {
    const left = rest.slice(0, apposition.index);
    return isDenied(left) || isNested(left) ? -1 : rest.length - 2;
  }
  for (let name = rest.length - 3; name >= 0; name--) {
    if (!/^[Mi][,-]/.test(rest.slice(name, name + 2))) continue;
    if (INSERTION.test(rest.slice(name + 2, -1)) && isSubject(codes, name)) return name;
  }
  return -1;
}

/** The subject of the clause `head`, if `between` lets it be that of one more verb behind it. */
function coordinated(codes: string, head: string, between: RegExp): number {
  const from = Math.max(...[...';J('].map(mark => head.lastIndexOf(mark))) + 1;
  const within = head.slice(from).search(/[MPim]/);
  const index = from + within;
  if (within < 0 || !/[Mi]/.test(codes.charAt(index)) || !isSubject(codes, index)) return -1;
  return between.test(head.slice(index + 1)) ? index : -1;
}

/** Whether the name at `index` is a subject of which its clause tells something as a fact. */
export function isSubject(codes: string, index: number): boolean {
  const left = codes.slice(0, index);
  return BEFORE_SUBJECT.test(left) && !isDenied(left) && !isNested(left);
}

/** Whether the clause that `left` begins takes back or doubts what it says. */
function isDenied(left: string): boolean {
  return /[n!h](?:[^,;:J(Q]*|J)$/.test(left);
}

/** Whether `left` lets the clause behind it be what somebody else says: `Kerry said that Lavrov had …`. */
function isNested(left: string): boolean {
  if (/Ao?[MiP]/.test(left)) return true;
  const verb = /[vVTtcgqbeE][^vVTtcgqbeE]*$/.exec(left);
  if (verb === null) return false;
  const rest = verb[0].slice(1);
  if (/^bj/.test(verb[0])) return false; // `rejected what Kerry called …`
  if (/^~?a*$/.test(left.slice(0, verb.index)) && rest.includes(',')) return false; // `asked by Kerry, …`
  return rest.includes('z') || !/[,;JQ]/.test(rest);
}
