/** Who may know of a list entry: everybody while it stands, afterwards its subject, its authority and supervisors. */
import type { Viewer } from "../../../platform/auth/index.js";
import type { LocalDate } from "../../../platform/domain/index.js";
import { isEntitled } from "../counterparty/counterparty.js";
import type { ListEntry } from "./list-entry.type.js";

/** True while the entry stands on the day. */
export const stands = (
  { listedOn, expiresOn, removedOn }: Pick<ListEntry, "listedOn" | "expiresOn" | "removedOn">,
  today: LocalDate,
): boolean =>
  listedOn <= today &&
  (expiresOn === undefined || today <= expiresOn) &&
  (removedOn === undefined || today < removedOn);

/** True where the viewer may know that the entry exists. */
export const canRead = (viewer: Viewer, entry: ListEntry): boolean =>
  !entry.archived ||
  isEntitled(viewer, { subject: entry.subject, agency: entry.authorityUscc, division: entry.divisionCode });
