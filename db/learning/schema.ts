import type { Authority, MemberFunction } from '#db/principal.ts';
import type { PublicationTables } from './publication-schema.ts';

/** A learner under a pseudonym; who it is stands in the identity store only. */
export interface LearnerTable {
  id: string;
  created_at: number;
}

/** Where a learner belongs, coarse and dated: all that the indicators may know of a person. */
export interface LearnerAffiliationTable {
  learner: string;
  id: string;
  authority: Authority;
  police_district: string;
  municipality: string;
  member_function: MemberFunction;
  is_deputy: number;
  operative_group: string;
  valid_from: number;
  /** Null while it lasts. */
  valid_to: number | null;
}

/** What learners did, append-only. */
export interface EventTable {
  learner: string;
  /** Made by the client, UUIDv7: the same event again is the same id. */
  id: string;
  attempt: string;
  /** 1, 2, 3 … within the attempt, by the server. */
  sequence: number;
  type: string;
  /** JSON without the fields that have columns of their own. */
  body: string;
  /** Epoch milliseconds by the server's clock. */
  received_at: number;
}

/** A run through a module or a scenario, one refresher, a measurement, or a certificate; a cache of its events. */
export interface AttemptTable {
  learner: string;
  id: string;
  kind: 'module' | 'scenario' | 'refresher' | 'measurement' | 'certificate';
  /** Id of the module, the scenario, the refresher item, the point of measurement or the path. */
  subject: string;
  version: string;
  /** SHA-256 of the scenario, code of the certificate; else ''. */
  hash: string;
  /** '' for a module. */
  seat: string;
  /** JSON: the steps done of a module, or the engine's state of a scenario. */
  state: string;
  last_sequence: number;
  started_at: number;
  changed_at: number;
  finished_at: number | null;
}

export interface ModuleProgressTable {
  learner: string;
  module: string;
  attempt: string;
  started_at: number;
  completed_at: number | null;
}

/** A decision in a scenario as it was judged; for indicators. */
export interface DecisionTable {
  learner: string;
  attempt: string;
  sequence: number;
  scenario: string;
  node: string;
  choice: string;
  rating: 'best' | 'acceptable' | 'poor';
  fault: string | null;
  /** Why, where the scene asks; the reason's id and how it was judged. */
  reason: string | null;
  reason_rating: 'best' | 'acceptable' | 'poor' | null;
  received_at: number;
}

/** What a decision showed of a competence. */
export interface EvidenceTable {
  learner: string;
  event: string;
  competence: string;
  /** The decision situation: scenario and node, or question. */
  situation: string;
  points: number;
  received_at: number;
}

/** Free text, outside the events so that it can go (design.md, RET). */
export interface OwnTextTable {
  learner: string;
  /** The id of the event that it belongs to. */
  id: string;
  attempt: string;
  /** Node id, or another place within the attempt. */
  place: string;
  text: string;
  written_at: number;
}

/** An edition of a scenario that has been offered. */
export interface ScenarioReleaseTable {
  hash: string;
  scenario: string;
  version: string;
  body: string;
  released_at: number;
}

/** A play without an account. */
export interface VisitorTable {
  code_hash: string;
  learner: string;
  created_at: number;
}

/** What a reader found wrong with a page. Nothing tells who. */
export interface FeedbackTable {
  /** Made by the form, so that a repeated post is one message. */
  id: string;
  /** Path within the site. */
  page: string;
  /** Of the content that the page showed; '' where it has none. */
  content_version: string;
  provision: string | null;
  text: string;
  received_at: number;
  settled_as: 'corrected' | 'no-fault' | 'lawyer' | null;
  settled_at: number | null;
}

export interface LearningStore extends PublicationTables {
  learner: LearnerTable;
  learner_affiliation: LearnerAffiliationTable;
  event: EventTable;
  attempt: AttemptTable;
  module_progress: ModuleProgressTable;
  decision: DecisionTable;
  evidence: EvidenceTable;
  own_text: OwnTextTable;
  scenario_release: ScenarioReleaseTable;
  visitor: VisitorTable;
  feedback: FeedbackTable;
}
