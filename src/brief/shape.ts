/**
 * From the nodes of the frontmatter to values: one reader for each type of field. What does not have
 * the shape of its field is a problem with its place, and its value is left out.
 */
import type { AnyValue, Field, FieldType } from './fields.ts';
import type { ReadContext } from './problem.ts';
import type { Items } from './shape-plain.ts';
import {
  readCadence,
  readWeekday,
  readChoice,
  readDate,
  readId,
  readItems,
  readLine,
  readPerson,
  readText,
  readTexts,
} from './shape-plain.ts';
import { readEvidence, readPaths } from './shape-items.ts';
import {
  readAgreement,
  readChange,
  readMilestone,
  readOutcome,
  readWithdrawal,
} from './shape-records.ts';
import type { TreeNode } from './yaml/node.ts';

/** What was read of a field's node. */
export interface ReadValue {
  /** Undefined when it is empty or wrong; then a problem is reported. */
  readonly value: AnyValue | undefined;
  /** The nodes of a list's items in the order of the value's; what could not be read is not there. */
  readonly items: readonly TreeNode[];
}

const NO_ITEMS: readonly TreeNode[] = [];

type Reader = (node: TreeNode, context: ReadContext, field: Field) => ReadValue;

/** The reader of a value that has no items. */
function single(
  read: (node: TreeNode, context: ReadContext, label: string) => AnyValue | undefined,
): Reader {
  return (node, context, { name }) => ({ value: read(node, context, name), items: NO_ITEMS });
}

function listed({ values, nodes }: Items<unknown>): ReadValue {
  return { value: values.length === 0 ? undefined : (values as AnyValue), items: nodes };
}

const LISTS = { texts: readTexts, paths: readPaths, evidence: readEvidence };

const READERS: Readonly<Record<FieldType, Reader>> = {
  id: single(readId),
  line: single(readLine),
  text: single(readText),
  list: (node, context, { name, items }) => listed(LISTS[items ?? 'texts'](node, context, name)),
  date: single(readDate),
  choice: (node, context, { name, choices = [] }) => {
    const values = choices.map(({ value }) => value);
    return { value: readChoice(node, context, name, values), items: NO_ITEMS };
  },
  person: single(readPerson),
  cadence: single(readCadence),
  weekday: single(readWeekday),
  milestones: (node, context, { name }) =>
    listed(readItems(node, (item) => readMilestone(item, context, name))),
  agreement: single(readAgreement),
  changes: (node, context) => listed(readItems(node, (item) => readChange(item, context))),
  withdrawn: (node, context) => listed(readItems(node, (item) => readWithdrawal(item, context))),
  outcome: single(readOutcome),
};

/** Reads the value of a field's node. */
export function readValue(node: TreeNode, context: ReadContext, field: Field): ReadValue {
  return READERS[field.type](node, context, field);
}
