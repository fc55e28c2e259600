/** The plainest comparison of one field's canonical values. */
import type { Canonical } from '../brief/canonical.ts';
import type { FieldName } from '../brief/fields.ts';
import type { MoveCore, Piece } from './types.ts';

/** The moves from one canonical value of a field to another; none when they are equal. */
export function compareField(
  field: FieldName,
  before: Canonical | undefined,
  after: Canonical | undefined,
): MoveCore[] {
  const effect = 'unclear';
  if (!Array.isArray(before ?? after) || !Array.isArray(after ?? before)) {
    if (before === after) return [];
    const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
    return [
      { field, kind, effect, before: (before ?? null) as Piece, after: (after ?? null) as Piece },
    ];
  }
  const keyOf = (piece: Piece): string => JSON.stringify(piece);
  const was = (before ?? []) as readonly Piece[];
  const is = (after ?? []) as readonly Piece[];
  const had = new Set(was.map(keyOf));
  const has = new Set(is.map(keyOf));
  return [
    ...was
      .filter((piece) => !has.has(keyOf(piece)))
      .map((piece): MoveCore => ({ field, kind: 'removed', effect, before: piece, after: null })),
    ...is
      .filter((piece) => !had.has(keyOf(piece)))
      .map((piece): MoveCore => ({ field, kind: 'added', effect, before: null, after: piece })),
  ];
}
