/** What is kept of the parts of a matter's content: limits, materials, steps, fees, results, channels (decision 33). */
import type { EachField } from "../../../platform/database/index.js";
import type { TimeLimit } from "../../../platform/graphql/time-limit.type.js";
import type { MaterialFormat, MaterialNeed, MaterialSource, MaterialType } from "./material.enums.js";
import type { Channels, FeeItem, Material, MaterialCommitment, MatterResult, ProcessStep } from "./matter.js";

/** A time limit, version 1. */
export interface StoredLimitV1 {
  readonly amount: number;
  readonly unit: "WORKING_DAY" | "NATURAL_DAY" | "MONTH" | "HOUR" | "IMMEDIATE";
  readonly explain?: string;
}

/** A material, version 1. */
export interface StoredMaterialV1 {
  readonly name: string;
  readonly type?: "ORIGINAL" | "COPY" | "BOTH";
  readonly format?: "PAPER" | "ELECTRONIC" | "BOTH";
  readonly need?: "REQUIRED" | "OPTIONAL" | "LATER";
  readonly source?: "APPLICANT" | "GOVERNMENT" | "OTHER";
  readonly copies?: number;
  readonly spec?: string;
  readonly licenceType?: string;
  readonly acceptStandard?: string;
  readonly fillExplain?: string;
  readonly situationIds: readonly string[];
  readonly blankFormAddress?: string;
  readonly sampleAddress?: string;
  readonly intermediaryServiceCode?: string;
  readonly legalBasisId?: string;
}

/** A material, version 2: with the commitment that may stand for it. */
export interface StoredMaterialV2 extends StoredMaterialV1 {
  readonly commitment?: { readonly text: string; readonly verifyWithinDays: number };
}

/** A step of handling, version 1. */
export interface StoredMatterStepV1 {
  readonly name: string;
  /** Working days. */
  readonly workingDays?: number;
}

/** A fee, version 1. */
export interface StoredFeeV1 {
  readonly name: string;
  readonly standard?: string;
  readonly reducible?: boolean;
  readonly legalBasisId?: string;
}

/** How one can apply, version 1. */
export interface StoredChannelsV1 {
  readonly hall?: boolean;
  readonly express?: boolean;
  readonly appointment?: boolean;
  readonly terminal?: boolean;
  readonly singleSignOn?: boolean;
  readonly payOnline?: boolean;
  readonly address?: string;
  readonly hours?: string;
  readonly webAddress?: string;
  readonly mobileAddress?: string;
}

/** What comes out, version 1. */
export interface StoredResultV1 {
  readonly name?: string;
  readonly hasSample?: boolean;
}

/** What is kept of a time limit. */
export const storedLimit = ({ amount, unit, explain }: TimeLimit): EachField<StoredLimitV1> => ({
  amount,
  unit,
  explain,
});

/** The time limit that was kept. */
export const limitOfStored = ({ amount, unit, explain }: StoredLimitV1): EachField<TimeLimit> => ({
  amount,
  unit: unit as TimeLimit["unit"],
  explain,
});

/** What is kept of a material. */
export const storedMaterial = (material: Material): EachField<StoredMaterialV2> => ({
  name: material.name,
  type: material.type,
  format: material.format,
  need: material.need,
  source: material.source,
  copies: material.copies,
  spec: material.spec,
  licenceType: material.licenceType,
  acceptStandard: material.acceptStandard,
  fillExplain: material.fillExplain,
  situationIds: material.situationIds,
  blankFormAddress: material.blankFormAddress,
  sampleAddress: material.sampleAddress,
  intermediaryServiceCode: material.intermediaryServiceCode,
  legalBasisId: material.legalBasisId,
  commitment: material.commitment && commitmentOf(material.commitment),
});

/** The material that was kept. */
export const materialOf = (stored: StoredMaterialV2): EachField<Material> => ({
  name: stored.name,
  type: stored.type as MaterialType | undefined,
  format: stored.format as MaterialFormat | undefined,
  need: stored.need as MaterialNeed | undefined,
  source: stored.source as MaterialSource | undefined,
  copies: stored.copies,
  spec: stored.spec,
  licenceType: stored.licenceType,
  acceptStandard: stored.acceptStandard,
  fillExplain: stored.fillExplain,
  situationIds: [...stored.situationIds],
  blankFormAddress: stored.blankFormAddress,
  sampleAddress: stored.sampleAddress,
  intermediaryServiceCode: stored.intermediaryServiceCode,
  legalBasisId: stored.legalBasisId,
  commitment: stored.commitment && commitmentOf(stored.commitment),
});

/** A commitment; the same on both sides. */
const commitmentOf = ({ text, verifyWithinDays }: MaterialCommitment): EachField<MaterialCommitment> => ({
  text,
  verifyWithinDays,
});

/** A step; the same on both sides: a field that one of them does not have does not compile. */
export const stepOf = ({
  name,
  workingDays,
}: StoredMatterStepV1): EachField<StoredMatterStepV1> & EachField<ProcessStep> => ({
  name,
  workingDays,
});

/** A fee; the same on both sides. */
export const feeOf = ({
  name,
  standard,
  reducible,
  legalBasisId,
}: StoredFeeV1): EachField<StoredFeeV1> & EachField<FeeItem> => ({ name, standard, reducible, legalBasisId });

/** A result; the same on both sides. */
export const resultOf = ({ name, hasSample }: StoredResultV1): EachField<MatterResult> & EachField<StoredResultV1> => ({
  name,
  hasSample,
});

/** Channels; the same on both sides. */
export const channelsOf = (channels: StoredChannelsV1): EachField<StoredChannelsV1> & EachField<Channels> => ({
  hall: channels.hall,
  express: channels.express,
  appointment: channels.appointment,
  terminal: channels.terminal,
  singleSignOn: channels.singleSignOn,
  payOnline: channels.payOnline,
  address: channels.address,
  hours: channels.hours,
  webAddress: channels.webAddress,
  mobileAddress: channels.mobileAddress,
});
