/**
 * From the nodes of the frontmatter to values: one reader for each type of field. What does not have
 * the shape of its field is a problem with its place, and its value is left out.
 */
import type { AnyValue, Field, FieldType } from './fields.ts';
import type { Reading } from './problem.ts';
import {
  cadenceOf,
  choiceOf,
  dateOf,
  filled,
  idOf,
  lineOf,
  listOf,
  personOf,
  textOf,
} from './shape-plain.ts';
import { agreementOf, changesOf, milestonesOf, outcomeOf } from './shape-records.ts';
import type { TreeNode } from './yaml/node.ts';

type Reader = (node: TreeNode, reading: Reading, field: Field) => AnyValue | undefined;

const READERS: Readonly<Record<FieldType, Reader>> = {
  id: (node, reading, field) => idOf(node, reading, field.name),
  line: (node, reading, field) => lineOf(node, reading, field.name),
  text: (node, reading, field) => filled(textOf(node, reading, field.name)),
  list: (node, reading, field) => listOf(node, reading, field.name),
  date: (node, reading, field) => dateOf(node, reading, field.name),
  choice: (node, reading, field) =>
    choiceOf(
      node,
      reading,
      field.name,
      (field.choices ?? []).map(({ value }) => value),
    ),
  person: (node, reading, field) => personOf(node, reading, field.name),
  cadence: (node, reading, field) => cadenceOf(node, reading, field.name),
  milestones: (node, reading, field) => milestonesOf(node, reading, field.name),
  agreement: agreementOf,
  changes: changesOf,
  outcome: outcomeOf,
};

/** The value of a field's node, or undefined when it is empty or wrong (then a problem is reported). */
export function readValue(node: TreeNode, reading: Reading, field: Field): AnyValue | undefined {
  return READERS[field.type](node, reading, field);
}

/** The nodes of a list's items that are not empty, in the order of the value's items. */
export function itemNodes(node: TreeNode): readonly TreeNode[] {
  const items = node.kind === 'list' ? node.items : [node];
  return items.filter((item) => !(item.kind === 'text' && item.value.trim() === ''));
}
