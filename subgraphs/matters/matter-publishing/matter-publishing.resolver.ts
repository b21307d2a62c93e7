/** Verbs by which a matter is published, and what a draft tells of its own life: version, what may be done next, history. */
import { Ctx, Resolver, Root, VerbInput } from "../../../platform/graphql/classes/index.js";
import {
  AllowedActionsField,
  HistoryField,
  VersionField,
  type HistoryEntry,
} from "../../../platform/write/classes/index.js";
import type { MattersContext } from "../context.js";
import type * as domain from "../matter-draft/matter-draft.js";
import { MatterDraft } from "../matter-draft/matter-draft.type.js";
import { MatterDraftAction } from "./draft-action.js";
import {
  DraftMatterInput,
  EditMatterDraftInput,
  GatedMatterDraftInput,
  MatterDraftStepInput,
  ReasonedMatterDraftInput,
} from "./matter-publishing.input.js";
import { draftVerb, type MatterDraftPayload } from "./matter-publishing.type.js";

type Answered = Promise<MatterDraftPayload>;

@Resolver(() => MatterDraft)
export class MatterPublishingResolver {
  @draftVerb("Begins a draft of the next version of a matter of your agency (起草事项新版本).")
  draftMatter(@VerbInput() input: DraftMatterInput, @Ctx() { services }: MattersContext): Answered {
    return services.matterPublishing.draft(input);
  }

  @draftVerb("Changes a draft that is written, or that was sent back (修改事项草稿).")
  editMatterDraft(@VerbInput() input: EditMatterDraftInput, @Ctx() { services }: MattersContext): Answered {
    return services.matterPublishing.edit(input);
  }

  @draftVerb("Ends the writing: refused with the rules of the publishing gate that it breaks (完成起草).")
  finishMatterDraft(@VerbInput() input: GatedMatterDraftInput, @Ctx() { services }: MattersContext): Answered {
    return services.matterPublishing.step("finishMatterDraft", input, "FINISH");
  }

  @draftVerb("Hands a draft to review by somebody else (提交审核).")
  submitMatterDraft(@VerbInput() input: MatterDraftStepInput, @Ctx() { services }: MattersContext): Answered {
    return services.matterPublishing.step("submitMatterDraft", input, "SUBMIT");
  }

  @draftVerb("Approves a draft that others wrote (审核通过).")
  approveMatterDraft(@VerbInput() input: GatedMatterDraftInput, @Ctx() { services }: MattersContext): Answered {
    return services.matterPublishing.step("approveMatterDraft", input, "APPROVE");
  }

  @draftVerb("Sends a draft that others wrote back, with reasons (驳回).")
  rejectMatterDraft(@VerbInput() input: ReasonedMatterDraftInput, @Ctx() { services }: MattersContext): Answered {
    return services.matterPublishing.step("rejectMatterDraft", input, "REJECT");
  }

  @draftVerb("Publishes an approved draft as the matter's next version, in force from today; its publisher's (发布).")
  publishMatterDraft(@VerbInput() input: GatedMatterDraftInput, @Ctx() { services }: MattersContext): Answered {
    return services.matterPublishing.publish(input);
  }

  @draftVerb("Gives up a draft, with reasons (撤回草稿).")
  withdrawMatterDraft(@VerbInput() input: ReasonedMatterDraftInput, @Ctx() { services }: MattersContext): Answered {
    return services.matterPublishing.step("withdrawMatterDraft", input, "WITHDRAW");
  }

  @VersionField()
  version(@Root() { version }: MatterDraft): number {
    return version;
  }

  @AllowedActionsField(() => MatterDraftAction)
  allowedActions(@Root() draft: domain.MatterDraft, @Ctx() { services }: MattersContext): Promise<MatterDraftAction[]> {
    return services.matterPublishing.allowedActions(draft);
  }

  @HistoryField()
  history(@Root() { id }: MatterDraft, @Ctx() { services }: MattersContext): Promise<HistoryEntry[]> {
    return services.matterPublishing.history(id);
  }
}
