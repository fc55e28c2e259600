/** Words by which somebody looks over a shoulder: who, how, and at each of what. */
function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** Who looks: the writer, or who stands above the work. */
export const WRITER = words("i i'd i'll i've i'm we'll we me us my");
export const ABOVE = words(
  'boss manager management director head headteacher principal supervisor foreman chair chairman chairwoman owner ceo cto cfo superior lead chef deputy dean board',
);
/** How: looking at work, giving a word on it, standing beside it. */
export const LOOKS = words(
  `approve approves approved check checks checked checking see sees seen saw review reviews reviewed read reads sign signs signed initial initialled initialed
  confirm confirms confirmed authorise authorize authorised authorized release released okay okays okayed ok'd oked oks taste tastes tasted watch watches
  watching observe observes observed inspect inspects inspected look looks looked glance glances peek eyes shadow shadows join joins attend attends sit sits
  listen listens supervise supervises monitor monitors proofread proofreads pop pops drop drops swing swings stop stops pass countersign countersigns correct
  corrects edit edits fix tweak tweaks examine examines vet vets clear clears cleared adjust verify verifies verified oversee oversees accompany accompanies
  expect text phone ring call hover test try stand step come jump`,
);
/** How they come, where their being there is spoken of. */
export const VISITS = words(
  'pop pops drop drops swing stop stops pass expect come comes join joins walk look looks watch check inspect',
);
/** What is said to somebody who waits for it. */
export const REPORTS = words(
  'send show ring call phone text message report reports submit cc copy mail email tell brief update log inform ask consult run post upload share walk write check talk clear forward ping photograph line checkpoint review show shows sends shown sent present',
);
/** A word from above, as a thing that is waited for. */
export const WORD_FROM_ABOVE = words(
  'approval approvals go-ahead sign-off signoff permission consent ok okay release clearance thumbs-up nod signature initials blessing say-so',
);
/** The pieces that work comes in: a word on each of them is a word on all of it. */
export const PIECES = words(
  `line lines step steps slide slides ticket tickets page pages room rooms item items email emails e-mail e-mails mail mails message messages letter letters
  post posts draft drafts version versions call calls meeting meetings picture pictures photo photos coat pan plate plates dish dishes stage stages task tasks
  commit commits change changes chapter chapters paragraph paragraphs sentence sentences drawing drawings sketch sketches cut purchase purchases order orders
  invoice invoices move moves visit visits lesson lessons shift shifts day days hour hours half morning mornings evening evenings afternoon night lunch point
  points thing things matter matters action actions decision decisions detail details delivery round rounds batch batches layer piece pieces part parts section
  sections form entry row file files test tests case appointment appointments conversation interview interviews word words choice choices query queries
  question questions reply replies answer answers quote quotes activity activities document documents report reports song scene poster caption tweet recipe
  screen module function feature branch merge deployment deploy experiment session class workshop booking listing phone text texts translation label design
  designs layout proposal proposals plan plans presentation presentations payment payments expense expenses receipt minute minutes weekday job jobs stop trip tour cell figure table wall
  tile board panel joint measurement sample stitch row bed plant tray load crate pallet parcel box van customer client patient guest donor supplier candidate
  one intermediate single other few two three 2 3 5 10`,
);
/** What comes round once a week, or more seldom, or is costly to undo. */
export const SELDOM = words(
  `week weeks monday tuesday wednesday thursday friday saturday sunday month months fortnight quarter year years check-in check-ins milestone milestones sprint
  second third fourth 2nd 3rd other-week term time hire hires contract contracts accident injury incident monthly weekly mondays tuesdays wednesdays thursdays fridays weekend termly`,
);
/** More than any work needs that somebody else answers for. */
export const OFTEN = words(
  'daily hourly constantly continuously throughout always whenever nightly mornings evenings afternoons lunchtimes weekdays',
);
export const WEEKDAYS = words(
  'monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun',
);
/** What is offered, refused or left to them is no hovering. */
export const NOT_SO = words(
  "not no don't won't needn't can't cannot doesn't never without nobody nor neither isn't didn't wouldn't shouldn't unless stop instead rather",
);
export const OFFERED = words(
  'stuck need want like help unsure doubt free wish unclear want wants needs welcome may can could if choose',
);
/** Times of one day: two of them are two times a day. */
export const TIMES_OF_DAY = words(
  'morning evening noon midday lunch lunchtime afternoon night breakfast dinner close closing opening start dawn dusk nine ten eleven twelve two three four five six',
);
/** For a time, or for a reason. */
export const FOR_A_TIME =
  /\b(?:since|because|during the|then (?:weekly|mondays|tuesdays|wednesdays|thursdays|fridays|once|only|every (?:week|two))|(?:for|in) (?:the|your) first|first (?:week|days|two|three|few)|until you|as the law|by law|required by|last week|as you asked|as you wished|if you (?:want|like|wish))\b/i;

/** Ways of standing beside the work that say so by themselves. */
export const BESIDE =
  /\b(?:so (?:that )?I (?:can |may |could |always )?(?:see|watch|follow|know|check) (?:what|where|how|when|who)|who (?:will |'ll |is to |shall )?[\w' ]{1,40} and (?:tells?|reports?|lets?) (?:back )?(?:to )?me|location shar(?:ing|ed)|shar(?:e|ing) (?:your )?(?:live )?location|gps|tracker (?:where|in which|so)|(?:you|to) log (?:what|each|every|your)|shadow(?:s|ing)? (?:you|her|him|them) (?:throughout|all|the whole|at all|and|through)|over (?:your|their|his|her) shoulder|follow(?:ing)? along|listen(?:s|ing)? in (?:to|on)|sit(?:s|ting)? in on (?:all|each|every|your)|(?:chair|desk) (?:is |stands |sits )?(?:next to|beside|opposite) (?:you|yours)|(?:sit|sitting|stand|standing|work|working|be|stay) (?:right )?(?:next to|beside|behind|with) you (?:all|the whole|throughout|every|while|until|as)|screen ?shar(?:e|ed|ing)|screen (?:is )?shared (?:with|to)|while (?:you're|you are|they're|they are) (?:typing|writing|working|building|drawing|cooking|driving)|watch(?:ing)? (?:you|them|her|him) (?:work|do|while|build|write|cook|as)|web ?cam|camera on|keystrokes?|(?:fix|correct|adjust|change) (?:things|it|them) as (?:we|you|I) go|time ?sheets? (?:to|by|in) the|micro-?manag)\b/i;
/** A stem of which one stands in each of them. */
export const BESIDE_CUE =
  /so |who |location|gps|tracker|log |shadow|shoulder|along|listen|sit|chair|desk|stand|stay|next to|screen|while|watch|web|camera|key|as we go|as you go|as I go|sheet|micro/i;
