/** Enumerations of the directory of standards of openness. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** Unit of a time within which something is to be published. */
export enum OpennessUnit {
  WORKING_DAY = "WORKING_DAY",
  NATURAL_DAY = "NATURAL_DAY",
}

describeEnum(OpennessUnit, "OpennessUnit", "Unit of a time of publication (公开时限单位).", {
  WORKING_DAY: "Working days of the State Council's calendar (工作日).",
  NATURAL_DAY: "Natural days; one that ends on a day off ends on the next working day (自然日).",
});

/** What starts the clock. */
export enum OpennessClockStart {
  CREATION = "CREATION",
  DECISION = "DECISION",
  APPROVAL = "APPROVAL",
}

describeEnum(OpennessClockStart, "OpennessClockStart", "What starts the clock of a publication (公开时限起算).", {
  CREATION: "The information is made or changed (信息形成或者变更之日).",
  DECISION: "An administrative decision is made (作出行政决定之日).",
  APPROVAL: "A plan, budget or account is approved (批准之日).",
});

/** How it is published. */
export enum OpennessManner {
  PROACTIVE = "PROACTIVE",
  ON_REQUEST = "ON_REQUEST",
}

describeEnum(OpennessManner, "OpennessManner", "How something is made public (公开方式).", {
  PROACTIVE: "Without being asked (主动公开).",
  ON_REQUEST: "When somebody asks for it (依申请公开).",
});

/** Level of the body that publishes. */
export enum OpennessLevel {
  COUNTY = "COUNTY",
  TOWNSHIP = "TOWNSHIP",
}

describeEnum(OpennessLevel, "OpennessLevel", "Level at which something is published (公开层级).", {
  COUNTY: "County (县级).",
  TOWNSHIP: "Township (乡级).",
});

/** Kind of record by which a standard is checked; each document is of one kind. Stored, not shown. */
export enum CheckedKind {
  NORMATIVE_DOCUMENT = "NORMATIVE_DOCUMENT",
  PUBLIC_NOTICE = "PUBLIC_NOTICE",
  OTHER_DOCUMENT = "OTHER_DOCUMENT",
}
