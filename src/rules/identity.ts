/** Identity: one id for each brief, and a parent that exists. */
import { setField } from '../brief/yaml/edit.ts';
import type { Brief } from '../brief/read.ts';
import { missingSpan } from '../brief/read.ts';
import type { RuleContext, Found, Rule } from './rule.ts';

function missingId(brief: Brief, { newId }: RuleContext): Found | undefined {
  const place = brief.places.get('id');
  if (brief.values.id !== undefined) return undefined;
  if (place !== undefined && place.node.end > place.node.start) return undefined;
  const id = newId?.();
  return {
    message: 'the brief has no id',
    help: 'run "delegate lint --fix", which gives it one',
    span: missingSpan(brief, 'id'),
    ...(id !== undefined && { fix: { title: `Add id: ${id}`, edits: setField(brief, 'id', id) } }),
  };
}

function duplicateId(brief: Brief, { path, briefs }: RuleContext): Found | undefined {
  const { id } = brief.values;
  if (id === undefined || briefs === undefined) return undefined;
  const paths = briefs.pathsOf(id).filter((other) => other !== path);
  const [first] = paths;
  if (first === undefined) return undefined;
  const rest = paths.length > 1 ? ` and ${paths.length - 1} more` : '';
  return {
    message: `the id ${id} is also that of ${first}${rest}`,
    help: 'in the copy, delete the line of the id and run "delegate lint --fix", which gives it a new one',
    span: missingSpan(brief, 'id'),
  };
}

function unknownParent(brief: Brief, { briefs }: RuleContext): Found | undefined {
  const { parent, id } = brief.values;
  if (parent === undefined || briefs === undefined) return undefined;
  if (parent !== id && briefs.pathsOf(parent).length > 0) return undefined;
  return {
    message: parent === id ? 'the brief is its own parent' : `no brief has the id ${parent}`,
    help: 'write the id of the larger brief ("delegate list" shows them), or remove parent',
    span: missingSpan(brief, 'parent'),
  };
}

const HERE = { path: 'briefs/deploys.md', id: 'b-7k3f9q2m' };
const COPIED = { path: HERE.path, others: [HERE, { path: 'briefs/copy.md', id: 'b-7k3f9q2m' }] };
const LARGER = { path: HERE.path, others: [HERE, { path: 'briefs/web.md', id: 'b-3m9x2c7p' }] };

/** The rules of ids, which belong to the structure. */
export const IDENTITY: readonly Rule[] = [
  {
    id: 'missing-id',
    family: 'structure',
    level: 'warning',
    field: 'id',
    summary: 'The brief has no id',
    why: 'The id keeps the history of a brief together when its file is renamed or moved.',
    bad: 'id:',
    good: 'id: b-7k3f9q2m',
    check: missingId,
  },
  {
    id: 'duplicate-id',
    family: 'structure',
    level: 'error',
    requires: 'others',
    summary: 'Two briefs have the same id',
    why: 'Their histories are told as one: a copied file looks like a moved goalpost.',
    bad: 'id: b-7k3f9q2m',
    good: 'id: b-5h2t8w4n',
    example: COPIED,
    check: duplicateId,
  },
  {
    id: 'unknown-parent',
    family: 'structure',
    level: 'warning',
    requires: 'others',
    summary: 'The larger brief that this one is a part of does not exist',
    why: 'A piece is understood through the whole it belongs to.',
    source: 'Essay, "Share wider context"',
    bad: 'parent: b-9z9z9z9z',
    good: 'parent: b-3m9x2c7p',
    example: LARGER,
    check: unknownParent,
  },
];
