import type { LearnerPrincipal, Principal, Scope } from '#db/principal.ts';
import { type Action, PERMISSIONS } from './permissions.ts';

/** What an action is done to, as far as scope decides; own things need none. */
export interface Subject {
  readonly district: string;
  readonly group?: string;
}

/**
 * The one decision about access: denied unless a grant of the right role covers the subject. Grants do not add up: one of
 * them must cover it alone.
 */
export function may(principal: Principal | null, action: Action, subject?: Subject): boolean {
  const roles: readonly string[] = Object.hasOwn(PERMISSIONS, action) ? PERMISSIONS[action] : [];
  return (
    principal?.grants.some(
      ({ role, scope }) => roles.includes(role) && (subject === undefined || covers(scope, subject)),
    ) ?? false
  );
}

function covers(scope: Scope, { district, group }: Subject): boolean {
  if (scope.kind === 'nation') return true;
  return scope.kind === 'district' ? scope.id === district : group !== undefined && scope.id === group;
}

/** The principal as a learner; null when it may not learn or has no learning record. */
export function asLearner(principal: Principal | null): LearnerPrincipal | null {
  return principal?.learner && may(principal, 'learning.read') ? { ...principal, learner: principal.learner } : null;
}
