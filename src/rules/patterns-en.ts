/**
 * English patterns of the rules that look at more than single words; the lists of words are in
 * `words-en.ts`. Another language is these two files again.
 */

/** A criterion that allows no fault; a bare zero is a fine figure of a countable thing. */
export const NO_FAULT =
  /\b100 ?(?:%|per ?cent)(?! of the time\b.{0,20}\bor)|\b(?:perfect(?:ly)?|flawless(?:ly)?|faultless(?:ly)?|error-free|bug-free|fault-free|defect-free)\b|\bwithout (?:any|a single) (?:fault|error|mistake|defect|complaint|exception|failure)s?\b|\bwithout exception\b|\b(?:not a single|not one) (?:fault|error|mistake|defect|complaint|bug|typo|failure)\b|\bno (?:faults?|errors?|mistakes?|defects?|bugs?|typos?) (?:at all|whatsoever|of any kind)\b|\bzero[- ]defects?\b|\balways correct\b|\bnever (?:fails?|breaks?|goes? wrong|goes? down)\b/i;

/** Words of which one stands in every match of `FIGURE`. */
export const PULL =
  /\b(?:cost|spend|price|expense|waste|budget|fast|quick|time|turnaround|wait|quality|error|complaint|satisfaction|defect|accuracy|rating|score|nps|sales|revenue|output|volume|throughput|production|order|subscriber|visitor|customer|milk|yield)/i;

/** A direction with a figure, by what it costs: time, money, amount or how good. */
export const FIGURE =
  /^(?=.{0,400}\d)(?:.{0,80}\b(?:(?<money>costs?|spend(?:ing)?|price|expenses?|waste|budget)|(?<time>faster|quicker|delivery time|lead time|turnaround|handle time|handling time|cycle time|wait(?:ing)?(?: time)?)|(?<quality>quality|errors?|complaints?|satisfaction|defects?|accuracy|rating|score|nps)|(?<amount>sales|revenue|output|volume|throughput|production|orders?|subscribers|visitors|customers|milk|yield))\b.{0,80}(?:\b(?:by|to|up|down|than|at least|under|below)\b|[<>+-]) ?\d)/i;

/** Words that stand equally well in the why of any brief. */
export const FILLER: ReadonlySet<string> = new Set(
  `important importance strategic strategy strategically priority priorities value values valuable company companies management
  business organisation organization corporate vision mission goal goals objective objectives target targets key pillar pillars
  journey excellence excellent quality growth grow success successful succeed future ahead forward next level
  world class best better good great leading leader leaders leadership market competitive competition competitor competitors
  competitiveness advantage edge customer-centric customer-first customer-centricity innovation innovative innovate digital
  transformation transform transformational modern modernise modernize modernisation modernization agile agility
  synergy synergies leverage leveraging holistic end-to-end ecosystem paradigm disrupt disruption game changer game-changer
  empower empowerment enable enabling enabler drive driving driver deliver delivering delivery impact impactful
  maximise maximize optimise optimize optimisation optimization efficiency efficient effective effectiveness productivity
  improve improvement improvements increase enhance enhancement boost strengthen foster promote support supports
  experience experiences satisfaction stakeholder stakeholders opportunity opportunities chance once-in-a-generation generation
  redefine category unlock potential momentum ambition ambitious ambitions aligned align alignment initiative initiatives
  programme program agenda roadmap okr okrs o1 o2 o3 o4 o5 kr1 kr2 kr3 kpi kpis crucial critical critically essential vital central
  core fundamental necessary necessity needed need needs required requirement urgent urgency matter matters significant
  significantly sense makes make making thing things really simply obviously clearly everybody everyone people person asset assets
  employer choice brand image reputation culture team teams department colleagues staff employees members customers customer
  clients users user partner partners society world sustainable sustainability resilient resilience robust
  position positioning top number one become becoming remain stay want wants wish wishes would long overdue high time long-term
  term today day age tomorrow years year time part big major huge lot lots always decided decision board leadership
  directive boss above management's asked ask said says told request requested reasons reason various known
  well widely continuous continuously constantly ongoing progress step change fit proof future-proof ready readiness
  commitment committed dedicated passion passionate pride proud purpose promise spirit standard standards state art
  respect benefit benefits beneficial helpful useful help helps achieve achieving achievement reach reaching create creating creation
  ensure ensuring provide providing bring bringing take taking keep keeping lead show showing get getting do doing go going
  work working project projects task tasks area areas field topic issue issues problem problems solution solutions
  foundation backbone cornerstone pillar pillars dna face heart soul story narrative buzz hype hot topic trend trends trendy megatrend era post-pandemic new normal normality landscape space vuca fast-moving dynamic dynamics changing change changes times
  excellence-driven best-in-class world-class state-of-the-art cutting-edge pioneer pioneers frontrunner flagship lighthouse north star visibility awareness presence relevance relevant competitiveness competent competence trust trusted loyalty loyal delight delighted happy happier engaged engagement motivated motivation wow
  transparency transparent simplicity simple speed fast faster quick quicker agile lean smart smarter intelligent connected integrated seamless frictionless scalable scale scaling maturity mature professional professionalism professionalise professionalize professionally
  capability capabilities capacity potential potentials synergetic cross-functional collaboration collaborate collaborative cooperation communication together collective shared common joint mindset ownership accountability responsibility responsible
  invest investment investments contribute contributes contribution contributing play plays role element elements component building block blocks basis base fundament groundwork enabler enablers lever levers track record credible credibility reputation sustainable-growth long-run run
  moving move push pushing forward take taken onto bring brought into set setting raise raising lift lifting bar game stakes win winning winner winners compete competing stand standing out differentiator differentiate unique uniqueness usp proposition offering
  digitalisation digitalization digitisation digitization university hospital school city municipality association club parish region country industry sector expect expects expected
  idea ideas way ways plan plans planned process processes result results outcome outcomes deliverable`
    .split(/\s+/)
    .filter(Boolean),
);

/** Words of a plan that say no more than that there will be one. */
export const PLAN_FILLER: ReadonlySet<string> = new Set(
  'prepare preparation communicate communication kick-off kickoff start begin analysis analyse analyze concept implementation implement execute execution rollout roll-out roll finish follow-up monitor monitoring evaluate evaluation review closure close wrap report reporting test testing phase phases step steps first then next finally everything stuff job right start end complete completion done same usual needed all organise organize coordinate'.split(
    ' ',
  ),
);

/** Whole answers, or the greater part of one, that name nothing anybody could count on. */
export const NO_MEANS =
  /\b(?:whatever|anything|everything|all) (?:(?:that )?(?:is|it|they|she|he|you|we) )?(?:needed?s?|necessary|required|takes|can find|have|possible)\b|\b(?:as (?:needed|required|necessary)|on top of|besides|alongside|beside|in addition to|next to) (?:the |your |his |her |their |our |all |other |usual |normal |daily |day-to-day |regular |existing |current ){0,4}(?:work|job|jobs|tasks|duties|business|load|role|projects?|day job|workload)\b|\b(?:spare|free|own|leftover|remaining|idle) (?:time|hours|minutes|moments|evenings|capacity|capacities)\b|\b(?:existing|available|current|normal|usual|internal|own|our|the team'?s?) (?:resources?|means|budgets?|capacity|capacities|staff|team|headcount|people)\b|\b(?:no|without) (?:extra|additional|further|new|more|separate|special|budget|money|resources?|funds?)\b|\b(?:goodwill|good will|creativity|enthusiasm|elbow grease|initiative|common effort|team spirit|best efforts?|overtime|evenings|weekends|in between|between other|when (?:there is|you have|time|possible|it is quiet|things are)|if (?:there is|time|possible)|somehow|we will (?:find|see|manage|sort)|we'll (?:find|see|manage|sort)|will be found|will find|to be found|find a way|make do|what we have|what(?:ever)? is (?:there|left|available)|nothing|none|minimal|as little as possible|depending on|subject to|(?:if|when|as|where) (?:necessary|needed|possible|there is|available)|in principle|as (?:her|his|their|the|my|our) [a-z]{3,20} (?:permits?|allows?)|see (?:how|what|if)|how it goes|ask [A-Z]?\w{1,20} for|besides|(?:they|people|somebody|someone) (?:will |always ){1,2}(?:turn up|come|help|show up|find)|whatever|(?:can|could|should|will|must|would) (?:\w{2,12} )?be (?:found|arranged|organi[sz]ed|possible|sorted|managed)|should (?:be enough|suffice|do)|(?:is|are|must be|has to be|will be) enough|no budget|zero budget|budget is (?:zero|tight|open|used up|gone)|(?:to be )?(?:absorbed|covered|carried|borne|financed) by|within (?:the )?(?:existing|normal|current|running|ongoing|usual)|from (?:the )?(?:existing|normal|current|running|ongoing|usual)|out of (?:the )?(?:existing|normal|current|running|ongoing|usual)|(?:running|daily|normal|day-to-day) (?:business|operations|work)|love|passion|motivation|good mood|common sense|magic|your (?:time|own|talent|network|imagination|wits)|their (?:time|own)|(?:some|a bit of|a little|enough|sufficient|the necessary|necessary|required|adequate|appropriate) (?:time|money|help|people|support|budget|resources?|means|staff|hands)|has (?:some |enough |plenty of )?(?:time|capacity)|by (?:themselves|herself|himself|yourself)|volunteers? (?:will|who)|somebody will|someone will|we(?:'ll| will| shall) (?:look|ask|talk|think|figure)|as it comes|when it comes|later)\b/i;

/** An item that asks to hear of, or to decide, everything. */
export const EVERYTHING_ASKED =
  /^(?:please )?(?:tell me |let me know |inform me |call me |report |escalate |about |for |of |on |in |if |when ){0,5}(?:just about |absolutely |literally |basically |more or less |pretty much )?(?:everything|anything|all|any|every|each)(?: and (?:everything|anything|all))?(?:(?: single)?(?: (?:the |of the |other |major |minor |technical |small |little |open ){0,4}(?:decisions?|changes?|choices?|steps?|things?|of it|of them|issues?|problems?|questions?|news|events?|topics?|matters?|wording|texts?|purchases?|expenses?|spending|costs?|money|mails?|messages?|details?|doubts?|difficult(?:y|ies)|blockers?|risks?|deviations?|delays?|surprises?|actions?|moves?|tasks?)))?(?: (?:else|at all|whatsoever|unusual|important|relevant|unexpected|that (?:happens|comes up|changes|is (?:new|important|unclear|unusual|not clear))|which happens|goes wrong|you (?:do|decide|change|plan)|they (?:do|decide|change|plan)|I (?:should|need to|must|ought to) know|worth (?:knowing|mentioning)|of (?:importance|note|interest)|always|immediately|at once|first|big or small|large or small|no matter how small)){0,4}[.!]{0,3}$/i;

/** All or any of a kind of thing that each day brings, with no size or place that limits it. */
export const EVERY_KIND =
  /^(?:please )?(?:ask me (?:about |before |for )?|tell me (?:about )?|about |for |on |in case of |if |when |whenever |as soon as |before |prior to |with )?(?:you |they |there |starting |doing |taking |making |do |is |are |have |any )*(?:just |really |literally |basically )?(?:all|any|every|each|everything|anything|something|whatever|no|a problem|a question|questions|problems|doubts?)\b(?!.{0,120}\b(?:above|over|more than|larger|bigger|beyond|outside|exceed|at least|later than|longer than|with (?:a |an )?(?:customer|press|media|contract|lawyer)|\d))/i;
/** The kinds that each day brings. */
export const DAILY_KINDS =
  /\b(?:decisions?|changes?|choices?|steps?|controversial|sensitive|critical|delicate|risky|political|costs money|visible|things?|issues?|problems?|questions?|news|topics?|matters?|wording|words?|texts?|purchases?|expenses?|expenditures?|spending|costs?|mails?|e-?mails?|messages?|letters?|posts?|details?|doubts?|difficult(?:y|ies)|blockers?|risks?|deviations?|delays?|surprises?|actions?|moves?|tasks?|documents?|drafts?|versions?|meetings?|appointments?|calls?|contacts?|orders?|suppliers?|colou?rs?|dates?|times?|prices?|rules?|materials?|designs?|layouts?|plans?|ideas?|proposals?|payments?|invoices?|else|comes? up|happens|important|unusual|unclear|unexpected|unforeseen|goes wrong|to do with it|related|relevant|you are (?:not )?(?:sure|unsure)|in doubt|when in doubt)\b/i;
/** A size, a place or a kind behind it: any change to the public API is one of few. */
export const LIMITED =
  /\b(?:to|of|in|on|from|at|with|by|for|that (?:costs?|touch|affects?|involves?|needs?|requires?|names?)|which (?:costs?|touch|affects?|involves?)|who)\b/i;

/** An approval, a copy or a look by the delegator of each single thing. */
export const GATE =
  /\b(?:I|we|me) (?:want to |need to |must |have to |will |shall |would like to |personally |always ){0,3}(?:approve|check|see|review|read|sign off|sign|confirm|authori[sz]e|release|decide|look over|look at|go through|proof-?read|ok)\b.{0,60}\b(?:each|every|all|any|before|anything|everything)\b|\b(?:send|show|forward|bring|mail|give|run|copy|cc|ask|call|ring|phone|text|tell|report|inform|update|consult|check with)\b.{0,20}\b(?:me|us|by me|to me|past me|with me)\b.{0,50}\b(?:each|every|all|any|before|after|anything|everything|daily|hourly|constantly|whenever|first|at all times)\b|\b(?:send|show|forward|report|run|bring|copy|cc|clear|share|discuss|agree|check) (?:each|every|all|any|everything|anything)\b.{0,40}\b(?:me|us)\b|\b(?:each|every|all|any|no|nothing|everything|anything)\b.{0,50}\b(?:my|our|the boss's|management'?s?) (?:prior |written |explicit |personal |express ){0,3}(?:approval|ok|okay|consent|permission|sign-?off|go-ahead|signature|agreement|blessing|say-so|knowledge)\b|\b(?:approval|permission|sign-?off|consent|ok|okay|go-ahead) (?:from|by|of) (?:me|us|my|the) .{0,50}\b(?:each|every|all|any|before)\b|\b(?:I|me|us|my desk)\b.{0,10}\b(?:in (?:copy|cc)|cc'?d|copied|on cc)\b.{0,40}\b(?:all|every|each|any|everything|mails?|emails?)\b|\b(?:cc|copy|keep) me (?:in |on )?(?:cc |copy )?(?:on |in |of )?(?:all|every|each|any|everything|your|the)\b|\bnothing (?:is |gets |goes |leaves )(?:sent|out|live|ordered|decided|published|started|done|spent|changed)?.{0,30}\b(?:without|before|until) (?:me|I|my|us|we)\b|\b(?:must|has to|have to|needs? to|is to|are to|to) be (?:approved|signed off|checked|confirmed|seen|reviewed|cleared|released|authori[sz]ed) by me\b|\bmy (?:approval|ok|okay|sign-?off|go-ahead|permission) (?:for|on|before|of|is needed|first)\b/i;

/** Somebody follows up more than once a day, whatever the cadence says. */
export const ALL_DAY =
  /\b(?:hourly|every (?:hour|few hours|morning|evening|two hours|half hour)|twice (?:a|per) day|(?:two|three|several|many) times (?:a|per) day|each (?:morning|evening|hour)|every morning and|mornings? and (?:evenings?|afternoons?)|morning and (?:evening|night|noon)|at all times|daily|every day|each day|day by day|live|in real time|camera|screen ?share|constantly|continuously)\b|\bat \d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?(?:,| and) (?:again )?(?:at )?\d{1,2}(?:[:.]\d\d)/i;

/** The delegator is not to be had. */
export const AWAY =
  /\b(?:on (?:holidays?|leave|vacation|parental leave|maternity leave|sabbatical|a trip|tour|the road|business trips?|honeymoon|annual leave|sick leave|safari|retreat)|away|abroad|travel(?:l?ing)?|at sea|out of (?:the )?office|out of (?:the )?country|unreachable|unavailable|off(?:line| sick| work| grid)|off the grid|not (?:available|reachable|around|there|here|in(?: the office)?|really|at all|much)|(?:hard|difficult|impossible) to (?:reach|get|catch)|cannot be (?:reached|disturbed|contacted)|can't be (?:reached|disturbed|contacted)|won't be (?:around|available|there|here|reachable)|will not be (?:around|available|there|here|reachable)|no time|too (?:busy|much (?:on|to do))|(?:very|rather|quite|really|extremely) busy|busy (?:with|until|till|at|all|this|in)|swamped|tied up|(?:please )?(?:do not|don't|dont) (?:call|ring|disturb|bother|ask|write|contact|expect)|you(?:'ll| will| can) (?:manage|cope|be fine|figure|sort|work it out)|just get on|get on with it|rarely|hardly ever|seldom|never|in emergenc(?:y|ies) only|only in emergenc(?:y|ies)|sink or swim|no (?:signal|internet|network|phone|reception|coverage|connection)|in (?:the )?(?:surgery|meetings all|the field|the mountains|the jungle|hospital|labou?r)|fully booked|booked (?:up|out)|snowed under|flat out|other (?:things|projects|priorities|fires) (?:first|on|to)|not before|not until|(?:only )?(?:back|again|there again|reachable again) (?:on|in|after|from|by|at)|when I(?:'m| am) back|after my (?:return|holidays?|leave|trip)|ask (?:around|the others|somebody|someone|google|chatgpt)|good luck|do not expect|better (?:not|don't|dont)|no answer|don't wait for me|do not wait for me|without me|on your own|by yourself|you are alone|left|leaving|retir(?:ing|ed)|moving house|at (?:a|the) (?:conference|fair|congress|course|clinic|spa)|none|no|nope|nothing|very little|little|limited|next to none|not at the moment|at the moment not|difficult|on (?:the )?(?:expedition|mission|deployment|campaign|a cruise|pilgrimage|secondment))\b/i;

/** Somebody else is named, or a time at which an answer comes. */
export const STANDS_IN =
  /\b(?:but|always on|answers? for me|stands? in|standing in|deput(?:y|ises|izes|ising)|covers?|in my place|instead of me|on my behalf|fills in|takes (?:my|the) (?:calls|questions|place)|ask [A-Z]\w{1,40}|call [A-Z]\w{1,40}|ring [A-Z]\w{1,40}|[A-Z]\w{1,40} (?:answers|decides|helps|knows|takes|is there|has my|speaks for)|(?:answer|answers|reply|replies|respond|responds|reachable|reach me|available|read|reads|call|calls|phone|mail|email|chat|by phone|by mail)\b.{0,40}\b(?:day|days|hours?|minutes|morning|evening|noon|week|same|daily|within|until|from|at \d|on (?:mon|tue|wed|thu|fri|sat|sun)))/;

/** A scope that is as large as somebody makes it. */
export const WHATEVER =
  /^(?:and )?(?:whatever|everything|anything|all) (?:(?:that|which|what|it|you|they|we|is|are|seems?|may be|might be) ){0,5}(?:needed?s?|necessary|required|takes?|comes? up|helps?|useful|relevant|related|around|think|want|find|to do with|there is|possible|else|in between)\b|^(?:everything|the whole (?:thing|lot|topic|subject|area|shebang)|all of it|all|all areas|all aspects|all topics|the works|end[- ]to[- ]end|whatever|the (?:entire|whole|complete) (?:company|organi[sz]ation|business|world|process|topic|field|subject)|anything and everything|you name it|no limits?|unlimited|open|from a to z|soup to nuts|the lot)[.!]?$|^(?:everything|anything|all|whatever)(?: (?:around|about|concerning|regarding|connected with|that concerns|that touches|that has to do with|related to|to do with|in connection with)\b.{0,60})$/i;

/** Somebody wants it, or others have it, and that is all. */
export const MERE_WISH =
  /\b(?:I|we|he|she|they|(?:the |my |our )?(?:boss|ceo|board|director|management|wife|husband|owner|mayor|chair(?:man|woman)?|president|minister|head office|headquarters|customer|client)) (?:(?:am|is|are|was|were|'m|just|really|simply|also|always|have|has|had|would|personally) ){0,3}(?:bored|like[sd]?|love[sd]?|fancy|fancies|feel like|want(?:s|ed)?|wish(?:es|ed)?|ask(?:s|ed)?(?: for)?|said|say[s]?|decided|told|promised|demand(?:s|ed)?|think[s]?|believe[s]?|prefer[s]?|saw|read|dream(?:s|ed|t)?)\b|\b(?:everyone|everybody|all the others|others|other \w{2,20}|competitors?|the competition|the neighbou?rs?|all (?:our )?competitors|our competitors?|our peers) (?:else )?(?:also |all |already |now |is |are |has |have |do |does |did |doing |using |got ){1,4}|\b(?:it|this) (?:is |'s |has |must |needs? |was |would |just |simply |really |has to |had to |to |finally ){1,4}(?:time|be done|done|nice|cool|fun|great|good|overdue|due|decided|on (?:the|my|our) list|in the plan|part of|required|mandatory|necessary|needed|wanted|expected|requested|planned|agreed|the right thing|better|obvious|clear|how it is|what we do)\b|\b(?:because I|somebody has to|someone has to|why not|just because|for fun|no reason|part of the (?:plan|strategy|programme|program|roadmap|job)|as (?:planned|decided|requested|ordered|per)|per (?:the )?(?:plan|strategy|request)|it is what it is|always (?:done|did|wanted|been))\b/i;

/** Words of which one stands in every threat. */
export const THREATENING: ReadonlySet<string> = new Set(
  'else consequences excuse excuses chance warning roll tired sick fed again make job option because failed promised messed let prove proof show otherwise or head neck bonus contract future position career discussion discussions argument arguments buts ifs enough embarrassing embarrassed embarrassment disgrace shame shameful fault blame'.split(
    ' ',
  ),
);
/** Pressure in the place of a reason. */
export const THREAT =
  /\b(?:or else|there will be consequences|(?:will|would|must|have to) (?:face|have|bear|expect) (?:the )?consequences|no (?:more )?excuses?|last (?:chance|warning)|final warning|heads will roll|(?:sick and |so )?tired of (?:asking|hearing|waiting|excuses|saying|telling|repeating|this)|(?:sick|fed up) (?:of|with)|not (?:going to|gonna) ask again|do not make me|don't make me|your job (?:is|depends)|(?:failure|failing) is not an option|because I (?:say|said) so|you (?:already |have |had ){0,3}(?:failed|promised|messed|let me down)|time to prove|show me (?:that|what) you|consequences for|(?:or|otherwise) (?:you|they|somebody|someone|we) (?:will |are |is |can |may |must )?(?:be |get )?(?:fired|replaced|out|gone|in trouble|sorry|regret|answer)|your (?:head|neck|bonus|contract|future|position|career)|(?:prove|show) (?:yourself|your worth|what you (?:can|are))|no (?:discussions?|arguments?|buts|ifs)|I (?:have|had) (?:enough|it up to here)|enough is enough|embarrass(?:ing|ed|ment)|disgrace|shame(?:ful)?|(?:your|their|his|her) fault|to blame)\b/i;
