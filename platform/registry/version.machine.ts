/** The machine of a version of a subgraph: from what an agency hands in to what gateways serve. Pure. */
import { defineMachine, type Transition } from "../machine/index.js";

/** Where a version stands. */
export type VersionState = "DRAFT" | "CHECKED" | "APPROVED" | "LIVE" | "RETIRED";

/** What happens to it. */
export type VersionEvent = "CHECK" | "APPROVE" | "PUBLISH" | "RETIRE" | "WITHDRAW";

/** What its guards look at. */
export interface VersionFacts {
  /** True where it composes with what is live. */
  readonly composes: boolean;
  /** How many others must approve it. */
  readonly needed: number;
  /** How many approved exactly this; its author never counts. */
  readonly approvals: number;
}

/** How many must approve what makes something public, and what asks a service at another address. */
export const APPROVALS_NEEDED = { exposes: 2, moves: 1 } as const;

/** What is published is reviewed before (政府信息公开条例 第十七条). */
const REVIEW = (): string => "政府信息公开条例 第十七条";
/** What an agency publishes it answers for (政府信息公开条例 第十条). */
const DUTY = (): string => "政府信息公开条例 第十条";

type Step = Transition<VersionState, VersionEvent, VersionFacts>;

const transitions: readonly Step[] = [
  {
    event: "CHECK",
    from: ["DRAFT"],
    to: "CHECKED",
    actors: ["OFFICER", "PUBLISHER", "ADMINISTRATOR"],
    guards: [{ reason: "COMPOSITION_NEEDED", en: "it composes with what is live", holds: ({ composes }) => composes }],
    basis: DUTY,
  },
  {
    event: "APPROVE",
    from: ["CHECKED"],
    to: "APPROVED",
    actors: ["OFFICER", "PUBLISHER", "ADMINISTRATOR"],
    guards: [
      { reason: "COMPOSITION_NEEDED", en: "it composes with what is live", holds: ({ composes }) => composes },
      {
        reason: "APPROVALS_NEEDED",
        en: "two others approve what it makes public, one other where else it is asked",
        holds: ({ needed, approvals }) => approvals >= needed,
      },
    ],
    basis: REVIEW,
  },
  {
    event: "PUBLISH",
    from: ["APPROVED"],
    to: "LIVE",
    actors: ["OFFICER", "PUBLISHER", "ADMINISTRATOR"],
    basis: DUTY,
  },
  { event: "RETIRE", from: ["LIVE"], to: "RETIRED", actors: ["OFFICER", "PUBLISHER", "ADMINISTRATOR"], basis: DUTY },
  {
    event: "WITHDRAW",
    from: ["DRAFT", "CHECKED"],
    to: "RETIRED",
    actors: ["OFFICER", "PUBLISHER", "ADMINISTRATOR"],
    basis: DUTY,
  },
];

/** The machine. */
export const VERSION = defineMachine<VersionState, VersionEvent, VersionFacts>({
  name: "SubgraphVersionState",
  title: "Version of a subgraph 子图版本",
  initial: "DRAFT",
  states: {
    DRAFT: { zh: "草稿", en: "Handed in, and does not compose with what is live" },
    CHECKED: { zh: "已校验", en: "Composes; what it makes public waits for approval" },
    APPROVED: { zh: "已批准", en: "May be published" },
    LIVE: { zh: "运行中", en: "Part of the bundle that gateways serve" },
    RETIRED: { zh: "已停用", en: "Replaced, removed or withdrawn", terminal: true },
  },
  transitions,
});
