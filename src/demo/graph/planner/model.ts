/** An object with a tag of its own. */
export type Versioned = {
  readonly type: string;
  /** Part of the tag: another object's tag is never mistaken for this one's. */
  readonly serial: string;
  version: number;
  /** The version in which each field was changed last: who changes something else is in nobody's way. */
  readonly changed: Map<string, number>;
};

type Made = Versioned & { readonly id: string; readonly createdAt: number; readonly createdBy: string };

export type Plan = Made & {
  readonly groupId: string;
  title: string;
  readonly details: Versioned & { categories: Record<string, string | null>; sharedWith: Set<string> };
};

export type Bucket = Made & { readonly planId: string; name: string; orderHint: string };

export type Assignment = { readonly orderHint: string; readonly at: number; readonly by: string };
export const PREVIEWS = ['automatic', 'noPreview', 'checklist', 'description', 'reference'] as const;

export type ChecklistItem = {
  readonly title: string;
  readonly isChecked: boolean;
  readonly orderHint: string;
  readonly at: number;
  readonly by: string;
};
export type Reference = {
  readonly alias: string | null;
  readonly type: string | null;
  readonly previewPriority: string | null;
  readonly at: number;
  readonly by: string;
};

export type Task = Made & {
  readonly planId: string;
  bucketId: string | null;
  title: string;
  orderHint: string;
  percentComplete: number;
  priority: number;
  startAt: number | null;
  dueAt: number | null;
  completedAt: number | null;
  completedBy: string | null;
  assignments: ReadonlyMap<string, Assignment>;
  categories: ReadonlySet<string>;
  readonly details: Versioned & {
    description: string;
    previewType: (typeof PREVIEWS)[number];
    checklist: ReadonlyMap<string, ChecklistItem>;
    references: ReadonlyMap<string, Reference>;
  };
};
