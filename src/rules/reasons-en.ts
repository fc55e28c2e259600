/** The English words and patterns of reasons: what fits everything, who wants it, and what hurts. */

function set(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean));
}

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

/** Somebody wants it, or others have it, and that is all. */
export const MERE_WISH =
  /\b(?:I|we|he|she|they|(?:the |my |our )?(?:boss|ceo|board|director|management|wife|husband|owner|mayor|chair(?:man|woman)?|president|minister|head office|headquarters|customer|client)) (?:(?:am|is|are|was|were|'m|just|really|simply|also|always|have|has|had|would|personally) ){0,3}(?:bored|like[sd]?|love[sd]?|fancy|fancies|feel like|want(?:s|ed)?|wish(?:es|ed)?|ask(?:s|ed)?(?: for)?|said|say[s]?|decided|told|promised|demand(?:s|ed)?|think[s]?|believe[s]?|prefer[s]?|saw|read|dream(?:s|ed|t)?)\b|\b(?:everyone|everybody|all the others|others|(?<!the )other \w{2,20}|competitors?|the competition|the neighbou?rs?|all (?:our )?competitors|our competitors?|our peers) (?:else )?(?:also |all |already |now |is |are |has |have |do |does |did |doing |using |got ){1,4}|\b(?:it|this) (?:is |'s |has |must |needs? |was |would |just |simply |really |has to |had to |to |finally ){1,4}(?:time|be done|done|nice|cool|fun|great|good|overdue|due|decided|on (?:the|my|our) list|in the plan|part of|required|mandatory|necessary|needed|wanted|expected|requested|planned|agreed|the right thing|better|obvious|clear|how it is|what we do)\b|\b(?:because I|somebody has to|someone has to|why not|just because|for fun|no reason|part of the (?:plan|strategy|programme|program|roadmap|job)|as (?:planned|decided|requested|ordered|per)|per (?:the )?(?:plan|strategy|request)|it is what it is|always (?:done|did|wanted|been))\b/i;

/** Where a wish comes from: who says it, where it is written down, how it has always been; and faint praise. */
export const ORIGIN: ReadonlySet<string> = set(`
  director directors headquarters management manager managers supervisor chief ceo cfo cto vp president chairman chair chairwoman
  committee council trustees governors mayor minister ministry consultant consultants adviser advisor auditor auditors
  predecessor successor legacy inherited historical historically
  minute minutes protocol retro retrospective workshop offsite review appraisal list backlog item items ticket
  audit report recommendation recommendations recommends recommended recommend study
  policy compliance regulation regulations guideline guidelines contractual mandatory obligatory obligation compulsory formal formality
  tradition traditional custom habit usual usually normal practice routine always used
  leftover left
  say saying said told think thinks thought believe believes believed like likes liked love loves loved wish wanted asked request
  suggest suggests suggested suggestion propose proposes proposed proposal mention mentions mentioned talk talks talking talked
  discuss discussed discussion agree agrees agreed agreement promise promised demand demands demanded insist insists insisted decided
  planned came raised annoy annoys annoyed annoying bother bothers bothered bored
  feedback comment comments opinion rumour
  cool nice fun neat interesting tempting exciting ideal tidy neater nicer sense
  overdue moment dependency dependent prerequisite pain someone somebody everyone everybody while
`);

/** Words that say nothing beside those. */
export const PALE: ReadonlySet<string> = set(`
  i me my he she his her anyone anybody else other others thing something anything nothing none nobody it
  head office owner hr marketing sales finance procurement legal consultancy former previous last annual yearly meeting action point points memo note
  terms law rules rule budget money funds funding spend spent see seen look looks looked looking feel feels felt seem seems seemed
  ask asks asking want expect expects hear heard come comes coming up pick picked push pushed grown
  ok okay bad good old new outdated modern proper clean improved improving due ripe now currently present today still just only also even
  maybe perhaps probably anyway again ever since bit little somehow rest part depends known issue concern topic input wishes
  any all each every much many lot some having being got gets getting let lets stuff about around first next after before soon later ago
  one both same such kind sort type way time times year years month months week weeks day days once doing done kids reason
`);

/** Words of speeches: they lift any matter, and say nothing of it. */
export const LOFTY: ReadonlySet<string> = set(`
  inspire inspires inspiring inspiration ignite ignites spark sparks unleash unleashing unlock unlocking unlocks realise realize realising realizing
  fulfil fulfill thrive thrives thriving flourish flourishing prosper prosperity vibrant inclusive belonging connected resilient
  beacon hallmark compass flywheel springboard catalyst needle mile trail blaze pioneer pioneers pillar cornerstone
  heart hearts minds soul souls dream dreams difference underpin underpins underpinning embed embeds embedded embedding embrace embraces
  champion champions celebrate celebrating nurture nurturing reimagine reimagining rethink rethinking reinvent reinventing redefine redefining
  reshape reshaping elevate elevating enrich enriching profile bold boldly courage courageous integrity honesty humility authentic authenticity
  obsession relentless uncompromising compromise backwards backward forwards onwards upwards together tomorrow tomorrow's
  harder smarter comfort story aspire aspires aspiration aspirations strive strives striving excel excels excelling
  ambition ambitions ambitious journey journeys innovate innovating transformative competence competences competency competencies
  everyone's everybody's extra curve forefront pride oil vision mission spirit dna family purpose potential
`);
/** Words that go along with those. */
export const ALONG: ReadonlySet<string> = set(`
  raise raises place places put putting position positioned stand standing still means own set sets apart rest live living lives give gives
  feel felt be see want step out win always never all everything every above beyond world age people people's patients patient client clients
  customers customer learner learners guest guests citizen citizens residents employee employees region nation council council's trust sustainable
  data ai cloud new fuel engine contributes contribute supports first last top one way
`);

/** What hurts, or will: a loss, a wait, a harm, an end, something that cannot be done. */
export const HURTS: ReadonlySet<string> = set(`
  lose loses losing lost loss losses miss misses missed missing wait waits waiting waited fail fails failed failing failure failures break breaks broke broken breakdown
  cost costs costing costly pay pays paid paying charge charges charged fine fined fines penalty penalties owe owes owed debt
  leave leaves leaving quit quits resign resigned gone emigrate
  hurt hurts injured injuries injury wounded die dies died dead death deaths killed ill sick sickness infected infection infections hospital bleed bleeding fainted faint drown drowned
  complain complains complained complaining complaints sue sues sued court claim claims refund refunds
  close closes closing shut shuts closure end ends ending expire expires expired lapse lapses renew renews retire retires retiring stop stops stopped
  waste wastes wasted throw throws discard discarded burn burns burnt burned flood floods flooded leak leaks leaking rot rots rotting mould freeze froze frozen
  short shortage queue queues stuck idle empty unfilled unsold stolen theft steal stolen robbed hacked breach
  wrong wrongly mistake mistakes error errors mislabelled mixed confuse confused confuses mistaken forget forgets forgot forgotten
  cannot can't couldn't couldnt unable won't impossible unusable unsafe dangerous danger risk risks risky hazard
  fall falls fell slip slips slipped trip tripped crash crashes crashed collapse collapsed damage damaged damages accident accidents
  reject rejects rejected refuse refuses refused cancel cancels cancelled turned turn abort aborts
  late later-than delay delays delayed behind overrun slow slower slowed
  twice thrice by-hand manually retype retyping
  hungry cold thirsty afraid scared frightened cry cried cries lonely
  evict evicted void voids lawsuit prison jail sentence licence license certificate
  hit hits struck stand stands stood drop drops dropped dropping sink sinks sinking
  ring rings phone phones call calls travel travels walk walks drive drives cut cuts sleep sleeps eat eats sit sits carry carries alone
  bid bids buy buys order orders sell sells choose chooses rate rated rates switch switches
  smell smells noise noisy dark wet dirty rust rusty rats mice pests dry drought
  steals blame blames dismissed fired strike strikes
`);
