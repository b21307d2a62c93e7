/** The machine of a registered app (应用登记): asked for by its owner, approved by a publisher, suspended at once, ended. Pure. */
import { basisOfProcedure } from "../../../platform/domain/index.js";
import { describeEnum } from "../../../platform/graphql/enum.js";
import { STANDARD_QUOTA } from "./standard-quota.js";
import { defineMachine, describedStates, isStated, type Guard } from "../../../platform/machine/index.js";

/** State of an app. */
export enum AppState {
  REQUESTED = "REQUESTED",
  APPROVED = "APPROVED",
  REFUSED = "REFUSED",
  SUSPENDED = "SUSPENDED",
  RETIRED = "RETIRED",
}

/** What happens to it. */
export type AppEvent = "APPROVE" | "REFUSE" | "SUSPEND" | "SET_KEYS" | "RETIRE";

/** What its guards look at. */
export interface AppGuardFacts {
  readonly reasons?: string;
  readonly agreement?: string;
  readonly pointsAMinute?: number;
  readonly pointsADay?: number;
  /** True where whoever acts is an agent of the app's owner. */
  readonly isOwn?: boolean;
}

const { REQUESTED, APPROVED, REFUSED, SUSPENDED, RETIRED } = AppState;

const basis = basisOfProcedure("APP-REGISTRATION");

const REASONS: Guard<AppGuardFacts> = {
  reason: "REASONS_NEEDED",
  en: "reasons",
  holds: ({ reasons }) => isStated(reasons),
};

/** Life of an app. */
export const APP = defineMachine<AppState, AppEvent, AppGuardFacts>({
  name: "AppState",
  title: "Registered app 应用登记",
  states: {
    REQUESTED: { zh: "待审核", en: "Asked for, not decided" },
    APPROVED: { zh: "已开通", en: "Approved: its tokens are taken, within its quota" },
    REFUSED: { zh: "不予开通", en: "Refused", terminal: true },
    SUSPENDED: { zh: "已停用", en: "Suspended: none of its tokens is taken" },
    RETIRED: { zh: "已注销", en: "Ended by its owner", terminal: true },
  },
  initial: REQUESTED,
  transitions: [
    // A new quota is approved as the app was, and so is that it goes on.
    ...([REQUESTED, APPROVED, SUSPENDED] as const).map((from) => ({
      event: "APPROVE" as const,
      from: [from],
      to: APPROVED,
      actors: ["PUBLISHER"] as const,
      guards: [
        {
          reason: "OWN_REQUEST" as const,
          en: "somebody else than an agent of its owner approves it",
          holds: ({ isOwn = false }: AppGuardFacts) => !isOwn,
        },
        {
          reason: "AGREEMENT_NEEDED" as const,
          en: "a data-sharing agreement, for more than the standard quota",
          holds: ({ pointsAMinute = 0, pointsADay = 0, agreement }: AppGuardFacts) =>
            (pointsAMinute <= STANDARD_QUOTA.aMinute && pointsADay <= STANDARD_QUOTA.aDay) || isStated(agreement),
        },
      ],
      basis,
      sets: ["approvedOn", "pointsAMinute", "pointsADay"],
    })),
    {
      event: "REFUSE",
      from: [REQUESTED],
      to: REFUSED,
      actors: ["PUBLISHER"],
      guards: [REASONS],
      basis,
      sets: ["reasons"],
    },
    // Its owner too, whose secret was stolen.
    {
      event: "SUSPEND",
      from: [APPROVED],
      to: SUSPENDED,
      actors: ["PUBLISHER", "INTEGRATOR"],
      guards: [REASONS],
      basis,
      sets: ["reasons"],
    },
    // While it is suspended too: whose key was stolen puts another in its place before it goes on.
    ...([REQUESTED, APPROVED, SUSPENDED] as const).map((state) => ({
      event: "SET_KEYS" as const,
      from: [state],
      to: state,
      actors: ["INTEGRATOR"] as const,
      basis,
    })),
    { event: "RETIRE", from: [REQUESTED, APPROVED, SUSPENDED], to: RETIRED, actors: ["INTEGRATOR"], basis },
  ],
});

describeEnum(AppState, APP.name, "State of a registered app (应用状态).", describedStates(APP));
