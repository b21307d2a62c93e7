/** A draft of a matter's next version as the domain knows it: no decorator, no row, no I/O. */
import type { LocalDate } from "../../../platform/domain/index.js";
import type { HandlingType, ServiceRecipient, TaskState } from "../matter/matter.enums.js";
import type { EditorialStatus } from "../matter/matter.machine.js";
import type { MatterContent, ServiceMatter } from "../matter/matter.js";

/** What of a matter is drafted: all that its agency says of it, and none of its codes, links and competence. */
export interface DraftedMatter {
  readonly taskName: string;
  readonly taskState: TaskState;
  readonly serves: ServiceRecipient[];
  readonly handlingType?: HandlingType;
  readonly visits?: number;
  readonly isFee?: boolean;
  readonly isOnline?: boolean;
  readonly themes: string[];
  readonly content: MatterContent;
}

/** The same as one object, as it is shown and compared. */
export type DraftedContent = Omit<DraftedMatter, "content"> & MatterContent;

/** A draft of the next version of a matter. */
export interface MatterDraft extends DraftedMatter {
  readonly id: string;
  readonly state: EditorialStatus;
  /** Counted up by every write. */
  readonly version: number;
  readonly matterId: string;
  /** Version of the matter from which it was written. */
  readonly baseVersion: number;
  readonly deptUscc: string;
  readonly divisionCode: string;
  /** Pseudonyms of all who wrote of it. */
  readonly authors: string[];
  readonly draftedOn: LocalDate;
  readonly publishedOn?: LocalDate;
  /** The matter's version that it became. */
  readonly publishedVersion?: number;
}

/** What would be drafted of a matter as it stands. */
export const draftedOf = (matter: ServiceMatter): DraftedMatter => {
  const { taskName, taskState, serves, handlingType, visits, isFee, isOnline, themes } = matter;
  const { allMaterials: materials, jointDeptIds, onlineDepth } = matter;
  const { statutory, promised, deptType, entrustName, powerSource, handleArea, limitExplain, visitReason } = matter;
  const { acceptCondition, conditions, steps, fees, result, channels, faqs, consultPhone, complaintPhone } = matter;
  return {
    ...{ taskName, taskState, serves, handlingType, visits, isFee, isOnline, themes },
    content: {
      ...{ statutory, promised, deptType, entrustName, powerSource, jointDeptIds, onlineDepth, handleArea },
      ...{ limitExplain, visitReason, acceptCondition, conditions, materials, steps, fees, result, channels, faqs },
      ...{ consultPhone, complaintPhone },
    },
  };
};

/** All that the draft says, as one object. */
export const contentOf = ({ content, ...drafted }: DraftedMatter): DraftedContent => {
  const { taskName, taskState, serves, handlingType, visits, isFee, isOnline, themes } = drafted;
  return { taskName, taskState, serves, handlingType, visits, isFee, isOnline, themes, ...content };
};

/** The matter as it would be with the draft: what the publishing gate looks at. */
export const withDraft = (matter: ServiceMatter, { content, ...drafted }: DraftedMatter): ServiceMatter => {
  const { taskName, taskState, serves, handlingType, visits, isFee, isOnline, themes } = drafted;
  const { materials, jointDeptIds = [], onlineDepth = [], ...parts } = content;
  return {
    ...matter,
    ...{ taskName, taskState, serves, handlingType, visits, isFee, isOnline, themes },
    ...{ ...parts, allMaterials: materials, jointDeptIds, onlineDepth },
  };
};
