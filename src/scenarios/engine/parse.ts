import { type FormatFinding, readLocatedYaml } from './located-yaml.ts';
import { type Scenario, scenarioSchema } from './schema.ts';

export type Parsed =
  | { readonly ok: true; readonly scenario: Scenario; readonly lineOf: (path: readonly PropertyKey[]) => number }
  | { readonly ok: false; readonly findings: FormatFinding[] };

/** Reads a scenario file; never throws on its text. @param file as it shall be named in findings */
export function parseScenario(text: string, file: string): Parsed {
  const read = readLocatedYaml(text, file, scenarioSchema);
  return read.ok ? { ok: true, scenario: read.data, lineOf: read.lineOf } : read;
}
