/** Issues of GitHub and GitLab as JSON: of `gh issue view --json`, of `glab`, and of their interfaces. */
import * as v from 'valibot';
import { Failure } from '../../failure.ts';

/** What a brief can begin with. */
export interface ImportSource {
  /** What messages call it. */
  readonly where: string;
  readonly title?: string | undefined;
  readonly text: string;
  readonly due?: string | undefined;
  /** Those to whom it is given. */
  readonly assignees: readonly string[];
  /** Where it stands, for the reader of the brief. */
  readonly address?: string | undefined;
  /** What it has and no brief does. */
  readonly left: readonly string[];
}

const USER = v.object({
  login: v.nullish(v.string()),
  name: v.nullish(v.string()),
  username: v.nullish(v.string()),
});
const ISSUE = v.looseObject({
  title: v.string(),
  body: v.nullish(v.string()),
  description: v.nullish(v.string()),
  due_date: v.nullish(v.string()),
  assignee: v.nullish(USER),
  assignees: v.nullish(v.array(USER)),
  milestone: v.nullish(
    v.object({
      due_on: v.nullish(v.string()),
      dueOn: v.nullish(v.string()),
      due_date: v.nullish(v.string()),
    }),
  ),
  html_url: v.nullish(v.string()),
  web_url: v.nullish(v.string()),
  url: v.nullish(v.string()),
  labels: v.nullish(v.array(v.unknown())),
  comments: v.nullish(v.unknown()),
});

/** Reads one issue, or a list of them. A Failure for JSON that is neither. */
export function readIssues(text: string, where: string): readonly ImportSource[] {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new Failure(`${where} is not JSON`, 'Name a markdown document .md, and an issue .json.');
  }
  const list: readonly unknown[] = Array.isArray(data) ? data : [data];
  return list.map((one, at) => {
    const name = list.length === 1 ? where : `${where}, number ${at + 1}`;
    const issue = v.safeParse(ISSUE, one);
    if (issue.success) return sourceOf(issue.output, name);
    throw new Failure(
      `${name} is no issue of GitHub or GitLab`,
      'For example: gh issue view 7 --json title,body,assignees,milestone,url > issue.json',
    );
  });
}

function sourceOf(issue: v.InferOutput<typeof ISSUE>, where: string): ImportSource {
  const { milestone, assignee } = issue;
  const people = issue.assignees?.length ? issue.assignees : assignee ? [assignee] : [];
  const due = issue.due_date ?? milestone?.due_date ?? milestone?.due_on ?? milestone?.dueOn;
  const address = issue.html_url ?? issue.web_url ?? issue.url;
  return {
    where,
    title: issue.title,
    text: issue.body ?? issue.description ?? '',
    due: due?.slice(0, 10),
    assignees: people.flatMap(({ name, login, username }) => name || login || username || []),
    address: address && /^https?:\/\/\S+$/.test(address) ? address : undefined,
    left: [
      ...(issue.labels?.length ? ['labels'] : []),
      ...(Array.isArray(issue.comments) && issue.comments.length > 0 ? ['comments'] : []),
    ],
  };
}
