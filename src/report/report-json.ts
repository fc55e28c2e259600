/** The report as plain data. `version` changes when the shape does. */
import { groupByPerson } from '../agreement/inbox-people.ts';
import type { BriefReport, RepositoryReport } from '../lifecycle/report-data.ts';
import { jsonText } from './escape.ts';
import { briefJson, countsJson } from './log-json.ts';
import type { Report } from './report-input.ts';

/** The report as one JSON text. */
export function reportJson(report: Report): string {
  const { today, since, only = null, repositories, totals, notes } = report;
  const { all, recent, ...others } = totals;
  const whole = {
    version: 1,
    today,
    since: { ...since, day: since.day ?? null },
    only,
    totals: { all: countsJson(all), recent: countsJson(recent), ...others },
    repositories: repositories.map((one) => repositoryJson(one, report)),
    notes,
  };
  return `${jsonText(whole, 2)}\n`;
}

function repositoryJson(repository: RepositoryReport, { isFolded }: Report): object {
  const { name, commit, shallow, warnings, briefs, waiting } = repository;
  return {
    name,
    commit,
    shallow,
    warnings,
    waiting: groupByPerson(waiting).map(({ person = null, items }) => ({
      person,
      items: items.map(
        ({ id, path, kind, since = null, due = null, overdue, text, command, ref }) => ({
          id,
          path,
          kind,
          since,
          due,
          overdue,
          text,
          command: `delegate ${command} ${ref}`,
        }),
      ),
    })),
    briefs: briefs.map((brief) => ({
      ...briefJson(isFolded ? brief.recent : brief.history),
      delegator: brief.state?.delegator ?? null,
      delegate: brief.state?.delegate ?? null,
      due: brief.state?.due ?? null,
      nextCheckIn: brief.state?.nextCheckIn ?? null,
      dates: brief.dates.map(({ said, date, standing = null, slip = null }) => ({
        said,
        date,
        standing,
        slip,
      })),
      stations: brief.lifeline.stations,
      pauses: brief.lifeline.pauses.map(({ from, to = null }) => ({ from, to })),
      checkIns: checkInsJson(brief),
      concerns: brief.concerns,
    })),
  };
}

function checkInsJson({ checkIns }: BriefReport): object {
  const { promised = [], others = [] } = checkIns ?? {};
  return {
    promised: promised.map(({ due, held }) => ({ due, held: held?.date ?? null })),
    others: others.map(({ date }) => date),
  };
}
