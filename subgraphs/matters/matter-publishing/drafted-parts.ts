/** Parts of a draft as they are written: what is personal in their texts is blotted out, since all of them are published. Pure. */
import { withoutPersons, type LocalDate } from "../../../platform/domain/index.js";
import { badInput } from "../../../platform/errors/index.js";
import { isStated } from "../../../platform/machine/index.js";
import type { Channels, Faq, FeeItem, Material, MatterResult, ProcessStep, Situation } from "../matter/matter.js";
import type { TimeLimit } from "../../../platform/graphql/time-limit.type.js";
import type { DraftedChannelsInput } from "./drafted-content.input.js";
import type {
  DraftedFaqInput,
  DraftedFeeInput,
  DraftedLimitInput,
  DraftedMaterialInput,
  DraftedResultInput,
  DraftedSituationInput,
  DraftedStepInput,
} from "./drafted-parts.input.js";

/** What GraphQL may give for what is not said. */
type Given<Value> = Value | null | undefined;

/** How a text that is said goes public: undefined where it says nothing. */
export type PublicText = (text: Given<string>) => string | undefined;

/** Texts of the day. */
export const publicTextOn =
  (today: LocalDate): PublicText =>
  (text) =>
    text != null && isStated(text) ? withoutPersons(text.trim(), { today }) : undefined;

/** A text that a part can not do without. Throws BAD_USER_INPUT (STATED) where it says nothing. */
const needed = (argument: string, text: string | undefined): string => {
  if (text === undefined) throw badInput(argument, "STATED", `${argument} says something.`);
  return text;
};

/** A code or a web address, as it is given: undefined where it says nothing. */
export const codeOf = (text: Given<string>): string | undefined =>
  text != null && isStated(text) ? text.trim() : undefined;

/** A limit. */
export const limitOf = ({ amount, unit, explain }: DraftedLimitInput, text: PublicText): TimeLimit => ({
  ...{ amount, unit },
  explain: text(explain),
});

/** A situation. */
export const situationOf = ({ id, name }: DraftedSituationInput, text: PublicText): Situation => ({
  id: needed("conditions", codeOf(id)),
  name: needed("conditions", text(name)),
});

/** A material. */
export const materialOf = (given: DraftedMaterialInput, text: PublicText): Material => ({
  name: needed("materials", text(given.name)),
  type: given.type ?? undefined,
  format: given.format ?? undefined,
  need: given.need ?? undefined,
  source: given.source ?? undefined,
  copies: given.copies ?? undefined,
  spec: text(given.spec),
  licenceType: codeOf(given.licenceType),
  acceptStandard: text(given.acceptStandard),
  fillExplain: text(given.fillExplain),
  situationIds: [...new Set(given.situationIds ?? [])],
  blankFormAddress: codeOf(given.blankForm),
  sampleAddress: codeOf(given.sample),
  intermediaryServiceCode: codeOf(given.intermediaryServiceCode),
  legalBasisId: codeOf(given.legalBasisId),
  ...(given.commitment == null
    ? {}
    : {
        commitment: {
          text: needed("materials", text(given.commitment.text)),
          verifyWithinDays: given.commitment.verifyWithinDays,
        },
      }),
});

/** A step of handling. */
export const stepOf = ({ name, workingDays }: DraftedStepInput, text: PublicText): ProcessStep => ({
  name: needed("steps", text(name)),
  workingDays: workingDays ?? undefined,
});

/** A fee. */
export const feeOf = ({ name, standard, reducible, legalBasisId }: DraftedFeeInput, text: PublicText): FeeItem => ({
  name: needed("fees", text(name)),
  standard: text(standard),
  reducible: reducible ?? undefined,
  legalBasisId: codeOf(legalBasisId),
});

/** A result. */
export const resultOf = ({ name, hasSample }: DraftedResultInput, text: PublicText): MatterResult => ({
  name: text(name),
  hasSample: hasSample ?? undefined,
});

/** A question with its answer. */
export const faqOf = ({ question, answer }: DraftedFaqInput, text: PublicText): Faq => ({
  question: needed("faqs", text(question)),
  answer: needed("faqs", text(answer)),
});

/** Channels: what is not said stays, an empty text takes away. */
export const channelsOf = (given: DraftedChannelsInput, before: Channels = {}, text: PublicText): Channels => {
  const said = (now: Given<string>, then: string | undefined, read: PublicText): string | undefined =>
    now == null ? then : read(now);
  return {
    hall: given.hall ?? before.hall,
    express: given.express ?? before.express,
    appointment: given.appointment ?? before.appointment,
    terminal: given.terminal ?? before.terminal,
    singleSignOn: given.singleSignOn ?? before.singleSignOn,
    payOnline: given.payOnline ?? before.payOnline,
    address: said(given.address, before.address, text),
    hours: said(given.hours, before.hours, text),
    webAddress: said(given.link, before.webAddress, codeOf),
    mobileAddress: said(given.mobileLink, before.mobileAddress, codeOf),
  };
};
