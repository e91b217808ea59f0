import type { CheckFinding } from './check-report.ts';
import { finding } from './findings.ts';
import { isDeciding } from './options.ts';
import type { Scenario } from './schema.ts';
import { waysOut } from './texts.ts';
import { plain } from './way.ts';

/** One finding for each ring, with its scenes, however many seats and places it was met from. */
export function ringOnce(scenario: Scenario, findings: readonly CheckFinding[]): CheckFinding[] {
  const told = new Set<string>();
  return findings.flatMap((one) => {
    if (one.code !== 'rundgang' || one.node === null) return [one];
    const ring = ringFrom(scenario.nodes, one.node);
    const key = ring.toSorted().join();
    if (told.has(key)) return [];
    told.add(key);
    const scenes = ring.map((id) => `»${plain(scenario.nodes[id]?.title ?? id)}«`).join(', ');
    return [finding('rundgang', { scenes }, { node: one.node, path: one.path, seat: one.seat })];
  });
}

/** The scenes that lead to one another, with this one or from it on; itself alone when it leads only on. */
function ringFrom(nodes: Scenario['nodes'], id: string): string[] {
  const ahead = (from: string): Set<string> => {
    const seen = new Set<string>();
    const queue = [from];
    for (const scene of queue) {
      const node = Object.hasOwn(nodes, scene) ? nodes[scene] : undefined;
      for (const { goto } of node ? waysOut(scene, node) : [])
        if (!seen.has(goto) && Object.hasOwn(nodes, goto)) {
          seen.add(goto);
          queue.push(goto);
        }
    }
    return seen;
  };
  const after = ahead(id);
  if (after.has(id)) return [id, ...[...after].filter((one) => one !== id && ahead(one).has(id))];
  const inRing = [...after].find((one) => ahead(one).has(one));
  return inRing === undefined ? [id] : ringFrom(nodes, inRing);
}

/** Choices that are never open because nobody can play their seat: told once for the scene, with the true cause. */
export function seatsThatNobodyPlays(scenario: Scenario, findings: readonly CheckFinding[]): CheckFinding[] {
  const told = new Set<string>();
  return findings.flatMap((one) => {
    const node = one.node === null ? undefined : scenario.nodes[one.node];
    if (one.code !== 'aldrig-aabent' || one.node === null || !isDeciding(node) || node.seat === 'table') return [one];
    if (scenario.roles[node.seat]?.playable !== false) return [one];
    if (told.has(one.node)) return [];
    told.add(one.node);
    return [finding('valg-uden-spiller', { name: node.seat }, { at: ['nodes', one.node] })];
  });
}
