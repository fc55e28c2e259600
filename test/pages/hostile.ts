/** A repository in which everything that a stranger can write is written to break a page. */
import { seal } from '../../src/brief/canonical.ts';
import { readBrief } from '../../src/brief/read.ts';
import type { MadeCommit } from '../support/index.ts';
import { git, importCommits, tempRepo } from '../support/index.ts';

const HIT = 'globalThis.hit=1;alert(1)';
const EVIL = 'http://evil.test';

/** What is planted, by where: each field has all of them in turn. */
const PAYLOADS = [
  `<script>${HIT}</script>`,
  `"><img src=x onerror="${HIT}">`,
  `'><svg onload='${HIT}'>`,
  `</title></style><script>${HIT}</script>`,
  `<style>@import url(${EVIL}/a.css);*{background:url(${EVIL}/b.png)}</style>`,
  `<svg><animate onbegin="${HIT}" attributeName=x dur=1s><set onbegin=${HIT}>`,
  `<a href="javascript:${HIT}">x</a>`,
  `<iframe src="${EVIL}" srcdoc="<script>${HIT}</script>"></iframe>`,
  `<meta http-equiv="refresh" content="0;url=${EVIL}">`,
  `<base href="${EVIL}/"><link rel="stylesheet" href="${EVIL}/c.css">`,
  `<!-- --!> <script>${HIT}</script> -->`,
  `&lt;script&gt;${HIT}&lt;/script&gt;`,
  `</li></ul></p></td></dd><form action=${EVIL}><input autofocus onfocus=${HIT}>`,
  `"onmouseover="${HIT}" x="`,
  '${globalThis.hit=1}{{constructor.constructor("hit=1")()}}',
];

const BIDI = 'safe \u202E gnp.exe \u2066 \u200B';

/** A narrative with all that markdown can do. */
const BODY = `## Context

${PAYLOADS.join('\n\n')}

[link](javascript:${HIT}) [data](data:text/html,<script>${HIT}</script>) [vb](vbscript:${HIT}) [file](file:///etc/passwd)
![image](${EVIL}/image.png) ![x](javascript:${HIT}) <${EVIL}/auto> <javascript:${HIT}>
[ref]: javascript:${HIT}
[ref] ![ref][ref]

\`\`\`html
<script>${HIT}</script>
\`\`\`

| a | b |
| --- | --- |
| <img src=x onerror=${HIT}> | [x](javascript:${HIT}) |

${BIDI}
`;

export interface HostileRepo {
  readonly repo: string;
  /** A branch with a name that is markup. */
  readonly branch: string;
  /** What must be there to be read. */
  readonly payloads: readonly string[];
}

export function hostileRepo(): HostileRepo {
  const repo = tempRepo({ 'README.md': 'x\n' });
  const branch = `x/<script>${HIT}</script>`;
  git(repo, 'branch', branch);
  importCommits(
    repo,
    [...PAYLOADS.entries()].flatMap(([at, payload]) => planted(at, payload)),
  );
  return { repo, branch, payloads: PAYLOADS };
}

/** The commits of one brief, from draft to its end, with one payload everywhere. */
function planted(at: number, payload: string): MadeCommit[] {
  const quoted = (text: string) => JSON.stringify(text);
  const evil = quoted(payload);
  const person = quoted(`${payload.replace(/[<>]/g, '')} <a${at}@example.com>`);
  const path = `briefs/${at}-${payload.replace(/[/\0]/g, '_').slice(0, 60)}.md`;
  const author = `${payload.replace(/[<>\n]/g, '_')} ${BIDI} <evil${at}@example.com>`;
  const message = `${payload}\n\nReason: ${payload}\nGoalpost-Move: ${payload}\n`;
  const brief = (
    due: string,
    extra: string,
    records: string,
    status: string,
    body = '',
  ): string => `---
id: b-0000000${at.toString(36)}
title: ${quoted(`${payload} ${BIDI}`)}
status: ${status}
delegator: ${person}
delegate: ${quoted(`Bor ${payload.replace(/[<>]/g, '')}`)}
approach: problem-solving
goal: ${quoted(`${payload} ${extra}`)}
why: ${evil}
intended-use: ${evil}
scope: {in: [${evil}, ${quoted(extra)}], out: [${evil}]}
quality: {bar: good-enough, criteria: [${evil}]}
guardrails: [${evil}]
timeline: {due: ${due}, milestones: [{date: 2026-05-01, what: ${evil}}]}
resources: [${evil}]
decision-rights: {delegate: [${evil}], ask-first: [${evil}]}
escalation: [${evil}]
check-ins: {every: 1 week, how: ${evil}}
availability: ${evil}
assumptions: [${evil}]
fit: {experience: similar, support: ${evil}}
growth: ${evil}
x-evil: ${evil}
${records}---
${BODY}
## Check-ins

- 2026-04-10 (on track): ${payload}
- 2026-04-17 (${payload.slice(0, 30)}): ${payload}

## Pauses

- 2026-04-20, paused until 2026-04-21: ${payload}
${body}`;
  const sealOf = (text: string) => seal(readBrief(text).values);
  const commits: MadeCommit[] = [];
  const commit = (date: string, text: string): unknown =>
    commits.push({ date, author, message, path, text });
  commit('2026-04-01', brief('2026-06-01', 'a', '', 'draft'));
  const agreement = `agreement: {date: 2026-04-03, by: ${person}, backbrief: ${evil}, criteria: ${sealOf(brief('2026-06-01', 'a', '', 'accepted'))}}\n`;
  commit('2026-04-03', brief('2026-06-01', 'a', agreement, 'accepted'));
  const changes = `${agreement}changes:
  - {date: 2026-04-12, fields: [timeline.due], reason: ${evil}, by: ${person}, agreed-by: [{by: ${evil}, recorded-by: ${evil}}], criteria: ${sealOf(brief('2026-07-01', 'a', '', 'accepted'))}}
`;
  commit('2026-04-12', brief('2026-07-01', 'a', changes, 'accepted'));
  const disputed = `${changes}  - {date: 2026-04-14, fields: [goal], reason: ${evil}, by: ${person}, objections: [{date: 2026-04-15, by: ${evil}, reason: ${evil}}], criteria: ${sealOf(brief('2026-07-01', 'b', '', 'accepted'))}}
`;
  commit('2026-04-14', brief('2026-07-01', 'b', disputed, 'accepted'));
  commit('2026-04-15', brief('2026-08-01', 'c', disputed, 'accepted'));
  if (at % 3 === 0) {
    const outcome = `outcome: {date: 2026-04-20, summary: ${evil}, criteria: [{what: ${evil}, result: met}]}\n`;
    const learnt = `\n## Outcome\n\n2026-04-20, done: ${payload}\n\n- What helped: ${payload}\n`;
    commit('2026-04-20', brief('2026-08-01', 'c', disputed + outcome, 'done', learnt));
  }
  return commits;
}
