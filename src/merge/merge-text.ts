/** Merges texts by their lines, as git does; the conflicts stand between markers. */
export type MergeText = (base: string, ours: string, theirs: string) => Promise<TextMerge>;

/** What merging by lines gave. */
export interface TextMerge {
  readonly text: string;
  readonly clean: boolean;
}
