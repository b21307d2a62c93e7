/** What the machine of a case looks at before a step is taken: numbers, reasons, pauses, materials, promises and commitments. Pure. */
import { isStated, type Guard } from "../../../platform/machine/index.js";
import type { CaseGuardFacts } from "./service-case.state.js";

type CaseGuard = Guard<CaseGuardFacts>;

/** What is decided was accepted under a number. */
export const numbered: CaseGuard = {
  reason: "ACCEPTANCE_NUMBER_NEEDED",
  en: "the number of the acceptance notice",
  holds: ({ acceptanceNo }) => isStated(acceptanceNo),
};

/** 行政许可法 第三十二条: all that is missing is told once. */
export const toldOnce: CaseGuard = {
  reason: "NOTICE_ONCE",
  en: "all that is missing is told at once",
  holds: ({ notices = 0 }) => notices <= 1,
};

/** L07: the clock stands still by a special procedure alone. */
export const paused: CaseGuard = {
  reason: "OPEN_PROCEDURE_NEEDED",
  en: "a special procedure that goes on",
  holds: ({ openSuspension }) => openSuspension,
};

/** It goes on when that is over. */
export const noPause: CaseGuard = {
  reason: "OPEN_PROCEDURE_LEFT",
  en: "the special procedure is over",
  holds: ({ openSuspension }) => !openSuspension,
};

/** 行政许可法 第三十八条: whoever refuses tells reasons, and the right to review and lawsuit. */
const toldWhere = (refuses: (facts: CaseGuardFacts) => boolean): readonly CaseGuard[] => [
  {
    reason: "REFUSAL_NEEDS_REASONS",
    en: "a refusal tells reasons",
    holds: (facts) => !refuses(facts) || isStated(facts.reasons),
  },
  {
    reason: "REFUSAL_NEEDS_REMEDY",
    en: "a refusal tells the right to review and lawsuit",
    holds: (facts) => !refuses(facts) || isStated(facts.remedy),
  },
];

/** Not to accept is to refuse. */
export const told = toldWhere(() => true);

/** A decision refuses unless it is known to grant. */
export const toldUnlessGranted = toldWhere(({ granted }) => granted !== true);

/** L02: the limit is extended as the head of the agency approved. */
export const approvedByHead: CaseGuard = {
  reason: "HEAD_APPROVAL_NEEDED",
  en: "approval by the head of the agency",
  holds: (facts) => facts.approvedByHead === true,
};

/** L02: and once. */
export const extendedOnce: CaseGuard = {
  reason: "EXTENDED_BEFORE",
  en: "the limit is extended once at most",
  holds: ({ extensions = 0 }) => extensions <= 1,
};

/** 行政许可法 第三十条、第三十一条: what is to be handed in is published, and is handed in. */
export const complete: CaseGuard = {
  reason: "MATERIALS_MISSING",
  en: "every required material",
  holds: ({ missingMaterials = [] }) => missingMaterials.length === 0,
  missing: ({ missingMaterials = [] }) => missingMaterials,
};

/** 容缺后补: what is brought later was promised. */
export const promised: CaseGuard = {
  reason: "NOTHING_PROMISED",
  en: "a material that was promised",
  holds: (facts) => facts.promised === true,
};

/** It comes before the decision that grants; one that refuses does not wait. */
export const promiseKept: CaseGuard = {
  reason: "PROMISED_MATERIALS_MISSING",
  en: "the materials that were promised",
  holds: ({ granted, promisedMaterials = [] }) => !granted || promisedMaterials.length === 0,
  missing: ({ promisedMaterials = [] }) => promisedMaterials,
};

/** A decision on the spot grants: nothing that was promised is outstanding. */
export const promisesKept: CaseGuard = {
  ...promiseKept,
  holds: ({ promisedMaterials = [] }) => promisedMaterials.length === 0,
};

/** 告知承诺: who broke a commitment hands in the material itself. */
export const trusted: CaseGuard = {
  reason: "COMMITMENT_BROKEN_BEFORE",
  en: "no commitment of the applicant was found broken",
  holds: ({ committedMaterials = [], brokeCommitment }) => committedMaterials.length === 0 || brokeCommitment !== true,
};

/** What is granted on the spot rests on a commitment. */
export const committed: CaseGuard = {
  reason: "NOTHING_COMMITTED",
  en: "a commitment in place of a material",
  holds: ({ committedMaterials = [] }) => committedMaterials.length > 0,
};

/** What is verified or annulled was granted on one. */
export const resting: CaseGuard = {
  reason: "NOTHING_RESTS_ON_COMMITMENT",
  en: "a decision that grants and rests on a commitment",
  holds: ({ restsOnCommitment }) => restsOnCommitment === true,
};

/** It is found kept once. */
export const unverified: CaseGuard = {
  reason: "COMMITMENT_VERIFIED",
  en: "a commitment that nobody verified yet",
  holds: ({ commitmentOpen }) => commitmentOpen === true,
};
