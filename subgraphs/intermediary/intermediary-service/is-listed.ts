/** Whether a service stands on the list on a day: kept, not cleared away, merged or turned over, and within its days. Pure. */
import type { LocalDate } from "../../../platform/domain/index.js";
import { ListState } from "./intermediary-service.enums.js";

/** What is looked at; a day that is absent bounds nothing. */
interface Listed {
  readonly listState: ListState;
  readonly effectiveFrom?: LocalDate;
  readonly effectiveTo?: LocalDate;
}

/** True where it does. */
export const isListedOn = ({ listState, effectiveFrom, effectiveTo }: Listed, today: LocalDate): boolean =>
  listState === ListState.KEPT &&
  (effectiveFrom === undefined || effectiveFrom <= today) &&
  (effectiveTo === undefined || today <= effectiveTo);
