import { describe, expect, test } from 'vitest';
import type { Principal, Role, Scope } from '#db/principal.ts';
import { asLearner, may } from '#src/organisation/access.ts';
import { type Action, PERMISSIONS } from '#src/organisation/permissions.ts';

const ROLES: readonly Role[] = ['learner', 'trainer', 'reviewer', 'steering', 'admin'];
const ACTIONS = Object.keys(PERMISSIONS) as Action[];
const HERE = { district: 'eksempelkredsen', group: 'eksempelby' };

function principal(...grants: [Role, Scope][]): Principal {
  return {
    person: 'person',
    learner: 'learner',
    session: 'session',
    grants: grants.map(([role, scope]) => ({ role, scope })),
  };
}
const nation: Scope = { kind: 'nation' };
const district = (id: string): Scope => ({ kind: 'district', id });
const group = (id: string): Scope => ({ kind: 'group', id });

/** security.md section 3, the rows that exist so far, written out once more by hand: a slip in the table shows here. */
const MATRIX: Record<Action, readonly Role[]> = {
  'learning.read': ['learner'],
  'learning.record': ['learner'],
  'scenario.play': ['learner'],
  'indicators.read': ['steering'],
  'feedback.settle': ['reviewer', 'admin'],
  'session.end': ROLES,
};

describe('AUTHZ-1: the matrix', () => {
  test('is the one of security.md', () => {
    expect(ACTIONS.sort()).toEqual(Object.keys(MATRIX).sort());
  });

  test.each(ROLES.flatMap((role) => ACTIONS.map((action) => [role, action] as const)))('%s and %s', (role, action) => {
    expect(may(principal([role, nation]), action)).toBe(MATRIX[action].includes(role));
  });

  test('nobody, and somebody without a grant, may nothing', () => {
    for (const action of ACTIONS) {
      expect(may(null, action)).toBe(false);
      expect(may(principal(), action)).toBe(false);
    }
  });

  test('a role that nobody decided about may nothing', () => {
    const coordinator = principal(['coordinator' as Role, nation]);
    for (const action of ACTIONS) expect(may(coordinator, action)).toBe(false);
  });

  test('an action that is not in the table is denied, not failed', () => {
    expect(() => may(principal(['admin', nation]), 'learning.erase' as Action)).not.toThrow();
    expect(may(principal(['admin', nation]), 'learning.erase' as Action)).toBe(false);
    expect(may(principal(['admin', nation]), 'constructor' as Action)).toBe(false);
  });
});

describe('scope', () => {
  test('a grant covers its own place and no other', () => {
    const covered = (scope: Scope) => may(principal(['steering', scope]), 'indicators.read', HERE);
    expect(covered(nation)).toBe(true);
    expect(covered(district('eksempelkredsen'))).toBe(true);
    expect(covered(group('eksempelby'))).toBe(true);
    expect(covered(district('lillekredsen'))).toBe(false);
    expect(covered(group('lilleby'))).toBe(false);
    // An id of one kind is none of another kind.
    expect(covered(group('eksempelkredsen'))).toBe(false);
    expect(covered(district('eksempelby'))).toBe(false);
  });

  test('a group says nothing about its district', () => {
    expect(may(principal(['steering', group('eksempelby')]), 'indicators.read', { district: 'eksempelkredsen' })).toBe(
      false,
    );
  });

  test('grants do not add up: the right role elsewhere and another role here give nothing', () => {
    const split = principal(['steering', district('lillekredsen')], ['learner', district('eksempelkredsen')]);
    expect(may(split, 'indicators.read', HERE)).toBe(false);
  });
});

describe('asLearner', () => {
  test('needs both the role and a learning record', () => {
    const learner = principal(['learner', nation]);
    expect(asLearner(learner)?.learner).toBe('learner');
    expect(asLearner({ ...learner, learner: null })).toBeNull();
    expect(asLearner(principal(['steering', nation]))).toBeNull();
    expect(asLearner(null)).toBeNull();
  });
});
