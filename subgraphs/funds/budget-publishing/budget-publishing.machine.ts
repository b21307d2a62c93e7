/** The machine of a budget or final accounts (预算法 第十四条, L18): replied to by the finance bureau, then published by the unit. Pure. */
import { basisOfLimit, type LocalDate } from "../../../platform/domain/index.js";
import { describeEnum } from "../../../platform/graphql/enum.js";
import { defineMachine, describedStates } from "../../../platform/machine/index.js";

/** State of a budget or final accounts. */
export enum DisclosureState {
  REPLIED = "REPLIED",
  PUBLISHED = "PUBLISHED",
}

/** What happens to it. */
export type DisclosureEvent = "PUBLISH";

/** What its guards look at. */
export interface DisclosureFacts {
  /** Cells of the tables that should be equal and are not. */
  readonly disagreements: readonly string[];
  /** Paragraphs of the explanation. */
  readonly paragraphs: number;
}

/** Life of a budget or final accounts. What is published late is published all the same, and told to be late. */
export const BUDGET_PUBLISHING = defineMachine<DisclosureState, DisclosureEvent, DisclosureFacts>({
  name: "BudgetDisclosureState",
  title: "Budget or final accounts 预决算公开",
  states: {
    REPLIED: { zh: "已批复", en: "Replied to by the finance bureau; not public" },
    PUBLISHED: { zh: "已公开", en: "Published", terminal: true },
  },
  initial: DisclosureState.REPLIED,
  transitions: [
    {
      event: "PUBLISH",
      from: [DisclosureState.REPLIED],
      to: DisclosureState.PUBLISHED,
      actors: ["PUBLISHER"],
      guards: [
        {
          reason: "TABLES_DISAGREE",
          en: "the tables add up and agree with one another, and are not empty",
          holds: ({ disagreements }) => disagreements.length === 0,
          missing: ({ disagreements }) => disagreements,
        },
        {
          reason: "NARRATIVE_NEEDED",
          en: "an explanation of the tables",
          holds: ({ paragraphs }) => paragraphs > 0,
        },
      ],
      basis: basisOfLimit("L18-DEPARTMENT"),
      limit: "L18-DEPARTMENT",
      sets: ["publishedOn"],
    },
  ],
  computed: "Computed for a day from the day of publication.",
});

describeEnum(
  DisclosureState,
  BUDGET_PUBLISHING.name,
  "State of a budget or final accounts on the day of the request (公开状态).",
  describedStates(BUDGET_PUBLISHING),
);

/** The state on a day. */
export const disclosureState = (publishedOn: LocalDate | undefined, today: LocalDate): DisclosureState =>
  publishedOn !== undefined && publishedOn <= today ? DisclosureState.PUBLISHED : DisclosureState.REPLIED;
