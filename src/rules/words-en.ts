/**
 * The English word lists of the clarity rules: each term with what to write in its stead. Families,
 * terms and levels are those of the measurements behind this tool (1,980 goals of public proposals,
 * read one by one), after the requirement smells of Femmer and others: 59 % precise at best, so
 * nothing here is ever an error. What was right less than one time in ten is left out: all, any,
 * always, never, appropriate, proper, relevant, the passive voice. How often a rule is right on sentences of
 * public texts now (`test/judge/real`) stands on its page in `docs/rules`.
 */

/** A term: words with one blank between them; `…` stands for up to four words. */
export interface Term {
  readonly term: string;
  /** What to write in its stead. */
  readonly instead: string;
  /** In another sense before one of these words; `#` is a number. */
  readonly notBefore?: string;
  /** In another sense after one of these words. */
  readonly notAfter?: string;
}

/** The terms that a rule looks for. */
export interface WordList {
  readonly rule: string;
  /** In every text that is answered in words, and not only where a criterion stands. */
  readonly everywhere?: true;
  /** Only in what the outcome is held against: the goal and the quality criteria. */
  readonly heldAgainst?: true;
  /** Quiet in a text that holds a number. */
  readonly unlessNumber?: true;
  /** Only at the end of a text. */
  readonly atEnd?: true;
  /** Only at its beginning. */
  readonly atStart?: true;
  readonly terms: readonly Term[];
}

function terms(list: string, instead: string, sense: Partial<Term> = {}): Term[] {
  return list.split(', ').map((term) => ({ term, instead, ...sense }));
}

const SUBJECTIVE: readonly Term[] = [
  ...terms('user-friendly, intuitive', 'say who can do what without help, and how quickly'),
  ...terms('easy', 'say who can do it in how many minutes or steps', {
    notBefore: 'read reads',
    notAfter: 'as',
  }),
  ...terms('easily', 'say in how many minutes or steps', { notAfter: 'most' }),
  ...terms('simple', 'say what it does without, or how many parts it may have', {
    notAfter: 'as',
    notBefore: 'majority majorities interest',
  }),
  ...terms('simply', 'leave it out, or say what makes it so'),
  ...terms('clean', 'say what must be gone', {
    notBefore:
      'machine machines install installation build clone checkout up room rooms energy water air audit fuel install sheet slate desk',
  }),
  ...terms('elegant, nice, polished', 'say what somebody would check to call it so', {
    notBefore: 'to concrete steel floors',
  }),
  ...terms('modern, state-of-the-art', 'name the version, standard or year that it must meet', {
    notBefore: 'slavery languages history art',
  }),
  ...terms('world-class, best-in-class', 'name the figure or the example that it must equal'),
  ...terms('seamless', 'say which step or wait must not be noticed'),
  ...terms('robust', 'say what it must survive', {
    notBefore:
      'regression regressions statistics statistic estimator estimators standard optimisation optimization',
  }),
  ...terms('flexible', 'say what must be able to change, and how quickly', {
    notBefore: 'working hours hour working-hours time',
  }),
  ...terms('scalable', 'say up to how many of what'),
  ...terms('maintainable', 'say which change must take how long'),
  ...terms('lightweight', 'say how large or how slow it may be'),
  ...terms('cost-effective', 'say what it may cost'),
  ...terms('high-quality', 'say which faults it must not have'),
  ...terms('professional', 'say who must find what in it', {
    notBefore:
      'indemnity services service body bodies development liability association qualification qualifications fees staff advice adviser advisers standards photographer translator',
  }),
  ...terms('solid', 'say what it must withstand', { notBefore: 'state waste wood line fuel' }),
  ...terms('sensible, pragmatic, satisfactory, decent', 'say who decides, or what would pass'),
];

/** Words of praise, which in a scope or a guardrail are often names of something. */
const PRAISE: readonly Term[] = [
  ...terms(
    'lovely, eye-catching, attention-grabbing, attention-getting, thought-provoking, tidy, orderly, cosy, cozy, inviting, catchy, cool, sexy, classy, sleek, slick, vibrant, harmonious, fresh, friendly, gorgeous, pleasing, charming, handsome, graceful, funny, witty, cheerful, unforgettable, breathtaking, spectacular, magical, special, remarkable, extraordinary, exceptional, superior, supreme, ideal, ideally suited, perfect, perfectly, flawless, brilliant, splendid, magnificent, marvellous, smart, clever, creative, exciting, comprehensive, thorough, thoroughly, careful, carefully, concise, coherent, understandable, comprehensible, readable, to the point, convincing, persuasive, credible, trustworthy, reliable, reliably, dependable, sturdy, durable, healthy, helpful, valuable, valued, worthwhile, effectively, efficiently, productive, performant, affordable, competitive, fair, fairly, decent, respectable, dignified, festive, warm, homely, comfortable, convenient, conveniently, practical, handy, manageable, sustainable, sustainably, eco-friendly, environmentally friendly, ergonomic, accessible language, well structured, well-structured, well organised, well-organised, well organized, well-organized, well designed, well-designed, well maintained, well-maintained, well documented, well-documented, well written, well-written, well prepared, well-prepared, well informed, well-informed, well received, well-received, well trained, well-trained, well run, well-run, well looked after, well kept, well-kept, best of breed, best-of-breed, best in class, top quality, top-quality, high quality, high standard, high standards, good quality, best quality, best possible, finest, adequately, sufficiently, appropriately, satisfactorily, acceptably, correctly and completely, in a good way, in good order, in good condition, in good time, in a professional manner, in a friendly manner, in a timely manner, in an efficient manner, great, excellent, outstanding, amazing, awesome, fantastic, wonderful, beautiful, attractive, appealing, compelling, delightful, stunning, engaging, top-notch, premium, frictionless, hassle-free, user-centric, customer-centric, neat, presentable, meaningful, memorable, exciting, impressive, inspiring, pleasant, enjoyable, fun, welcoming, lively, tasteful, stylish, trendy, crisp, snappy, smooth, smoothly, nicely, beautifully, properly, decently, comfortably, effortless, effortlessly, superb, perfect look, in good shape, up to standard, up to scratch, next level, next-level, step change, game-changing, cutting-edge, leading-edge, future-proof, holistic, pretty',
    'say what somebody would see or count',
    {
      notBefore: 'britain barrier grandparents outdoors much',
    },
  ),
  ...terms('good, well', 'say what somebody would see or count', {
    notBefore:
      'defined known-defined formed use practice practices than for enough to at as before below above over under known with into in faith time condition morning friday practice manufacturing clinical friends friend and',
    notAfter: 'as so or how very for oil gas water is works fits a drilled',
  }),
  ...terms('top', 'name the place: among the first 3', {
    notBefore: '# three five ten floor shelf layer row of-the-range speed level management step',
    notAfter: 'on',
  }),
  ...terms(
    'clear, clearer, strong, stronger, visible, more visible',
    'say who can tell what from it',
    {
      notBefore: 'of the all by a from to at in for coat lacquer glass and up out on way with',
      notAfter: 'is are be all keep stays kept crystal not',
    },
  ),
];

const LOOPHOLE: readonly Term[] = [
  ...terms(
    "if I get to it, if we get to it, if they get to it, if I find the time, if we find the time, if they find the time, if they have time, if he has time, if she has time, if we manage, if you manage, if we manage it, if you manage it, maybe, perhaps, possibly, as the case may be, when there is time, when time permits, if possible, where possible, as far as possible, as … as possible, when possible, if there's time, if there is any time, insofar as, in so far as, inasmuch as, schedule permitting, as capacity allows, as capacity permits, on a best-effort basis, on a best effort basis, as best they can, as best he can, as best she can, as well as they can, as well as you can, where practicable, if circumstances allow, if budget allows, so far as possible, as resources permit",
    'require it, or say when it is not required: until 2026-12-31, up to 500 EUR',
  ),
  ...terms(
    'as appropriate, if appropriate, where appropriate, as applicable, if applicable',
    'say when it applies',
  ),
  ...terms(
    'as needed, if needed, as required, if required, if necessary, as necessary',
    'say what makes it needed, or who decides',
    {
      notBefore: 'by under for to in',
    },
  ),
  ...terms(
    'when time allows, if time allows, time permitting, if time permits',
    'require it, or put it out of scope',
  ),
  ...terms('ideally, preferably, hopefully', 'require it, or leave it out'),
  ...terms(
    'try to, tries to, trying to, strive to, strives to, strive for, endeavour to, endeavor to, best effort, best efforts, best endeavours, do our best, do your best, do their best',
    'say what must be true in the end',
  ),
  ...terms('if practicable, to the extent possible', 'say where the limit is'),
  ...terms(
    'as far as we can, as far as you can, as much as we can, as much as you can, as good as we can, as well as we can, as best we can, as best you can, to the best of our ability, whenever possible, wherever possible, as long as possible, unless it is too, unless impossible, unless inconvenient, where feasible, if feasible, where practical, if practical, where reasonable, where it makes sense, if it makes sense, when it makes sense, within reason, more or less, in principle, as a rule, if all goes well, weather permitting, budget permitting, if the budget allows, if there is time, when there is time, if we have time, if you have time, if time, circumstances permitting, depending on circumstances, subject to availability, in most cases, at your discretion, if you get to it, if you get round to it, if you find the time, if you find time, if there is money left, if money is left, if there is anything left, if time is left, if there is time left, if resources allow, if resources permit, resources permitting, as resources allow, as time allows, as time permits, if the situation allows, if it can be done, if it is possible, if it is not too much, if it is not too expensive, unless something comes up, unless something urgent comes up, unless there is something more important, if nothing else comes up, if nothing more important comes up, when convenient, if convenient, where we can, where you can, whenever you can, when you can, if you can, if we can, if they can, to some extent, to a certain extent, as far as feasible, as far as practicable, as far as reasonable, as far as sensible, as far as it makes sense, as far as it goes, wherever feasible, wherever practical, where appropriate and possible, with reasonable effort, with a reasonable effort, reasonable efforts, or at least try, at least try, give it a try, see what we can do, see what you can do, do what you can, whatever is possible, everything possible, if the weather allows, if the weather is good, if the weather holds, if all goes to plan, all being well, god willing, fingers crossed, with luck, with a bit of luck, should the opportunity arise, if the opportunity arises, would be nice, would be good, would be great, would be a plus, would be a bonus, is a plus, is a bonus, if at all possible, when at all possible, as a general rule, generally speaking',
    'say when it is not required, or require it',
  ),
  ...terms('nice to have', 'put it out of scope, or require it'),
];

const ASSUMED = 'say it: what is plain to one is not plain to the other';
const ASSUMED_CONTEXT: readonly Term[] = [
  ...terms(
    'obviously, needless to say, goes without saying, self-explanatory, self-evident',
    ASSUMED,
  ),
  ...terms('of course', ASSUMED, {
    notBefore:
      'work works material materials content contents fees notes units catalogue leaders books',
  }),
  ...terms('naturally', ASSUMED, { notBefore: 'lit occurring ventilated' }),
  ...terms('common sense, everyone knows, everybody knows, as you know, as we all know', ASSUMED),
  ...terms(
    'as usual, as always, as ever, as before, like before, like always, like usual, like last time, as last time, as we did last time, same as last time, the same as last time, like last year, as last year, same as last year, the same as last year, same as before, the same as before, same as always, like the last one, as the last one, like in the past, as in the past, as in previous years, like in previous years, as in other years, like every year, as every year, same procedure, same procedure as, like every time, as every time, as it always was, as it has always been, as it was, as we are used to, as they are used to, what we are used to, as everybody does, as everyone does, like everybody else, the way it is done, the way we like it, the way it was, the way we did, how we did it, how we do it, how we do things, our way, our style, our house style, in our style, in the house style, in the known way, in the known format, in the known form, in the usual form, in the usual format, in the usual place, at the usual time, at the usual place, the usual people, the usual rules, the usual process, the usual one, the usual ones, the normal process, the normal procedure, the standard process, standard practice, usual practice, follow best practices, following best practices, industry best practices, industry standard, industry standards, state of the art, the known problems, the known issues, the known points, the well-known, than usual, the usual, the usual way, business as usual, in the usual way, in the usual manner, our usual, my usual, as per usual, the normal way, the known way, the regular way, the standard way, in the known manner, standard procedure, usual procedure, the old way, the way we do it, the way we always, how we always, as we always do',
    'say how it is usually done, or link to where that is written',
  ),
  ...terms(
    'as discussed, as we discussed, as mentioned, as said, as talked about, as told, as explained, as you have heard, like we said, like we discussed, like we talked, what we talked about, what we discussed, as per our conversation, as per our talk, per our conversation, as in our last meeting, see our meeting, as in the meeting, we spoke about, we spoke of, you spoke of, thing we, thing you, thing with, we talked about, you remember, remember what, as requested, as instructed, as announced, discussed before, discussed last, we discussed, as told before, as I told you, as I said, as we said, as I explained, as I showed you, what I told you, what I said, what I showed you, what we agreed on, we agreed on, as per email, as per my email, as per my mail, per my mail, see my mail, see my email, see email, see mail, see the thread, see above, see slack, see chat, see the chat, as in my mail, as in my email, as in the mail, as written before, as per the call, as per call, per the call, from our meeting, from our talk, from our chat, from our conversation, in our talk, in our chat, in our meeting, that we talked about, I mentioned, I talked about, you mentioned, as mentioned before, the aforementioned, the above-mentioned, as outlined, as described before, according to our talk, according to what we said, agreed at the last, as agreed at the last, decided at the last, discussed at the last, agreed in the last, discussed in the last, as agreed with … back then, as agreed … back then, as agreed last, as per the … call, as per the … meeting, as per the … mail, as per the … email, as per the … chat, as per the … thread, as per the … deck, as per the … slides, as per the … steerco, as per the … cut, as per the … discussion, as per the … workshop, as per the … offsite, per the … call, per the … meeting, per the … mail, per the … email, per the … steerco, per the … discussion, per the … workshop, per the … offsite, per the … thread, in line with the … decision, in line with the … discussion, in line with the … meeting, as in the … version, as in the … deck, as in the … mail, as decided in the, as decided at the, as decided last, what came out of the, as promised, as shown in the, as shown at the, see last, see the minutes, like in the meeting, from the last meeting, in the last meeting, at the last meeting, in my last mail, in my last email, in our last call, from our last call',
    'write down what was said: who was not there cannot read it, and who was has another memory',
  ),
  ...terms('as agreed', 'write down what was agreed', { notBefore: 'with by on in to under' }),
  ...terms(
    'you know, you know what, you know how, you know who, you know why, you know the rest, you know the story, you know the score, you know the reason, you know the reasons, you know the background, you know the history, you know the issue, you know the issues, you know the problem, you know the problems, you know the situation, you know the people, you know the feeling, you know where, you all know, we all know, everybody remembers, everyone remembers, no need to explain, no need to say, it is clear what, you get the idea, you get the picture, that thing, the thing with, and all that, the obvious, the usual suspects, the important, the relevant, the right people, the right ones, the main ones, the key ones, the critical ones, the big ones, the important stuff, the main things, the important things, the key things, the right things, the right level, the right tone, you know them, you know it, you know best, you know the drill, you know what to do, you know what I mean, you know what I like, you know how I like, we know what, we all know, they know what, as is known, no need to tell, no need to write, no need to spell, not need to explain, goes with the job, comes with the job, the rest you know, the rest is clear, everything else is clear, it is clear, is clear to everyone, is clear to all, self-explaining, speaks for itself, as one does, as one would, as you would expect, as you see fit, read between the lines, between the lines, use your judgement, use your judgment, your feeling, gut feeling, a feeling for, the list only, the thing we, the thing that, the thing from, the one from last, the one we had, the ones we had, the last ones, those people, the lot from',
    'name them: what is plain to one is not plain to the other',
    {
      notBefore:
        'thing question difference of that which who where when how to in at below attached until but',
    },
  ),
  ...terms('clearly', ASSUMED, {
    notBefore:
      'state say explain mark show document define indicate separate communicate describe list marked shown written visible legible labelled labeled stated documented separated defined named readable signposted',
    notAfter:
      'state states say says explain explains write writes written speak speaks mark show shows label document define name explained stated defined documented marked',
  }),
];

const RELATIVE = 'write the day itself, with its year: 30 June 2026';
/** Every first word before every second: `before` and `after` before `the rain` and `Easter`. */
function pairs(first: string, second: string): string {
  const seconds = second.split(', ');
  return first
    .split(', ')
    .flatMap((one) => seconds.map((other) => `${one} ${other}`))
    .join(', ');
}

const PERIODS =
  'week, month, quarter, year, season, summer, winter, spring, autumn, term, semester, sprint, monday, tuesday, wednesday, thursday, friday, saturday, sunday, school year, financial year, fiscal year, budget year, budget round, release, rains, harvest, vintage, fair, board meeting, audit, call, visit, intake, election, elections, days, weeks, months';
/** Counted from the day on which it was written. */
const FROM_TODAY: readonly Term[] = [
  ...terms(pairs('next, the coming, this coming, the following', PERIODS), RELATIVE, {
    notBefore: 'working business day',
  }),
  ...terms(
    pairs(
      'by this, before this, until this, end of this, within this, later this, during this',
      'week, month, quarter, season, summer, winter, spring, autumn, term',
    ),
    RELATIVE,
  ),
  ...terms(
    pairs(
      'in the, over the, within the, during the, for the',
      'next days, next weeks, next months, next few days, next few weeks, next few months, next couple of weeks, coming days, coming weeks, coming months, near future, foreseeable future',
    ),
    RELATIVE,
  ),
  ...terms(
    pairs(
      'in, within, after, for',
      'a few days, a few weeks, a few months, a couple of days, a couple of weeks, a couple of months, some days, some weeks, some months, a while, a short time, no time',
    ),
    RELATIVE,
  ),
  ...terms(
    'tomorrow, the day after tomorrow, tonight, some day, someday, one day soon, one of these days, at a later date, at a later stage, at a later point, later on, later this year, early next year, late next year, right away, straight away, straightaway, as quickly as we can, as quickly as you can, quickly as you can, before long, by then, the sooner the better, better today than tomorrow, yesterday, at your earliest convenience, at the earliest opportunity, in good time, when the time comes, when the time is right, when it is time, when ready, when you get to it, when you get round to it, as time goes on, in the medium term, in the short term, in the long term, medium-term, without delay, with no delay, without further delay',
    RELATIVE,
    { notBefore: 'for' },
  ),
];

const OCCASIONS =
  'summer, summer break, summer holidays, winter, spring, autumn, holidays, school holidays, holiday season, break, half term, christmas, xmas, easter, pentecost, whitsun, carnival, ramadan, eid, diwali, thanksgiving, hanukkah, new year, turn of the year, harvest, vintage, rain, rains, rainy season, dry season, monsoon, snow, first snow, frost, first frost, cold, cold season, heat, storms, season, high season, peak season, low season, new season, term, new term, school year, new school year, semester, exams, weekend, year-end, year end, quarter-end, month-end, next meeting, next one, end of the year, end of the month, end of the week, end of the season, end of summer, end of the summer, end of term, end of the quarter, end of year';
/** A time of the year, of which each year has one, and whose beginning nobody has fixed. */
const SEASONS: readonly Term[] = [
  ...terms(
    pairs(
      'over, during, around',
      'spring, summer, autumn, winter, the spring, the summer, the autumn, the winter',
    ),
    RELATIVE,
    { notBefore: '# 2026 2027 2028 2029 of' },
  ),
  ...terms(
    'when the snow melts, when the snow is gone, when the weather is better, when it is warm, when it gets warm, when it gets cold, once things calm down, when things calm down, when it is quiet, when it is calmer, after the season, after the holidays, after the summer, after christmas, after easter, after the harvest',
    RELATIVE,
    { notBefore: '#' },
  ),
  ...terms(
    pairs(
      'by, before, until, till, after, from, around, towards, at, over, during, in time for',
      `${OCCASIONS}, ${pairs('the', OCCASIONS)}`,
    ),
    RELATIVE,
    { notBefore: '# 2026 2027 2028 2029' },
  ),
  ...terms('in the new year, mid-year, year-end, by mid-year, end of season', RELATIVE, {
    notBefore: '#',
  }),
];

const SOON: readonly Term[] = [
  ...terms('soon', RELATIVE, { notBefore: 'as after' }),
  ...terms('shortly', RELATIVE, { notBefore: 'before after' }),
  ...terms('eventually', RELATIVE, { notBefore: 'consistent' }),
  ...terms(
    'asap, a.s.a.p, at some point, in due course, in the near future, sooner or later, eow, eod, end of the week, end of week',
    RELATIVE,
  ),
];

const RELATIVE_DATE: readonly Term[] = [
  ...SOON,
  ...terms(
    'end of month, end of the month, end of quarter, end of the quarter, end of year, end of the year, eom, eoq, eoy',
    RELATIVE,
  ),
  ...FROM_TODAY,
  ...SEASONS,
  ...terms('q1, q2, q3, q4', 'add the year, or set timeline.due', {
    notBefore: '#',
    notAfter: '#',
  }),
];

/** The terms that mean another day whenever they are read. */
export const COUNTED_FROM_TODAY: ReadonlySet<string> = new Set(
  [...SOON, ...FROM_TODAY].map(({ term }) => term),
);

const QUANTITY: readonly Term[] = [
  ...terms('adequate, sufficient, reasonable, acceptable', 'say what is enough, or who decides'),
  ...terms('significant, substantial', 'say how much', {
    notBefore: 'figures digits other others',
  }),
  ...terms('quick, promptly, timely', 'say within how long', {
    notBefore: 'start reference reply',
  }),
  ...terms(
    'not too, nothing too, not overly, none too, not very, not so',
    'say where too much begins',
    { notBefore: 'many few far' },
  ),
  ...terms('minimal', 'say how much at most', { notBefore: 'pair pairs' }),
  ...terms('efficient', 'say how much it may use: time, money, hands'),
];

/** Loose amounts, which are a fault only where somebody is held to them. */
const LOOSE: readonly Term[] = [
  ...terms(
    'significantly, substantially, considerably, noticeably, drastically, dramatically, markedly, massively, greatly, much, far, way, slightly, somewhat, a bit, a little',
    'say how much',
    {
      notBefore: 'of as too from to away up down more-than later as-much we they it is in out',
      notAfter:
        'how as so too very not this by the a that no in on per half one every each any whole under',
    },
  ),
  ...terms(
    'too much, too many, too long, too often, too late, too early, too high, too low, too loud, too expensive, too slow, too far, too big, too small, hardly, barely, scarcely, rarely, seldom, as much, as many, as little, as few, quickly, fast, rapidly, swiftly, regularly, frequently, periodically, mostly, sometimes, occasionally, generally, largely, mainly, lots of, plenty of, enough, as little as, hardly any, almost no, almost all, nearly all, the majority, a majority, a good part, a large part, the bulk, a great deal, a good deal, a fair amount, a decent amount, a certain amount, as often, at regular intervals, at intervals, from time to time, now and then, once in a while, again and again, in a reasonable time, within a reasonable time, reasonably, surrounding, neighbouring, nearby, wherever, limited, a minimum, a maximum, to a minimum, to the minimum, the maximum, the minimum, little, less and less, more and more',
    'say how much, how many or how often',
    {
      notBefore: 'to that for food growing forward lane track of',
      notAfter: 'how as so too very not is good stands hold',
    },
  ),
  ...terms(
    'some, several, many, few, a few, a lot of, a number of, various',
    'say how many, or which',
    {
      notAfter: 'how and very as so too not',
      notBefore: 'of as',
    },
  ),
  ...terms('most', 'say what share', { notAfter: 'at the', notBefore: 'recent likely important' }),
  ...terms('approximately, roughly', 'say between which figures'),
  ...terms('usually, normally, typically, often', 'say in how many of ten cases', {
    notAfter: 'how as more',
  }),
];

const COMPARATIVE: readonly Term[] = [
  ...terms(
    'better, faster, cheaper, easier, higher, fewer, shorter, quicker, smoother, nicer, cleaner, clearer, safer, stronger, leaner, simpler, friendlier, more modern, more attractive, more efficient, more efficiently, more effective, more effectively, more flexible, more reliable, more professional, more visible, more user-friendly, more customer-friendly, more transparent, more sustainable, more robust, more maintainable, more accessible, more appealing',
    'say than what, and by how much',
    {
      notBefore: 'than bound bounds limit education court case secondary management house',
      notAfter: 'or',
    },
  ),
];

const OPEN_LIST: readonly Term[] = [
  ...terms(
    'etc, et cetera, and so on, and so forth, and more, and much more, among others, amongst others, among other things, amongst other things, and the like, and such, and similar, or similar, or the like, or something like that, and things like that, and stuff, and stuff like that, and all that, and all the rest, and the rest, and whatever, or whatever, or whatever else, and others, and other things, and other stuff, and whatnot, and what not, and suchlike, and co, and everything else, everything else, all else, anything else, the rest of it, and everything around it, and everything that goes with it, and anything related, and related, and related things, and related topics, and so, etcetera, and many others, and many more, to name a few, to name but a few, for a start, things like this, usw, itp, itd, ecc, enz, osv, and what have you, or what have you, and so on and so forth, and all the others, and what else, or anything like that, and anything like that, and some more, plus others, and a few others, and a few more, or so, and the usual, or anything similar, and anything similar',
    'name the rest, or say what they have in common',
  ),
];

const PRESCRIBED: readonly Term[] = [
  ...terms('using', 'name the outcome; what limits the way is a guardrail, with its reason', {
    notAfter:
      'people person users user customers customer teams team anyone those clients client staff members guests developers teachers pupils students patients visitors everyone somebody someone browsers devices services machines measured measure counted reported tracked tested verified checked assessed judged computed start starts started stop stops stopped keep keeps without while when by of from and',
  }),
  ...terms(
    'by means of, via, with the help of, with the tool, by using',
    'name the outcome; what limits the way is a guardrail, with its reason',
    {
      notAfter: 'measured counted reported tracked',
    },
  ),
  ...terms(
    'by implementing, by introducing, by installing, by adopting, by buying, by building, by adding, by rewriting, by migrating, by switching, by moving',
    'name the outcome, and leave the way open',
  ),
  ...terms(
    'implement … with, switch to, migrate to, rewrite in, step 1, first … then … finally',
    'name the outcome, and leave the way open',
  ),
];

/** Verbs that say a direction and no distance. */
export const UNMEASURED_VERBS: ReadonlySet<string> = new Set(
  'improve reduce increase optimise optimize enhance minimise minimize maximise maximize streamline modernise modernize simplify speed strengthen boost accelerate cut lower raise grow diminish decrease shorten lessen extend'.split(
    ' ',
  ),
);

/** First words, or first two, that say that somebody is busy, not what is there in the end. */
export const BUSY: ReadonlySet<string> = new Set(
  'refactor,revamp,rework,overhaul,digitise,digitize,digitalise,digitalize,continue,push,promote,advance,progress,tackle,address,foster,encourage,inspire,spark,empower,nurture,cultivate,champion,embrace,shape,transform,reimagine,rethink,elevate,unlock,professionalise,professionalize,revitalise,revitalize,rejuvenate,become,strive,aim,seek,try,keep working,keep up,keep on,bring together,raise awareness,position us,establish ourselves,help,explore,handle,manage,ensure,drive,coordinate,investigate,contribute,assist,facilitate,oversee,support the,support our,support a,support all,work on,work with,work towards,look into,look after,focus on,deal with,take care,figure out,sort out'.split(
    ',',
  ),
);

/** First words of a goal that is only a wish: better onboarding, improvements to the site. */
export const WISHES: ReadonlySet<string> = new Set(
  'better improved faster higher lower more less easier cheaper stronger greater increased reduced improvement improvements optimisation optimization enhancement enhancements'.split(
    ' ',
  ),
);

/** Verbs whose goal is short and can still be seen: hire a bookkeeper. */
export const DELIVERING_VERBS: ReadonlySet<string> = new Set(
  'add set fix open write lower hire ship publish launch sign close open release deliver write sell buy find move migrate remove retire replace adopt run hold choose decide appoint recruit deploy file submit win pass finish complete build create halve double translate rent repair paint print elect renew cancel settle move organise organize stop end delete merge split plant teach train'.split(
    ' ',
  ),
);

/** First words of a task, where something should be said that is true in the end. */
export const TASK_VERBS: ReadonlySet<string> = new Set(
  'export,chase,nag,phone,remind,interview,liaise,gather,circulate,consult,arrange,ship,clarify,ensure,define,decide,raise,promote,improve,introduce,establish,agree,engage,involve,adapt,adjust,align,approach,ask,assign,assess,audit,automate,brief,bring,build,capture,check,choose,coach,complete,connect,convert,cover,cut,deal,digitise,digitize,discover,educate,encourage,explain,explore,expand,extend,facilitate,finalise,finalize,find,follow,gain,generate,give,handle,identify,inform,integrate,investigate,keep,lead,learn,liaise,look,maintain,manage,map,market,merge,mitigate,modernise,modernize,motivate,name,note,obtain,onboard,optimise,optimize,outline,oversee,pick,pilot,plant,prioritise,prioritize,procure,provide,rebuild,receive,recruit,redesign,refactor,refine,rename,renovate,reorganise,reorganize,resolve,respond,restructure,reuse,rewrite,secure,select,sell,set,show,simplify,solve,standardise,standardize,streamline,strengthen,study,summarise,summarize,support,survey,switch,take,transfer,try,understand,upgrade,use,validate,verify,weigh,write,create,prepare,make,build,set up,organise,organize,arrange,contact,call,email,send,train,teach,hold,hire,buy,order,collect,gather,review,check,test,discuss,present,propose,plan,update,clean,install,configure,implement,migrate,develop,design,draft,define,identify,analyse,analyze,research,evaluate,compare,interview,invite,visit,meet,inform,tell,talk,ask,sort,fix,repair,replace,remove,move,add,document,publish,launch,run,start,finish,translate,book,find,schedule,follow up,speak,go,get,do,put,paint,print,copy,list,record,report,measure,monitor,negotiate,coordinate,work,help,support,consult,agree,align,conduct,carry out,perform,deliver,produce,compile,roll out,clear,count,label,scan,upload,download,enter,fill,draw,assemble,distribute,share,attend,join,submit,file,apply,register,renew,cancel,close,open,sign'.split(
    ',',
  ),
);

/** Words that count as a number. */
export const NUMBER_WORDS: ReadonlySet<string> = new Set(
  'zero two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred hundreds thousand dozen half halve third quarter twice double triple once no none nothing nobody'.split(
    ' ',
  ),
);

/** Words that begin to say what can be seen in the end. */
export const END_STATE =
  /\b(?:so that|such that|until|can|cannot|no longer|without|enough (?:to|that|for)|is|are|has|have|passes|works|runs)\b/i;

/** The months, in whose company a number is a day. */
export const MONTH_NAMES: ReadonlySet<string> = new Set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
);

/** What is told apart by a number. */
export const NUMBERED: ReadonlySet<string> = new Set(
  'flat apartment line phase hall chapter level year room ward wards week version step stage unit block pitch lab suite grade class section part item gate team sprint model type zone area route platform floor building bay dock car house number no nr kr o h q'.split(
    ' ',
  ),
);

/** The lists of the rules. */
export const WORD_LISTS: readonly WordList[] = [
  { rule: 'subjective-term', terms: SUBJECTIVE },
  { rule: 'subjective-term', heldAgainst: true, unlessNumber: true, terms: PRAISE },
  { rule: 'loophole', everywhere: true, terms: LOOPHOLE },
  { rule: 'assumed-context', everywhere: true, terms: ASSUMED_CONTEXT },
  { rule: 'relative-date', everywhere: true, terms: RELATIVE_DATE },
  { rule: 'vague-term', unlessNumber: true, terms: QUANTITY },
  { rule: 'vague-term', heldAgainst: true, unlessNumber: true, terms: LOOSE },
  { rule: 'vague-term', unlessNumber: true, terms: COMPARATIVE },
  { rule: 'open-list', atEnd: true, terms: OPEN_LIST },
  {
    rule: 'open-list',
    terms: terms(
      'including but not limited to, including among others, such as for example, and other such, things such as, things like, stuff like',
      'name what else, or leave it at the list',
    ),
  },
  { rule: 'prescribed-how', terms: PRESCRIBED },
  {
    rule: 'prescribed-how',
    atStart: true,
    terms: terms('use', 'name the outcome, and leave the way open'),
  },
];
