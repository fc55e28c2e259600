/** What waits for whom: the inbox of everybody, by person, in the order of their names. */
import type { PersonItems } from '../../agreement/inbox-people.ts';
import { groupByPerson, overdueFirst } from '../../agreement/inbox-people.ts';
import { parsePerson } from '../../brief/people.ts';
import type { BriefItem } from '../../lifecycle/inbox.ts';
import { heldBy } from '../../lifecycle/report-data.ts';
import { sentenceOf } from '../inbox.ts';
import type { Report } from '../report-input.ts';
import { sentence } from '../sentence.ts';
import type { PageGroup } from './page-brief.ts';
import { BriefLink, LongList, Name, Part, count, withShortDates } from './text.tsx';

/** Something that waits, with the repository that it is in. */
interface Waiting extends BriefItem {
  readonly group: PageGroup;
}

export function Waits({ report, groups }: WaitsProps) {
  const items = groups.flatMap((group) =>
    group.repository.waiting.map((item): Waiting => ({ ...item, group })),
  );
  const people = groupByPerson(items);
  const isNamesake = ({ person }: PersonItems<Waiting>): boolean =>
    people.filter((other) => nameOf(other.person) === nameOf(person)).length > 1;
  return (
    <Part id="waits" title="What waits for whom">
      {items.length === 0 ? (
        <p>Nothing waits for anybody.</p>
      ) : (
        <ul class="people">
          {people.map((one) => (
            <PersonWaits {...one} isNamesake={isNamesake(one)} report={report} />
          ))}
        </ul>
      )}
    </Part>
  );
}

interface WaitsProps {
  readonly report: Report;
  readonly groups: readonly PageGroup[];
}

function nameOf(person: string | undefined): string | undefined {
  return person === undefined ? undefined : parsePerson(person).name;
}

function PersonWaits({ person, items, isNamesake, report }: PersonWaitsProps) {
  const { name, email } = parsePerson(person ?? '');
  const held = person === undefined ? 0 : heldBy(person, report.repositories);
  const things = count(items.length, 'thing waits', 'things wait');
  return (
    <li>
      <h3>
        {person === undefined ? 'Nobody is named' : <Name text={name} />}
        <small>
          {' '}
          {isNamesake && email !== undefined && `${email}: `}
          {things}
          {held > 0 && `; holds ${count(held, 'open brief')}`}
        </small>
      </h3>
      <LongList
        all={overdueFirst(items)}
        most={AT_ONCE}
        item={(item) => <Item item={item} today={report.today} />}
        rest={restWords}
      />
    </li>
  );
}

interface PersonWaitsProps extends PersonItems<Waiting> {
  /** Whether somebody else on the page is called so too. */
  readonly isNamesake: boolean;
  readonly report: Report;
}

/** So much of one person is read at a glance: what is overdue, then what waits longest. */
const AT_ONCE = 6;

function restWords(left: readonly Waiting[]): string {
  const overdue = left.filter((item) => item.overdue).length;
  return `${left.length} more${overdue > 0 ? `, ${overdue} overdue` : ''}`;
}

function Item({ item, today }: { readonly item: Waiting; readonly today: string }) {
  const { group, path, overdue } = item;
  const of = group.briefs.find(({ brief }) => brief.path === path);
  return (
    <>
      {of === undefined ? <Name text={item.title ?? path} /> : <BriefLink {...of} />}
      {group.name !== undefined && (
        <small>
          {' '}
          in <Name text={group.name} />
        </small>
      )}
      {overdue && <strong class="flag"> overdue</strong>}
      <br />
      {sentence(
        withShortDates(sentenceOf({ ...item, repository: undefined }, today), item.since, item.due),
      )}{' '}
      <code>{`delegate ${item.command} ${item.ref}`}</code>
    </>
  );
}
