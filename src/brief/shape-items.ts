/** The readers of lists whose items are more than texts: paths, and ways to see that it is reached. */
import { CHECK_NAME, checkItem, checkNameOf } from './evidence.ts';
import { pathProblem } from './path-glob.ts';
import type { ReadContext } from './problem.ts';
import { replaceFix, reportShape } from './problem.ts';
import type { Items } from './shape-plain.ts';
import { readItems, readText, readTexts } from './shape-plain.ts';
import { clip } from './value-text.ts';
import { scalarSource } from './yaml/scalar.ts';
import type { TreeNode } from './yaml/node.ts';
import { isEmpty } from './yaml/node.ts';

/** Paths of the repository, which may hold wildcards. */
export function readPaths(node: TreeNode, context: ReadContext, label: string): Items<string> {
  return readTexts(node, context, label, readPath);
}

function readPath(node: TreeNode, context: ReadContext, label: string): string | undefined {
  const text = readText(node, context, label);
  const problem = text === undefined ? undefined : pathProblem(text);
  if (text === undefined || problem === undefined) return text;
  const meant = text.replaceAll('\\', '/').replace(/^\/+/, '');
  const fix =
    pathProblem(meant) === undefined
      ? replaceFix(`Write ${clip(meant)}`, node, scalarSource(meant, { flow: true }))
      : undefined;
  return reportShape(
    context,
    node,
    `${label}: "${clip(text)}" ${problem}`,
    fix === undefined
      ? 'write a path from the root of the repository, such as src/** or docs/*.md'
      : `write ${clip(meant)}`,
    fix,
  );
}

/** Ways to see that it is reached: texts, and `check: NAME`, which YAML takes for a key with a value. */
export function readEvidence(node: TreeNode, context: ReadContext, label: string): Items<string> {
  // One alone, behind its key or below it.
  if (checkOfMap(node) !== undefined) {
    return readItems(node, (item) => readEvidenceItem(item, context, label));
  }
  return readTexts(node, context, label, readEvidenceItem);
}

function readEvidenceItem(node: TreeNode, context: ReadContext, label: string): string | undefined {
  const text = checkOfMap(node) ?? readText(node, context, label);
  const name = text === undefined ? undefined : checkNameOf(text);
  if (name === undefined) return text;
  if (CHECK_NAME.test(name)) return checkItem(name);
  return reportShape(
    context,
    node,
    `${label}: "${clip(name)}" is not the name of a check`,
    'write check: and its name under checks in .delegate.yaml; a command stands there, not in a brief',
  );
}

/** `check: NAME` as the text that it stands for; undefined for every other node. */
function checkOfMap(node: TreeNode): string | undefined {
  if (node.kind !== 'map') return undefined;
  const [only, ...others] = node.pairs;
  if (only === undefined || others.length > 0 || only.value.kind !== 'text') return undefined;
  if (only.key.value.toLowerCase() !== 'check' || isEmpty(only.value)) return undefined;
  return checkItem(only.value.value.trim());
}
