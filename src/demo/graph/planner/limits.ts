/** The smaller ones of the two lists that Microsoft has published. */
export const LIMITS = {
  plansInGroup: 200,
  bucketsInPlan: 200,
  tasksInPlan: 9_000,
  activeTasksInPlan: 2_400,
  tasksOfPerson: 3_000,
  assigneesOfTask: 20,
  checklistItems: 20,
  references: 10,
} as const;

/** Characters of a title, and of a description. */
export const MOST_TITLE = 255;
export const MOST_DESCRIPTION = 32_768;
