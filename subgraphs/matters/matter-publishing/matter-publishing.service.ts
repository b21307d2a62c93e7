/** Publishing of matters for one request: a draft of the next version is written, reviewed by somebody else and published (decision 103). */
import { toSet, type NewOf } from "../../../platform/database/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import { ServiceError } from "../../../platform/errors/index.js";
import { basisOf } from "../../../platform/machine/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import {
  actingAgency,
  actorHash,
  allowedActions,
  createHistories,
  lockRecord,
  openingStep,
  runWrite,
  takeStep,
  type RecordedTransition,
  type WriteTransaction,
} from "../../../platform/write/index.js";
import type { MattersServices } from "../context.js";
import { Severity } from "../matter/matter.enums.js";
import {
  EditorialStatus,
  PUBLISHING,
  type EditorialEvent,
  type EditorialGuardFacts,
} from "../matter/matter.machine.js";
import { brokenRules } from "../matter/matter.quality.js";
import type { ServiceMatter } from "../matter/matter.js";
import { draftedOf, withDraft, type MatterDraft } from "../matter-draft/matter-draft.js";
import { toDraft } from "../matter-draft/matter-draft.repository.js";
import { MATTER_DRAFTS, type MatterDraftRow } from "../matter-draft/matter-draft.rows.js";
import { MatterDraftAction } from "./draft-action.js";
import { unlisted } from "./demanded-services.js";
import { editDraft } from "./edit-draft.js";
import type {
  DraftMatterInput,
  EditMatterDraftInput,
  GatedMatterDraftInput,
  ReasonedMatterDraftInput,
} from "./matter-publishing.input.js";
import { WRITTEN_DRAFT } from "./matter-publishing.policy.js";
import {
  draftedColumns,
  hasOpenDraft,
  insertDraft,
  lockMatter,
  publishVersion,
} from "./matter-publishing.repository.js";
import type { MatterDraftPayload } from "./matter-publishing.type.js";

/** Writes of drafts. Each throws what `runWrite`, `lockRecord`, `takeStep` and `editDraft` throw. */
export interface MatterPublishingService {
  /** Throws NOT_FOUND for a matter that the viewer may not know of; RULE_VIOLATION: ACTOR for another agency's, DRAFT_RUNS where one is open. */
  draft(input: DraftMatterInput): Promise<MatterDraftPayload>;
  edit(input: EditMatterDraftInput): Promise<MatterDraftPayload>;
  /** A step that writes nothing but itself. */
  step(verb: string, input: StepInput, event: EditorialEvent): Promise<MatterDraftPayload>;
  publish(input: GatedMatterDraftInput): Promise<MatterDraftPayload>;
  allowedActions(draft: MatterDraft): Promise<MatterDraftAction[]>;
  history(id: string): Promise<RecordedTransition[]>;
}

/** A locked draft with the locked matter. */
interface Locked {
  readonly trx: WriteTransaction;
  readonly draft: MatterDraft;
  readonly matter: ServiceMatter;
}

interface Beside {
  /** Columns that the step fills. Throws what refuses what is said. */
  readonly set?: (locked: Locked) => Partial<NewOf<typeof MATTER_DRAFTS>>;
  readonly after?: (locked: Locked) => Promise<void>;
}

/** A step as it is asked for: with its reason, or with the passes of the list. */
type StepInput = ReasonedMatterDraftInput & Pick<GatedMatterDraftInput, "demandPasses">;

/** What the guards look at. */
const factsOf = (draft: MatterDraft, matter: ServiceMatter, actor: string | undefined): EditorialGuardFacts => ({
  errors: brokenRules(withDraft(matter, draft), Severity.ERROR),
  isAuthor: actor !== undefined && draft.authors.includes(actor),
  isCurrent: matter.version === draft.baseVersion,
});

/** Law by which a draft is begun: that by which it is written. */
const beginBasis = (): string => basisOf(PUBLISHING.transitions.find(({ event }) => event === "REVISE")!);

/** Creates the service for one request. */
export const createMatterPublishing = (
  dependencies: ServiceDependencies,
  services: MattersServices,
): MatterPublishingService => {
  const { db, viewer, asOf } = dependencies;
  const today = localDateOf(asOf);
  const actor = actorHash(viewer);
  const histories = createHistories(db, WRITTEN_DRAFT);
  const payload = async (id: string): Promise<MatterDraftPayload> => {
    const matterDraft = await services.matterDrafts.findAnew(id);
    return matterDraft === undefined ? {} : { matterDraft };
  };
  const step = async (
    verb: string,
    input: StepInput,
    event: EditorialEvent,
    { set, after }: Beside = {},
  ): Promise<MatterDraftPayload> => {
    const { key } = await runWrite(dependencies, {
      verb,
      input,
      async change(trx, inputHash) {
        const { draftId, expectedVersion, reasons, demandPasses } = input;
        const row = await lockRecord(trx, WRITTEN_DRAFT, dependencies, { key: draftId, expectedVersion });
        const draft = toDraft(row as unknown as MatterDraftRow);
        const matter = await lockMatter(trx, draft.matterId);
        if (matter === undefined) throw new ServiceError("NOT_FOUND");
        const told = reasons == null ? {} : { reasons };
        const taken = await takeStep(trx, WRITTEN_DRAFT, dependencies, {
          ...{ row, event, inputHash, reason: told.reasons },
          facts: {
            ...factsOf(draft, matter, actor),
            unlisted: unlisted(draft.content, demandPasses ?? [], dependencies),
            ...told,
          },
          set: set ? toSet(MATTER_DRAFTS, set({ trx, draft, matter })) : {},
        });
        await after?.({ trx, draft, matter });
        return taken;
      },
    });
    return payload(key);
  };
  return {
    async draft(input) {
      const { changes } = input;
      const known = await services.matters.find(input.matterId);
      const { key } = await runWrite(dependencies, {
        verb: "draftMatter",
        input,
        async change(trx, inputHash) {
          const matter = known && (await lockMatter(trx, input.matterId));
          if (!matter) throw new ServiceError("NOT_FOUND");
          const { id: matterId, version: baseVersion, deptUscc, divisionCode } = matter;
          if (deptUscc === undefined || actingAgency(viewer) !== deptUscc)
            throw new ServiceError("RULE_VIOLATION", "Somebody else does this.", { reason: "ACTOR" });
          if (await hasOpenDraft(trx, matterId))
            throw new ServiceError("RULE_VIOLATION", "A draft of this matter is open.", { reason: "DRAFT_RUNS" });
          const before = draftedOf(matter);
          const id = await insertDraft(trx, {
            ...{ matterId, baseVersion, deptUscc, divisionCode, state: EditorialStatus.DRAFT, authors: [actor!] },
            ...{ draftedOn: today, publishedOn: undefined, publishedVersion: undefined },
            ...draftedColumns(changes == null ? before : editDraft(before, changes, today)),
          });
          const opening = { key: id, part: "OFFICER", basis: beginBasis(), inputHash } as const;
          return openingStep(trx, WRITTEN_DRAFT, dependencies, opening);
        },
      });
      return payload(key);
    },
    edit: (input) =>
      step("editMatterDraft", input, "REVISE", {
        set: ({ draft }) => ({
          ...draftedColumns(editDraft(draft, input.changes, today)),
          authors: [...new Set([...draft.authors, actor!])],
        }),
      }),
    step,
    publish: (input) =>
      step("publishMatterDraft", input, "PUBLISH", {
        set: ({ matter }) => ({ publishedOn: today, publishedVersion: matter.version + 1 }),
        async after({ trx, draft, matter }) {
          await publishVersion(trx, matter, draft, today);
          services.matters.forget(matter);
        },
      }),
    async allowedActions(draft) {
      const matter = await services.matters.find(draft.matterId);
      if (!matter) return [];
      const { state, deptUscc, divisionCode } = draft;
      const row = { dept_uscc: deptUscc, division_code: divisionCode };
      const facts = { ...factsOf(draft, matter, actor), reasons: "-" };
      return allowedActions(MatterDraftAction, WRITTEN_DRAFT, { viewer }, { row, state, facts });
    },
    history: (id) => histories.load(id),
  };
};
