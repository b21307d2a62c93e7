/** Versions of subgraphs as the registry keeps them, who acts on them, and what is handed in. */
import type { Actor } from "../machine/index.js";
import type { Viewer } from "../auth/index.js";
import type { Owner } from "../disclosure/table/index.js";
import type { VersionEvent, VersionState } from "./version.machine.js";

/** What an agency hands in. */
export interface Submission {
  readonly subgraph: string;
  readonly sdl: string;
  /** SDL that decides beside it, for libraries that print no directives but federation's (decision 67). */
  readonly overlay?: string;
  /** Where it answers GraphQL; the gateway's own subgraph has none. */
  readonly url?: string;
  readonly owner: Owner;
  /** True where it enforces its closed fields itself; for any other the gateway does. */
  readonly enforces: boolean;
}

/** One version; nothing of it changes but its state. */
export interface SubgraphVersion extends Submission {
  /** Counts from 1 for each subgraph. */
  readonly version: number;
  /** Versions that were handed in together go live together. */
  readonly change: number;
  readonly state: VersionState;
  readonly author: string;
  readonly reason: string;
}

/** One line of the history. */
export interface VersionStep {
  readonly subgraph: string;
  readonly version: number;
  readonly event: VersionEvent | "SUBMIT" | "CONSENT";
  readonly state: VersionState;
  readonly by: string;
  readonly why: string;
  /** Instant, ISO 8601. */
  readonly at: string;
}

/** A signed-in person, why they act, and when. */
export interface Act {
  readonly by: string;
  readonly actor: Actor;
  /** Credit code of their agency, as the token says. */
  readonly agency?: string | undefined;
  readonly why: string;
  readonly at: Date;
}

/** Throws a sentence where somebody would change another agency's subgraph: administrators of the platform alone do. */
export const checkAnswersFor = ({ subgraph, owner }: Pick<Submission, "subgraph" | "owner">, act: Act): void => {
  if (act.actor === "ADMINISTRATOR") return;
  if (act.agency === undefined || owner.id !== `CN-USCC-${act.agency}`)
    throw new Error(
      `${subgraph} is not of the agency of ${act.by}: its owner or an administrator of the platform changes it.`,
    );
};

const PARTS: readonly (readonly [role: Viewer["roles"][number], actor: Actor])[] = [
  ["platform_admin", "ADMINISTRATOR"],
  ["agency_publisher", "PUBLISHER"],
  ["agency_officer", "OFFICER"],
];

/** Who acts, by a verified token. Throws a sentence where it is no person, or none who may change the graph. */
export const actOf = ({ kind, username, roles, agencyUscc }: Viewer, why: string, at: Date): Act => {
  const part = PARTS.find(([role]) => roles.includes(role));
  if (kind !== "person" || username === undefined || part === undefined)
    throw new Error("The token is not of an officer, a publisher or an administrator of the platform.");
  if (why.trim() === "") throw new Error("Say why: the history keeps it.");
  return { by: username, actor: part[1], agency: agencyUscc, why, at };
};
