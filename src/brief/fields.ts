/**
 * The table of fields: the one place that knows what a brief is made of. The types, the checks of
 * shape, the wizard's questions, the command line's flags, the JSON Schema, the editor's hover and
 * completion, the log's labels and the reference page are all derived from it. A new field is one
 * new entry.
 */
import type { Work } from './work.ts';

/** What a field holds; `src/brief/shape.ts` has one reader for each. */
export type FieldType =
  | 'id'
  | 'line'
  | 'text'
  | 'list'
  | 'date'
  | 'choice'
  | 'person'
  | 'cadence'
  | 'weekday'
  | 'milestones'
  | 'agreement'
  | 'changes'
  | 'withdrawn'
  | 'outcome';

/**
 * What a change of the field means (design, section 2): criteria are the goalposts, terms say who
 * does it and how freely, context may change, records are written by the commands.
 */
export type FieldGroup = 'identity' | 'lifecycle' | 'terms' | 'criteria' | 'context' | 'records';

/** One choice of a field of type `choice`. */
export interface Choice {
  readonly value: string;
  /** What choosing it means, in a few words that fit after a dash. */
  readonly means: string;
}

/** The parts of the interview, in its order: what a person counts as one question. */
export const PARTS = [
  'Name',
  'Goal',
  'Approach',
  'Why',
  'Scope',
  'Quality',
  'Guardrails',
  'Plan',
  'Time and means',
  'People',
  'Experience',
  'Decisions',
  'Check-ins',
] as const;

/** What the answer to another field must look like, or must not. */
interface Condition {
  readonly field: string;
  readonly is?: RegExp;
  readonly isNot?: RegExp;
}

/** What a part of a record holds. */
export type PartType =
  | 'date'
  | 'text'
  | 'list'
  | 'count'
  | 'kind'
  | 'consents'
  | 'objections'
  | 'agreement'
  | 'results';

/** A key of a field that is a map, or whose items are maps. */
interface PartEntry {
  readonly type: PartType;
  /** What stands there, in a short sentence. */
  readonly means: string;
}

/** What a move of a field did to the brief: whether it became stricter or easier. */
type Direction = 'tightened' | 'loosened';

/** The fields of work beside the one that `example` is from. */
type OtherWork = Exclude<Work, 'engineering'>;

interface FieldEntry {
  /** The dotted name, as in the frontmatter: `scope.in` is the key `in` of the map `scope`. */
  readonly name: string;
  readonly type: FieldType;
  readonly group: FieldGroup;
  /** A heading of one to four words. */
  readonly label: string;
  /** The question that the field answers. */
  readonly ask: string;
  /** One short line that helps to answer it. */
  readonly help: string;
  /** Why it is asked: what goes wrong without it. */
  readonly why: string;
  /** An answer, from engineering; a list's items stand in an array. */
  readonly example: string | readonly string[];
  /** Answers from other fields of work, where it is answered in words of one's own. */
  readonly examples?: Readonly<Record<OtherWork, string | readonly string[]>>;
  readonly choices?: readonly Choice[];
  /** What people call it, as a key: in lower case, with `-` between words. */
  readonly alsoCalled?: readonly string[];
  /** The keys inside of its value, or of each of its items. */
  readonly parts?: Readonly<Record<string, PartEntry>>;
  /** A brief without it fails its reader: `lint` refuses it, the wizard insists. */
  readonly required?: true;
  /** `delegate new` insists on it where it applies, though not every brief must have it. */
  readonly insisted?: true;
  /** The commands write it; nobody is asked for it. */
  readonly byCommands?: true;
  /** It applies only beside such an answer; elsewhere it would be a question about nothing. */
  readonly when?: Condition;
  /** The part of the interview that asks for it; without one it is offered under "Anything more?". */
  readonly part?: (typeof PARTS)[number];
  /** Its place among what is offered there; what has none follows in the table's order. */
  readonly offered?: number;
  /**
   * The shortest ready-made brief that has it: the template `small`, the snippet of a whole brief
   * (`short`), or the templates of an approach. Where nothing is said it is `small` for a required
   * field, else `full`. `none`: it is written when it is needed.
   */
  readonly size?: 'small' | 'short' | 'full' | 'none';
  /** A shorter flag for it than its dotted name. */
  readonly flag?: string;
  /** The map that it stands in may be written as its value alone: `scope: text`. */
  readonly shortForm?: true;
  /** Whether the words are judged by word lists; where nothing is said, those of criteria are. */
  readonly wording?: 'judged' | 'free';
  /** What an item more, or a value where there was none, does to the brief; unclear where it is not said. */
  readonly more?: Direction;
  /** Its choices stand in an order: the later, the stricter. */
  readonly ranked?: true;
  /** Its numbers ask for something, so that a changed number is a stricter or an easier brief. */
  readonly asks?: true;
  /** What the items of a list are, where they are more than texts: paths, or ways to see that it is reached. */
  readonly items?: 'paths' | 'evidence';
}

const TABLE = [
  {
    name: 'id',
    type: 'id',
    group: 'identity',
    label: 'Id',
    ask: 'What is the brief called by, for ever?',
    help: 'b- and eight letters or digits, made once by delegate and never changed.',
    why: 'The id keeps the history of a brief together when its file is renamed or moved.',
    example: 'b-7k3f9q2m',
    byCommands: true,
    size: 'small',
  },
  {
    name: 'title',
    type: 'line',
    group: 'identity',
    label: 'Title',
    alsoCalled: ['name', 'subject'],
    ask: 'What is it called, in a few words?',
    help: 'One line that the team will say when they speak of it.',
    why: 'Lists, logs and commits name the brief by it.',
    example: 'Halve deployment time',
    examples: {
      hiring: 'Hire a second accountant',
      operations: 'Answer customers within a day',
      event: 'Hold the spring customer day',
    },
    insisted: true,
    part: 'Name',
    size: 'small',
  },
  {
    name: 'status',
    type: 'choice',
    group: 'lifecycle',
    label: 'Status',
    alsoCalled: ['state'],
    ask: 'Where does it stand?',
    help: 'The commands move it: propose, accept, pause, resume, close.',
    why: 'Before acceptance criteria are free to move; after it every move is told.',
    example: 'draft',
    choices: [
      { value: 'draft', means: 'being written' },
      { value: 'proposed', means: 'handed to the delegate to say back' },
      { value: 'accepted', means: 'said back and agreed' },
      { value: 'paused', means: 'agreed, and waiting' },
      { value: 'done', means: 'closed with an outcome' },
      { value: 'cancelled', means: 'given up' },
    ],
    byCommands: true,
    size: 'small',
  },
  {
    name: 'paused-until',
    type: 'date',
    group: 'lifecycle',
    label: 'Paused until',
    ask: 'Until when is it set aside?',
    help: 'Written by delegate pause --until.',
    why: 'From that day on the inbox asks whether it goes on.',
    example: '2026-06-30',
    byCommands: true,
    size: 'none',
  },
  {
    name: 'delegator',
    type: 'person',
    group: 'terms',
    label: 'Delegator',
    alsoCalled: [
      'manager',
      'sponsor',
      'from',
      'delegated-by',
      'requester',
      'requested-by',
      'requestor',
      'assigned-by',
      'given-by',
      'boss',
    ],
    ask: 'Who hands it over?',
    help: 'Name <email>, or a name.',
    why: 'The person who owes the context, the follow-up and the answers.',
    example: 'Ana Novak <ana@example.com>',
    part: 'People',
    size: 'small',
  },
  {
    name: 'delegate',
    type: 'person',
    group: 'terms',
    label: 'Delegate',
    alsoCalled: [
      'owner',
      'assignee',
      'dri',
      'who',
      'responsible',
      'assigned-to',
      'delegated-to',
      'accountable',
      'lead',
      'responsible-person',
      'taken-by',
      'to',
      'doer',
    ],
    ask: 'Who takes it?',
    help: 'One person: Name <email>, or a name.',
    why: 'Being responsible means being able to respond; a team or a list is nobody.',
    example: 'Bor Kos <bor@example.com>',
    required: true,
    part: 'People',
  },
  {
    name: 'approach',
    type: 'choice',
    group: 'terms',
    label: 'Approach',
    alsoCalled: ['mode'],
    ask: 'Do you hand over the whole problem, or the tasks?',
    help: 'With the whole problem, the plan is theirs; with the tasks, it is yours.',
    why: 'Holding somebody to an outcome without letting them choose the way is micro-management.',
    example: 'problem-solving',
    choices: [
      { value: 'problem-solving', means: 'the whole problem: they plan and decide how' },
      { value: 'shared', means: 'you plan it together' },
      { value: 'execution', means: 'the tasks: you own the plan, they carry it out' },
    ],
    required: true,
    part: 'Approach',
  },
  {
    name: 'goal',
    type: 'text',
    group: 'criteria',
    label: 'Goal',
    alsoCalled: [
      'objective',
      'objectives',
      'success',
      'aim',
      'target',
      'mission',
      'desired-outcome',
      'end-state',
      'result',
      'what',
      'what-success-looks-like',
    ],
    ask: 'What does success look like?',
    help: 'An outcome somebody could check, with a number and where it starts from.',
    why: 'Clear expectations help the other person deliver what you are looking for.',
    example: 'Cut the median deployment of the web service from 40 to 20 minutes.',
    examples: {
      hiring: '2 accountants are under contract, where there is 1 today.',
      operations: 'Bring the median first answer to a customer from 3 days to 1.',
      event: '80 customers come, where 45 came last year, and 8 of 10 would come again.',
    },
    required: true,
    part: 'Goal',
    asks: true,
  },
  {
    name: 'why',
    type: 'text',
    group: 'context',
    label: 'Why',
    alsoCalled: [
      'reason',
      'reasons',
      'background',
      'motivation',
      'purpose',
      'rationale',
      'context',
      'problem',
      'problem-statement',
      'business-case',
      'because',
      'why-it-matters',
      'reason-why',
    ],
    ask: 'Why is the problem worth solving?',
    help: 'What hurts today, and whom; not the goal in other words.',
    why: 'With the what but not the why, nobody can adapt when things change ("the just do it").',
    example: 'Hotfixes wait 40 minutes, so teams batch risky releases.',
    examples: {
      hiring: 'The books close 9 days late, and one illness would stop the payroll.',
      operations: 'One order in ten is cancelled while its customer waits for an answer.',
      event: "Half of last year's renewals came from customers who had met us in person.",
    },
    required: true,
    part: 'Why',
  },
  {
    name: 'intended-use',
    type: 'text',
    group: 'context',
    label: 'Intended use',
    alsoCalled: ['use', 'usage', 'used-for', 'how-it-will-be-used'],
    ask: 'How might the outcome be used?',
    help: 'Who will do what with it once it is there.',
    why: 'Somebody who knows the use can tell a good solution from a useless one.',
    example: 'Teams deploy on merge; support promises fixes within the hour.',
    examples: {
      hiring: 'The second accountant takes over the payroll in September.',
      operations: 'Sales promises an answer within a day in the contracts of the autumn.',
      event: 'Sales offers a pilot to the guests in the week after.',
    },
    part: 'Why',
    size: 'short',
  },
  {
    name: 'scope.in',
    type: 'list',
    group: 'criteria',
    label: 'In scope',
    alsoCalled: ['in', 'in-scope', 'included', 'includes', 'inclusions'],
    ask: 'What is the scope of the problem?',
    help: 'What belongs to it, one item a line.',
    why: 'Without a scope the work grows, or stops short of what you meant.',
    example: ['The CI/CD pipeline of the web service'],
    examples: {
      hiring: ['From the advertisement to the signed contract'],
      operations: ['Questions that come by mail or form'],
      event: ['The day itself: venue, programme, speakers, invitations'],
    },
    required: true,
    part: 'Scope',
    flag: 'scope',
    shortForm: true,
    more: 'tightened',
  },
  {
    name: 'scope.out',
    type: 'list',
    group: 'criteria',
    label: 'Out of scope',
    alsoCalled: [
      'out',
      'non-goals',
      'non-goal',
      'out-of-scope',
      'excluded',
      'not-in-scope',
      'no-gos',
      'exclusions',
      'excludes',
      'not-included',
      'not-doing',
      'wont-do',
      'will-not-do',
    ],
    ask: 'What does not belong to it?',
    help: 'What a keen person might also do, and should not.',
    why: 'What is left out is what two people most often understand differently.',
    example: ['Build machines and other infrastructure'],
    examples: {
      hiring: ['The salary bands, and the weeks after the first day'],
      operations: ['The telephone line and its opening hours'],
      event: ['Travel of the guests, and the dinner of the day before'],
    },
    part: 'Scope',
    more: 'loosened',
  },
  {
    name: 'fence.in',
    type: 'list',
    group: 'criteria',
    label: 'Inside the fence',
    alsoCalled: ['allowed-paths', 'allowed-files', 'may-touch', 'may-change'],
    ask: 'Where may the work touch?',
    help: 'Paths from the root of the repository, one a line; * is a part of a name, ** any folders.',
    why: 'Whoever knows where the work ends can tell a step over the edge before it is merged.',
    example: ['pipeline/**'],
    examples: {
      hiring: ['hiring/accountant/**'],
      operations: ['support/answers/**'],
      event: ['events/spring/**'],
    },
    offered: 10,
    size: 'none',
    shortForm: true,
    items: 'paths',
  },
  {
    name: 'fence.out',
    type: 'list',
    group: 'criteria',
    label: 'Outside the fence',
    alsoCalled: [
      'protected-paths',
      'protected-files',
      'forbidden-paths',
      'forbidden-files',
      'do-not-touch',
      'must-not-touch',
      'must-not-change',
    ],
    ask: 'Where must it not touch?',
    help: 'Paths, as above; what is named here stays outside, whatever is named inside.',
    why: 'What must stay as it is needs a name; "be careful" protects no file.',
    example: ['pipeline/secrets/**'],
    examples: {
      hiring: ['hiring/salaries.md'],
      operations: ['support/contracts/**'],
      event: ['events/budget.csv'],
    },
    offered: 11,
    size: 'none',
    more: 'tightened',
    items: 'paths',
  },
  {
    name: 'quality.bar',
    type: 'choice',
    group: 'criteria',
    label: 'Quality bar',
    ask: 'Should it be optimal, or merely good enough?',
    help: 'Good enough is a fine answer, and a cheaper one.',
    why: 'Nobody can stop at the right moment without knowing how good is good enough.',
    example: 'good-enough',
    choices: [
      { value: 'good-enough', means: 'stop when the criteria hold' },
      { value: 'optimal', means: 'the best that the time allows' },
    ],
    part: 'Quality',
    ranked: true,
  },
  {
    name: 'quality.criteria',
    type: 'list',
    group: 'criteria',
    label: 'Quality criteria',
    alsoCalled: [
      'acceptance-criteria',
      'definition-of-done',
      'success-criteria',
      'done-when',
      'dod',
      'acceptance',
      'requirements',
      'measures',
      'metrics',
      'success-metrics',
      'success-measures',
      'kpis',
      'kpi',
    ],
    ask: 'What quality of outcome is required?',
    help: 'What must hold for it to be done, one criterion a line.',
    why: 'Shared understanding of what success looks like needs something to check.',
    example: ['Deployment success rate stays at 98 % or better'],
    examples: {
      hiring: ['Two people have interviewed each of the last 3 candidates'],
      operations: ['9 of 10 answers settle the question without a second mail'],
      event: ['Each talk begins within 5 minutes of its time'],
    },
    required: true,
    part: 'Quality',
    flag: 'quality',
    shortForm: true,
    more: 'tightened',
    asks: true,
  },
  {
    name: 'guardrails',
    type: 'list',
    group: 'criteria',
    label: 'Guardrails',
    alsoCalled: [
      'constraints',
      'constraint',
      'rules',
      'non-negotiables',
      'limits',
      'boundaries',
      'rails',
      'restrictions',
      'conditions',
      'must-not',
      'must-nots',
      'dos-and-donts',
    ],
    ask: 'Are there non-obvious guardrails to respect?',
    help: 'Limits on the solution that they could not guess, one a line.',
    why: 'What is obvious to you may be neither obvious nor common.',
    example: ['No new paid services', 'Escalate a blocker the day it appears'],
    examples: {
      hiring: [
        'Each candidate hears back within 5 working days',
        'No agency that is paid by success',
      ],
      operations: ['No customer data leaves the ticket system', 'Weekends stay free'],
      event: ['The venue is reached without stairs', 'No contract for longer than this year'],
    },
    part: 'Guardrails',
    size: 'short',
    more: 'tightened',
    asks: true,
  },
  {
    name: 'timeline.due',
    type: 'date',
    group: 'criteria',
    label: 'Due',
    alsoCalled: [
      'deadline',
      'due-date',
      'by',
      'until',
      'end-date',
      'finish-by',
      'by-when',
      'due-by',
      'when',
      'eta',
      'target-date',
      'delivery-date',
      'completion-date',
      'needed-by',
      'complete-by',
      'finish',
      'finish-date',
      'end',
    ],
    ask: 'By when?',
    help: 'A date: 2026-06-30, in 6 weeks, end of june.',
    why: 'Time is one side of the triangle of scope, timeline, resources and quality.',
    example: '2026-06-30',
    part: 'Time and means',
    size: 'small',
    flag: 'due',
    shortForm: true,
    more: 'tightened',
  },
  {
    name: 'timeline.milestones',
    type: 'milestones',
    group: 'criteria',
    label: 'Milestones',
    alsoCalled: ['deliverables', 'milestone', 'deliverable'],
    ask: 'What should be seen on the way, and when?',
    help: 'A date and what is there by then, one a line.',
    why: 'A problem that may have no solution needs a point at which to stop.',
    example: ['2026-05-15: a plan with the first measurement'],
    examples: {
      hiring: ['2026-05-15: 3 candidates are invited to a second interview'],
      operations: ['2026-05-15: the first week with a median of 2 days'],
      event: ['2026-05-15: the venue is booked, and 6 speakers have agreed'],
    },
    offered: 7,
    size: 'none',
    more: 'tightened',
    parts: {
      date: { type: 'date', means: 'The day by which it is there.' },
      what: { type: 'text', means: 'What is there by then.' },
    },
  },
  {
    name: 'resources',
    type: 'list',
    group: 'criteria',
    label: 'Resources',
    alsoCalled: ['budget', 'people', 'means', 'resources-available', 'money', 'staff', 'capacity'],
    ask: 'With what time, people and money?',
    help: 'What they may count on, one a line.',
    why: 'None of us has infinite resources; say what is really there.',
    example: ["Two days a week of Bor's time"],
    examples: {
      hiring: ["An hour a day of Mei's time for interviews"],
      operations: ['Two half days a week of the support team'],
      event: ["20,000 EUR, and a day a week of Mei's time"],
    },
    part: 'Time and means',
    wording: 'free',
    more: 'loosened',
  },
  {
    name: 'evidence',
    type: 'list',
    group: 'criteria',
    label: 'Evidence',
    alsoCalled: [
      'proof',
      'verification',
      'verified-by',
      'verify',
      'checks',
      'how-to-verify',
      'how-to-check',
    ],
    ask: 'How will both see that it is reached?',
    help: 'One way to see it a line; check: NAME is a command under checks in .delegate.yaml.',
    why: '"Done" that nobody can look at is a word, and the two may mean different things by it.',
    example: ['check: deploy-time', 'The last 20 deployments in the log of the pipeline'],
    examples: {
      hiring: ['The two signed contracts in the folder of the staff'],
      operations: ["The weekly report of the ticket system shows each first answer's wait"],
      event: ['The list at the door, and the answers to the survey of the guests'],
    },
    offered: 6,
    size: 'none',
    more: 'tightened',
    asks: true,
    items: 'evidence',
  },
  {
    name: 'trade-off',
    type: 'choice',
    group: 'terms',
    label: 'Trade-off',
    alsoCalled: ['tradeoff', 'trade-offs'],
    ask: 'When not all can hold, what gives first?',
    help: 'The one that may move so that the others hold.',
    why: 'Somebody who knows what gives can decide without you.',
    example: 'scope',
    choices: [
      { value: 'scope', means: 'do less of it' },
      { value: 'timeline', means: 'take longer' },
      { value: 'resources', means: 'spend more' },
      { value: 'quality', means: 'accept a lower bar' },
    ],
    offered: 1,
    size: 'none',
  },
  {
    name: 'decision-rights.delegate',
    type: 'list',
    group: 'terms',
    label: 'Theirs to decide',
    alsoCalled: ['decisions', 'authority'],
    ask: 'What is theirs to decide?',
    help: 'Decisions that they take without asking, one a line.',
    why: 'Somebody made accountable needs the agency to respond.',
    example: ['Caching, parallel jobs, order of work'],
    examples: {
      hiring: ['Whom to invite, and what to ask them'],
      operations: ['Order of work, words of the standard answers'],
      event: ['Venue, programme, caterer'],
    },
    part: 'Decisions',
    when: { field: 'approach', isNot: /^execution$/ },
  },
  {
    name: 'decision-rights.ask-first',
    type: 'list',
    group: 'terms',
    label: 'Ask first',
    alsoCalled: ['approval', 'approvals', 'ask-me-first'],
    ask: 'What do they ask you first?',
    help: 'The few decisions that stay with you, one a line.',
    why: 'A short list of what to ask makes everything else free.',
    example: ['Spending above 500 EUR a month'],
    examples: {
      hiring: ['A salary above the band'],
      operations: ['A refund above 200 EUR'],
      event: ['A sponsor whose name stands on the invitation'],
    },
    part: 'Decisions',
  },
  {
    name: 'escalation',
    type: 'list',
    group: 'terms',
    label: 'Escalation',
    alsoCalled: ['escalate', 'escalations', 'stop-conditions', 'escalate-if', 'escalate-when'],
    ask: 'What do you want to hear at once?',
    help: 'Events that do not wait for the next check-in, one a line.',
    why: 'Agreed triggers replace hovering.',
    example: ['The success rate drops for a day'],
    examples: {
      hiring: ['A candidate withdraws after the offer'],
      operations: ['More than 50 questions are waiting'],
      event: ['Fewer than 40 guests have registered 3 weeks before'],
    },
    part: 'Decisions',
  },
  {
    name: 'plan',
    type: 'list',
    group: 'terms',
    label: 'Plan',
    alsoCalled: ['steps', 'tasks'],
    ask: 'What are the steps that you own?',
    help: 'For execution only: the steps, one a line.',
    why: 'Who delegates execution owns the plan and has to give it.',
    example: ['Add the cache key of the design', 'Roll out to one team for a week'],
    examples: {
      hiring: ['Publish the advertisement', 'Hold the first interviews on two Fridays'],
      operations: ['Sort what is open by subject', 'Write the 10 standard answers'],
      event: ['Book the venue', 'Send the invitations 8 weeks before'],
    },
    insisted: true,
    when: { field: 'approach', is: /^execution$/ },
    part: 'Plan',
  },
  {
    name: 'check-ins.every',
    type: 'cadence',
    group: 'terms',
    label: 'Check-ins',
    alsoCalled: [
      'follow-up',
      'follow-ups',
      'cadence',
      'check-in',
      'checkins',
      'sync',
      'frequency',
      'status-updates',
      'meetings',
      'reporting',
      'review',
      'reviews',
      'touchpoints',
      '1:1',
      'one-on-ones',
    ],
    ask: 'When will you follow up, so that you are predictable?',
    help: 'N days, N weeks, N months, or: at milestones.',
    why: 'Agreed follow-up avoids both disappearing and hovering.',
    example: '1 week',
    part: 'Check-ins',
    size: 'small',
  },
  {
    name: 'check-ins.day',
    type: 'weekday',
    group: 'terms',
    label: 'Check-in day',
    ask: 'On which day?',
    help: 'A day of the week, in English.',
    why: 'A fixed day is a promise both can plan with.',
    example: 'Friday',
    when: { field: 'check-ins.every', is: /week|month/ },
    part: 'Check-ins',
  },
  {
    name: 'check-ins.how',
    type: 'text',
    group: 'terms',
    label: 'Check-in form',
    ask: 'How do you follow up?',
    help: 'A call, a written note, a walk.',
    why: 'Knowing what to bring saves both of you time.',
    example: 'Half an hour, the numbers first',
    examples: {
      hiring: 'A quarter of an hour, the list of candidates first',
      operations: 'Ten minutes at the board, the oldest question first',
      event: 'Half an hour, the open bookings first',
    },
    offered: 8,
    size: 'none',
  },
  {
    name: 'availability',
    type: 'text',
    group: 'terms',
    label: 'Availability',
    ask: 'What can the delegate count on from you in between?',
    help: 'How soon you answer, and where.',
    why: 'Success depends on your behaviour as well: be available when needed.',
    example: 'Answers within a working day; Friday happens even when short',
    examples: {
      hiring: 'Reads an application within a working day; Friday happens even when short',
      operations: 'On the phone within the hour; Friday happens even when short',
      event: 'Answers within a working day; on the day itself at once',
    },
    offered: 3,
  },
  {
    name: 'assumptions',
    type: 'list',
    group: 'context',
    label: 'Assumptions',
    ask: 'What may change around this, and should be told when it does?',
    help: 'What you take for granted, one item a line.',
    why: 'Few things demotivate more than work that has become useless without a word.',
    example: ['The monorepo split happens after the due date'],
    examples: {
      hiring: ['The post is in the budget until December'],
      operations: ['The ticket system stays the same this year'],
      event: ['The new product is released before the day'],
    },
    offered: 5,
  },
  {
    name: 'solution-known',
    type: 'choice',
    group: 'context',
    label: 'Solution known',
    ask: 'Is there an established solution? Might there be none?',
    help: 'Say so when nobody has solved it yet.',
    why: 'The problem might have no solution; then the brief needs a point at which to stop.',
    example: 'partly',
    choices: [
      { value: 'yes', means: 'others have solved it' },
      { value: 'partly', means: 'parts of it are known' },
      { value: 'no', means: 'it may have no solution' },
    ],
    offered: 2,
    size: 'none',
  },
  {
    name: 'fit.experience',
    type: 'choice',
    group: 'context',
    label: 'Experience',
    ask: 'Has the delegate solved a comparable problem?',
    help: 'In words that they have read and agree with.',
    why: 'How much to leave open depends on what they have done before.',
    example: 'similar',
    choices: [
      { value: 'done-before', means: 'the same kind, more than once' },
      { value: 'similar', means: 'something comparable' },
      { value: 'first-time', means: 'new to them' },
    ],
    part: 'Experience',
  },
  {
    name: 'fit.support',
    type: 'text',
    group: 'context',
    label: 'Support',
    alsoCalled: ['help'],
    ask: 'What skill or help is missing, and who gives it?',
    help: 'A name and what they help with.',
    why: 'Keep the delegation realistic: nobody is perfectly capable.',
    example: 'Pairs with Mei on caching for the first week',
    examples: {
      hiring: 'Eva sits in on the first 2 interviews',
      operations: 'Writes the first 3 standard answers with Eva',
      event: 'Jan, who ran it last year, goes through the budget with them',
    },
    when: { field: 'fit.experience', isNot: /^done-before$/ },
    part: 'Experience',
  },
  {
    name: 'growth',
    type: 'text',
    group: 'context',
    label: 'Growth',
    alsoCalled: ['learning'],
    ask: 'What does the delegate get to think through, solve, learn?',
    help: 'What is in it for them.',
    why: 'You delegate the opportunity to think, to solve, to grow.',
    example: 'First time to own a number that the whole company watches',
    examples: {
      hiring: 'First time to choose somebody whom they will lead',
      operations: 'First time to run a service by a number',
      event: 'First time to lead something that 80 people see',
    },
    offered: 4,
    size: 'none',
  },
  {
    name: 'parent',
    type: 'id',
    group: 'context',
    label: 'Part of',
    alsoCalled: ['part-of'],
    ask: 'Of which larger piece is this a part?',
    help: "The larger brief's id.",
    why: 'A piece is understood through the whole it belongs to.',
    example: 'b-3m9x2c7p',
    offered: 9,
    size: 'none',
  },
  {
    name: 'agreement',
    type: 'agreement',
    group: 'records',
    label: 'Agreement',
    ask: 'When was it accepted, by whom, and how did they say it back?',
    help: 'Written by delegate accept.',
    why: 'The agreement is the baseline: what moves after it is a moved goalpost.',
    example: [],
    byCommands: true,
    size: 'none',
    parts: {
      date: { type: 'date', means: 'The day on which it was accepted.' },
      by: { type: 'text', means: 'Who accepted it: the delegate.' },
      'recorded-by': {
        type: 'text',
        means: 'Who wrote it down on their word, where they did not do so themselves.',
      },
      backbrief: { type: 'text', means: 'How the delegate said it back, in their own words.' },
      criteria: { type: 'text', means: 'The seal of the criteria that were agreed to.' },
      'earlier-changes': {
        type: 'count',
        means: 'How many of the changes came before it, under an agreement that was withdrawn.',
      },
    },
  },
  {
    name: 'changes',
    type: 'changes',
    group: 'records',
    label: 'Changes',
    ask: 'Which criteria moved since, why, and who agreed?',
    help: 'Written by delegate amend, delegate agree and delegate dispute.',
    why: 'A recorded change makes a new baseline; a silent one is a moved goalpost.',
    example: [],
    byCommands: true,
    size: 'none',
    parts: {
      date: { type: 'date', means: 'The day of the change.' },
      fields: { type: 'list', means: 'The fields that moved, by their dotted names.' },
      reason: { type: 'text', means: 'Why they moved.' },
      by: { type: 'text', means: 'Who recorded it, and so agrees; the delegator if not said.' },
      kind: { type: 'kind', means: 'reworded: only case, punctuation or quotation marks changed.' },
      'agreed-by': {
        type: 'consents',
        means:
          'Who else agreed: a person or a list; {by, recorded-by} where another wrote it on their word.',
      },
      objections: { type: 'objections', means: 'What somebody has against it.' },
      criteria: { type: 'text', means: 'The seal of the criteria as they stand after it.' },
    },
  },
  {
    name: 'withdrawn',
    type: 'withdrawn',
    group: 'records',
    label: 'Withdrawn',
    ask: 'Which proposals and agreements were taken back, by whom, and why?',
    help: 'Written by delegate withdraw and delegate reassign.',
    why: 'A way back that leaves a trace: what was agreed once stays known.',
    example: [],
    byCommands: true,
    size: 'none',
    parts: {
      date: { type: 'date', means: 'The day on which it was taken back.' },
      by: { type: 'text', means: 'Who took it back.' },
      reason: { type: 'text', means: 'Why.' },
      'delegate-was': { type: 'text', means: 'Who had it before, where it was given to another.' },
      'delegator-was': { type: 'text', means: 'Who had handed it over before, likewise.' },
      agreement: { type: 'agreement', means: 'The agreement as it stood; none for a proposal.' },
    },
  },
  {
    name: 'outcome',
    type: 'outcome',
    group: 'records',
    label: 'Outcome',
    ask: 'How did it end?',
    help: 'Written by delegate close.',
    why: 'When the dust settles the journey matters as much as the result.',
    example: [],
    byCommands: true,
    size: 'none',
    parts: {
      date: { type: 'date', means: 'The day on which it was closed.' },
      summary: { type: 'text', means: 'How it ended, in a sentence.' },
      criteria: { type: 'results', means: 'How each criterion came out: met, partly or missed.' },
    },
  },
] as const satisfies readonly FieldEntry[];

/** The dotted name of a field. */
export type FieldName = (typeof TABLE)[number]['name'];

/** One entry of the table, with its name known. */
export type Field = FieldEntry & { readonly name: FieldName };

/** Every field, in the order in which a brief has them. */
export const FIELDS: readonly Field[] = TABLE;

/** The fields that a person answers: all but what the commands write. */
export const ANSWERS: readonly Field[] = FIELDS.filter(({ byCommands }) => byCommands !== true);

/** A date and what is there by then. */
export interface Milestone {
  readonly date: string;
  readonly what: string;
}

/** The record of acceptance: the delegate's backbrief and the seal of the criteria agreed to. */
export interface Agreement {
  readonly date?: string;
  readonly by?: string;
  /** Who wrote it down on the word of `by`. */
  readonly 'recorded-by'?: string;
  readonly backbrief?: string;
  /** The seal: see `canonical.ts`. */
  readonly criteria?: string;
  /** So many of the first `changes` belong to agreements that were withdrawn; they seal nothing. */
  readonly 'earlier-changes'?: number;
}

/** Somebody's word that they agree. */
export interface Consent {
  readonly by: string;
  /** Who wrote it down on their word; undefined when they did so themselves. */
  readonly 'recorded-by'?: string;
}

/** What somebody has against a recorded change. */
export interface Objection {
  readonly date?: string;
  readonly by?: string;
  readonly reason?: string;
}

/** The record of moved criteria: which fields, why, who agreed or objects, and the new seal. */
export interface Change {
  readonly date?: string;
  /** Dotted names, as written. */
  readonly fields: readonly string[];
  readonly reason?: string;
  /** Who recorded it. */
  readonly by?: string;
  /** `reworded`: no word, figure or date is another one. */
  readonly kind?: 'reworded';
  readonly 'agreed-by'?: readonly Consent[];
  readonly objections?: readonly Objection[];
  readonly criteria?: string;
}

/** A proposal or an agreement that was taken back. */
export interface Withdrawal {
  readonly date?: string;
  readonly by?: string;
  readonly reason?: string;
  /** Who had it before, where it was given to somebody else. */
  readonly 'delegate-was'?: string;
  readonly 'delegator-was'?: string;
  readonly agreement?: Agreement;
}

/** How one criterion came out. */
export interface OutcomeItem {
  readonly what: string;
  /** `met`, `partly` or `missed`. */
  readonly result: string;
}

/** The record of the end. */
export interface Outcome {
  readonly date?: string;
  readonly summary?: string;
  readonly criteria: readonly OutcomeItem[];
}

interface ValueOfType {
  id: string;
  line: string;
  text: string;
  list: readonly string[];
  /** `YYYY-MM-DD`. */
  date: string;
  choice: string;
  /** As written: `Name <email>` or a name. */
  person: string;
  /** As written, shape checked: `2 weeks`, `at milestones`. */
  cadence: string;
  /** As written: `Friday`, `on Fridays`. */
  weekday: string;
  milestones: readonly Milestone[];
  agreement: Agreement;
  changes: readonly Change[];
  withdrawn: readonly Withdrawal[];
  outcome: Outcome;
}

type EntryOf<N extends FieldName> = Extract<(typeof TABLE)[number], { name: N }>;

/** The type of a field's value: its choices where it has some, else by its type. */
export type ValueOf<N extends FieldName> =
  EntryOf<N> extends { choices: readonly { value: infer V }[] }
    ? V
    : ValueOfType[EntryOf<N>['type']];

/** The values of a brief by dotted name, short forms expanded; what is absent or empty is left out. */
export type Values = { readonly [N in FieldName]?: ValueOf<N> };

/** A value of any field. */
export type AnyValue = ValueOfType[FieldType];

const BY_NAME: ReadonlyMap<string, Field> = new Map(FIELDS.map((field) => [field.name, field]));

/** The entry of a dotted name, or undefined. */
export function fieldOf(name: string): Field | undefined {
  return BY_NAME.get(name);
}

/** The entry of a name that the table is known to have. */
export function field(name: FieldName): Field {
  return BY_NAME.get(name) as Field;
}

/** The fields of a group, in the table's order. */
export function fieldsOf(group: FieldGroup): readonly Field[] {
  return FIELDS.filter((field) => field.group === group);
}

/** The dotted name's parts: the top-level key, and the key inside its map where it has one. */
export function keysOf(name: string): readonly [string] | readonly [string, string] {
  const dot = name.indexOf('.');
  return dot < 0 ? [name] : [name.slice(0, dot), name.slice(dot + 1)];
}

/** The keys that may stand at the top of a brief. */
export const TOP_KEYS: readonly string[] = [...new Set(FIELDS.map(({ name }) => keysOf(name)[0]))];

/** The maps that hold fields: the fields by the keys that may stand in them. */
export const CHILD_FIELDS: ReadonlyMap<string, ReadonlyMap<string, Field>> = new Map(
  TOP_KEYS.filter((top) => fieldOf(top) === undefined).map((top) => {
    const inside = FIELDS.filter(({ name }) => name.startsWith(`${top}.`));
    return [top, new Map(inside.map((entry) => [keysOf(entry.name)[1] as string, entry]))];
  }),
);

/** The keys that may stand in a map of fields; none for what is no such map. */
export function childKeys(top: string): readonly string[] {
  return [...(CHILD_FIELDS.get(top)?.keys() ?? [])];
}

/** The field that the short form of a map (`scope: text`) stands for, by the map's key. */
export const SHORT_FORMS: ReadonlyMap<string, FieldName> = new Map(
  FIELDS.filter(({ shortForm }) => shortForm).map(({ name }) => [keysOf(name)[0], name]),
);
