import type { CourseModule, LearningPath } from '#src/content/schema.ts';

/** Whether a module belongs to everyone's basic path, to that of the authorities it concerns, or to nobody's. */
export function standingOf(
  { id, obligatory }: Pick<CourseModule, 'id' | 'obligatory'>,
  paths: readonly Pick<LearningPath, 'byAuthority'>[],
): 'obligatory' | 'concerned' | 'voluntary' {
  if (obligatory) return 'obligatory';
  const concerns = paths.some(({ byAuthority }) =>
    Object.values(byAuthority ?? {}).some((modules) => modules.includes(id)),
  );
  return concerns ? 'concerned' : 'voluntary';
}
