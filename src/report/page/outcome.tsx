/** How a closed brief ended, and what was learnt on the way. */
import { criteriaLeftOpen } from '../../agreement/outcome.ts';
import { shortDate } from './axis.ts';
import { sectionText } from './body.ts';
import type { PageBrief } from './page-brief.ts';
import { Markdown, direction } from './text.tsx';

export function Outcome({ of }: { readonly of: PageBrief }) {
  const { brief } = of.brief;
  const outcome = brief?.values.outcome;
  if (brief === undefined) return null;
  const learnt = withoutSummary(sectionText(brief, 'Outcome'), outcome?.summary);
  if (outcome === undefined && learnt === '') return null;
  const left = outcome === undefined ? [] : criteriaLeftOpen(brief.values, outcome);
  return (
    <div class="outcome">
      {outcome?.summary !== undefined && (
        <p {...direction(outcome.summary)}>
          {outcome.date !== undefined && <b>{shortDate(outcome.date)}: </b>}
          {outcome.summary}
        </p>
      )}
      {outcome !== undefined && outcome.criteria.length + left.length > 0 && (
        <ul class="results">
          {outcome.criteria.map(({ what, result }) => (
            <li {...direction(what)}>
              <b>{result}</b>: {what}
            </li>
          ))}
          {left.map((what) => (
            <li {...direction(what)}>
              <b>not told</b>: {what}
            </li>
          ))}
        </ul>
      )}
      {learnt !== '' && (
        <>
          <h4>What was learnt</h4>
          <Markdown text={learnt} level={5} />
        </>
      )}
    </div>
  );
}

/** `delegate close` writes the summary into the body as well, in the first line. */
function withoutSummary(text: string, summary: string | undefined): string {
  const [first = '', ...rest] = text.split('\n');
  if (summary === undefined) return text;
  return first.endsWith(summary.trim()) ? rest.join('\n').trim() : text;
}
