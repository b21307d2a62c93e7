/** A consultation as the domain knows it: no decorator, no row, no I/O. */
import type { LocalDate } from "../../../platform/domain/index.js";
import type { Deadline } from "../../../platform/graphql/index.js";
import type { ConsultationState } from "./consultation.machine.js";

/** Most questions of a consultation, with those that follow an answer. */
export const MOST_TURNS = 20;

/** A question with its answer, if it has one. */
export interface ConsultationTurn {
  readonly question: string;
  readonly askedOn: LocalDate;
  readonly answer?: string;
  readonly answeredOn?: LocalDate;
}

/** What somebody asked an agency about one of its matters. */
export interface Consultation {
  readonly id: string;
  readonly state: ConsultationState;
  /** Counted up by every write. */
  readonly version: number;
  /** True where the asker agreed that question and answer are published without them. */
  readonly mayPublish: boolean;
  /** Day of the last question. */
  readonly askedOn: LocalDate;
  /** Day of the answer to it. */
  readonly answeredOn?: LocalDate;
  readonly publishedOn?: LocalDate;
  /** What everybody reads, as the agency published it. */
  readonly publicQuestion?: string;
  readonly publicAnswer?: string;
  /** Limit of the answer to the last question; none once it was taken back. */
  readonly deadline?: Deadline;
  readonly matterId: string;
  /** Hash of a person or credit code of a body: who asked. */
  readonly subject: string;
  readonly deptId: string;
  readonly deptUscc: string;
  readonly divisionCode: string;
}
