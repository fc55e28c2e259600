/** The field of work that a brief is from, by its words: its examples are from the same one. */

/** The fields of work that the table of fields has examples from. */
export const WORKS = ['engineering', 'hiring', 'operations', 'event'] as const;
export type Work = (typeof WORKS)[number];

/**
 * Words by which a field of work is known; one of five letters or more stands for all that begin with
 * it. Where two fields have as many of them in a title, the first here is the nearer: its words are
 * seldom said of anything else.
 */
const WORDS: readonly (readonly [Work, string])[] = [
  [
    'hiring',
    'hire hiring hired recruit candidate vacancy vacancies applicant interview onboarding headcount staffing',
  ],
  [
    'event',
    'event conference offsite workshop meetup webinar summit retreat venue speaker festival hackathon celebration anniversary gala guest invitation hold',
  ],
  [
    'operations',
    'incident outage postmortem support supplier vendor invoice payroll warehouse customer ticket office shift rota stock procure complaint audit compliance refund return purchase logistics operations inventory order',
  ],
  [
    'engineering',
    'deploy build pipeline code test api database migrat refactor latency server release bug software app web backend frontend ci cloud infra security login library monitoring alert data cache upgrade engineer platform repository monorepo',
  ],
];

/** What a text is about, where it says nothing of any: everybody knows customers and suppliers. */
const OTHERWISE: Work = 'operations';

/** The field of work that a title is nearest to. */
export function workOf(title: string): Work {
  return namedWork(title) ?? OTHERWISE;
}

/** The field of work that a text has most words of; undefined when it has none of any. */
export function namedWork(text: string): Work | undefined {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  let nearest: Work | undefined;
  let most = 0;
  for (const [work, known] of WORDS) {
    const stems = known.split(' ');
    const count = words.filter((word) => stems.some((stem) => isOf(word, stem))).length;
    if (count > most) [nearest, most] = [work, count];
  }
  return nearest;
}

function isOf(word: string, stem: string): boolean {
  return word === stem || word === `${stem}s` || (stem.length >= 5 && word.startsWith(stem));
}
