/** A repository to try everything in: three delegations, some months of history, and some trouble. */
import { addDays, nextWeekday } from '../../brief/dates/calendar.ts';
import { composeBrief } from '../../brief/compose.ts';
import { CONFIG_FILE } from '../../config/config.ts';
import { readTemplate } from '../../files/package.ts';
import { briefSubject, commitMessage } from '../../git/commit-message.ts';
import type { ImportedCommit } from '../../git/import-history.ts';
import { importHistory } from '../../git/import-history.ts';
import type { Host } from '../../host.ts';
import { DEPLOYMENT_ID, deployment } from './deployment.ts';
import { OPEN_DAY_ID, openDay } from './open-day.ts';
import { ANA } from './people.ts';
import type { DayOf, Story } from './story.ts';
import { support } from './support.ts';

/** Who is at the keyboard in the demo. */
export const DEMO_SELF = ANA;

/** The brief of which a goalpost moved in silence, and the one that came to an end. */
export const MOVED_BRIEF = DEPLOYMENT_ID;
export const CLOSED_BRIEF = OPEN_DAY_ID;

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];

/** Days counted from the week that a date is in, so that all fall on working days. */
function daysFrom(today: string): DayOf {
  const monday = addDays(nextWeekday(1, today), -7);
  return (week, weekday) => addDays(monday, 7 * week + WEEKDAYS.indexOf(weekday));
}

/** The history of the demo, as it would be on a day. */
function demoHistory(today: string): readonly ImportedCommit[] {
  const day = daysFrom(today);
  const stories = [deployment(day), support(day), openDay(day)].flatMap(commitsOf);
  return [
    {
      author: ANA,
      date: day(-22, 'Fri'),
      message: commitMessage('Keep our delegations here', []),
      files: {
        [CONFIG_FILE]: `${readTemplate('init/delegate.yaml')}\n${CONFIGURED}`,
        'briefs/README.md': readTemplate('init/README.md'),
      },
    },
    ...stories.toSorted((one, other) => one.date.localeCompare(other.date)),
  ];
}

/** What has passed is told too: that rule is off unless a team wants it. */
const CONFIGURED = 'rules:\n  check-in-overdue: warning\n';

function commitsOf({ path, values, body, written, writer, steps }: Story): ImportedCommit[] {
  const { id = '', title = '' } = values;
  const trailers = [['Brief', id]] as const;
  let text = composeBrief({ ...values, status: 'draft' }, body);
  const message = commitMessage(briefSubject(title, 'new'), trailers);
  const first = { author: writer, date: written, message, files: { [path]: text } };
  const later = steps.map((step): ImportedCommit => {
    text = step.act.text(text, step);
    return {
      author: step.by,
      date: step.date,
      message: commitMessage(step.act.subject(title, step), [
        ...(step.act.isByHand ? [] : trailers),
        ...(step.act.trailers ?? []),
      ]),
      files: { [path]: text },
    };
  });
  return [first, ...later];
}

/** Makes an empty folder the demo's repository. */
export async function makeDemo(folder: string, today: string, env: Host['env']): Promise<void> {
  await importHistory(folder, demoHistory(today), DEMO_SELF, env);
}
