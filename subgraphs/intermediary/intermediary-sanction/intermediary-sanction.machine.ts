/** Two machines of sanctions: the ladder of levels (提醒, 约谈, 暂停, 清退), and the life of one; on which state a day falls is computed in intermediary-sanction.status.ts. Pure. */
import { basisOfProcedure } from "../../../platform/domain/index.js";
import { describeEnum } from "../../../platform/graphql/enum.js";
import { defineMachine, describedStates, REASONS_TOLD } from "../../../platform/machine/index.js";
import { SANCTION_GUARDS, SanctionLevel, type SanctionGuardFacts } from "./intermediary-sanction.guards.js";

export { SanctionLevel, sanctionMonths, type SanctionGuardFacts } from "./intermediary-sanction.guards.js";

/** Where a sanction stands on a day. */
export enum SanctionState {
  PRIOR_NOTICE_GIVEN = "PRIOR_NOTICE_GIVEN",
  IN_FORCE = "IN_FORCE",
  EXPIRED = "EXPIRED",
  REVOKED = "REVOKED",
  DROPPED = "DROPPED",
}

const BASIS = basisOfProcedure("MARKET-SANCTION");

/** What happens to the level under which an intermediary stands. */
export type SanctionLevelEvent = "AGGRAVATE";

/** What the guards of the ladder look at. */
export interface SanctionLevelGuardFacts {
  /** True where a sanction of the level was decided and not revoked. */
  readonly decided: boolean;
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
      guards: [
        {
          reason: "LEVEL_BELOW_NEEDED",
          en: "a sanction of the level below that was decided",
          holds: ({ decided }) => decided,
        },
        { reason: "BREACH_ENDED", en: "the breach goes on", holds: ({ breachGoesOn }) => breachGoesOn },
      ],
      basis: BASIS,
    }),
  ),
});

/** What happens to a sanction. */
export type SanctionEvent = "DEFEND" | "DECIDE" | "DROP" | "APPEAL" | "REJECT_APPEAL" | "REVOKE" | "EXPIRE";

const { PRIOR_NOTICE_GIVEN, IN_FORCE, EXPIRED, REVOKED, DROPPED } = SanctionState;
const { stated, inTime, firstDefence, heard, noParty, noJudgeOfOwn, months, asTold, document, decisionInTime } =
  SANCTION_GUARDS;
const { appealInTime, firstAppeal, appealed, over } = SANCTION_GUARDS;

/** Who decides: the department, unless the firm worked for it; then the supervisor of the division. */
const DECIDERS = ["OFFICER", "SUPERVISOR"] as const;

/** Life of a sanction. */
export const SANCTION = defineMachine<SanctionState, SanctionEvent, SanctionGuardFacts>({
  name: "SanctionState",
  title: "Sanction of an intermediary 中介机构惩戒",
  states: {
    PRIOR_NOTICE_GIVEN: { zh: "已告知未决定", en: "Prior notice given, not decided; not public" },
    IN_FORCE: { zh: "生效中", en: "In force" },
    EXPIRED: { zh: "已期满", en: "Over" },
    REVOKED: { zh: "已撤销", en: "Revoked after appeal; not public", terminal: true },
    DROPPED: { zh: "不予惩戒", en: "Dropped after the defence; not public", terminal: true },
  },
  initial: PRIOR_NOTICE_GIVEN,
  transitions: [
    {
      event: "DEFEND",
      from: [PRIOR_NOTICE_GIVEN],
      to: PRIOR_NOTICE_GIVEN,
      actors: ["FIRM"],
      guards: [stated, inTime, firstDefence],
      limit: "M-DEFENCE",
      basis: BASIS,
      sets: ["defence"],
    },
    {
      event: "DECIDE",
      from: [PRIOR_NOTICE_GIVEN],
      to: IN_FORCE,
      actors: DECIDERS,
      guards: [heard, noParty, months, asTold, document, REASONS_TOLD, decisionInTime],
      limit: "M-SANCTION",
      basis: BASIS,
      sets: ["decidedOn"],
    },
    {
      event: "DROP",
      from: [PRIOR_NOTICE_GIVEN],
      to: DROPPED,
      actors: DECIDERS,
      guards: [noParty, REASONS_TOLD],
      basis: BASIS,
      sets: ["droppedOn"],
    },
    {
      event: "EXPIRE",
      from: [IN_FORCE],
      to: EXPIRED,
      actors: ["TIME"],
      guards: [over],
      basis: BASIS,
    },
    ...([IN_FORCE, EXPIRED] as const).map((state) => ({
      event: "APPEAL" as const,
      from: [state],
      to: state,
      actors: ["FIRM"] as const,
      guards: [stated, appealInTime, firstAppeal],
      limit: "M-SANCTION-APPEAL",
      basis: BASIS,
      sets: ["appeal"],
    })),
    // Whoever decided does not uphold its own decision; to revoke it is never too late.
    ...([IN_FORCE, EXPIRED] as const).map((state) => ({
      event: "REJECT_APPEAL" as const,
      from: [state],
      to: state,
      actors: ["SUPERVISOR"] as const,
      guards: [appealed, noJudgeOfOwn, REASONS_TOLD],
      basis: BASIS,
    })),
    {
      event: "REVOKE",
      from: [IN_FORCE, EXPIRED],
      to: REVOKED,
      actors: ["SUPERVISOR"],
      guards: [appealed, REASONS_TOLD],
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
