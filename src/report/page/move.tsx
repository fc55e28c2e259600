/** One move: what, from what to what with the words marked that changed, how it stands, who made it. */
import { field } from '../../brief/fields.ts';
import type { Move } from '../../history/types.ts';
import { isUnsettled } from '../../history/types.ts';
import { dayText, describeCommit, describeMove, describeStanding } from '../log-phrases.ts';
import { sentence } from '../sentence.ts';
import { EFFECTS, Sign, markOf } from './marks.tsx';
import { Changed, direction, itemWords } from './text.tsx';

/** There are many of them on a page, so there is little around their words. */
export function MoveText({ move, title, isLong = false }: MoveProps) {
  const { standing, effect } = move;
  const [before, after] = [move.before, move.after].map((item) =>
    item === null ? null : itemWords(item),
  ) as [string | null, string | null];
  const isValued = before !== null || after !== null;
  const how = sentence(describeStanding(move));
  return (
    <>
      {isLong ? <Sign name={markOf(standing, effect)} /> : EFFECTS[effect].sign}{' '}
      <b>{describeMove(move)}</b>{' '}
      <small>
        {itemWords(dayText(move))} ·{' '}
        {describeCommit({ ...move, subject: shortSubject(move, title) })}
      </small>
      {isValued && (
        <div {...direction(`${before} ${after}`)}>
          <Changed before={before} after={after} isWhole={field(move.field).type === 'date'} />
        </div>
      )}
      {!isValued && <br />}
      {isUnsettled(standing) ? <em class={standing}>{how}</em> : how}
    </>
  );
}

interface MoveProps {
  readonly move: Move;
  /** Of its brief. */
  readonly title: string | null;
  /** With a drawn sign, where there is room for it. */
  readonly isLong?: boolean;
}

/** The commits of the program say in their subject what is read above. */
function shortSubject({ subject }: Move, title: string | null): string {
  return subject.startsWith(`brief: ${title}: `) ? '' : subject;
}
