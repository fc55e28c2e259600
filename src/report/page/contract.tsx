/** The contract of a brief: as it was accepted, and as it stands. */
import type { Canonical } from '../../brief/canonical.ts';
import { canonicalOf } from '../../brief/canonical.ts';
import type { Field } from '../../brief/fields.ts';
import { ANSWERS } from '../../brief/fields.ts';
import { parsePerson } from '../../brief/people.ts';
import { isOpen } from '../../lifecycle/report-data.ts';
import { capitalised, plainValue } from '../letter-values.ts';
import { STANDING_WORDS } from '../standing-words.ts';
import { shortDate } from './axis.ts';
import type { PageBrief } from './page-brief.ts';
import { Changed, Name, count, direction } from './text.tsx';

/** What one field was and is. */
interface Row {
  readonly field: Field;
  readonly before: Canonical | undefined;
  readonly after: Canonical | undefined;
  readonly isChanged: boolean;
}

/** What is read above already. */
const IN_FACTS: ReadonlySet<string> = new Set(['delegator', 'delegate']);

export function Contract({ of }: { readonly of: PageBrief }) {
  const { brief, accepted } = of.brief;
  // Of a closed one the outcome and the moves say what became of it.
  if (brief === undefined || !isOpen(of.brief)) return null;
  const { values } = brief;
  const rows = ANSWERS.filter(({ name }) => name !== 'title').flatMap((field): Row[] => {
    const after = canonicalOf(values[field.name]);
    const before = accepted === undefined ? after : accepted.get(field.name);
    if (before === undefined && after === undefined) return [];
    const isChanged = before !== after && JSON.stringify(before) !== JSON.stringify(after);
    return isChanged || !IN_FACTS.has(field.name) ? [{ field, before, after, isChanged }] : [];
  });
  const changed = rows.filter(({ isChanged }) => isChanged).length;
  const date = values.agreement?.date;
  const when = date === undefined ? '' : ` on ${shortDate(date)}`;
  return (
    <details>
      <summary>
        {accepted === undefined
          ? 'The contract, not accepted yet'
          : changed === 0
            ? `The contract, as it was accepted${when}`
            : `The contract as accepted${when}, and as it stands: ${count(changed, 'part')} changed`}
      </summary>
      <Backbrief of={of} />
      <dl>
        {rows.map((row) => (
          <ContractRow row={row} of={of} />
        ))}
      </dl>
    </details>
  );
}

function Backbrief({ of }: { readonly of: PageBrief }) {
  const { agreement, delegate } = of.brief.brief?.values ?? {};
  if (agreement?.backbrief === undefined) return null;
  const who = parsePerson(agreement.by ?? delegate ?? 'The delegate').name;
  return (
    <>
      <small>
        <Name text={who} /> said it back so:
      </small>
      <blockquote {...direction(agreement.backbrief)}>{agreement.backbrief}</blockquote>
    </>
  );
}

function ContractRow({ row, of }: { readonly row: Row; readonly of: PageBrief }) {
  const { field, before, after, isChanged } = row;
  const is = textsOf(field, after);
  if (!isChanged) {
    return (
      <>
        <dt>{field.label}</dt>
        <dd {...direction(String(is))}>
          <Value texts={is} />
        </dd>
      </>
    );
  }
  const was = textsOf(field, before);
  const last = of.brief.history.net.find((one) => one.field === field.name);
  return (
    <>
      <dt>{field.label}</dt>
      <dd {...direction([was, is].flat().join(' '))}>
        <Both was={was} is={is} isWhole={field.type === 'date' || field.type === 'choice'} />
        {last !== undefined && <small> {STANDING_WORDS[last.standing]}</small>}
      </dd>
    </>
  );
}

/** A value as texts: one, or those of its items. */
type Texts = string | readonly string[];

function textsOf(field: Field, value: Canonical | undefined): Texts {
  if (value === undefined) return [];
  // What a choice means is known to whoever reads a hundred of them.
  if (field.type === 'choice') return capitalised(String(value).replaceAll('-', ' '));
  if (field.type === 'date') return shortDate(String(value));
  const block = plainValue(field, value);
  if (block.kind === 'text') return block.text;
  if (block.kind !== 'items') return '';
  const [only, ...others] = block.items;
  return only !== undefined && others.length === 0 ? only : block.items;
}

function Value({ texts }: { readonly texts: Texts }) {
  if (typeof texts === 'string') return texts;
  return (
    <ul>
      {texts.map((text) => (
        <li>{text}</li>
      ))}
    </ul>
  );
}

/** What was accepted is struck out where it does not stand any more; what stands instead is underlined. */
function Both({ was, is, isWhole }: BothProps) {
  if (typeof was === 'string' && typeof is === 'string') {
    return <Changed before={was} after={is} isWhole={isWhole} />;
  }
  const [before, after] = [[was].flat(), [is].flat()];
  const gone = before.filter((item) => !after.includes(item));
  const all = [
    ...gone.map((item) => <del>{item}</del>),
    ...after.map((item) => (before.includes(item) ? item : <ins>{item}</ins>)),
  ];
  if (all.length === 1) return <>{all}</>;
  return (
    <ul>
      {all.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  );
}

interface BothProps {
  readonly was: Texts;
  readonly is: Texts;
  /** Not word by word. */
  readonly isWhole: boolean;
}
