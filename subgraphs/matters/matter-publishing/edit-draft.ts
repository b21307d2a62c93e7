/** A draft as an edit leaves it: what is not said stays, an empty text takes away, a list stands in place of the one before. Pure. */
import type { LocalDate } from "../../../platform/domain/index.js";
import { badInput } from "../../../platform/errors/index.js";
import type { MatterContent } from "../matter/matter.js";
import type { DraftedMatter } from "../matter-draft/matter-draft.js";
import type { DraftedContentInput } from "./drafted-content.input.js";
import {
  channelsOf,
  faqOf,
  feeOf,
  limitOf,
  materialOf,
  publicTextOn,
  resultOf,
  situationOf,
  stepOf,
  type PublicText,
} from "./drafted-parts.js";

/** Most entries of lists. */
const MOST = { materials: 100, conditions: 20, steps: 20, fees: 20, faqs: 20, themes: 20 } as const;

/** Longest theme. */
const LONGEST_THEME = 50;

/** The draft with what is said. Throws BAD_USER_INPUT for a part that says nothing, a list that is too long, a name that is in a list twice, a situation that is none of the draft's. */
export const editDraft = (before: DraftedMatter, given: DraftedContentInput, today: LocalDate): DraftedMatter => {
  const text = publicTextOn(today);
  const taskName = given.taskName == null ? before.taskName : text(given.taskName);
  if (taskName === undefined) throw badInput("taskName", "STATED", "taskName says something.");
  for (const [list, most] of Object.entries(MOST))
    if ((given[list as keyof typeof MOST]?.length ?? 0) > most)
      throw badInput(list, "MAX", `${list} has at most ${most} entries.`);
  if (given.themes?.some((theme) => [...theme].length > LONGEST_THEME))
    throw badInput("themes", "MAX_LENGTH", `A theme has at most ${LONGEST_THEME} characters.`);
  const after: DraftedMatter = {
    taskName,
    taskState: given.taskState ?? before.taskState,
    serves: given.serves == null ? before.serves : [...new Set(given.serves)],
    handlingType: given.handlingType ?? before.handlingType,
    visits: given.visits ?? before.visits,
    isFee: given.isFee ?? before.isFee,
    isOnline: given.isOnline ?? before.isOnline,
    themes: given.themes == null ? before.themes : [...new Set(given.themes.flatMap((theme) => text(theme) ?? []))],
    content: editContent(before.content, given, text),
  };
  // What an import once brought is not asked of whoever changes something else.
  if (given.materials != null || given.conditions != null) checkNames(after.content);
  return after;
};

const editContent = (before: MatterContent, given: DraftedContentInput, text: PublicText): MatterContent => {
  const said = (now: string | null | undefined, then: string | undefined): string | undefined =>
    now == null ? then : text(now);
  const each = <Part, Kept>(
    now: Part[] | null | undefined,
    then: Kept[],
    read: (part: Part, text: PublicText) => Kept,
  ) => (now == null ? then : now.map((part) => read(part, text)));
  return {
    ...before,
    statutory: given.statutory ? limitOf(given.statutory, text) : before.statutory,
    promised: given.promised ? limitOf(given.promised, text) : before.promised,
    onlineDepth: given.onlineDepth == null ? before.onlineDepth : [...new Set(given.onlineDepth)],
    handleArea: given.handleArea ?? before.handleArea,
    limitExplain: said(given.limitExplain, before.limitExplain),
    visitReason: said(given.visitReason, before.visitReason),
    acceptCondition: said(given.acceptCondition, before.acceptCondition),
    conditions: each(given.conditions, before.conditions, situationOf),
    materials: each(given.materials, before.materials, materialOf),
    steps: each(given.steps, before.steps, stepOf),
    fees: each(given.fees, before.fees, feeOf),
    result: given.result ? resultOf(given.result, text) : before.result,
    channels: given.channels ? channelsOf(given.channels, before.channels, text) : before.channels,
    faqs: each(given.faqs, before.faqs, faqOf),
    consultPhone: said(given.consultPhone, before.consultPhone),
    complaintPhone: said(given.complaintPhone, before.complaintPhone),
  };
};

/** Cases name materials by name and situations by id: each is one. */
const checkNames = ({ materials, conditions }: MatterContent): void => {
  const once = (list: string, names: readonly string[]): void => {
    if (new Set(names).size < names.length) throw badInput(list, "NAME_TWICE", `A name of ${list} stands twice.`);
  };
  once(
    "materials",
    materials.map(({ name }) => name),
  );
  once(
    "conditions",
    conditions.map(({ id }) => id),
  );
  const known = new Set(conditions.map(({ id }) => id));
  if (materials.some(({ situationIds }) => situationIds.some((id) => !known.has(id))))
    throw badInput("materials", "MATERIAL_SITUATION", "A situation is none of the matter's.");
};
