/** What the steps up to the selection change: public notice, standstill, opening, selection or failure. Pure. */
import { PROVISIONAL, addDays, addWorkdays, draw, figureOf, type LocalDate } from "../../../platform/domain/index.js";
import { badInput } from "../../../platform/errors/index.js";
import { STORED_DRAW, STORED_SOURCE } from "../draw/draw.stored.js";
import { Selection } from "../intermediary-procurement/intermediary-procurement.enums.js";
import { earliestClose } from "../intermediary-procurement/intermediary-procurement.status.js";
import { STORED_SUSPENSION } from "../intermediary-procurement/intermediary-procurement.stored.js";
import type {
  PublishProcurementInput,
  ReasonedProcurementInput,
  ResumeProcurementInput,
  SelectIntermediaryInput,
} from "./procurement-handling.input.js";
import type { CountedBid } from "./procurement-handling.repository.js";
import { clockFacts, type ProjectInHand } from "./project-facts.js";
import type { ProjectChange } from "./project-step.js";
import { hasPrice, winnerByPrice } from "./selection.js";

/** Last day on which firms tell what they sealed. */
const revealsUntil = (selection: Selection, closesAt: LocalDate): LocalDate | undefined => {
  if (!hasPrice(selection)) return undefined;
  const days = figureOf("MARKET-BIDDING", "REVEAL_DAYS");
  const day = addWorkdays(closesAt, days);
  // A year without a published calendar has days all the same.
  return day === PROVISIONAL ? addDays(closesAt, days) : day;
};

/** Public notice. */
export const publish = (
  { closesOn, randomSource }: PublishProcurementInput,
  { project }: ProjectInHand,
  today: LocalDate,
): ProjectChange => {
  const earliest = earliestClose({ publicNoticeAt: today, suspensions: [] }) ?? addDays(today, 1);
  const named = project.selection === Selection.LOTTERY && randomSource != null ? randomSource : undefined;
  if (named && (named.name.trim() === "" || named.reference.trim() === ""))
    throw badInput("randomSource", "STATED", "A source has a name and says which value counts.");
  return {
    event: "GIVE_PUBLIC_NOTICE",
    facts: {
      closesAt: closesOn,
      noticeTooShort: closesOn < earliest,
      sourceNamed: named !== undefined,
      sourceTooEarly: named !== undefined && named.knownOn <= closesOn,
    },
    set: {
      publicNoticeAt: today,
      closesAt: closesOn,
      revealsUntil: revealsUntil(project.selection, closesOn),
      ...(named === undefined
        ? {}
        : {
            randomSource: STORED_SOURCE.write({
              name: named.name,
              reference: named.reference,
              chosenAt: today,
              knownOn: named.knownOn,
            }),
          }),
    },
  };
};

/** Standstill. */
export const suspend = (
  { reasons }: ReasonedProcurementInput,
  { project }: ProjectInHand,
  today: LocalDate,
): ProjectChange => ({
  event: "SUSPEND",
  facts: reasons == null ? {} : { reasons },
  set: {
    stateReason: reasons ?? undefined,
    suspensions: [
      ...project.suspensions,
      STORED_SUSPENSION.write({ from: today, reason: reasons ?? undefined } as never),
    ],
  },
  reason: reasons ?? undefined,
});

/** The project goes on: the notice is as long as it would have been, which a later closing day may have to see to. */
export const resume = (
  { closesOn, reasons }: ResumeProcurementInput,
  { project }: ProjectInHand,
  today: LocalDate,
): ProjectChange => {
  const before = project.closesAt!;
  const closesAt = closesOn ?? before;
  const began = project.suspensions.map(STORED_SUSPENSION.read).at(-1)?.from ?? today;
  // Bids that were closed when it was suspended stay closed: firms may have told what they sealed.
  if (closesAt < before || (closesAt > before && (closesAt < today || began > before || project.openedAt)))
    throw badInput(
      "closesOn",
      "CLOSING_DAY_EARLIER",
      "Bids close no earlier than was told and not in the past, and stay closed once they are.",
    );
  const suspensions = project.suspensions.map((kept) => {
    const span = STORED_SUSPENSION.read(kept);
    return span.to === undefined ? STORED_SUSPENSION.write({ ...span, to: today } as never) : kept;
  });
  const earliest = earliestClose(clockFacts({ ...project, suspensions })) ?? closesAt;
  return {
    event: "RESUME",
    facts: { closesAt, noticeTooShort: project.openedAt === undefined && closesAt < earliest },
    set: { stateReason: undefined, suspensions, closesAt, revealsUntil: laterReveals(project, closesAt, today) },
    reason: reasons ?? undefined,
  };
};

/** Where bids close later, firms tell later what they sealed; where that day passed in the standstill, they get it back. */
const laterReveals = (
  { selection, closesAt, revealsUntil: told, openedAt }: ProjectInHand["project"],
  closes: LocalDate,
  today: LocalDate,
): LocalDate | undefined => {
  if (told === undefined || openedAt !== undefined) return told;
  if (closes !== closesAt) return revealsUntil(selection, closes);
  const again = revealsUntil(selection, today < closes ? closes : today);
  return again !== undefined && again > told ? again : told;
};

/** Opening: from here on everybody reads the bids. */
export const open = (today: LocalDate): ProjectChange => ({ event: "OPEN_BIDS", set: { openedAt: today } });

/** Too few bids: they stay sealed. */
export const fail = ({ reasons }: Partial<Pick<ReasonedProcurementInput, "reasons">>): ProjectChange => {
  const told = reasons ?? "有效报价不足";
  return { event: "FAIL", set: { stateReason: told }, reason: told };
};

/** The draw, recomputable by anyone (draw.ts). Throws BAD_USER_INPUT without a value of the source. */
const drawn = (projectNo: string, counted: readonly CountedBid[], sourceValue: string | undefined) => {
  if (sourceValue === undefined || sourceValue.trim() === "")
    throw badInput("sourceValue", "STATED", "A draw needs the value of its source.");
  const candidates = counted.map(({ intermediaryId }) => intermediaryId);
  const result = draw({ projectNo, candidates, sourceValue });
  return result && { winner: result.selected, kept: STORED_DRAW.write({ ...result, sourceValue }) };
};

/** Selection, by the way that the notice told. Of bids that are sealed nothing is computed: the machine refuses. */
export const select = (
  { selected, sourceValue, reasons }: SelectIntermediaryInput,
  { project, counted, facts }: ProjectInHand,
  today: LocalDate,
): ProjectChange => {
  const change = { event: "SELECT", reason: reasons ?? undefined } as const;
  if (facts.openedAt === undefined || facts.sourceToCome === true) return { ...change, facts: { selectedId: "" } };
  const { selection, projectNo } = project;
  const byLot = selection === Selection.LOTTERY ? drawn(projectNo, counted, sourceValue ?? undefined) : undefined;
  const byRule = byLot?.winner ?? winnerByPrice(selection, counted)?.intermediaryId;
  const isNamed = selection === Selection.DIRECT || selection === Selection.BEST_VALUE;
  const winner = counted.find(({ intermediaryId, firmUscc }) =>
    isNamed ? firmUscc === selected : intermediaryId === byRule,
  );
  if (winner === undefined) return change;
  return {
    ...change,
    facts: { selectedId: winner.intermediaryId, drawn: byLot !== undefined },
    set: {
      selectedAt: today,
      selectedId: winner.intermediaryId,
      selectedUscc: winner.firmUscc,
      ...(byLot === undefined ? {} : { draw: byLot.kept, drawnAt: today }),
    },
  };
};
