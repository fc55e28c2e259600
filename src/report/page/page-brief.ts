/** The briefs of a page, each with the name that links lead to. */
import { isOpen } from '../../lifecycle/report-data.ts';
import type { BriefReport, RepositoryReport } from '../../lifecycle/report-data.ts';
import type { Report } from '../report-input.ts';

export interface PageBrief {
  readonly brief: BriefReport;
  /** Of its place on the page. */
  readonly anchor: string;
  readonly repository: RepositoryReport;
}

/** The briefs of one repository; its name where the page tells of several. */
export interface PageGroup {
  readonly name: string | undefined;
  readonly repository: RepositoryReport;
  readonly briefs: readonly PageBrief[];
}

/** The briefs of a report, by repository. */
export function groupsOf({ repositories }: Report): readonly PageGroup[] {
  const anchors = new Set<string>();
  return repositories.map((repository) => ({
    name: repositories.length > 1 ? repository.name : undefined,
    repository,
    briefs: repository.briefs.map((brief) => {
      const anchor = anchorOf(brief, anchors);
      anchors.add(anchor);
      return { brief, anchor, repository };
    }),
  }));
}

/** A brief's id is a link that stays, where it is one and nobody else has it. */
function anchorOf({ id }: BriefReport, taken: ReadonlySet<string>): string {
  if (id !== null && /^b-[a-z0-9]{8}$/.test(id) && !taken.has(id)) return id;
  return `brief-${taken.size + 1}`;
}

export function titleOf({ title, path }: BriefReport): string {
  return title ?? path;
}

/** The briefs that are neither closed nor gone. */
export function openOf({ briefs }: PageGroup): readonly PageBrief[] {
  return briefs.filter(({ brief }) => isOpen(brief));
}

export function closedOf({ briefs }: PageGroup): readonly PageBrief[] {
  return briefs.filter(({ brief }) => !isOpen(brief));
}
