/** Two machines of sanctions: the ladder of levels (提醒, 约谈, 暂停, 清退), and the life of one; on which state a day falls is computed in intermediary-sanction.status.ts. Pure. */
import { basisOfProcedure, figuresOf, type LocalDate } from "../../../platform/domain/index.js";
import { describeEnum } from "../../../platform/graphql/enum.js";
import { defineMachine, describedStates } from "../../../platform/machine/index.js";

/** How grave a sanction is. */
export enum SanctionLevel {
  REMINDER = "REMINDER",
  INTERVIEW = "INTERVIEW",
  SUSPENSION = "SUSPENSION",
  REMOVAL = "REMOVAL",
}

/** Where a sanction stands on a day. */
export enum SanctionState {
  PRIOR_NOTICE_GIVEN = "PRIOR_NOTICE_GIVEN",
  IN_FORCE = "IN_FORCE",
  EXPIRED = "EXPIRED",
  REVOKED = "REVOKED",
}

/** Months that a level may last by the rules of the place; none for one that does not bar. */
export const sanctionMonths = (level: SanctionLevel): readonly number[] =>
  level === SanctionLevel.SUSPENSION || level === SanctionLevel.REMOVAL
    ? figuresOf("MARKET-SANCTION", `${level}_MONTHS`)
    : [];

const BASIS = basisOfProcedure("MARKET-SANCTION");

/** What happens to the level under which an intermediary stands. */
export type SanctionLevelEvent = "AGGRAVATE";

/** What the guards of the ladder look at. */
export interface SanctionLevelGuardFacts {
  /** True where the intermediary goes on with the breach, or commits another. */
  readonly breachGoesOn: boolean;
}

const { REMINDER, INTERVIEW, SUSPENSION, REMOVAL } = SanctionLevel;

/** What follows each level: each step is a sanction of its own. */
export const SANCTION_LADDER = defineMachine<SanctionLevel, SanctionLevelEvent, SanctionLevelGuardFacts>({
  name: "SanctionLevel",
  title: "Level of a sanction 惩戒等级",
  states: {
    REMINDER: { zh: "提醒", en: "Reminder" },
    INTERVIEW: { zh: "约谈", en: "Interview" },
    SUSPENSION: { zh: "暂停", en: "Suspended for months that the place sets; it may not bid" },
    REMOVAL: { zh: "清退", en: "Removed for longer; it may not bid", terminal: true },
  },
  initial: REMINDER,
  transitions: [[REMINDER, INTERVIEW] as const, [INTERVIEW, SUSPENSION] as const, [SUSPENSION, REMOVAL] as const].map(
    ([from, to]) => ({
      event: "AGGRAVATE",
      from: [from],
      to,
      actors: ["OFFICER"],
      guards: [{ reason: "BREACH_ENDED", en: "the breach goes on", holds: ({ breachGoesOn }) => breachGoesOn }],
      basis: BASIS,
    }),
  ),
});

/** What happens to a sanction. */
export type SanctionEvent = "DECIDE" | "EXPIRE" | "REVOKE";

/** What its guards look at. */
export interface SanctionGuardFacts {
  readonly today: LocalDate;
  readonly level: SanctionLevel;
  readonly months?: number;
  /** True where the intermediary was heard, or let the time for it pass. */
  readonly heard: boolean;
  /** Last day, the day of the decision where it has no duration; absent before the decision. */
  readonly lastDay?: LocalDate;
  /** True where an appeal or a review took it back. */
  readonly appealUpheld: boolean;
}

const { PRIOR_NOTICE_GIVEN, IN_FORCE, EXPIRED, REVOKED } = SanctionState;

/** Life of a sanction. */
export const SANCTION = defineMachine<SanctionState, SanctionEvent, SanctionGuardFacts>({
  name: "SanctionState",
  title: "Life of a sanction 惩戒状态",
  states: {
    PRIOR_NOTICE_GIVEN: { zh: "已告知未决定", en: "Prior notice given, not decided; not public" },
    IN_FORCE: { zh: "生效中", en: "In force" },
    EXPIRED: { zh: "已期满", en: "Over" },
    REVOKED: { zh: "已撤销", en: "Revoked after appeal; not public", terminal: true },
  },
  initial: PRIOR_NOTICE_GIVEN,
  transitions: [
    {
      event: "DECIDE",
      from: [PRIOR_NOTICE_GIVEN],
      to: IN_FORCE,
      actors: ["OFFICER"],
      guards: [
        {
          reason: "DEFENCE_NEEDED",
          en: "the intermediary was heard, or let the time pass",
          holds: ({ heard }) => heard,
        },
        {
          reason: "MONTHS_NOT_ALLOWED",
          en: "as many months as its level may last",
          holds: ({ level, months }) =>
            months === undefined ? sanctionMonths(level).length === 0 : sanctionMonths(level).includes(months),
        },
      ],
      basis: BASIS,
      sets: ["decidedOn"],
    },
    {
      event: "EXPIRE",
      from: [IN_FORCE],
      to: EXPIRED,
      actors: ["TIME"],
      guards: [
        {
          reason: "SANCTION_RUNS",
          en: "its last day is past",
          holds: ({ today, lastDay }) => lastDay !== undefined && today > lastDay,
        },
      ],
      basis: BASIS,
    },
    {
      event: "REVOKE",
      from: [IN_FORCE, EXPIRED],
      to: REVOKED,
      actors: ["OFFICER"],
      guards: [
        {
          reason: "APPEAL_NEEDED",
          en: "an appeal or a review took it back",
          holds: ({ appealUpheld }) => appealUpheld,
        },
      ],
      basis: BASIS,
      sets: ["revokedOn"],
    },
  ],
  computed: "Computed from the days of notice, decision, end and revocation; never stored.",
});

describeEnum(
  SanctionLevel,
  SANCTION_LADDER.name,
  "How grave a sanction is (惩戒等级).",
  describedStates(SANCTION_LADDER),
);
describeEnum(
  SanctionState,
  SANCTION.name,
  "Where a sanction stands on the day of the request (惩戒状态).",
  describedStates(SANCTION),
);
