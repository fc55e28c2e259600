/** The ids of the rules that something else than their own entry asks for by name. */
export const RULE = {
  frontmatter: 'frontmatter',
  disableComment: 'disable-comment',
  placeholder: 'placeholder',
  whyRestatesGoal: 'why-restates-goal',
  goalpostMoved: 'goalpost-moved',
  acceptedWithoutAgreement: 'accepted-without-agreement',
  wordsNotJudged: 'words-not-judged',
} as const;
