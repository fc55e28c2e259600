/**
 * The English word lists of the clarity rules: each term with what to write in its stead. Families,
 * terms and levels are those of the measurements behind this tool (1,980 goals of public proposals,
 * read one by one), after the requirement smells of Femmer and others: 59 % precise at best, so
 * nothing here is ever an error. What was right less than one time in ten is left out: all, any,
 * always, never, appropriate, proper, relevant, the passive voice.
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
    'great, excellent, outstanding, amazing, awesome, fantastic, wonderful, beautiful, attractive, appealing, compelling, delightful, stunning, engaging, top-notch, first-class, premium, frictionless, hassle-free, user-centric, customer-centric, neat, presentable, meaningful, memorable, exciting, impressive, inspiring, pleasant, enjoyable, fun, welcoming, lively, tasteful, stylish, trendy, crisp, snappy, smooth, smoothly, nicely, beautifully, properly, decently, comfortably, effortless, effortlessly, superb, perfect look, in good shape, up to standard, up to scratch, next level, next-level, step change, game-changing, cutting-edge, leading-edge, future-proof, holistic, pretty',
    'say what somebody would see or count',
    { notBefore: 'britain barrier grandparents outdoors much' },
  ),
  ...terms('good, well', 'say what somebody would see or count', {
    notBefore:
      'than for enough to at as before below above over under known with into in faith time condition morning friday practice manufacturing clinical friends friend and',
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
    'if possible, where possible, as far as possible, as … as possible, when possible',
    'say when it is not required, or require it',
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
    'try to, best effort, best efforts, best endeavours, do our best, do your best, do their best',
    'say what must be true in the end',
  ),
  ...terms('if practicable, to the extent possible', 'say where the limit is'),
  ...terms(
    'as far as we can, as far as you can, as much as we can, as much as you can, as good as we can, as well as we can, as best we can, as best you can, to the best of our ability, whenever possible, wherever possible, as long as possible, unless it is too, unless impossible, unless inconvenient, where feasible, if feasible, where practical, if practical, where reasonable, where it makes sense, if it makes sense, when it makes sense, within reason, more or less, in principle, as a rule, if all goes well, weather permitting, budget permitting, if the budget allows, if there is time, when there is time, if we have time, if you have time, if time, circumstances permitting, depending on circumstances, subject to availability, in most cases, at your discretion',
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
    'as usual, as always, as ever, as before, like before, like always, like usual, like last time, as last time, as we did last time, same as last time, the same as last time, like last year, as last year, same as last year, the same as last year, same as before, the same as before, same as always, like the last one, as the last one, than usual, the usual, the usual way, business as usual, in the usual way, in the usual manner, our usual, my usual, as per usual, the normal way, the known way, the regular way, the standard way, in the known manner, standard procedure, usual procedure, the old way, the way we do it, the way we always, how we always, as we always do',
    'say how it is usually done, or link to where that is written',
  ),
  ...terms(
    'as discussed, as we discussed, as mentioned, as said, as talked about, as told, as explained, as you have heard, like we said, like we discussed, like we talked, what we talked about, what we discussed, as per our conversation, as per our talk, per our conversation, as in our last meeting, see our meeting, as in the meeting, we spoke about, we talked about, you remember, remember what, as requested, as instructed, as announced, discussed before, discussed last, we discussed',
    'write down what was said: who was not there cannot read it, and who was has another memory',
  ),
  ...terms('as agreed', 'write down what was agreed', { notBefore: 'with by on in to under' }),
  ...terms(
    'you know, you know what, you know how, you know who, you know why, you know the, you know where, you all know, we all know, everybody remembers, everyone remembers, no need to explain, no need to say, it is clear what, you get the idea, you get the picture, that thing, the thing with, and all that, the obvious, the usual suspects, the important, the relevant, the right people, the right ones, the main ones, the key ones, the critical ones, the big ones',
    'name them: what is plain to one is not plain to the other',
    { notBefore: 'thing question difference' },
  ),
  ...terms('clearly', ASSUMED, {
    notBefore:
      'marked shown written visible legible labelled labeled stated documented separated defined named readable signposted',
    notAfter:
      'state states say says explain explains write writes written speak speaks mark show shows label document define name explained stated defined documented marked',
  }),
];

const RELATIVE = 'write the date, or set timeline.due';
const RELATIVE_DATE: readonly Term[] = [
  ...terms('soon', RELATIVE, { notBefore: 'as after' }),
  ...terms('shortly', RELATIVE, { notBefore: 'before after' }),
  ...terms('eventually', RELATIVE, { notBefore: 'consistent' }),
  ...terms('asap, at some point, in due course, in the near future, sooner or later', RELATIVE),
  ...terms(
    'end of month, end of the month, end of quarter, end of the quarter, end of year, end of the year, end of week, end of the week, eod, eow, eom, eoq, eoy',
    RELATIVE,
  ),
  ...terms(
    'next week, next month, next quarter, next year, this week, this month, this quarter, end of next week, end of next month, end of next quarter, the coming weeks, the coming months, in the coming weeks, in the coming months, in a few weeks, in a few days, in a few months, within a few weeks, in a couple of weeks, in no time, as quickly as we can, quickly as you can, right away, after the holidays, before the holidays, after the summer, before the summer, over the summer, by summer, by winter, by spring, by autumn, by christmas, before christmas, by easter, before easter, after the season, before the season, by the next meeting, before the next meeting, later this year, later on, in time, when ready, in the medium term, in the short term, in the long term, by the weekend, before the weekend, tomorrow, yesterday, some day, one day soon, at a later date, at a later stage, at a later point, in the new year, by the new year, early next year, late next year, end of summer, end of the summer, mid-year, year-end, by year end, end of the season',
    RELATIVE,
  ),
  ...terms('q1, q2, q3, q4', 'add the year, or set timeline.due', {
    notBefore: '#',
    notAfter: '#',
  }),
];

const QUANTITY: readonly Term[] = [
  ...terms('adequate, sufficient, reasonable, acceptable', 'say what is enough, or who decides'),
  ...terms('significant, substantial', 'say how much', {
    notBefore: 'figures digits other others',
  }),
  ...terms('quick, promptly, timely', 'say within how long', {
    notBefore: 'start reference reply',
  }),
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
    'quickly, fast, rapidly, swiftly, regularly, frequently, periodically, mostly, sometimes, occasionally, generally, largely, mainly, lots of, plenty of, enough, as little as, hardly any, almost no, almost all, nearly all, the majority, a majority, a good part, a large part',
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
    'better, faster, cheaper, easier, higher, lower, fewer',
    'say than what, and by how much',
    {
      notBefore: 'than bound bounds limit education court case secondary management house',
      notAfter: 'or',
    },
  ),
];

const OPEN_LIST: readonly Term[] = [
  ...terms(
    'etc, and so on, and so forth, and more, among others, and the like, or similar, and others',
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
  'improve reduce increase optimise optimize enhance minimise minimize maximise maximize streamline modernise modernize simplify speed strengthen boost accelerate cut lower raise grow'.split(
    ' ',
  ),
);

/** First words, or first two, that say that somebody is busy, not what is there in the end. */
export const BUSY: ReadonlySet<string> = new Set(
  'help,explore,handle,manage,ensure,drive,coordinate,investigate,contribute,assist,facilitate,oversee,support the,support our,support a,support all,work on,work with,work towards,look into,look after,focus on,deal with,take care,figure out,sort out'.split(
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
  'write,create,prepare,make,build,set up,organise,organize,arrange,contact,call,email,send,train,teach,hold,hire,buy,order,collect,gather,review,check,test,discuss,present,propose,plan,update,clean,install,configure,implement,migrate,develop,design,draft,define,identify,analyse,analyze,research,evaluate,compare,interview,invite,visit,meet,inform,tell,talk,ask,sort,fix,repair,replace,remove,move,add,document,publish,launch,run,start,finish,translate,book,find,schedule,follow up,speak,go,get,do,put,paint,print,copy,list,record,report,measure,monitor,negotiate,coordinate,work,help,support,consult,agree,align,conduct,carry out,perform,deliver,produce,compile,roll out,clear,count,label,scan,upload,download,enter,fill,draw,assemble,distribute,share,attend,join,submit,file,apply,register,renew,cancel,close,open,sign'.split(
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

/** Words that carry no content of their own: for telling whether two texts say the same. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  'a an the of to in on at by for from with and or but so that this these those is are was were be been being it its we our us you your they their them he she his her i my as if then than not no do does did have has had will would shall should can could may might must because since due want wants wanted need needs needed like order please which who what when where how there here very more less'.split(
    ' ',
  ),
);

/** Frequent words by which a text is known to be English. */
export const COMMON_ENGLISH: ReadonlySet<string> = new Set(
  'the of to and for is with by from or be are that it as at we our their must not an this will than within when can has have who which every each without before after stays all any if do does its per only a on'.split(
    ' ',
  ),
);

/** Frequent words of other languages that use the same letters, and that English does not have. */
export const COMMON_ELSEWHERE: ReadonlySet<string> = new Set(
  'der die das und für nicht mit ist ein eine einen zu von auf im den dem des wird werden auch bei nach oder sich über le la les et pour une dans est du au aux avec sur que qui ne pas plus par el los las y para con del se por una más il di che per sono della nel gli è je na za ki ter od pri po v z s ali bo ni de het een voor van niet met en op te og til av det som på ikke är och att för av ett nie się jest oraz w do ze dla o da os em não uma com ao dos pelo és az egy hogy nem'.split(
    ' ',
  ),
);

/** The months, in whose company a number is a day. */
export const MONTH_NAMES: ReadonlySet<string> = new Set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
);

/** The lists of the rules. */
export const WORD_LISTS: readonly WordList[] = [
  { rule: 'subjective-term', terms: SUBJECTIVE },
  { rule: 'subjective-term', heldAgainst: true, unlessNumber: true, terms: PRAISE },
  { rule: 'loophole', terms: LOOPHOLE },
  { rule: 'assumed-context', everywhere: true, terms: ASSUMED_CONTEXT },
  { rule: 'relative-date', everywhere: true, terms: RELATIVE_DATE },
  { rule: 'vague-term', unlessNumber: true, terms: QUANTITY },
  { rule: 'vague-term', heldAgainst: true, unlessNumber: true, terms: LOOSE },
  { rule: 'vague-term', unlessNumber: true, terms: COMPARATIVE },
  { rule: 'open-list', atEnd: true, terms: OPEN_LIST },
  {
    rule: 'open-list',
    terms: terms('including but not limited to', 'name what else, or leave it at the list'),
  },
  { rule: 'prescribed-how', terms: PRESCRIBED },
  {
    rule: 'prescribed-how',
    atStart: true,
    terms: terms('use', 'name the outcome, and leave the way open'),
  },
];
