import { INBOX_KINDS } from '../src/agreement/inbox-kinds.ts';

const INTRO = `<!-- Made by scripts/inbox-page.ts from src/agreement/inbox-kinds.ts. -->
# What waits for whom

\`delegate inbox\` shows what waits for you, the oldest first, each with the one command that answers it. \`delegate\` alone does the same in a repository that has briefs. \`delegate list\`, \`delegate show\` and the editor say the same in a word beside the brief.

\`\`\`sh
delegate inbox                       # what waits for you
delegate inbox --for bor             # for somebody else: a name, an address, or a part of one
delegate inbox --all                 # for everybody, by person
delegate inbox --format markdown     # for a weekly mail or a chat
delegate inbox --fail-on overdue     # for a script: status 1 when something is overdue
\`\`\`

You are who git says. The [mailmap](https://git-scm.com/docs/gitmailmap) and [\`people\`](configuration.md#people) in the configuration know you under your other addresses.

## What can wait`;

const REST = `An inbox holds what somebody has to answer. Whoever a brief was taken from (\`delegate reassign\`) has nothing to answer any more, so it is not told there; \`delegate log\` has a line of it, with the reason, and the command says whom to tell.

Without git, what waits since a commit has no date. What waits for people whom a brief does not name stands under \`--all\`, at the end.

## Several repositories

\`delegate inbox --repo ../platform ../hiring\` looks into the repositories that are named. To have yours looked into every time, write them into \`~/.config/delegate/repositories\` (or below \`$XDG_CONFIG_HOME\`), one path a line:

\`\`\`
# where my briefs are
~/work/platform
~/work/hiring
\`\`\`

One that is not there is told, and the others go on.

## For programs

\`delegate inbox --json\`:

\`\`\`json
{
  "version": 1,
  "people": [
    {
      "person": "Ana Novak <ana@example.com>",
      "github": "ananovak",
      "items": [
        {
          "id": "b-7k3f9q2m",
          "path": "briefs/halve-deployment-time.md",
          "title": "Halve deployment time",
          "kind": "check-in",
          "since": "2026-04-17",
          "due": "2026-04-17",
          "overdue": true,
          "text": "The check-in of 2026-04-17 is 6 days late",
          "answer": "check-in",
          "command": "delegate check-in b-7k3f9q2m",
          "refusal": null
        }
      ]
    }
  ]
}
\`\`\`

\`kind\` is one of the names above, \`answer\` the command without the program and the brief, \`refusal\` the one that says no, where that is another. \`due\` is there where something can be overdue, \`github\` where the configuration says it, and \`repository\` where several are looked into.

For a message to everybody once a week see [CI](ci.md#every-week).`;

/** The page of what can wait: a row of the table for each kind. */
export function inboxPage(): string {
  const rows = INBOX_KINDS.map(({ id, what, whom, since, command, ends, overdue = 'never' }) => {
    const cells = [`\`${id}\``, what, whom, since, `\`delegate ${command}\``, ends, overdue];
    return `| ${cells.join(' | ')} |`;
  });
  const table = [
    '| | what | for whom | since | answered by | ends when | overdue |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ];
  return `${[INTRO, table.join('\n'), REST].join('\n\n')}\n`;
}
